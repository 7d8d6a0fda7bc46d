import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarEquations } from '../../src/answer/calendar-note.ts'
import { type CalendarDate, readDates } from '../../src/text/calendar.ts'
import type { Language } from '../../src/vocabulary.ts'

const signing = { year: 2022, month: 8, day: 5 }

describe('the dates of an answer in the calendars of its readers', () => {
  it.each<[Language, CalendarDate, string]>([
    ['th', signing, '5 สิงหาคม 2565 = 5 สิงหาคม ค.ศ. 2022 = 5 สิงหาคม ปีเรวะที่ 4'],
    ['en', signing, '5 August 2022 = 5 August B.E. 2565 = 5 August Reiwa 4'],
    ['ja', signing, '2022年8月5日 = 令和4年8月5日 = 仏暦2565年8月5日'],
    ['th', { year: 2015, month: 5 }, 'พฤษภาคม 2558 = พฤษภาคม ค.ศ. 2015 = พฤษภาคม ปีเฮเซที่ 27'],
    ['en', { year: 2017 }, '2017 = B.E. 2560 = Heisei 29'],
    ['ja', { year: 2019, month: 5, day: 1 }, '2019年5月1日 = 令和元年5月1日 = 仏暦2562年5月1日'],
  ])('%s %o', (language, date, equations) => expect(calendarEquations([date], language)).toBe(equations))

  it('are each told once, in the order of the answer', () => {
    const dates = [signing, { year: 2017 }, { ...signing }, { year: 2022, month: 8 }]
    expect(
      calendarEquations(dates, 'en')
        .split('; ')
        .map((equation) => equation.split(' = ')[0]),
    ).toEqual(['5 August 2022', '2017', 'August 2022'])
  })

  it('are left out when they have no year, so that there is nothing to compare', () => {
    expect(calendarEquations([{ month: 8, day: 5 }, { day: 5 }, {}], 'th')).toBe('')
    expect(calendarEquations([], 'ja')).toBe('')
  })

  it('are written only in calendars that can state them for certain', () => {
    expect(calendarEquations([{ year: 1887, month: 2, day: 25 }], 'en')).toBe('25 February 1887 = 25 February Meiji 20')
    expect(calendarEquations([{ year: 1850, month: 3 }], 'en')).toBe('')
  })

  it('say the same date on every side', () => {
    const day = fc.date({ min: new Date('1941-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom<Language>('th', 'en', 'ja'), (instant, language) => {
        const date = { year: instant.getUTCFullYear(), month: instant.getUTCMonth() + 1, day: instant.getUTCDate() }
        const sides = calendarEquations([date], language).split(' = ')
        expect(sides).toHaveLength(3)
        for (const side of sides) expect(readDates(side).map((mention) => mention.date)).toEqual([date])
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDate, type CalendarName, readDates, writeDate } from '../../src/text/calendar.ts'
import type { Language } from '../../src/vocabulary.ts'

const LANGUAGES = ['th', 'en', 'ja'] as const
const CALENDARS = ['buddhist', 'gregorian', 'japanese'] as const
const SIGNING = { year: 2022, month: 8, day: 5 }

/** From the first year that all three calendars write to the last that is read as Buddhist without its mark. */
const fullDate = fc
  .date({ min: new Date('1873-01-01'), max: new Date('2107-12-31'), noInvalidDate: true })
  .map((date) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }))
const partialDate: fc.Arbitrary<CalendarDate> = fullDate.chain(({ year, month, day }) =>
  fc.constantFrom<CalendarDate>({ year, month, day }, { year, month }, { year }, { month, day }, { month }),
)

describe('writeDate', () => {
  it.each<[CalendarDate, Language, CalendarName | undefined, string]>([
    [SIGNING, 'th', undefined, '5 สิงหาคม 2565'],
    [SIGNING, 'th', 'buddhist', '5 สิงหาคม 2565'],
    [SIGNING, 'th', 'gregorian', '5 สิงหาคม ค.ศ. 2022'],
    [SIGNING, 'th', 'japanese', '5 สิงหาคม ปีเรวะที่ 4'],
    [SIGNING, 'en', undefined, '5 August 2022'],
    [SIGNING, 'en', 'gregorian', '5 August 2022'],
    [SIGNING, 'en', 'buddhist', '5 August B.E. 2565'],
    [SIGNING, 'en', 'japanese', '5 August Reiwa 4'],
    [SIGNING, 'ja', undefined, '2022年8月5日'],
    [SIGNING, 'ja', 'gregorian', '2022年8月5日'],
    [SIGNING, 'ja', 'buddhist', '仏暦2565年8月5日'],
    [SIGNING, 'ja', 'japanese', '令和4年8月5日'],
    [{ year: 2022, month: 8 }, 'th', 'buddhist', 'สิงหาคม 2565'],
    [{ year: 2022, month: 8 }, 'en', 'gregorian', 'August 2022'],
    [{ year: 2015, month: 5 }, 'ja', 'japanese', '平成27年5月'],
    [{ year: 2017 }, 'th', 'buddhist', 'พ.ศ. 2560'],
    [{ year: 2017 }, 'th', 'gregorian', 'ค.ศ. 2017'],
    [{ year: 2017 }, 'th', 'japanese', 'ปีเฮเซที่ 29'],
    [{ year: 2017 }, 'en', 'buddhist', 'B.E. 2560'],
    [{ year: 2017 }, 'en', 'gregorian', '2017'],
    [{ year: 2022 }, 'en', 'japanese', 'Reiwa 4'],
    [{ year: 2017 }, 'ja', 'japanese', '平成29年'],
    [{ month: 8, day: 5 }, 'th', 'buddhist', '5 สิงหาคม'],
    [{ month: 8, day: 5 }, 'en', 'gregorian', '5 August'],
    [{ month: 8, day: 5 }, 'ja', 'japanese', '8月5日'],
    [{ month: 8 }, 'ja', 'gregorian', '8月'],
  ])('writes %j in %s (%s) as %s', (date, language, calendar, text) => {
    expect(writeDate(date, language, calendar)).toBe(text)
  })

  it.each<[CalendarDate, string]>([
    [{ year: 2019, month: 4, day: 30 }, '平成31年4月30日'],
    [{ year: 2019, month: 5, day: 1 }, '令和元年5月1日'],
    [{ year: 1989, month: 1, day: 7 }, '昭和64年1月7日'],
    [{ year: 1989, month: 1, day: 8 }, '平成元年1月8日'],
    [{ year: 1926, month: 12, day: 24 }, '大正15年12月24日'],
    [{ year: 1926, month: 12, day: 25 }, '昭和元年12月25日'],
    [{ year: 1912, month: 7, day: 30 }, '大正元年7月30日'],
    [{ year: 2019 }, '令和元年'],
    [{ year: 2019, month: 4 }, '平成31年4月'],
  ])('changes the era on its day: %j is %s', (date, text) => {
    expect(writeDate(date, 'ja', 'japanese')).toBe(text)
  })

  it('keeps to the Gregorian year where the asked calendar has no certain one', () => {
    expect(writeDate({ year: 1935, month: 2, day: 12 }, 'th')).toBe('12 กุมภาพันธ์ ค.ศ. 1935')
    expect(writeDate({ year: 1935, month: 4, day: 12 }, 'th')).toBe('12 เมษายน 2478')
    expect(writeDate({ year: 1868, month: 1, day: 3 }, 'ja', 'japanese')).toBe('1868年1月3日')
  })

  it('writes Japanese eras as ICU does', () => {
    const icu = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' })
    fc.assert(
      fc.property(fullDate, (date) => {
        expect(writeDate(date, 'ja', 'japanese')).toBe(icu.format(Date.UTC(date.year, date.month - 1, date.day)))
      }),
    )
  })

  it('writes Buddhist years since 1941 as ICU does', () => {
    const icu = new Intl.DateTimeFormat('th-TH-u-ca-buddhist', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    fc.assert(
      fc.property(fullDate, (date) => {
        fc.pre(date.year >= 1941)
        const theirs = icu.format(Date.UTC(date.year, date.month - 1, date.day)).replace('พ.ศ. ', '')
        expect(writeDate(date, 'th')).toBe(theirs)
      }),
    )
  })

  it.each(LANGUAGES.flatMap((language) => CALENDARS.map((calendar) => [language, calendar] as const)))(
    'writes in %s (%s) what reads back as the same date and as nothing else',
    (language, calendar) => {
      fc.assert(
        fc.property(partialDate, (date) => {
          // Alone, "May" and "March" are as likely verbs.
          fc.pre(language !== 'en' || Object.keys(date).join() !== 'month' || ![3, 5].includes(date.month!))
          const text = writeDate(date, language, calendar)
          expect(readDates(text)).toMatchObject([{ start: 0, end: text.length, date, alternatives: [] }])
        }),
        { numRuns: 400 },
      )
    },
  )

  it.each(LANGUAGES)('writes in %s what names its calendar', (language) => {
    fc.assert(
      fc.property(fullDate, fc.constantFrom(...CALENDARS), (date, calendar) => {
        fc.pre(date.year >= 1941)
        expect(readDates(writeDate(date, language, calendar))[0]?.calendar).toBe(calendar)
      }),
    )
  })
})

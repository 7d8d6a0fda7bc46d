import { describe, expect, it } from 'vitest'
import {
  eraYear,
  findDates,
  replaceDate,
  writeEra,
  writeWithYear,
} from '../../../src/evaluation/mutations/written-dates.ts'
import type { Language } from '../../../src/vocabulary.ts'

const found: [language: Language, text: string, dates: unknown[]][] = [
  ['en', 'On Tuesday 2 August 2022 it was approved.', [{ year: 2022, month: 8, day: 2 }]],
  ['en', 'signed in 2017 and ended on 7 June 2022', [{ year: 2017 }, { year: 2022, month: 6, day: 7 }]],
  ['en', 'In May 2015, during', [{ year: 2015, month: 5 }]],
  ['en', 'at https://example.org/01tsushin09_02000133.html', []],
  ['th', 'เมื่อวันอังคารที่ 2 สิงหาคม 2565', [{ year: 2022, month: 8, day: 2 }]],
  ['th', 'เมื่อปี 2560 และได้สิ้นสุดเมื่อวันที่ 7 มิ.ย. 2565', [{ year: 2017 }, { year: 2022, month: 6, day: 7 }]],
  ['th', 'ในเดือนพฤษภาคม 2558', [{ year: 2015, month: 5 }]],
  ['ja', '2022年8月2日(火)の閣議', [{ year: 2022, month: 8, day: 2 }]],
  ['ja', '2017年の協力覚書', [{ year: 2017 }]],
]

describe('the dates of a sentence', () => {
  it.each(found)('are found in %s: %s', (language, text, dates) => {
    expect(findDates(text, language).map(({ date }) => date)).toEqual(dates)
  })

  it('are replaced in place', () => {
    const text = 'It ended on 7 June 2022, they say.'
    expect(replaceDate(text, findDates(text, 'en')[0]!, '8 June 2022')).toBe('It ended on 8 June 2022, they say.')
  })
})

describe('a year in other words', () => {
  it('keeps the month and the day', () => {
    const date = { year: 2022, month: 8, day: 5 }
    expect(writeWithYear(date, 'B.E. 2566', 'en')).toBe('5 August B.E. 2566')
    expect(writeWithYear(date, 'ค.ศ. 2023', 'th')).toBe('5 สิงหาคม ค.ศ. 2023')
    expect(writeWithYear(date, '平成4年', 'ja')).toBe('平成4年8月5日')
    expect(writeWithYear({ year: 2015, month: 5 }, '平成28年', 'ja')).toBe('平成28年5月')
  })

  it('knows the eras of the sources', () => {
    expect(eraYear({ year: 2017 })).toEqual({ era: 'Heisei', number: 29 })
    expect(eraYear({ year: 2022 })).toEqual({ era: 'Reiwa', number: 4 })
    expect(['en', 'th', 'ja'].map((language) => writeEra('Showa', 62, language as Language))).toEqual([
      'Showa 62',
      'ปีโชวะที่ 62',
      '昭和62年',
    ])
  })
})

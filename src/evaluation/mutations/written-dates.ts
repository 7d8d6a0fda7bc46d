import type { Language } from '../../vocabulary.ts'

/** A date as the sources write it: at least a year, which is Gregorian. */
export interface WrittenDate {
  year: number
  month?: number
  day?: number
}

export interface FoundDate {
  start: number
  end: number
  date: WrittenDate
}

export const MONTHS = {
  en: 'January February March April May June July August September October November December'.split(' '),
  th: 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(' '),
  thShort: 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' '),
} as const

const alternatives = (names: readonly string[]) => names.join('|').replaceAll('.', String.raw`\.`)

const PATTERNS: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    String.raw`(?<![\p{L}\d/])(?:(?:(?<day>\d{1,2}) )?(?<month>${alternatives(MONTHS.en)}) )?(?<year>20[12]\d)(?![\d/])`,
    'gu',
  ),
  th: new RegExp(
    String.raw`(?:(?:(?<day>\d{1,2}) )?(?<month>${alternatives([...MONTHS.th, ...MONTHS.thShort])}) )?(?<year>25[56]\d)(?!\d)`,
    'gu',
  ),
  ja: /(?<year>20[12]\d)年(?:(?<month>\d{1,2})月)?(?:(?<day>\d{1,2})日)?/gu,
}

/** The dates of a sentence. Its own small reader: the one that verification uses must not decide what it's tried with. */
export function findDates(text: string, language: Language): FoundDate[] {
  return [...text.matchAll(PATTERNS[language])].map(({ 0: words, index, groups = {} }) => {
    const month = monthNumber(groups.month)
    return {
      start: index,
      end: index + words.length,
      date: {
        year: Number(groups.year) - (language === 'th' ? 543 : 0),
        ...(month !== undefined && { month }),
        ...(groups.day !== undefined && { day: Number(groups.day) }),
      },
    }
  })
}

function monthNumber(name: string | undefined): number | undefined {
  if (name === undefined) return undefined
  if (/^\d/u.test(name)) return Number(name)
  return Math.max(...Object.values(MONTHS).map((names) => names.indexOf(name))) + 1
}

/** The same month and day with the year in other words: `yearText` is what stands for it. */
export function writeWithYear({ month, day }: WrittenDate, yearText: string, language: Language): string {
  if (language === 'ja')
    return `${yearText}${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`
  const monthName = month === undefined ? undefined : MONTHS[language][month - 1]
  return [day, monthName, yearText].filter((part) => part !== undefined).join(' ')
}

export function replaceDate(text: string, { start, end }: FoundDate, words: string): string {
  return text.slice(0, start) + words + text.slice(end)
}

export const ERA_NAMES = {
  Reiwa: { th: 'เรวะ', en: 'Reiwa', ja: '令和' },
  Heisei: { th: 'เฮเซ', en: 'Heisei', ja: '平成' },
  Showa: { th: 'โชวะ', en: 'Showa', ja: '昭和' },
} as const

/** The year of the Japanese era that a year of our sources lies in: Heisei to 2018, Reiwa from 2019. */
export function eraYear({ year }: WrittenDate): { era: 'Heisei' | 'Reiwa'; number: number } {
  return year >= 2019 ? { era: 'Reiwa', number: year - 2018 } : { era: 'Heisei', number: year - 1988 }
}

/** "Reiwa 4" in each language, as a year is written there. */
export function writeEra(era: keyof typeof ERA_NAMES, number: number, language: Language): string {
  const name = ERA_NAMES[era][language]
  if (language === 'ja') return `${name}${number}年`
  return language === 'th' ? `ปี${name}ที่ ${number}` : `${name} ${number}`
}

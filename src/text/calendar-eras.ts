import type { Language } from '../vocabulary.ts'
import type { CalendarDate } from './calendar-date.ts'

/** An era of the Japanese calendar. `first` and `last` are its days as numbers, 20190501 for 1 May 2019. */
export interface Era extends Readonly<Record<Language, string>> {
  letter: string
  /** Gregorian year of its year 1. */
  yearOne: number
  first: number
  last: number
}

/** Latest first. Meiji is read from 1873, when Japan took the Gregorian months; before that they were lunar. */
export const ERAS: readonly Era[] = [
  { ja: '令和', en: 'Reiwa', th: 'เรวะ', letter: 'R', yearOne: 2019, first: 20190501, last: 99991231 },
  { ja: '平成', en: 'Heisei', th: 'เฮเซ', letter: 'H', yearOne: 1989, first: 19890108, last: 20190430 },
  { ja: '昭和', en: 'Showa', th: 'โชวะ', letter: 'S', yearOne: 1926, first: 19261225, last: 19890107 },
  { ja: '大正', en: 'Taisho', th: 'ไทโช', letter: 'T', yearOne: 1912, first: 19120730, last: 19261224 },
  { ja: '明治', en: 'Meiji', th: 'เมจิ', letter: 'M', yearOne: 1868, first: 18730101, last: 19120729 },
]

/** The era that canonical text names, in any of the languages or by its letter. */
export function eraNamed(matched: string): Era {
  const name = matched.replaceAll('ō', 'o').replace('เรย์วะ', 'เรวะ')
  return ERAS.find(
    ({ ja, en, th, letter }) =>
      name.includes(ja) || name.includes(th) || name.includes(en.toLowerCase()) || name === letter.toLowerCase(),
  )!
}

/** Has the date, or one of the days that a partial date leaves open, fallen in the era? */
export function isWithinEra(era: Era, date: CalendarDate): boolean {
  return date.year === undefined || (firstDay(date) <= era.last && lastDay(date) >= era.first)
}

/** The era of a date; of a partial one, the era at its end, so that 2019 is the first year of Reiwa. */
export function eraOf(date: CalendarDate): Era | undefined {
  return date.year === undefined ? undefined : ERAS.find((era) => lastDay(date) >= era.first)
}

/** Years that the Buddhist Era, as Thailand counts it, is ahead of the Gregorian year. */
export const BUDDHIST_OFFSET = 543

/**
 * Until B.E. 2483 the Thai year began on 1 April, so January to March bore the number of the year before, and later
 * writers use either number. Accord converts neither way: no date is better than one that may be a year off.
 */
export function hasBuddhistYear({ year, month }: CalendarDate): boolean {
  return year === undefined || year >= 1941 || month === undefined || month > 3
}

function firstDay({ year = 0, month = 1, day = 1 }: CalendarDate): number {
  return year * 10_000 + month * 100 + day
}

function lastDay({ year = 0, month = 12, day = 31 }: CalendarDate): number {
  return year * 10_000 + month * 100 + day
}

import type { Language } from '../vocabulary.ts'
import type { CalendarName } from './calendar-date.ts'
import { BUDDHIST_OFFSET, ERAS, type Era } from './calendar-eras.ts'

export interface WrittenYear {
  value: number
  /** As written: 1, 2 or 4. */
  digits: number
  mark: { calendar: CalendarName; era?: Era; language?: Language } | undefined
  /** Whose habits decide between the readings of a short year; undefined when nothing tells. */
  habit: Language | undefined
  /** A month or the word "year" shows that the number is a year. */
  marked: boolean
}

export interface YearReading {
  year: number
  calendar: CalendarName
  era?: Era
}

/** Every reading of a year, likeliest first; none when it can't be one, undefined when it is a mere number. */
export function readYear(written: WrittenYear): YearReading[] | undefined {
  const { value, digits, mark, habit, marked } = written
  if (mark?.era) return eraYear(mark.era, value)
  if (mark?.calendar === 'buddhist') {
    // "WILL BE 2022" in capitals is no year of the Buddha.
    if (digits === 4) return mark.language === 'en' && value < 2400 ? [] : buddhist(value)
    return buddhist(2500 + value)
  }
  if (mark?.calendar === 'gregorian') return digits === 4 ? gregorian(value) : gregorian(inCentury(value))
  if (digits < 4) return readShortYear(value, digits, habit)
  if (value >= 2450 && value <= 2650) return buddhist(value)
  if (value >= 1800 && value <= 2200) return gregorian(value)
  if (!marked) return undefined
  if (value > 2200) return habit === 'th' && value < 2450 ? buddhist(value) : []
  return gregorian(value)
}

function readShortYear(value: number, digits: number, habit: Language | undefined): YearReading[] {
  const asBuddhist = buddhist(2500 + value)
  const asGregorian = gregorian(inCentury(value))
  const [reiwa, heisei] = ERAS as [Era, Era]
  switch (habit) {
    case 'th':
      return [...asBuddhist, ...asGregorian]
    case 'ja':
      return digits === 1
        ? [...eraYear(reiwa, value), ...eraYear(heisei, value), ...asGregorian]
        : [...asGregorian, ...eraYear(heisei, value), ...eraYear(reiwa, value)]
    case 'en':
      return value < 50 ? asGregorian : [...asGregorian, ...asBuddhist]
    default:
      // B.E. 2550 to 2599 is 2007 to 2056: of the two readings, the one near our time.
      return value < 50 ? [...asGregorian, ...asBuddhist] : [...asBuddhist, ...asGregorian]
  }
}

function inCentury(value: number): number {
  return value < 50 ? 2000 + value : 1900 + value
}

function buddhist(value: number): YearReading[] {
  return [{ year: value - BUDDHIST_OFFSET, calendar: 'buddhist' }]
}

function gregorian(year: number): YearReading[] {
  return [{ year, calendar: 'gregorian' }]
}

function eraYear(era: Era, value: number): YearReading[] {
  return value < 1 ? [] : [{ year: era.yearOne + value - 1, calendar: 'japanese', era }]
}

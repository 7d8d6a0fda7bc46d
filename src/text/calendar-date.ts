import type { Span } from '../vocabulary.ts'

export type CalendarName = 'buddhist' | 'gregorian' | 'japanese'

/**
 * A date, or the part of one that was said: a year, a month with or without its year, a day with or without its month.
 * The year is Gregorian, whatever the calendar of the text.
 */
export interface CalendarDate {
  year?: number
  month?: number
  day?: number
}

/** A date in a text. Offsets are UTF-16 units of that text, and `text.slice(start, end) === mention.text`. */
export interface DateMention extends Span {
  text: string
  /** Undefined when no year is said, or when its calendar is open. */
  calendar: CalendarName | undefined
  /** The likeliest reading. */
  date: CalendarDate
  /** Every other reading: "65" is B.E. 2565 or 1965, "5/8/2022" the fifth of August or the eighth of May. */
  alternatives: CalendarDate[]
}

/**
 * What is written as a date and is refused: 31 April, the 40th year of Heisei, a Tuesday that was a Friday, and a date that
 * can't be told for certain, such as March B.E. 2438.
 */
export interface ImpossibleDate extends Span {
  text: string
}

const DAY = 86_400_000

export function calendarDate(year?: number, month?: number, day?: number): CalendarDate {
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  }
}

export function isPossible({ year, month, day }: CalendarDate): boolean {
  if (year !== undefined && (year < 1 || year > 9999)) return false
  if (month !== undefined && (month < 1 || month > 12)) return false
  // Without its year a date may lie in a leap year, without its month in a long month.
  return day === undefined || (day >= 1 && day <= daysInMonth(year ?? 2000, month ?? 1))
}

export function sameDate(a: CalendarDate, b: CalendarDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day
}

/** Is all that `part` says also said by `whole`? "August 2022" agrees with 5 August 2022, and not the other way round. */
export function agrees(part: CalendarDate, whole: CalendarDate): boolean {
  return (
    (part.year === undefined || part.year === whole.year) &&
    (part.month === undefined || part.month === whole.month) &&
    (part.day === undefined || part.day === whole.day)
  )
}

/** Days from one full date to another, negative when it lies before. Undefined when either date is partial. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number | undefined {
  const start = time(from)
  const end = time(to)
  return start === undefined || end === undefined ? undefined : Math.round((end - start) / DAY)
}

/** Whole months, towards zero. Undefined unless both dates have a month and a year and are equally precise. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number | undefined {
  if (from.year === undefined || from.month === undefined || to.year === undefined || to.month === undefined) {
    return undefined
  }
  if ((from.day === undefined) !== (to.day === undefined)) return undefined
  const months = (to.year - from.year) * 12 + to.month - from.month
  const days = (to.day ?? 0) - (from.day ?? 0)
  if (months > 0 && days < 0) return months - 1
  return months < 0 && days > 0 ? months + 1 : months
}

/** Whole years, towards zero. Undefined unless both dates have a year and are equally precise. */
export function yearsBetween(from: CalendarDate, to: CalendarDate): number | undefined {
  if (from.year === undefined || to.year === undefined) return undefined
  if (from.month === undefined && to.month === undefined) return to.year - from.year
  const months = monthsBetween(from, to)
  return months === undefined ? undefined : Math.trunc(months / 12)
}

/** 0 is Sunday. Undefined when the date is partial. */
export function weekdayOf(date: CalendarDate): number | undefined {
  const at = time(date)
  return at === undefined ? undefined : new Date(at).getUTCDay()
}

function time({ year, month, day }: CalendarDate): number | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined
  // Not Date.UTC(year …), which takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

function daysInMonth(year: number, month: number): number {
  return new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate()
}

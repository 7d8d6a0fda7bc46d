import type { Language } from '../vocabulary.ts'
import { type CalendarDate, type CalendarName, calendarDate, isPossible, sameDate, weekdayOf } from './calendar-date.ts'
import { BUDDHIST_OFFSET, ERAS, type Era, hasBuddhistYear, isWithinEra } from './calendar-eras.ts'
import type { Token } from './calendar-lexicon.ts'
import { readNumericDate } from './calendar-numeric.ts'
import type { WrittenDate } from './calendar-shapes.ts'

export interface Reading {
  date: CalendarDate
  calendar: CalendarName | undefined
}

/** A year as some calendar reads it. */
export interface YearReading {
  year: number
  calendar: CalendarName
  era?: Era
}

/** Whose habits decide between readings of a short year; undefined when nothing tells. */
export type Habit = Language | undefined

/** Every reading of a written date, likeliest first; none when it is impossible, undefined when it is no date at all. */
export function readingsOf(written: WrittenDate, habit: Habit): Reading[] | undefined {
  const { day, month, year, era, numeric, weekday, twin, marked } = written
  const candidates = numeric
    ? readNumericDate(numeric.text, habit).map((reading) =>
        day ? { ...reading, date: { ...reading.date, day: day.value } } : reading,
      )
    : year
      ? readYear(year, era, habit, marked)?.map((reading) => dated(reading, month?.value, day?.value))
      : [{ date: calendarDate(undefined, month?.value, day?.value), calendar: undefined }]
  if (candidates === undefined) return undefined

  const twinYears = twin && readYear(twin.year, twin.era, habit, true)?.map((reading) => reading.year)
  const possible = candidates.filter(
    (candidate) =>
      candidate !== undefined &&
      isPossible(candidate.date) &&
      (twinYears === undefined || twinYears.includes(candidate.date.year!)) &&
      (weekday === undefined || (weekdayOf(candidate.date) ?? weekday.value) === weekday.value),
  )
  return possible.filter((reading, i) => possible.findIndex(({ date }) => sameDate(date, reading.date)) === i)
}

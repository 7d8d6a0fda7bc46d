import type { Language } from '../vocabulary.ts'
import { type CalendarDate, type CalendarName, calendarDate, isPossible, sameDate, weekdayOf } from './calendar-date.ts'
import { hasBuddhistYear, isWithinEra } from './calendar-eras.ts'
import { readNumericDate } from './calendar-numeric.ts'
import type { WrittenDate } from './calendar-shapes.ts'
import type { Token } from './calendar-token.ts'
import { readYear, type YearReading } from './calendar-years.ts'

export interface Reading {
  date: CalendarDate
  calendar: CalendarName | undefined
}

interface Candidate {
  date: CalendarDate
  reading: YearReading | undefined
}

/** Every reading of a written date, likeliest first; none when it is impossible, undefined when it is no date at all. */
export function readingsOf(written: WrittenDate, habit: Language | undefined): Reading[] | undefined {
  const candidates = candidatesOf(written, habit)?.filter((candidate) => fits(candidate, written, habit))
  const isFirst = ({ date }: Candidate, i: number) => candidates?.findIndex((other) => sameDate(date, other.date)) === i
  return candidates?.filter(isFirst).map(({ date, reading }) => ({ date, calendar: reading?.calendar }))
}

function candidatesOf(written: WrittenDate, habit: Language | undefined): Candidate[] | undefined {
  const { day, month, year, era, numeric, marked } = written
  if (numeric) {
    const candidates = readNumericDate(numeric.text, habit)
    return candidates?.map((candidate) => (day ? withDay(candidate, day.value) : candidate))
  }
  if (year) {
    const readings = readYear({ ...writtenYear(year, era), habit, marked })
    return readings?.map((reading) => ({ date: calendarDate(reading.year, month?.value, day?.value), reading }))
  }
  return [{ date: calendarDate(undefined, month?.value, day?.value), reading: undefined }]
}

function fits({ date, reading }: Candidate, { weekday, twin }: WrittenDate, habit: Language | undefined): boolean {
  if (!isPossible(date)) return false
  if (reading?.era && !isWithinEra(reading.era, date)) return false
  if (reading?.calendar === 'buddhist' && !hasBuddhistYear(date)) return false
  if (weekday && weekdayOf(date) !== undefined && weekdayOf(date) !== weekday.value) return false
  if (twin === undefined) return true
  const twins = readYear({ ...writtenYear(twin.year, twin.era), habit, marked: true })
  return twins?.some(({ year, era }) => year === date.year && (!era || isWithinEra(era, date))) === true
}

function writtenYear({ value, kind }: Token, mark: Token | undefined) {
  const digits = kind === '1' ? 1 : value < 100 ? 2 : 4
  const calendar: CalendarName = mark?.kind === 'B' ? 'buddhist' : mark?.kind === 'G' ? 'gregorian' : 'japanese'
  return { value, digits, mark: mark && { ...mark, calendar } }
}

function withDay({ date, reading }: Candidate, day: number): Candidate {
  return { date: { ...date, day }, reading }
}

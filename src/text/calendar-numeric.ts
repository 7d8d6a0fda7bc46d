import type { Language } from '../vocabulary.ts'
import { type CalendarDate, calendarDate } from './calendar-date.ts'
import { type Era, eraNamed } from './calendar-eras.ts'
import { readYear, type YearReading } from './calendar-years.ts'

export interface NumericReading {
  date: CalendarDate
  reading: YearReading | undefined
}

/**
 * Every reading of digits such as 5/8/2565, 2022-08-05, R4.8.5, 08/2022 or 5/8, likeliest first and day first, impossible
 * ones included. Undefined when it is no date at all: 25/2565 is the number of a document.
 */
export function readNumericDate(text: string, habit: Language | undefined): NumericReading[] | undefined {
  const [, name, digits = ''] = /^([a-z]|[^\d\s元]+)?\.?(.*)$/su.exec(text) ?? []
  const numbers = digits.replace('元', '1').split(/ ?[-./] ?/)
  if (numbers.length === 2) return readPair(numbers[0]!, numbers[1]!)
  const [first, middle, last] = numbers as [string, string, string]
  if (name) return datesOf(first, middle, last, habit, eraNamed(name))
  return orders(first, middle, last, habit).flatMap(([year, month, day]) => datesOf(year, month, day, habit))
}

function readPair(first: string, last: string): NumericReading[] | undefined {
  if (first.length < 3 && last.length < 3) {
    return [
      { date: calendarDate(undefined, Number(last), Number(first)), reading: undefined },
      { date: calendarDate(undefined, Number(first), Number(last)), reading: undefined },
    ]
  }
  const [year, month] = first.length === 4 ? [first, last] : [last, first]
  return Number(month) > 12 ? undefined : datesOf(year, month, undefined, undefined)
}

type YearMonthDay = [year: string, month: string, day: string]

function orders(first: string, middle: string, last: string, habit: Language | undefined): YearMonthDay[] {
  const yearFirst: YearMonthDay = [first, middle, last]
  const dayFirst: YearMonthDay = [last, middle, first]
  const monthFirst: YearMonthDay = [last, first, middle]
  if (first.length === 4) return [yearFirst]
  const isThai = habit === 'th' || Number(last) > 2400
  const dayOrMonthFirst = isThai && Number(middle) <= 12 ? [dayFirst] : [dayFirst, monthFirst]
  if (last.length === 4) return dayOrMonthFirst
  if (last.length === 1 || Number(first) > 31) return first.length === 2 ? [yearFirst] : []
  if (habit === 'ja') return [yearFirst, ...dayOrMonthFirst]
  return first.length === 2 ? [...dayOrMonthFirst, yearFirst] : dayOrMonthFirst
}

function datesOf(
  year: string,
  month: string,
  day: string | undefined,
  habit: Language | undefined,
  era?: Era,
): NumericReading[] {
  const readings = readYear({
    value: Number(year),
    digits: year.length,
    mark: era && { calendar: 'japanese', era },
    habit,
    marked: true,
  })
  return (readings ?? []).map((reading) => ({
    date: calendarDate(reading.year, Number(month), day === undefined ? undefined : Number(day)),
    reading,
  }))
}

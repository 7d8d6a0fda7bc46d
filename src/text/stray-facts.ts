import type { Span } from '../vocabulary.ts'
import { agrees, type DateMention, type ImpossibleDate } from './calendar.ts'
import { readCalendar } from './calendar-read.ts'
import { canonical } from './canonical.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'

/** What a text states in dates, amounts and numbers. */
export interface Facts {
  text: string
  dates: DateMention[]
  impossibleDates: ImpossibleDate[]
  quantities: Quantity[]
  /** Numbers that are no part of a date, an amount or an address; in canonical digits. */
  numbers: string[]
}

/** What of it the words that should prove it don't state; as it's written there. */
export interface StrayFacts {
  dates: string[]
  /** Written as dates, and can't be any. */
  impossibleDates: string[]
  quantities: Quantity[]
  numbers: string[]
}

const NUMBER = /\d+(?:[.,]\d+)*/gu
const ADDRESS = /https?:\/\/[^\s\p{sc=Thai}]+/gu

export function readFacts(text: string): Facts {
  const calendar = readCalendar(text)
  const { dates, impossible } = calendar
  const quantities = quantitiesOf(calendar)
  return {
    text,
    dates,
    impossibleDates: impossible,
    quantities,
    numbers: looseNumbers(text, [...dates, ...quantities]),
  }
}

/** Dates agree across calendars when all that the text's says a quote's says too. */
export function strayFacts(facts: Facts, quotes: readonly Facts[]): StrayFacts {
  const quotedDates = quotes.flatMap(({ dates }) => dates.flatMap(readings))
  const quotedQuantities = quotes.flatMap(({ quantities }) => quantities)
  const quotedNumbers = new Set(quotes.flatMap(({ numbers }) => numbers))
  const isQuoted = (words: string) => quotes.some(({ text }) => canonical(text).includes(canonical(words)))

  return {
    dates: facts.dates
      .filter((mention) => !readings(mention).some((date) => quotedDates.some((stored) => agrees(date, stored))))
      .map((mention) => mention.text),
    impossibleDates: facts.impossibleDates.map((mention) => mention.text).filter((words) => !isQuoted(words)),
    quantities: facts.quantities.filter(
      ({ value, unit }) => !quotedQuantities.some((stored) => stored.value === value && stored.unit === unit),
    ),
    numbers: facts.numbers.filter((number) => !quotedNumbers.has(number)),
  }
}

const readings = ({ date, alternatives }: DateMention) => [date, ...alternatives]

function looseNumbers(text: string, read: readonly Span[]): string[] {
  const rest = read.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  )
  return canonical(rest.replace(ADDRESS, ' ')).match(NUMBER) ?? []
}

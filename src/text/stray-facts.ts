import type { Span } from '../vocabulary.ts'
import { agrees, type DateMention, readDates, readImpossibleDates } from './calendar.ts'
import { canonical } from './canonical.ts'
import { type Quantity, readQuantities } from './quantities.ts'

/** What a text states in dates, amounts and numbers, and the words that should prove it don't; as it's written there. */
export interface StrayFacts {
  dates: string[]
  /** Written as dates, and can't be any. */
  impossibleDates: string[]
  quantities: Quantity[]
  numbers: string[]
}

const NUMBER = /\d+(?:[.,]\d+)*/gu
const ADDRESS = /https?:\/\/[^\s\p{sc=Thai}]+/gu

/** Dates agree across calendars when all that the text's says the quote's says too. */
export function strayFacts(text: string, quoted: string): StrayFacts {
  const dates = readDates(text)
  const quotedMentions = readDates(quoted)
  const quotedDates = quotedMentions.flatMap(readings)
  const quantities = readQuantities(text)
  const quotedQuantities = readQuantities(quoted)
  const quotedNumbers = new Set(looseNumbers(quoted, [...quotedMentions, ...quotedQuantities]))
  const quotedWords = canonical(quoted)

  return {
    dates: dates
      .filter((mention) => !readings(mention).some((date) => quotedDates.some((stored) => agrees(date, stored))))
      .map((mention) => mention.text),
    impossibleDates: readImpossibleDates(text)
      .map((mention) => mention.text)
      .filter((words) => !quotedWords.includes(canonical(words))),
    quantities: quantities.filter(
      ({ value, unit }) => !quotedQuantities.some((stored) => stored.value === value && stored.unit === unit),
    ),
    numbers: looseNumbers(text, [...dates, ...quantities]).filter((number) => !quotedNumbers.has(number)),
  }
}

const readings = ({ date, alternatives }: DateMention) => [date, ...alternatives]

/** Numbers that are no part of a date, an amount or an address; in canonical digits. */
function looseNumbers(text: string, read: readonly Span[]): string[] {
  const rest = read.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  )
  return canonical(rest.replace(ADDRESS, ' ')).match(NUMBER) ?? []
}

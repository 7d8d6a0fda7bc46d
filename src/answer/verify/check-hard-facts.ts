import {
  agrees,
  type DateMention,
  daysBetween,
  monthsBetween,
  readDates,
  readImpossibleDates,
  yearsBetween,
} from '../../text/calendar.ts'
import { canonical } from '../../text/canonical.ts'
import { type Quantity, readQuantities } from '../../text/quantities.ts'
import type { Span } from '../../vocabulary.ts'
import type { ComputedSpan, DraftStatement, LocatedQuote } from '../draft.ts'

const DIGITS = /\d+(?:[.,]\d+)*/gu
const ADDRESS = /https?:\/\/[^\s\p{sc=Thai}]+/gu

/**
 * Every date, number and amount of the statement must stand in its quotes, in whichever calendar, or have been computed from
 * dates that do. Returns what doesn't, in words.
 */
export function checkHardFacts(
  { text, computed }: DraftStatement,
  quotes: readonly LocatedQuote[],
): string | undefined {
  const quoted = quotes.map((quote) => quote.text).join('\n')
  const quotedDates = readDates(quoted)
  const quotedQuantities = readQuantities(quoted)
  const dates = readDates(text)
  const quantities = readQuantities(text)

  const strayDate = dates.find((mention) => !isQuotedDate(mention, quotedDates))
  if (strayDate !== undefined) return `the date ${strayDate.text} is not in the quotes`

  const quotedWords = canonical(quoted)
  const impossible = readImpossibleDates(text).find((date) => !quotedWords.includes(canonical(date.text)))
  if (impossible !== undefined) return `${impossible.text} is no date, and not in the quotes`

  if (computed !== undefined) {
    const strayEnd = [computed.from, computed.to].find((date) => !quotedDates.some((quote) => agrees(date, quote.date)))
    if (strayEnd !== undefined) return 'a date that it was computed from is not in the quotes'
  }
  const strayQuantity = quantities.find(
    (quantity) => !isQuotedQuantity(quantity, quotedQuantities) && !isComputed(quantity, computed),
  )
  if (strayQuantity !== undefined) return `${strayQuantity.text} is not in the quotes`

  const numbers = new Set(looseNumbers(quoted, [...quotedDates, ...quotedQuantities]))
  const strayNumber = looseNumbers(text, [...dates, ...quantities]).find((number) => !numbers.has(number))
  return strayNumber === undefined ? undefined : `the number ${strayNumber} is not in the quotes`
}

function isQuotedDate(mention: DateMention, quoted: readonly DateMention[]): boolean {
  const readings = [mention.date, ...mention.alternatives]
  return quoted.some((quote) =>
    [quote.date, ...quote.alternatives].some((stored) => readings.some((reading) => agrees(reading, stored))),
  )
}

function isQuotedQuantity(quantity: Quantity, quoted: readonly Quantity[]): boolean {
  return quoted.some((quote) => quote.value === quantity.value && quote.unit === quantity.unit)
}

function isComputed({ value, unit }: Quantity, computed: ComputedSpan | undefined): boolean {
  if (computed === undefined) return false
  const { from, to } = computed
  return (
    (unit === 'day' && value === daysBetween(from, to)) ||
    (unit === 'month' && value === monthsBetween(from, to)) ||
    (unit === 'year' && value === yearsBetween(from, to))
  )
}

/** Numbers that are no part of a date, an amount or an address; in canonical digits. */
function looseNumbers(text: string, read: readonly Span[]): string[] {
  let rest = ''
  let from = 0
  for (const { start, end } of [...read].sort((a, b) => a.start - b.start)) {
    if (start < from) continue
    rest += `${text.slice(from, start)} `
    from = end
  }
  return canonical((rest + text.slice(from)).replace(ADDRESS, ' ')).match(DIGITS) ?? []
}

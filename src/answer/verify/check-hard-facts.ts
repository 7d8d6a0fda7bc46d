import { agrees, daysBetween, monthsBetween, readDates, yearsBetween } from '../../text/calendar.ts'
import type { Quantity } from '../../text/quantities.ts'
import { strayFacts } from '../../text/stray-facts.ts'
import type { ComputedSpan, DraftStatement, LocatedQuote } from '../draft.ts'

/**
 * Every date, number and amount of the statement must stand in its quotes, in whichever calendar, or have been computed from
 * dates that do. Returns what doesn't, in words.
 */
export function checkHardFacts(
  { text, computed }: DraftStatement,
  quotes: readonly LocatedQuote[],
): string | undefined {
  // No date and no amount goes beyond a blank line, so none is put together of two quotes.
  const quoted = quotes.map((quote) => quote.text).join('\n\n')
  const { dates, impossibleDates, quantities, numbers } = strayFacts(text, quoted)
  if (dates[0] !== undefined) return `the date ${dates[0]} is not in the quotes`
  if (impossibleDates[0] !== undefined) return `${impossibleDates[0]} is no date, and not in the quotes`

  if (computed !== undefined) {
    const quotedDates = readDates(quoted)
    const strayEnd = [computed.from, computed.to].find((date) => !quotedDates.some((quote) => agrees(date, quote.date)))
    if (strayEnd !== undefined) return 'a date that it was computed from is not in the quotes'
  }
  const strayQuantity = quantities.find((quantity) => !isComputed(quantity, computed))
  if (strayQuantity !== undefined) return `${strayQuantity.text} is not in the quotes`
  return numbers[0] === undefined ? undefined : `the number ${numbers[0]} is not in the quotes`
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

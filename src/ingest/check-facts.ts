import { agrees, type DateMention, readDates } from '../text/calendar.ts'
import { canonical } from '../text/canonical.ts'
import { readQuantities } from '../text/quantities.ts'
import type { Span } from '../vocabulary.ts'
import type { WrittenClause } from './parse-clauses.ts'
import type { ParsedDocument } from './parse-document.ts'
import type { Problems } from './problems.ts'

const NUMBER = /\d+(?:[.,]\d+)*/g
const ADDRESS = /https?:\/\/[^\s\p{sc=Thai}]+/gu

/** Dates, amounts and numbers of a sentence must stand in its quotes, in whichever calendar. Not when an address proves it too. */
export function checkFacts(parsed: ParsedDocument, clauses: readonly WrittenClause[], problems: Problems): void {
  for (const { text, start, proofs } of clauses.flatMap(({ sentences }) => sentences)) {
    const quotes = proofs.flatMap((proof) => (proof.kind === 'quote' ? proof.quote : []))
    if (quotes.length === 0 || quotes.length < proofs.length) continue
    for (const fact of factsBeyond(text, quotes.join('\n'))) {
      const what = `"${fact}" is in none of the sentence's proofs; correct it or add the proof`
      problems.add(parsed.document.file, parsed.lineAt(start), what)
    }
  }
}

/** What the text says in dates, amounts and numbers and the quoted words don't, as it is written. */
export function factsBeyond(text: string, quoted: string): string[] {
  const dates = readDates(text)
  const quotedDates = readDates(quoted).flatMap(readings)
  const amounts = readQuantities(text)
  const quotedAmounts = readQuantities(quoted)
  const quotedNumbers = new Set(numbersOf(quoted))
  return [
    ...dates.filter((mention) => !readings(mention).some((date) => quotedDates.some((stored) => agrees(date, stored)))),
    ...amounts.filter(
      ({ value, unit }) => !quotedAmounts.some((stored) => stored.value === value && stored.unit === unit),
    ),
  ]
    .map((fact) => fact.text)
    .concat(numbersOf(without(text, [...dates, ...amounts])).filter((number) => !quotedNumbers.has(number)))
}

const readings = ({ date, alternatives }: DateMention) => [date, ...alternatives]

const numbersOf = (text: string) => canonical(text.replace(ADDRESS, ' ')).match(NUMBER) ?? []

function without(text: string, spans: readonly Span[]): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
}

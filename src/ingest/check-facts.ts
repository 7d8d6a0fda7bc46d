import { readFacts, strayFacts } from '../text/stray-facts.ts'
import type { WrittenClause } from './parse-clauses.ts'
import type { ParsedDocument } from './parse-document.ts'
import type { Problems } from './problems.ts'

/** Dates, amounts and numbers of a sentence must stand in its quotes, in whichever calendar. Not when an address proves it too. */
export function checkFacts(parsed: ParsedDocument, clauses: readonly WrittenClause[], problems: Problems): void {
  for (const { text, start, proofs } of clauses.flatMap(({ sentences }) => sentences)) {
    const quotes = proofs.flatMap((proof) => (proof.kind === 'quote' ? proof.quote : []))
    if (quotes.length === 0 || quotes.length < proofs.length) continue
    for (const fact of factsBeyond(text, quotes.join('\n\n'))) {
      const what = `"${fact}" is in none of the sentence's proofs; correct it or add the proof`
      problems.add(parsed.document.file, parsed.lineAt(start), what)
    }
  }
}

/** What the text says in dates, amounts and numbers and the quoted words don't, as it is written. */
export function factsBeyond(text: string, quoted: string): string[] {
  const { dates, impossibleDates, quantities, numbers } = strayFacts(readFacts(text), [readFacts(quoted)])
  return [...dates, ...impossibleDates, ...quantities.map((quantity) => quantity.text), ...numbers]
}

import { compact } from '../text/compact.ts'
import { createTermMatcher } from '../text/term-matcher.ts'
import type { Gap, GlossaryTerm, Passage } from '../vocabulary.ts'
import { linesOf } from './lines.ts'
import type { ParsedDocument } from './parse-document.ts'
import { GAPS, type ParsedVocabulary } from './parse-vocabulary.ts'
import type { Problems } from './problems.ts'

/**
 * A gap whose wording stands in a passage is a problem: a source states it now. Not where the wording is part of a longer one of
 * the glossary, or beside one of the terms with which it is no gap.
 */
export function checkGaps(
  { terms, gaps, lineOf }: ParsedVocabulary,
  documents: readonly ParsedDocument[],
  passages: readonly Passage[],
  problems: Problems,
): void {
  const termIds = new Set(terms.map(({ id }) => id))
  // By number, since an id may be there twice.
  const matcher = createTermMatcher([
    ...terms.map((term) => ({ id: term.id, wordings: wordingsOf(term) })),
    ...gaps.map((gap, index) => ({ id: `gap ${index}`, wordings: wordingsOf(gap) })),
  ])
  const parsedById = new Map(documents.map((parsed) => [parsed.document.id, parsed]))
  for (const { documentId, text, start, headings, clause } of passages) {
    const { document, lineAt } = parsedById.get(documentId)!
    // A clause's headings are ours; those of prose are the source's own words.
    const ownHeadings = clause === undefined ? headings.map((heading) => ({ text: heading, start: 0 })) : []
    for (const line of [...ownHeadings, ...linesOf(text)]) {
      const form = compact(line.text)
      const matches = matcher.exact(line.text)
      const found = new Map(matches.map((match) => [match.id, match]))
      for (const [index, { id, unless = [] }] of gaps.entries()) {
        const match = found.get(`gap ${index}`)
        // A term that is none is a problem of its own.
        if (match === undefined || unless.some((term) => found.has(term) || !termIds.has(term))) continue
        const where = `${document.file}:${lineAt(start + line.start)}`
        const wording = form.slice(match.start, match.end)
        const what = `the gap ${id} is stated now: "${wording}" in ${where}; make the gap a topic of the glossary, or remove the wording`
        problems.add(GAPS, lineOf.gaps(['gaps', index]), what)
      }
    }
  }
}

const wordingsOf = ({ th, en, ja }: GlossaryTerm | Gap) => [...th, ...en, ...ja]

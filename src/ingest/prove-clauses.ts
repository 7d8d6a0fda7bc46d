import { type Canonical, canonicalWithOffsets, findQuote } from '../text/canonical.ts'
import type { Document, Passage, Proof, Span } from '../vocabulary.ts'
import type { WrittenClause } from './parse-clauses.ts'
import type { ParsedDocument } from './parse-document.ts'
import type { WrittenProof } from './parse-proof.ts'
import { createPassage, type Section } from './passage.ts'
import type { Problems } from './problems.ts'

export type QuoteFinder = (quote: string) => FoundQuote | { spansPassagesOf: string } | undefined

interface FoundQuote extends Span {
  documentId: string
  passageId: string
}

/** Finds quotes in canonical form, each whole within one passage; their offsets are those of the document's text. */
export function createQuoteFinder(documents: readonly Document[], passages: readonly Passage[]): QuoteFinder {
  const passagesOf = Map.groupBy(passages, ({ documentId }) => documentId)
  const canonicals = new Map<Document | Passage, Canonical>()
  const find = (stored: Document | Passage, quote: string) => {
    const form = canonicals.get(stored) ?? canonicalWithOffsets(stored.text)
    canonicals.set(stored, form)
    return findQuote(form, quote)
  }
  return (quote) => {
    const holders = documents.filter((document) => find(document, quote) !== undefined)
    for (const { id } of holders) {
      for (const passage of passagesOf.get(id) ?? []) {
        const span = find(passage, quote)
        if (span === undefined) continue
        const { start } = passage
        return { documentId: id, passageId: passage.id, start: start + span.start, end: start + span.end }
      }
    }
    return holders[0] && { spansPassagesOf: holders[0].file }
  }
}

/** The passages of a document of clauses, a section for each group. A proof that isn't found is a problem. */
export function proveClauses(
  parsed: ParsedDocument,
  clauses: readonly WrittenClause[],
  findQuoted: QuoteFinder,
  problems: Problems,
): Section[] {
  const { document } = parsed
  const prove = (proof: WrittenProof): Proof[] => {
    if (proof.kind === 'address') return [proof]
    const found = findQuoted(proof.quote)
    if (found && 'documentId' in found) return [{ kind: 'quote', ...found }]
    const what = found
      ? `these words don't lie within one passage of ${found.spansPassagesOf}; quote a shorter piece: "${proof.quote}"`
      : `these words stand in no stored document; quote a source's own words or give an address: "${proof.quote}"`
    problems.add(document.file, proof.line, what)
    return []
  }
  const byGroup = Map.groupBy(clauses, ({ group }) => group)
  return Array.from(byGroup, ([group, members]) =>
    members.map((clause) => ({
      ...createPassage(document, clause.id, [document.title, group.heading, clause.heading], clause),
      clause: clause.id,
      group: group.id,
      ...(group.examples ? { examples: true } : {}),
      sentences: clause.sentences.map(({ start, end, proofs }) => ({ start, end, proofs: proofs.flatMap(prove) })),
    })),
  )
}

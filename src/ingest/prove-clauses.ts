import { type Canonical, canonicalWithOffsets, findQuote } from '../text/canonical.ts'
import type { Document, Passage, Proof, Sentence, Span } from '../vocabulary.ts'
import type { WrittenClause } from './parse-clauses.ts'
import type { ParsedDocument } from './parse-document.ts'
import type { WrittenProof } from './parse-proof.ts'
import { createPassage, type Section } from './passage.ts'
import type { Problems } from './problems.ts'

interface FoundQuote extends Span {
  documentId: string
  passageId: string
}

/** Where a proof's words stand. `before`: where they stood, when the clause itself hasn't changed since. */
export type ProofFinder = (
  quote: string,
  before: Proof | undefined,
) => FoundQuote | { spansPassagesOf: string } | undefined

/**
 * Finds quotes in canonical form, each whole within one passage of the first document that has such a one; their offsets are
 * those of the document's text. Words stay where they stood, unless that document or one that has them has changed.
 */
export function createProofFinder(
  documents: ReadonlyMap<Document, readonly Section[]>,
  isUnchanged: (document: Document) => boolean = () => false,
): ProofFinder {
  const unchanged = new Set([...documents.keys()].filter(isUnchanged).map(({ id }) => id))
  const changed = new Map([...documents].filter(([document]) => !isUnchanged(document)))
  const canonicals = new Map<Document | Passage, Canonical>()
  const find = (stored: Document | Passage, quote: string) => {
    const form = canonicals.get(stored) ?? canonicalWithOffsets(stored.text)
    canonicals.set(stored, form)
    return findQuote(form, quote)
  }
  const findIn = (among: ReadonlyMap<Document, readonly Section[]>, quote: string) => {
    let holder: Document | undefined
    for (const [document, sections] of among) {
      if (find(document, quote) === undefined) continue
      holder ??= document
      for (const passage of sections.flat()) {
        const span = find(passage, quote)
        if (span === undefined) continue
        const { start } = passage
        return { documentId: document.id, passageId: passage.id, start: start + span.start, end: start + span.end }
      }
    }
    return holder && { spansPassagesOf: holder.file }
  }
  return (quote, before) => {
    const mayStay = before?.kind === 'quote' && unchanged.has(before.documentId)
    return mayStay && findIn(changed, quote) === undefined ? before : findIn(documents, quote)
  }
}

export interface ProofSources {
  findQuoted: ProofFinder
  /** The sentences from before, by clause, when the document hasn't changed. */
  before?: ReadonlyMap<string, readonly Sentence[]> | undefined
}

/** The passages of a document of clauses, a section for each group. A proof that isn't found is a problem. */
export function proveClauses(
  parsed: ParsedDocument,
  clauses: readonly WrittenClause[],
  { findQuoted, before }: ProofSources,
  problems: Problems,
): Section[] {
  const { document } = parsed
  const prove = (proof: WrittenProof, stood: Proof | undefined): Proof[] => {
    if (proof.kind === 'address') return [proof]
    const found = findQuoted(proof.quote, stood)
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
      sentences: clause.sentences.map(({ start, end, proofs }, number) => {
        const stood = before?.get(clause.id)?.[number]?.proofs ?? []
        return { start, end, proofs: proofs.flatMap((proof, place) => prove(proof, stood[place])) }
      }),
    })),
  )
}

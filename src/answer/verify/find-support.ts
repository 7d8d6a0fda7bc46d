import type { Passage, Sentence } from '../../vocabulary.ts'
import type { LocatedQuote } from '../draft.ts'

/** What the documents themselves say for a quote's words in other places: the same sentence in other languages. */
export type SupportFinder = (quote: LocatedQuote) => string[]

interface StoredSentence {
  passage: Passage
  sentence: Sentence
  /** Its place among the passage's sentences, the same in each language. */
  at: number
}

/** So much of a sentence must be quoted before its translations count as quoted. */
const WHOLE = 0.8

export function createSupportFinder(passages: readonly Passage[]): SupportFinder {
  const byClause = Map.groupBy(
    passages.filter(({ clause }) => clause !== undefined),
    ({ clause }) => clause!,
  )
  const stored = passages.flatMap((passage) =>
    (passage.sentences ?? []).map((sentence, at): StoredSentence => ({ passage, sentence, at })),
  )
  const byProof = Map.groupBy(
    // A sentence with other proofs besides says more than this one's words.
    stored.filter(({ sentence: { proofs } }) => proofs.length === 1 && proofs[0]!.kind === 'quote'),
    ({ sentence: { proofs } }) => (proofs[0]!.kind === 'quote' ? proofs[0]!.passageId : ''),
  )
  const versionsOf = ({ passage, at }: StoredSentence): string[] =>
    (byClause.get(passage.clause ?? '') ?? [passage]).flatMap((version) => {
      const sentence = version.sentences?.length === passage.sentences?.length ? version.sentences?.[at] : undefined
      return sentence === undefined
        ? []
        : version.text.slice(sentence.start - version.start, sentence.end - version.start)
    })

  return ({ passage, start, end }) => {
    const isQuoted = (span: { start: number; end: number }) =>
      Math.min(end, span.end) - Math.max(start, span.start) >= WHOLE * (span.end - span.start)
    const own = (passage.sentences ?? []).map((sentence, at) => ({ passage, sentence, at }))
    const proved = (byProof.get(passage.id) ?? []).filter(({ sentence: { proofs } }) => {
      const [proof] = proofs
      return proof?.kind === 'quote' && isQuoted(proof)
    })
    return [...own.filter(({ sentence }) => isQuoted(sentence)), ...proved].flatMap(versionsOf)
  }
}

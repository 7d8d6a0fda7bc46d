import { type Canonical, canonical, canonicalWithOffsets, findQuote } from '../../text/canonical.ts'
import type { Passage } from '../../vocabulary.ts'
import type { DraftQuote, LocatedQuote } from '../draft.ts'
import type { VerifiableEvidence } from './verify.ts'

/** Graphemes of canonical text, where nothing invisible counts; a shorter quote could stand anywhere. */
const SHORTEST_QUOTE = 4
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })

/** Finds a quote in the passage that it's said to be from: contiguous, not too short, compared in canonical form. */
export function locateQuote(
  { passageId, quote }: DraftQuote,
  evidence: VerifiableEvidence,
  canonicalOf: (passage: Passage) => Canonical = ({ text }) => canonicalWithOffsets(text),
): LocatedQuote | undefined {
  const passage = evidence.passages.get(passageId)
  if (passage === undefined || isShorter(quote, SHORTEST_QUOTE)) return undefined
  const span = findQuote(canonicalOf(passage), quote)
  if (span === undefined) return undefined
  const start = passage.start + span.start
  const end = passage.start + span.end
  return { passage, start, end, text: passage.text.slice(span.start, span.end) }
}

function isShorter(text: string, count: number): boolean {
  let seen = 0
  for (const _ of graphemes.segment(canonical(text).trim())) if (++seen >= count) return false
  return true
}

/** Are these whole sentences of a clause, or whole sentences or lines of prose? */
export function isWhole({ passage, start, end }: LocatedQuote): boolean {
  const { sentences } = passage
  if (sentences !== undefined) {
    const quoted = sentences.filter((sentence) => start < sentence.end && sentence.start < end)
    return quoted.length > 0 && quoted.every((sentence) => start <= sentence.start && sentence.end <= end)
  }
  const before = passage.text.slice(0, start - passage.start).trimEnd()
  const after = passage.text.slice(end - passage.start)
  const isBegun =
    before === '' || SENTENCE_END.test(before) || /\n\s*$/u.test(passage.text.slice(0, start - passage.start))
  return (
    isBegun &&
    (after.trim() === '' || /^\s*\n/u.test(after) || SENTENCE_END.test(passage.text.slice(0, end - passage.start)))
  )
}

const SENTENCE_END = /[.!?。！？]["'”’」』)]*$/u
/** Thai prose marks no sentences: so much before a quote may still say of it that it's only planned, drafted or denied. */
const REACH = 40

/** A quote with what may turn its meaning round: the sentence that it's cut out of, or what stands right before it in prose. */
export function withContext({ passage, start, end, text }: LocatedQuote): string {
  const { sentences } = passage
  if (sentences === undefined) {
    const from = start - passage.start
    const before = passage.text.slice(Math.max(0, from - REACH), from)
    return before.slice(before.lastIndexOf('\n') + 1) + text
  }
  const quoted = sentences.filter((sentence) => start < sentence.end && sentence.start < end)
  const first = Math.min(start, ...quoted.map((sentence) => sentence.start))
  const last = Math.max(end, ...quoted.map((sentence) => sentence.end))
  return passage.text.slice(first - passage.start, last - passage.start)
}

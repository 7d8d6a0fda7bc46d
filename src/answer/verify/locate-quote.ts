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

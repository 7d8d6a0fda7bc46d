import { diffArrays } from 'diff'
import type { Language } from '../vocabulary.ts'

/** A run of words that stand in both texts, or in one of them alone. */
export interface DiffPiece {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Texts that differ by more words aren't two wordings of one: comparing them would take time with the square of it. */
const MOST_EDITS = 2000

/** Word by word, in languages that put no spaces between words too. The pieces but `added` join to `before`, those but `removed` to `after`. Of texts that have next to nothing in common, each is one piece. */
export function diffWords(before: string, after: string, language: Language): DiffPiece[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  const wordsOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS })
  if (changes === undefined) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** From 0 to 1: the share of the characters of both that stand in both. */
export function likeness(pieces: readonly DiffPiece[]): number {
  let same = 0
  let all = 0
  for (const { kind, text } of pieces) {
    const weight = kind === 'same' ? 2 * text.length : text.length
    all += weight
    if (kind === 'same') same += weight
  }
  return all === 0 ? 1 : same / all
}

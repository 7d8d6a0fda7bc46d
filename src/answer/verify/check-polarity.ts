import type { TextAnalysis } from './analyse-text.ts'
import type { Mood } from './moods.ts'

const DIFFERENCES: readonly [Mood, string][] = [
  ['negated', 'denies what the quotes say, or the reverse'],
  ['possible', 'makes certain what is possible, or the reverse'],
  ['obliged', 'makes a duty of what is none, or the reverse'],
]

/** Does the statement deny, allow or oblige as its quotes do? Returns in which way it doesn't. */
export function checkPolarity(statement: TextAnalysis, quotes: readonly TextAnalysis[]): string | undefined {
  const differing = DIFFERENCES.find(
    ([mood]) => statement.moods.has(mood) !== quotes.some(({ moods }) => moods.has(mood)),
  )
  return differing?.[1]
}

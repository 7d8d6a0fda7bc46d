import type { TextAnalysis } from './analyse-text.ts'
import type { Mood } from './moods.ts'

const DIFFERENCES: readonly [Mood, string][] = [
  ['negated', 'denies what the quotes say, or the reverse'],
  ['possible', 'makes certain what is possible, or the reverse'],
  ['obliged', 'makes a duty of what is none, or the reverse'],
]

/** What a statement may only say when its quotes do. */
const ADDITIONS: readonly [Mood, string][] = [
  ['causal', 'gives a cause that the quotes do not'],
  ['ordered', 'puts in an order of time what the quotes do not'],
]

/** Does the statement deny, allow or oblige as its quotes do? Returns in which way it doesn't. */
export function checkPolarity(
  statement: TextAnalysis,
  quotes: readonly TextAnalysis[],
  supports: readonly TextAnalysis[] = quotes,
): string | undefined {
  const differing = DIFFERENCES.find(
    ([mood]) => statement.moods.has(mood) !== quotes.some(({ moods }) => moods.has(mood)),
  )
  if (differing !== undefined) return differing[1]
  const added = ADDITIONS.find(([mood]) => statement.moods.has(mood) && !supports.some(({ moods }) => moods.has(mood)))
  return added?.[1]
}

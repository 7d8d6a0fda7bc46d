import type { WeightedTerm } from '../text/terms.ts'
import { type Postings, postingsOf, type TermLists } from './postings.ts'
import { inverseDocumentFrequency, MAX_GAIN, type Weights, weighPostings } from './weigh-postings.ts'

/** BM25 over numbered units (passages, or sections). */
export interface LexicalIndex {
  /** Number of units. */
  readonly size: number
  /** Each unit's score, 0 where no term stands; written to `scores` when that's given. */
  score(terms: readonly WeightedTerm[], scores?: Float32Array): Float32Array
  /** What no unit can exceed, not if it repeats every term without end; unknown terms count as the rarest. */
  ideal(terms: readonly WeightedTerm[]): number
  /** Best score ÷ ideal, from 0 for no term known to below 1: what share of the question the best unit speaks of. */
  relevance(terms: readonly WeightedTerm[], scores?: Float32Array): number
}

export function buildLexicalIndex(units: TermLists): LexicalIndex {
  return createLexicalIndex(postingsOf(units))
}

export function createLexicalIndex(postings: Postings): LexicalIndex {
  const { size, termStarts, postingStarts, units, characters } = postings
  const rarityOfUnknown = inverseDocumentFrequency(size, 0)
  let weights: Weights | undefined
  const weighed = () => {
    weights ??= weighPostings(postings)
    return weights
  }

  const compare = (t: number, term: string) => {
    const start = termStarts[t]!
    const length = termStarts[t + 1]! - start
    const shared = Math.min(length, term.length)
    for (let i = 0; i < shared; i++) {
      const difference = characters[start + i]! - term.charCodeAt(i)
      if (difference !== 0) return difference
    }
    return length - term.length
  }
  const find = (term: string) => {
    let low = 0
    let high = termStarts.length - 2
    while (low <= high) {
      const middle = (low + high) >>> 1
      const order = compare(middle, term)
      if (order === 0) return middle
      if (order < 0) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  const score = (terms: readonly WeightedTerm[], scores = new Float32Array(size)) => {
    const { impacts } = weighed()
    scores.fill(0)
    for (const { term, weight } of terms) {
      const t = find(term)
      if (t === -1) continue
      const end = postingStarts[t + 1]!
      for (let p = postingStarts[t]!; p < end; p++) scores[units[p]!]! += weight * impacts[p]!
    }
    return scores
  }
  const ideal = (terms: readonly WeightedTerm[]) => {
    const { rarities } = weighed()
    let sum = 0
    for (const { term, weight } of terms) {
      const t = find(term)
      sum += weight * (t === -1 ? rarityOfUnknown : rarities[t]!)
    }
    return sum * MAX_GAIN
  }
  const relevance = (terms: readonly WeightedTerm[], scores = score(terms)) => {
    let best = 0
    for (let unit = 0; unit < size; unit++) best = Math.max(best, scores[unit]!)
    return best === 0 ? 0 : best / ideal(terms)
  }
  return { size, score, ideal, relevance }
}

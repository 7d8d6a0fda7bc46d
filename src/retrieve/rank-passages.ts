import type { SearchIndex } from '../search-index/search-index.ts'
import type { WeightedTerm } from '../text/terms.ts'

export interface Query {
  terms: readonly WeightedTerm[]
  vector?: Float32Array
}

export interface RankWeights {
  /** Of the section that a passage stands in, beside its own 1. */
  parentWeight?: number
  /** Of the vectors' similarity. */
  vectorWeight?: number
}

/**
 * Hashed vectors know less than the terms, so they settle little more than ties: the more they weigh beyond this, the worse
 * the ranking (`npm run evaluate -- --squad FILE`).
 */
export const HASHED_VECTOR_WEIGHT = 0.02

/** How many of the nearest vectors count; a passage beyond them is as good as unrelated. */
const NEAREST = 100

/**
 * The score of each passage, by ordinal: of its terms, its section's terms and its vector, each divided by the best of its
 * kind. Sums rather than fused ranks: ranks would let the weaker evidence outvote the stronger.
 */
export function rankPassages(
  index: SearchIndex,
  query: Query,
  { parentWeight = 0.5, vectorWeight = HASHED_VECTOR_WEIGHT }: RankWeights = {},
): Float32Array {
  const scores = divideByMax(index.lexical.score(query.terms))
  const sectionScores = divideByMax(index.sections.score(query.terms))
  for (let ordinal = 0; ordinal < scores.length; ordinal++) {
    scores[ordinal]! += parentWeight * sectionScores[index.sectionOf[ordinal]!]!
  }
  if (query.vector !== undefined && vectorWeight > 0) {
    const nearest = index.vectors.nearest(query.vector, NEAREST)
    const best = nearest[0]?.score ?? 0
    for (const { ordinal, score } of nearest) {
      if (score > 0) scores[ordinal]! += (vectorWeight * score) / best
    }
  }
  return scores
}

function divideByMax(scores: Float32Array): Float32Array {
  let max = 0
  for (let i = 0; i < scores.length; i++) max = Math.max(max, scores[i]!)
  if (max > 0) for (let i = 0; i < scores.length; i++) scores[i]! /= max
  return scores
}

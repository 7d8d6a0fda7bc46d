import type { Postings } from './postings.ts'

/**
 * Below Lucene's 1.2 and 0.75: passages are short and cut to about one length, so repetition and length say little. Chosen on
 * the Thai questions of iApp's wiki QA (`npm run evaluate -- --squad FILE`).
 */
const K1 = 0.6
const B = 0.3

/** Times its rarity, what a term adds at most, however often it's repeated. */
export const MAX_GAIN = K1 + 1

/** What a question is scored by. It follows from all the units together, so it's worked out when an index is first asked. */
export interface Weights {
  /** Inverse document frequency of each term. */
  rarities: Float32Array
  /** What each posting's term adds to its unit's score: all of BM25 but the question's weight. */
  impacts: Float32Array
}

export function weighPostings({ size, lengths, postingStarts, units, frequencies }: Postings): Weights {
  const terms = postingStarts.length - 1
  const rarities = new Float32Array(terms)
  const impacts = new Float32Array(units.length)
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / size || 1
  const normalisations = Float64Array.from(lengths, (length) => K1 * (1 - B + (B * length) / averageLength))
  for (let t = 0; t < terms; t++) {
    const end = postingStarts[t + 1]!
    const rarity = inverseDocumentFrequency(size, end - postingStarts[t]!)
    rarities[t] = rarity
    for (let p = postingStarts[t]!; p < end; p++) {
      const frequency = frequencies[p]!
      impacts[p] = (rarity * frequency * MAX_GAIN) / (frequency + normalisations[units[p]!]!)
    }
  }
  return { rarities, impacts }
}

export function inverseDocumentFrequency(size: number, frequency: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))
}

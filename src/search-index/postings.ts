import { AccordError } from '../errors.ts'
import type { WeightedTerm } from '../text/terms.ts'

/**
 * An inverted index as plain arrays. Terms are sorted by UTF-16 unit, term `t` is `characters[termStarts[t]..termStarts[t+1]]`
 * and its postings are `units` and `impacts` from `postingStarts[t]` to `postingStarts[t+1]`.
 */
export interface Postings {
  size: number
  termStarts: Uint32Array
  postingStarts: Uint32Array
  /** Inverse document frequency of each term. */
  rarities: Float32Array
  units: Uint32Array
  /** What the term adds to the unit's score: all of BM25 but the question's weight. */
  impacts: Float32Array
  characters: Uint16Array
}

/**
 * Below Lucene's 1.2 and 0.75: passages are short and cut to about one length, so repetition and length say little. Chosen on
 * the Thai questions of iApp's wiki QA (`npm run evaluate -- --squad FILE`).
 */
const K1 = 0.6
const B = 0.3

/** Times its rarity, what a term adds at most, however often it's repeated. */
export const MAX_GAIN = K1 + 1

export function buildPostings(units: readonly (readonly WeightedTerm[])[]): Postings {
  const postingsOf = new Map<string, Map<number, number>>()
  const lengths = new Float32Array(units.length)
  let totalLength = 0
  units.forEach((terms, unit) => {
    for (const { term, weight } of terms) {
      const frequencies = postingsOf.get(term) ?? new Map<number, number>()
      postingsOf.set(term, frequencies)
      frequencies.set(unit, (frequencies.get(unit) ?? 0) + weight)
      lengths[unit]! += weight
      totalLength += weight
    }
  })
  const averageLength = totalLength / units.length || 1
  const terms = [...postingsOf.keys()].sort()
  const postingCount = terms.reduce((sum, term) => sum + postingsOf.get(term)!.size, 0)
  const characters = new Uint16Array(terms.reduce((sum, term) => sum + term.length, 0))
  const postings: Postings = {
    size: units.length,
    termStarts: new Uint32Array(terms.length + 1),
    postingStarts: new Uint32Array(terms.length + 1),
    rarities: new Float32Array(terms.length),
    units: new Uint32Array(postingCount),
    impacts: new Float32Array(postingCount),
    characters,
  }
  let character = 0
  let posting = 0
  terms.forEach((term, t) => {
    for (let i = 0; i < term.length; i++) characters[character++] = term.charCodeAt(i)
    const frequencies = postingsOf.get(term)!
    const rarity = inverseDocumentFrequency(units.length, frequencies.size)
    for (const [unit, frequency] of frequencies) {
      const normalisation = K1 * (1 - B + (B * lengths[unit]!) / averageLength)
      postings.units[posting] = unit
      postings.impacts[posting++] = (rarity * frequency * MAX_GAIN) / (frequency + normalisation)
    }
    postings.rarities[t] = rarity
    postings.termStarts[t + 1] = character
    postings.postingStarts[t + 1] = posting
  })
  return postings
}

export function inverseDocumentFrequency(size: number, frequency: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))
}

const HEADER_LENGTH = 4

/** Counts of units, terms, postings and characters, then the arrays; all numbers little-endian. */
export function encodePostings(postings: Postings): Uint8Array {
  const { size, termStarts, postingStarts, rarities, units, impacts, characters } = postings
  const header = Uint32Array.of(size, rarities.length, units.length, characters.length)
  return Buffer.concat(
    [header, termStarts, postingStarts, rarities, units, impacts, characters].map((array) => {
      return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    }),
  )
}

/** Views of the bytes, which must not change afterwards. Throws an AccordError when they are too few or too many. */
export function decodePostings(bytes: Uint8Array): Postings {
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  if (bytes.byteLength < HEADER_LENGTH * 4) throw new AccordError('The lexical index ends within its header')
  const [size = 0, terms = 0, postings = 0, characters = 0] = new Uint32Array(buffer, byteOffset, HEADER_LENGTH)
  const expected = 4 * (HEADER_LENGTH + 2 * (terms + 1) + terms + 2 * postings) + 2 * characters
  if (bytes.byteLength !== expected) {
    throw new AccordError(`The lexical index has ${bytes.byteLength} bytes, its header asks for ${expected}`)
  }
  let at = byteOffset + HEADER_LENGTH * 4
  const take = <T extends { byteLength: number }>(array: T) => {
    at += array.byteLength
    return array
  }
  return {
    size,
    termStarts: take(new Uint32Array(buffer, at, terms + 1)),
    postingStarts: take(new Uint32Array(buffer, at, terms + 1)),
    rarities: take(new Float32Array(buffer, at, terms)),
    units: take(new Uint32Array(buffer, at, postings)),
    impacts: take(new Float32Array(buffer, at, postings)),
    characters: take(new Uint16Array(buffer, at, characters)),
  }
}

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

/** The terms of numbered units, or what was built of them already. */
export type TermLists = readonly (readonly WeightedTerm[])[] | Postings

export function postingsOf(units: TermLists): Postings {
  return 'postingStarts' in units ? units : buildPostings(units)
}

export function buildPostings(units: readonly (readonly WeightedTerm[])[]): Postings {
  const builder = createPostingsBuilder()
  for (const terms of units) builder.add(terms)
  return builder.build()
}

export interface PostingsBuilder {
  /** The terms of the next unit. */
  add(terms: readonly WeightedTerm[]): void
  /** Once, at the end. */
  build(): Postings
}

/** Keeps sixteen bytes a posting, however long the terms: the units needn't be in memory together. */
export function createPostingsBuilder(): PostingsBuilder {
  const numbers = new Map<string, number>()
  /** Of each term: how many postings it has, and the last of them. */
  const counts: number[] = []
  const lastPosting: number[] = []
  const lengths: number[] = []
  let postedTerms = new Uint32Array(INITIAL_CAPACITY)
  let postedUnits = new Uint32Array(INITIAL_CAPACITY)
  let frequencies = new Float64Array(INITIAL_CAPACITY)
  let size = 0

  const grow = () => {
    const grown = <T extends Uint32Array | Float64Array>(old: T, fresh: T) => {
      fresh.set(old)
      return fresh
    }
    postedTerms = grown(postedTerms, new Uint32Array(2 * size))
    postedUnits = grown(postedUnits, new Uint32Array(2 * size))
    frequencies = grown(frequencies, new Float64Array(2 * size))
  }
  const post = (number: number, unit: number, weight: number) => {
    const last = lastPosting[number]
    if (last !== undefined && postedUnits[last] === unit) {
      frequencies[last]! += weight
      return
    }
    if (size === postedTerms.length) grow()
    postedTerms[size] = number
    postedUnits[size] = unit
    frequencies[size] = weight
    counts[number] = (counts[number] ?? 0) + 1
    lastPosting[number] = size++
  }
  return {
    add(terms) {
      const unit = lengths.length
      let length = 0
      for (const { term, weight } of terms) {
        const number = numbers.get(term) ?? numbers.size
        if (number === numbers.size) numbers.set(term, number)
        post(number, unit, weight)
        length = Math.fround(length + weight)
      }
      lengths.push(length)
    },
    build() {
      const terms = [...numbers.keys()].sort()
      const rankOf = new Uint32Array(terms.length)
      terms.forEach((term, rank) => {
        rankOf[numbers.get(term)!] = rank
      })
      const postings = emptyPostings(lengths.length, terms, (rank) => counts[numbers.get(terms[rank]!)!]!, size)
      const averageLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1
      const next = postings.postingStarts.slice(0, -1)
      for (let p = 0; p < size; p++) {
        const rank = rankOf[postedTerms[p]!]!
        const unit = postedUnits[p]!
        const frequency = frequencies[p]!
        const normalisation = K1 * (1 - B + (B * lengths[unit]!) / averageLength)
        const place = next[rank]!++
        postings.units[place] = unit
        const rarity = inverseDocumentFrequency(lengths.length, counts[postedTerms[p]!]!)
        postings.impacts[place] = (rarity * frequency * MAX_GAIN) / (frequency + normalisation)
      }
      return postings
    },
  }
}

const INITIAL_CAPACITY = 4096

/** With all but units and impacts. */
function emptyPostings(
  size: number,
  terms: readonly string[],
  countOf: (t: number) => number,
  count: number,
): Postings {
  const characters = new Uint16Array(terms.reduce((sum, term) => sum + term.length, 0))
  const termStarts = new Uint32Array(terms.length + 1)
  const postingStarts = new Uint32Array(terms.length + 1)
  const rarities = new Float32Array(terms.length)
  let character = 0
  terms.forEach((term, t) => {
    for (let i = 0; i < term.length; i++) characters[character++] = term.charCodeAt(i)
    rarities[t] = inverseDocumentFrequency(size, countOf(t))
    termStarts[t + 1] = character
    postingStarts[t + 1] = postingStarts[t]! + countOf(t)
  })
  return {
    size,
    termStarts,
    postingStarts,
    rarities,
    units: new Uint32Array(count),
    impacts: new Float32Array(count),
    characters,
  }
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

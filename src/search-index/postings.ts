import type { WeightedTerm } from '../text/terms.ts'

/**
 * An inverted index as plain arrays. Terms are sorted by UTF-16 unit, term `t` is `characters[termStarts[t]..termStarts[t+1]]`
 * and its postings are `units`, which ascend, and `frequencies` from `postingStarts[t]` to `postingStarts[t+1]`. It holds what
 * each unit says and nothing of the others, so that a new one can be put together from the parts of an old.
 */
export interface Postings {
  size: number
  /** Of each unit, the sum of its terms' weights. */
  lengths: Float32Array
  termStarts: Uint32Array
  postingStarts: Uint32Array
  units: Uint32Array
  /** How often the term stands in the unit, times its weight. */
  frequencies: Float32Array
  characters: Uint16Array
}

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
        length += weight
      }
      lengths.push(length)
    },
    build() {
      const terms = [...numbers.keys()].sort()
      const rankOf = new Uint32Array(terms.length)
      terms.forEach((term, rank) => {
        rankOf[numbers.get(term)!] = rank
      })
      const postings = emptyPostings(lengths, terms, (rank) => counts[numbers.get(terms[rank]!)!]!, size)
      const next = postings.postingStarts.slice(0, -1)
      for (let p = 0; p < size; p++) {
        const place = next[rankOf[postedTerms[p]!]!]!++
        postings.units[place] = postedUnits[p]!
        postings.frequencies[place] = frequencies[p]!
      }
      return postings
    },
  }
}

const INITIAL_CAPACITY = 4096

/** With all but units and frequencies. */
function emptyPostings(
  lengths: readonly number[],
  terms: readonly string[],
  countOf: (t: number) => number,
  count: number,
): Postings {
  const characters = new Uint16Array(terms.reduce((sum, term) => sum + term.length, 0))
  const termStarts = new Uint32Array(terms.length + 1)
  const postingStarts = new Uint32Array(terms.length + 1)
  let character = 0
  terms.forEach((term, t) => {
    for (let i = 0; i < term.length; i++) characters[character++] = term.charCodeAt(i)
    termStarts[t + 1] = character
    postingStarts[t + 1] = postingStarts[t]! + countOf(t)
  })
  return {
    size: lengths.length,
    lengths: Float32Array.from(lengths),
    termStarts,
    postingStarts,
    units: new Uint32Array(count),
    frequencies: new Float32Array(count),
    characters,
  }
}

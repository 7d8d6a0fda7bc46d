import type { Postings } from './postings.ts'

/**
 * The postings of units of which most are known from before: unit `i` is unit `sources[i]` of `earlier`, or, when that is
 * negative, unit `-1 - sources[i]` of `fresh`. No unit may be taken twice. Gives what building from all their terms would.
 */
export function mergePostings(earlier: Postings, fresh: Postings, sources: Int32Array): Postings {
  const merged = roomFor(earlier, fresh, sources.length)
  const { lengths, termStarts, postingStarts, units, frequencies, characters } = merged
  const placeOfEarlier = new Int32Array(earlier.size).fill(-1)
  const placeOfFresh = new Int32Array(fresh.size).fill(-1)
  for (const [unit, source] of sources.entries()) {
    const [from, number, places] = source < 0 ? [fresh, -1 - source, placeOfFresh] : [earlier, source, placeOfEarlier]
    places[number] = unit
    lengths[unit] = from.lengths[number]!
  }
  const earlierInOrder = ascends(placeOfEarlier)
  const freshInOrder = ascends(placeOfFresh)
  let [term, posting, character] = [0, 0, 0]

  const take = (from: Postings, t: number, places: Int32Array) => {
    for (let p = from.postingStarts[t]!; p < from.postingStarts[t + 1]!; p++) {
      const unit = places[from.units[p]!]!
      if (unit === -1) continue
      units[posting] = unit
      frequencies[posting++] = from.frequencies[p]!
    }
  }
  const close = (from: Postings, t: number) => {
    if (posting === postingStarts[term]) return
    const start = from.termStarts[t]!
    const end = from.termStarts[t + 1]!
    characters.set(from.characters.subarray(start, end), character)
    character += end - start
    termStarts[++term] = character
    postingStarts[term] = posting
  }
  const [earlierTerms, freshTerms] = [countTerms(earlier), countTerms(fresh)]
  for (let e = 0, f = 0; e < earlierTerms || f < freshTerms; ) {
    const order = e === earlierTerms ? 1 : f === freshTerms ? -1 : compareTerms(earlier, e, fresh, f)
    const start = posting
    if (order <= 0) {
      take(earlier, e, placeOfEarlier)
      if (!earlierInOrder) sortRun(units, frequencies, start, posting)
    }
    const middle = posting
    if (order >= 0) {
      take(fresh, f, placeOfFresh)
      if (!freshInOrder) sortRun(units, frequencies, middle, posting)
    }
    mergeRuns(units, frequencies, start, middle, posting)
    if (order <= 0) close(earlier, e++)
    else close(fresh, f)
    if (order >= 0) f++
  }
  return {
    ...merged,
    termStarts: termStarts.slice(0, term + 1),
    postingStarts: postingStarts.slice(0, term + 1),
    units: units.subarray(0, posting),
    frequencies: frequencies.subarray(0, posting),
    characters: characters.slice(0, character),
  }
}

/** The postings of groups of units that stand together: `groupOf` has the number of each unit's group and ascends. */
export function groupPostings(postings: Postings, groupOf: readonly number[], groups: number): Postings {
  const lengths = new Float64Array(groups)
  for (const [unit, group] of groupOf.entries()) lengths[group]! += postings.lengths[unit]!
  const places = Uint32Array.from(groupOf)
  const units = new Uint32Array(postings.units.length)
  const frequencies = new Float32Array(postings.units.length)
  const postingStarts = new Uint32Array(postings.postingStarts.length)
  let posting = 0
  for (let t = 0, p = 0; t + 1 < postingStarts.length; t++) {
    const end = postings.postingStarts[t + 1]!
    while (p < end) {
      const group = places[postings.units[p]!]!
      let frequency = 0
      for (; p < end && places[postings.units[p]!] === group; p++) frequency += postings.frequencies[p]!
      units[posting] = group
      frequencies[posting++] = frequency
    }
    postingStarts[t + 1] = posting
  }
  const { termStarts, characters } = postings
  return {
    size: groups,
    lengths: Float32Array.from(lengths),
    termStarts,
    postingStarts,
    units: units.slice(0, posting),
    frequencies: frequencies.slice(0, posting),
    characters,
  }
}

const countTerms = ({ termStarts }: Postings) => termStarts.length - 1

/** At most as much as both have together. */
function roomFor(a: Postings, b: Postings, size: number): Postings {
  const terms = countTerms(a) + countTerms(b)
  const postings = a.units.length + b.units.length
  return {
    size,
    lengths: new Float32Array(size),
    termStarts: new Uint32Array(terms + 1),
    postingStarts: new Uint32Array(terms + 1),
    units: new Uint32Array(postings),
    frequencies: new Float32Array(postings),
    characters: new Uint16Array(a.characters.length + b.characters.length),
  }
}

function compareTerms(a: Postings, t: number, b: Postings, u: number): number {
  const [startA, startB] = [a.termStarts[t]!, b.termStarts[u]!]
  const [lengthA, lengthB] = [a.termStarts[t + 1]! - startA, b.termStarts[u + 1]! - startB]
  for (let i = 0; i < lengthA && i < lengthB; i++) {
    const difference = a.characters[startA + i]! - b.characters[startB + i]!
    if (difference !== 0) return difference
  }
  return lengthA - lengthB
}

/** Leaving out -1, the units that weren't taken. */
function ascends(places: Int32Array): boolean {
  let last = -1
  for (const place of places) {
    if (place === -1) continue
    if (place < last) return false
    last = place
  }
  return true
}

/** Two runs that ascend, one behind the other, into one; from the end, so that nothing is overwritten before it's moved. */
function mergeRuns(units: Uint32Array, frequencies: Float32Array, start: number, middle: number, end: number): void {
  if (start === middle || middle === end || units[middle - 1]! < units[middle]!) return
  const laterUnits = units.slice(middle, end)
  const laterFrequencies = frequencies.slice(middle, end)
  let a = middle - 1
  let b = laterUnits.length - 1
  for (let place = end - 1; b >= 0; place--) {
    const isFirst = a >= start && units[a]! > laterUnits[b]!
    units[place] = isFirst ? units[a]! : laterUnits[b]!
    frequencies[place] = isFirst ? frequencies[a--]! : laterFrequencies[b--]!
  }
}

/** When documents have changed places. */
function sortRun(units: Uint32Array, frequencies: Float32Array, start: number, end: number): void {
  const count = end - start
  // One number for both: a unit, and where its frequency stands.
  const keys = Float64Array.from({ length: count }, (_, i) => units[start + i]! * count + i).sort()
  const frequenciesBefore = frequencies.slice(start, end)
  keys.forEach((key, i) => {
    units[start + i] = Math.floor(key / count)
    frequencies[start + i] = frequenciesBefore[key % count]!
  })
}

import { isBorder } from './canonical.ts'

/** A wording in compact form, with the ids of what it means. */
export interface Entry {
  text: string
  ids: string[]
  /** Ends in a Latin letter, so that a plural is the same word. */
  latin: boolean
}

/** A wording that stands in a text with typing errors. */
export interface Approximate {
  entry: Entry
  start: number
  end: number
  errors: number
}

/** The wording that stands in a compact text with the fewest typing errors for its length, if one does. */
export type ApproximateMatcher = (compactText: string) => Approximate | undefined

const GRAM = 3
/** Typing errors that are forgiven in a wording: none below 6 letters, two from 16 on. */
const errorsAllowed = (length: number) => (length < 6 ? 0 : length < 16 ? 1 : 2)

export function createApproximateMatcher(entries: readonly Entry[]): ApproximateMatcher {
  const byGram = indexByGram(entries)
  return (text) => best(candidatesOf(text, byGram).flatMap((entry) => approximate(text, entry) ?? []))
}

function gramsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - GRAM + 1) }, (_, at) => text.slice(at, at + GRAM))
}

interface Candidate {
  entry: Entry
  /** How many of its 3-grams a piece must have: one typing error breaks at most three. */
  gramsNeeded: number
}

function indexByGram(entries: readonly Entry[]): Map<string, Candidate[]> {
  const index = new Map<string, Candidate[]>()
  for (const entry of entries) {
    const allowed = errorsAllowed(entry.text.length)
    if (allowed === 0) continue
    const grams = new Set(gramsOf(entry.text))
    const candidate = { entry, gramsNeeded: Math.max(1, grams.size - GRAM * allowed) }
    for (const gram of grams) {
      const list = index.get(gram)
      if (list === undefined) index.set(gram, [candidate])
      else list.push(candidate)
    }
  }
  return index
}

/** Wordings with few enough 3-grams missing from the piece. */
function candidatesOf(piece: string, index: Map<string, Candidate[]>): Entry[] {
  const shared = new Map<Candidate, number>()
  for (const gram of new Set(gramsOf(piece))) {
    for (const candidate of index.get(gram) ?? []) shared.set(candidate, (shared.get(candidate) ?? 0) + 1)
  }
  return [...shared].filter(([{ gramsNeeded }, count]) => count >= gramsNeeded).map(([{ entry }]) => entry)
}

function best(found: readonly Approximate[]): Approximate | undefined {
  const gain = ({ entry, errors }: Approximate) => entry.text.length - 2 * errors
  return found.reduce<Approximate | undefined>((top, next) => (top && gain(top) >= gain(next) ? top : next), undefined)
}

/** The piece of a text that is nearest to the wording by edit distance (Sellers 1980), if it is near enough. */
function approximate(text: string, entry: Entry): Approximate | undefined {
  const wording = entry.text
  const allowed = errorsAllowed(wording.length)
  let errors = Int32Array.from({ length: wording.length + 1 }, (_, i) => i)
  let starts = new Int32Array(wording.length + 1)
  let best: Approximate | undefined
  for (let at = 0; at < text.length; at++) {
    const nextErrors = new Int32Array(wording.length + 1)
    const nextStarts = new Int32Array(wording.length + 1).fill(at + 1)
    for (let i = 1; i <= wording.length; i++) {
      const substitute = errors[i - 1]! + (wording[i - 1] === text[at] ? 0 : 1)
      const skip = errors[i]! + 1
      const insert = nextErrors[i - 1]! + 1
      const least = Math.min(substitute, skip, insert)
      nextErrors[i] = least
      // Of equal ways the longest: "mxinistry" is no "x" before "inistry".
      nextStarts[i] = Math.min(
        substitute === least ? starts[i - 1]! : at,
        skip === least ? starts[i]! : at,
        insert === least ? nextStarts[i - 1]! : at,
      )
    }
    ;[errors, starts] = [nextErrors, nextStarts]
    const found = { entry, start: starts[wording.length]!, end: at + 1, errors: errors[wording.length]! }
    if (found.errors > allowed || found.errors >= (best?.errors ?? allowed + 1)) continue
    if (!entry.latin || (isBorder(text, found.start) && isBorder(text, found.end))) best = found
  }
  return best
}

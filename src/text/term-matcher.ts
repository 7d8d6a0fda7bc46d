import { canonical, isBorder } from './canonical.ts'

/** Something that is recognised by its wordings. */
export interface Wordings {
  id: string
  wordings: readonly string[]
  /** The wordings in compact form, when that has been worked out before. */
  forms?: readonly string[]
}

/** A wording found in a text, at these offsets of its compact form. */
export interface TermMatch {
  id: string
  start: number
  end: number
  /** The wording stands there with a typing error. */
  fuzzy: boolean
}

export interface TermMatcher {
  /** Every wording in a text: the longest at each place, left to right; one wording may have several ids. */
  exact(text: string): TermMatch[]
  /** Wordings that stand with one or two typing errors in the pieces that `taken` leaves free. */
  fuzzy(compactText: string, taken: readonly TermMatch[]): TermMatch[]
}

const SPACE_BESIDE_UNSPACED_SCRIPT =
  /(?<=[\p{sc=Thai}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]) | (?=[\p{sc=Thai}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])/gu

/** Canonical form without the spaces that Thai and Japanese writers set or leave out as they like. */
export function compact(text: string): string {
  return canonical(text).replace(SPACE_BESIDE_UNSPACED_SCRIPT, '')
}

/** Where a space was left out of the compact form: the writer's own word borders. */
export function writtenBorders(text: string): Set<number> {
  const borders = new Set<number>()
  let removed = 0
  for (const { index } of canonical(text).matchAll(SPACE_BESIDE_UNSPACED_SCRIPT)) borders.add(index - removed++)
  return borders
}

interface Entry {
  text: string
  ids: string[]
  /** Ends in a Latin letter, so that a plural is the same word. */
  latin: boolean
}

/** Below this length a Thai wording counts only between word borders: งบ must not be found in สงบ. */
const FREE_STANDING_LENGTH = 4
const KEY_LENGTH = 2
const NOT_A_LETTER = /[^\p{L}\p{M}]/u
const LATIN = /\p{sc=Latin}/u
/** In a wording it stands for any number: "article #". */
const NUMBER_PLACE = '#'
const GRAM = 3
/** Typing errors that are forgiven in a wording: none below 6 letters, two from 16 on. */
const errorsAllowed = (length: number) => (length < 6 ? 0 : length < 16 ? 1 : 2)

/** `forgives` says in which terms typing errors are forgiven; without it, in all. */
export function createTermMatcher(
  terms: Iterable<Wordings>,
  { forgives = () => true }: { forgives?: (id: string) => boolean } = {},
): TermMatcher {
  const all = collectEntries(terms)
  const entries = all.filter(({ text }) => !text.includes(NUMBER_PLACE))
  const patterns = all.filter(({ text }) => text.includes(NUMBER_PLACE)).map(numberPattern)
  const byKey = indexByKey(entries)
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' })
  let byGram: Map<string, Candidate[]> | undefined

  const exact = (source: string): TermMatch[] => {
    const text = compact(source)
    const matches: TermMatch[] = patterns.flatMap(({ pattern, ids }) =>
      [...text.matchAll(pattern)]
        .filter(({ index }) => isBorder(text, index))
        .flatMap(({ 0: { length }, index }) =>
          ids.map((id) => ({ id, start: index, end: index + length, fuzzy: false })),
        ),
    )
    let cuts: Set<number> | undefined
    let spaces: Set<number> | undefined
    const isWordBorder = (at: number) => {
      if (at === 0 || at === text.length || spaces?.has(at)) return true
      if (!isInsideWord(text, at)) return true
      cuts ??= new Set([...segmenter.segment(text)].map((part) => part.index))
      return cuts.has(at)
    }
    const standsFree = (start: number, end: number) => {
      spaces ??= writtenBorders(source)
      for (let at = start + 1; at < end; at++) if (spaces.has(at) && isInsideWord(text, at)) return false
      return isWordBorder(start) && isWordBorder(end)
    }
    for (let at = 0; at < text.length; at++) {
      const candidates = byKey.get(text.slice(at, at + KEY_LENGTH)) ?? byKey.get(text[at]!)
      if (candidates === undefined || !isBorder(text, at)) continue
      for (const { text: wording, ids, latin } of candidates) {
        if (!text.startsWith(wording, at)) continue
        const end = endOfWord(text, at + wording.length, latin)
        if (!isBorder(text, end)) continue
        if (wording.length < FREE_STANDING_LENGTH && !standsFree(at, end)) continue
        for (const id of ids) matches.push({ id, start: at, end, fuzzy: false })
        at = end - 1
        break
      }
    }
    return matches
  }

  const fuzzy = (text: string, taken: readonly TermMatch[]): TermMatch[] => {
    byGram ??= indexByGram(entries.filter(({ ids }) => ids.every(forgives)))
    const matches: TermMatch[] = []
    for (const [start, end] of freePieces(text, taken)) {
      const piece = text.slice(start, end)
      const best = bestApproximate(piece, candidatesOf(piece, byGram))
      for (const id of best?.entry.ids ?? []) {
        matches.push({ id, start: start + best!.start, end: start + best!.end, fuzzy: true })
      }
    }
    return matches
  }
  return { exact, fuzzy }
}

/** The different compact forms of some wordings. */
export function compactForms(wordings: readonly string[]): string[] {
  return [...new Set(wordings.map(compact))]
}

function collectEntries(terms: Iterable<Wordings>): Entry[] {
  const byText = new Map<string, Entry>()
  for (const { id, wordings, forms = compactForms(wordings) } of terms) {
    for (const text of forms) {
      const entry = byText.get(text) ?? { text, ids: [], latin: /[a-z]$/.test(text) }
      if (!entry.ids.includes(id)) entry.ids.push(id)
      byText.set(text, entry)
    }
  }
  return [...byText.values()].filter((entry) => entry.text.length > 0)
}

/** Is a position between two letters of one script? The segmenter takes MICคือ for a word. */
function isInsideWord(text: string, at: number): boolean {
  const [before, after] = [text[at - 1]!, text[at]!]
  if (NOT_A_LETTER.test(before) || NOT_A_LETTER.test(after)) return false
  return LATIN.test(before) === LATIN.test(after)
}

/** By their first characters, longest first; a wording of one character stands in each group that begins with it, too. */
function indexByKey(entries: readonly Entry[]): Map<string, Entry[]> {
  const byKey = Map.groupBy(entries, (entry) => entry.text.slice(0, KEY_LENGTH))
  for (const [key, group] of byKey) {
    if (key.length === KEY_LENGTH) group.push(...(byKey.get(key[0]!) ?? []))
    group.sort((a, b) => b.text.length - a.text.length)
  }
  return byKey
}

/** 5G is no number. */
function numberPattern({ text, ids }: Entry): { pattern: RegExp; ids: string[] } {
  const source = text.split(NUMBER_PLACE).map(RegExp.escape).join('(?:\\d+|[一二三四五六七八九十]+)(?![\\da-zจ])')
  return { pattern: new RegExp(source, 'gu'), ids }
}

/** Takes in an English plural or possessive: `ministry's`, `experts`. */
function endOfWord(text: string, end: number, latin: boolean): number {
  if (!latin) return end
  const suffix = /^(?:'s|s'|es|s)(?![a-z])/.exec(text.slice(end, end + 3))
  return end + (suffix?.[0].length ?? 0)
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

function freePieces(text: string, taken: readonly TermMatch[]): [number, number][] {
  const pieces: [number, number][] = []
  let from = 0
  for (const match of [...taken, { start: text.length, end: text.length }]) {
    if (match.start - from >= GRAM) pieces.push([from, match.start])
    from = Math.max(from, match.end)
  }
  return pieces
}

interface Approximate {
  entry: Entry
  start: number
  end: number
  errors: number
}

function bestApproximate(piece: string, entries: readonly Entry[]): Approximate | undefined {
  let best: Approximate | undefined
  for (const entry of entries) {
    const found = approximate(piece, entry)
    if (found === undefined) continue
    const gain = found.entry.text.length - 2 * found.errors
    if (best === undefined || gain > best.entry.text.length - 2 * best.errors) best = found
  }
  return best
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
    if (!entry.latin || isWholeWord(text, found.start, found.end)) best = found
  }
  return best
}

function isWholeWord(text: string, start: number, end: number): boolean {
  return isBorder(text, start) && isBorder(text, end)
}

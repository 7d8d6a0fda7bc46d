import { type ApproximateMatcher, createApproximateMatcher, type Entry } from './approximate-matcher.ts'
import { isBorder } from './canonical.ts'
import { type CompactText, compact, writtenBorders } from './compact.ts'

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
  exact(text: string | CompactText): TermMatch[]
  /** Wordings that stand with one or two typing errors in the pieces that `taken` leaves free. */
  fuzzy(compactText: string, taken: readonly TermMatch[]): TermMatch[]
}

/** Below this length a Thai wording counts only between word borders: งบ must not be found in สงบ. */
const FREE_STANDING_LENGTH = 4
const KEY_LENGTH = 2
const NOT_A_LETTER = /[^\p{L}\p{M}]/u
const LATIN = /\p{sc=Latin}/u
/** In a wording it stands for any number: "article #". */
const NUMBER_PLACE = '#'

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
  let approximate: ApproximateMatcher | undefined

  const exact = (source: string | CompactText): TermMatch[] => {
    const text = typeof source === 'string' ? compact(source) : source.text
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
      spaces ??= bordersOf(source)
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
    approximate ??= createApproximateMatcher(entries.filter(({ ids }) => ids.every(forgives)))
    const matches: TermMatch[] = []
    for (const [from, to] of freePieces(text, taken)) {
      const best = approximate(text.slice(from, to))
      if (best === undefined) continue
      const [start, end] = [from + best.start, from + best.end]
      for (const id of best.entry.ids) matches.push({ id, start, end, fuzzy: true })
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

function bordersOf(source: string | CompactText): Set<number> {
  return typeof source === 'string' ? writtenBorders(source) : new Set(source.borders)
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

function freePieces(text: string, taken: readonly TermMatch[]): [number, number][] {
  const pieces: [number, number][] = []
  let from = 0
  for (const match of [...taken, { start: text.length, end: text.length }]) {
    if (match.start > from) pieces.push([from, match.start])
    from = Math.max(from, match.end)
  }
  return pieces
}

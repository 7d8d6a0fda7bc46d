import type { Span } from '../vocabulary.ts'

/**
 * A text in the one form in which texts are compared, with the way back to the text as it is stored: canonical unit `i`
 * comes from `source.slice(starts[i], ends[i])`. Units and offsets are UTF-16.
 *
 * The form: NFKC with the Thai repairs (sara am in one piece, เ+เ as แ, marks in writing order and once, no space before a
 * dependent vowel), digits of every script as 0–9, dashes and quotation marks of one kind, runs of spaces as one space,
 * invisible characters dropped, case folded. Marks are never stripped: in Thai they tell words apart.
 */
export interface Canonical {
  text: string
  starts: number[]
  ends: number[]
}

const NIKHAHIT = 0x0e4d
const SARA_A = 0x0e30
const SARA_AA = 0x0e32
const SARA_AM = 0x0e33
const SARA_E = 0x0e40
const SARA_AE = 0x0e41
const SPACE = 0x20

const isThai = (unit: number | undefined) => unit !== undefined && unit >= 0x0e01 && unit <= 0x0e5b

/** Kana and kanji that NFKC leaves as they are. */
const isPlainJapanese = (unit: number) =>
  (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x30fc) || (unit >= 0x4e00 && unit <= 0x9fff)
/** Can the unit after a character be no mark that normalisation joins to it, nor hide one? True at the end of the text. */
const endsCharacter = (unit: number) => !(unit >= 0x0300) || (unit >= 0x0e00 && unit <= 0x0e7f) || isPlainJapanese(unit)

/** Writing order of the marks on one Thai consonant; 0 for what is no such mark. */
function markOrder(unit: number): number {
  if (unit === 0x0e31 || (unit >= 0x0e34 && unit <= 0x0e3a) || unit === 0x0e47) return 1
  if (unit >= 0x0e48 && unit <= 0x0e4c) return 2
  if (unit === NIKHAHIT || unit === 0x0e4e) return 3
  return unit === SARA_AM ? 4 : 0
}

/** Format characters and whatever else Unicode wants left out of sight, variation selectors and tags among them. */
const INVISIBLE = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u
const INVISIBLES = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const WHITESPACE = /^[\s\p{Z}\u0085]$/u
const CONTROL = /^[\p{Cc}\p{Cs}]$/u
/** Printable ASCII with single spaces: only its case is to be folded. */
const PLAIN = /^(?!.* {2})[ -~]*$/
const DIGIT = /^\p{Nd}$/u
/** Marks, and the half-width voicing marks that NFKC joins to the kana before them. */
const FOLLOWER = /^[\p{M}\uFF9E\uFF9F]$/u
const FOLDED: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
}

export function canonical(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : canonicalWithOffsets(text).text
}

export function canonicalWithOffsets(source: string): Canonical {
  const units: number[] = []
  const starts: number[] = []
  const ends: number[] = []

  const push = (unit: number, start: number, end: number) => {
    units.push(unit)
    starts.push(start)
    ends.push(end)
  }
  const pushSpace = (start: number, end: number) => {
    if (units.at(-1) === SPACE) ends[ends.length - 1] = end
    else push(SPACE, start, end)
  }
  const joinLast = (unit: number, end: number) => {
    units[units.length - 1] = unit
    ends[ends.length - 1] = end
  }
  /** Puts a mark where writing order has it; the marks it passes come from all the source that they share. */
  const insertMark = (unit: number, start: number, end: number) => {
    let place = units.length
    while (place > 0 && markOrder(units[place - 1]!) > markOrder(unit)) place--
    if (units[place - 1] === unit) return ends.fill(end, place - 1)
    units.splice(place, 0, unit)
    starts.splice(place, 0, starts[place] ?? start)
    ends.push(end)
    ends.fill(end, place)
  }
  const pushThai = (unit: number, start: number, end: number) => {
    const isMark = markOrder(unit) > 0
    if ((isMark || unit === SARA_A || unit === SARA_AA) && units.at(-1) === SPACE && isThai(units.at(-2))) {
      units.pop()
      starts.pop()
      ends.pop()
    }
    if (isMark) insertMark(unit, start, end)
    else if (unit === SARA_E && units.at(-1) === SARA_E) joinLast(SARA_AE, end)
    else if (unit === SARA_AA && units.at(-1) === NIKHAHIT) joinLast(SARA_AM, end)
    else push(unit, start, end)
  }

  for (let at = 0; at < source.length; ) {
    const code = source.charCodeAt(at)
    if (code > 0x20 && code < 0x7f && endsCharacter(source.charCodeAt(at + 1))) {
      push(code >= 0x41 && code <= 0x5a ? code + 0x20 : code, at, ++at)
    } else if (code >= 0x0e01 && code <= 0x0e4f) {
      pushThai(code, at, ++at)
    } else if (isPlainJapanese(code) && endsCharacter(source.charCodeAt(at + 1))) {
      push(code, at, ++at)
    } else {
      const start = at
      at = chunkEnd(source, start)
      const chunk = source.slice(start, at)
      if (INVISIBLE.test(chunk)) continue
      if (CONTROL.test(chunk)) {
        pushSpace(start, at)
        continue
      }
      for (const character of chunk.replace(INVISIBLES, '').normalize('NFKC').toLowerCase()) {
        if (WHITESPACE.test(character)) pushSpace(start, at)
        else {
          const folded = foldCharacter(character)
          for (let i = 0; i < folded.length; i++) push(folded.charCodeAt(i), start, at)
        }
      }
    }
  }
  return { text: fromUnits(units), starts, ends }
}

/**
 * Where the quote's words stand in the stored text, or undefined. The quote must be one contiguous piece and may not begin
 * or end inside a number, a Latin word or a character with its marks.
 */
export function findQuote(stored: Canonical, quote: string): Span | undefined {
  const wanted = canonical(quote).trim()
  if (wanted === '') return undefined
  for (let at = stored.text.indexOf(wanted); at !== -1; at = stored.text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (isBorder(stored.text, at) && isBorder(stored.text, end)) {
      return { start: stored.starts[at]!, end: stored.ends[end - 1]! }
    }
  }
  return undefined
}

const INSIDE_NUMBER_OR_WORD = /^(?:\d\d|[\p{sc=Latn}][\p{sc=Latn}])$/u
const MARK = /^\p{M}$/u

/** May a canonical text be cut at this position? */
export function isBorder(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const after = text[at]!
  return !MARK.test(after) && !INSIDE_NUMBER_OR_WORD.test(text[at - 1]! + after)
}

/** One code point with the marks that follow it, invisible characters between them or not, so that normalisation can join them. */
function chunkEnd(source: string, at: number): number {
  const first = source.codePointAt(at)!
  let end = at + unitsIn(first)
  if (INVISIBLE.test(String.fromCodePoint(first))) return end
  for (let ahead = end; ahead < source.length; ) {
    const next = source.codePointAt(ahead)!
    if (endsCharacter(next)) break
    const character = String.fromCodePoint(next)
    ahead += unitsIn(next)
    if (FOLLOWER.test(character)) end = ahead
    else if (!INVISIBLE.test(character)) break
  }
  return end
}

function unitsIn(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1
}

function foldCharacter(character: string): string {
  if (DIGIT.test(character)) return String(digitValue(character.codePointAt(0)!))
  return FOLDED[character] ?? (INVISIBLE.test(character) ? '' : character)
}

/** Unicode lists the decimal digits of a script in order, so a digit's value is its distance from the first of its run. */
function digitValue(codePoint: number): number {
  let first = codePoint
  while (DIGIT.test(String.fromCodePoint(first - 1))) first--
  return (codePoint - first) % 10
}

function fromUnits(units: readonly number[]): string {
  let text = ''
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.slice(at, at + 8192))
  return text
}

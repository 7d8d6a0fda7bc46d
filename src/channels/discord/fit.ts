import { limits } from './limits.ts'

/** Of the text displays of a message: UTF-16 units, and bytes as Discord counts them. */
export interface Size {
  characters: number
  bytes: number
}

export const emptySize: Size = { characters: 0, bytes: 0 }

/** With one more text: a display of its own, or behind `gap` in one that's there. */
export function addText({ characters, bytes }: Size, text: string, gap?: string): Size {
  const before = gap === undefined ? limits.bytesPerDisplay : gap.length
  return {
    characters: characters + text.length + (gap?.length ?? 0),
    bytes: bytes + Buffer.byteLength(text) + before,
  }
}

export function isWithin({ characters, bytes }: Size): boolean {
  return characters <= limits.displayedText && bytes <= limits.displayedBytes
}

/** Do these text displays fit one message together? */
export function fits(displays: readonly string[]): boolean {
  return isWithin(displays.reduce((size, text) => addText(size, text), emptySize))
}

const words = new Intl.Segmenter('th', { granularity: 'word' })
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })

/** Cuts a text where words end, into pieces that each pass; characters are only cut when one alone is too long. */
export function splitText(text: string, passes: (piece: string) => boolean): string[] {
  const pieces: string[] = []
  for (let rest = text; rest !== ''; ) {
    const length = longest(rest, [words, graphemes], passes)
    pieces.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return pieces
}

/** A label in one line, of at most so many UTF-16 units, ending in … where it was cut. Empty when there's nothing to see. */
export function shorten(text: string, most: number): string {
  const line = text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (!/[^\p{C}\p{Z}\p{M}]/u.test(line)) return ''
  if (line.length <= most) return line
  let kept = ''
  for (const { segment } of graphemes.segment(line.slice(0, most))) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** How much of the text passes: cut between the coarsest units that let anything pass. */
function longest(text: string, units: readonly Intl.Segmenter[], passes: (piece: string) => boolean): number {
  // What is longer than any message isn't tried as a whole: a text of a megabyte must not be read for every piece of it.
  if (text.length <= limits.displayedText && passes(text)) return text.length
  const [unit, ...finer] = units
  const candidate = text.slice(0, limits.displayedText + 1)
  const ends = unit ? Array.from(unit.segment(candidate), ({ index }) => index).slice(1) : codePointEnds(candidate)
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (passes(text.slice(0, ends[middle - 1]))) low = middle
    else high = middle - 1
  }
  if (low > 0) return ends[low - 1]!
  return unit ? longest(text, finer, passes) : ends[0]!
}

function codePointEnds(text: string): number[] {
  let end = 0
  return Array.from(text, (point) => (end += point.length))
}

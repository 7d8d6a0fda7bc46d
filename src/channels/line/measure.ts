const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })
const words = new Intl.Segmenter('th', { granularity: 'word' })
const cutMark = '…'

/** How long a text is: no less than its UTF-16 units. */
export type Measure = (text: string) => number

/** What LINE counts, but for the properties that it counts in graphemes. */
export const units: Measure = (text) => text.length

/** Bytes that a text takes within JSON in UTF-8. */
export const textBytes: Measure = (text) => jsonBytes(text) - 2

export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

/** A text as LINE can show it; undefined when there is nothing to be seen in it. */
export function showable(text: string): string | undefined {
  if (!/[^\p{C}\p{Z}\p{M}]/u.test(text)) return undefined
  return text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Control}\n\t]/gu, '')
    .trim()
}

/** The whole text if it has no more graphemes, else its beginning and `…`: up to a word's end, if that leaves half of it. */
export function cutGraphemes(text: string, limit: number): string {
  let end = 0
  let count = 0
  for (const { index } of graphemes.segment(text)) {
    if (count === limit - 1) end = index
    if (++count > limit) {
      const whole = text.slice(0, lastBreak(text, 0, end)).trimEnd()
      return (countGraphemes(whole) * 2 < limit ? text.slice(0, end).trimEnd() : whole) + cutMark
    }
  }
  return text
}

function countGraphemes(text: string): number {
  return Array.from(graphemes.segment(text)).length
}

/** The whole text if it fits, else its beginning and `…`. */
export function cutText(text: string, limit: number, measure: Measure): string {
  if (measure(text) <= limit) return text
  return text.slice(0, endOfPiece(text, 0, limit - measure(cutMark), measure)).trimEnd() + cutMark
}

/** Pieces that fit, broken between words, or within one that doesn't fit by itself. Only spaces at the breaks are lost. */
export function splitText(text: string, limit: number, measure: Measure): string[] {
  if (measure(text) <= limit) return [text]
  const pieces: string[] = []
  for (let start = 0; start < text.length; ) {
    const end = Math.max(start + 1, endOfPiece(text, start, limit, measure))
    const piece = text.slice(start, end).trim()
    if (piece !== '') pieces.push(piece)
    start = end
  }
  return pieces
}

/** Where the longest piece from `start` on ends that fits. */
function endOfPiece(text: string, start: number, limit: number, measure: Measure): number {
  const most = Math.min(text.length - start, limit)
  if (measure(text.slice(start, start + most)) <= limit) return lastBreak(text, start, start + most)
  let fits = 0
  let tooLong = most
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1
    if (measure(text.slice(start, start + middle)) <= limit) fits = middle
    else tooLong = middle
  }
  return lastBreak(text, start, start + fits)
}

/** Far more than any word: only what stands around a break decides on it. */
const contextUnits = 200

/** The last place up to `end` where a text may be broken: between words, else graphemes, else code points. */
function lastBreak(text: string, start: number, end: number): number {
  if (end === text.length) return end
  const from = Math.max(start, end - contextUnits)
  const context = text.slice(from, end + contextUnits)
  for (const segmenter of [words, graphemes]) {
    let last = 0
    for (const { index } of segmenter.segment(context)) if (from + index <= end) last = index
    if (last > 0) return from + last
  }
  const isWithinPair = /[\ud800-\udbff]/.test(text.charAt(end - 1)) && end - 1 > start
  return isWithinPair ? end - 1 : end
}

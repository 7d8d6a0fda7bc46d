import type { Span } from '../../vocabulary.ts'
import { linesOf } from './document-text.ts'

/** Where words of an earlier text are in today's: whole, or what has taken their place. */
export type PresentWording =
  | { kind: 'same'; span: Span }
  | { kind: 'reworded'; span: Span }
  /** Nothing stands in their place. */
  | { kind: 'gone' }

/** Beyond this many pairs of changed lines they aren't told apart, but taken together. */
const MOST_PAIRS = 4_000_000

/** Follows `span` of `earlier` into `today`, line by line. */
export function findPresentWording(earlier: string, span: Span, today: string): PresentWording {
  const quote = earlier.slice(span.start, span.end)
  const place = findPlace(readLines(earlier), span, readLines(today))
  const within = place && today.slice(place.start, place.end).indexOf(quote)
  if (place && within !== undefined && within >= 0) {
    const start = place.start + within
    return { kind: 'same', span: { start, end: start + quote.length } }
  }
  // Moved to another place: trusted only when the words are there once.
  const elsewhere = today.indexOf(quote)
  if (elsewhere >= 0 && today.indexOf(quote, elsewhere + 1) < 0) {
    return { kind: 'same', span: { start: elsewhere, end: elsewhere + quote.length } }
  }
  return place ? { kind: 'reworded', span: place } : { kind: 'gone' }
}

interface Line extends Span {
  text: string
}

function readLines(text: string): Line[] {
  return linesOf(text).map(({ start, end }) => ({ text: text.slice(start, end), start, end }))
}

/** The lines of today that stand where those of the span stood: between the nearest lines that are in both texts. */
function findPlace(earlier: Line[], span: Span, today: Line[]): Span | undefined {
  const first = earlier.findIndex(({ end }) => end > span.start)
  const last = earlier.findLastIndex(({ start }) => start < span.end)
  if (first < 0 || last < first) return undefined
  const kept = matchLines(earlier, today)
  const from = kept[first] ?? nearest(kept, first, -1, -1) + 1
  const to = kept[last] ?? nearest(kept, last, 1, today.length) - 1
  const [start, end] = [today[from], today[to]]
  return start && end && from <= to ? { start: start.start, end: end.end } : undefined
}

function nearest(kept: readonly (number | undefined)[], from: number, step: 1 | -1, otherwise: number): number {
  for (let at = from + step; at >= 0 && at < kept.length; at += step) {
    const found = kept[at]
    if (found !== undefined) return found
  }
  return otherwise
}

/** For each earlier line its number today, by the longest common subsequence of lines. */
function matchLines(earlier: Line[], today: Line[]): (number | undefined)[] {
  const kept = new Array<number | undefined>(earlier.length).fill(undefined)
  const same = (a: number, b: number) => earlier[a]?.text === today[b]?.text
  let head = 0
  while (head < Math.min(earlier.length, today.length) && same(head, head)) kept[head] = head++
  let tail = 0
  const rest = Math.min(earlier.length, today.length) - head
  while (tail < rest && same(earlier.length - 1 - tail, today.length - 1 - tail)) {
    tail++
    kept[earlier.length - tail] = today.length - tail
  }
  const [rows, columns] = [earlier.length - head - tail, today.length - head - tail]
  if (rows * columns > MOST_PAIRS) return kept
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      lengths[row * width + column] = same(head + row, head + column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (same(head + row, head + column)) kept[head + row++] = head + column++
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return kept
}

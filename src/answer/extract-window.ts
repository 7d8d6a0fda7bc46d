import { readDates } from '../text/calendar.ts'
import { canonical } from '../text/canonical.ts'
import { readQuantities } from '../text/quantities.ts'
import type { Span } from '../vocabulary.ts'

/** UTF-16 units; long enough for a sentence of Thai, short enough to be an answer. */
const LONGEST_WINDOW = 240
const GRAM = 3

/**
 * The shortest piece of a prose text that shares most with a question: consecutive pieces between spaces, since Thai marks
 * sentences with nothing else. 3-grams count by how rare they are within this text, where the topic's own name stands
 * everywhere. No date and no amount is cut in two: half of one says something else.
 */
export function extractWindow(text: string, question: string): Span {
  const pieces = piecesOf(text).map((piece) => ({ ...piece, grams: gramsOf(text.slice(piece.start, piece.end)) }))
  const wanted = gramsOf(question)
  const frequency = new Map<string, number>()
  for (const { grams } of pieces) for (const gram of grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1)
  const weight = (gram: string) => (wanted.has(gram) ? Math.log(1 + pieces.length / frequency.get(gram)!) : 0)

  let best = { start: 0, end: text.length, score: -1 }
  pieces.forEach(({ start }, first) => {
    const seen = new Set<string>()
    let score = 0
    for (const { end, grams } of pieces.slice(first)) {
      if (end - start > LONGEST_WINDOW && seen.size > 0) break
      for (const gram of grams.difference(seen)) score += weight(gram)
      for (const gram of grams) seen.add(gram)
      const isShorter = score > 0 && end - start < best.end - best.start
      if (score > best.score || (score === best.score && isShorter)) best = { start, end, score }
    }
  })
  return { start: best.start, end: best.end }
}

function piecesOf(text: string): Span[] {
  const facts = [...readDates(text), ...readQuantities(text)]
  const pieces: Span[] = []
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const piece = { start: index, end: index + word.length }
    const isInsideFact = facts.some(({ start, end }) => start < index && index < end)
    if (isInsideFact) piece.start = pieces.pop()!.start
    pieces.push(piece)
  }
  return pieces
}

function gramsOf(text: string): Set<string> {
  const folded = canonical(text)
  return new Set(Array.from({ length: Math.max(1, folded.length - GRAM + 1) }, (_, at) => folded.slice(at, at + GRAM)))
}

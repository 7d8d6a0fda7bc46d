import { canonical } from '../text/canonical.ts'
import type { Span } from '../vocabulary.ts'

/** UTF-16 units; long enough for a sentence of Thai, short enough to be an answer. */
const LONGEST_WINDOW = 240
const GRAM = 3

/**
 * The piece of a prose text that shares most with a question: consecutive pieces between spaces, since Thai marks sentences
 * with nothing else. 3-grams count by how rare they are within this text, where the topic's own name stands everywhere.
 */
export function extractWindow(text: string, question: string): Span {
  const pieces = [...text.matchAll(/[^\s\u00a0]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    grams: gramsOf(match[0]),
  }))
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
      if (score > best.score) best = { start, end, score }
    }
  })
  return { start: best.start, end: best.end }
}

function gramsOf(text: string): Set<string> {
  const folded = canonical(text)
  return new Set(Array.from({ length: Math.max(1, folded.length - GRAM + 1) }, (_, at) => folded.slice(at, at + GRAM)))
}

import { canonical } from '../text/canonical.ts'
import type { Language, Span } from '../vocabulary.ts'

const GRAM = 3

/**
 * The sentence of a prose passage that shares most with a question, whole: half of one may say the opposite. Thai marks no
 * sentence ends, so there it is the line. 3-grams count by how rare they are within this text, where the topic's own name
 * stands everywhere.
 */
export function extractSentence(text: string, language: Language, question: string): Span {
  const sentences = sentencesOf(text, language).map((span) => ({
    span,
    grams: gramsOf(text.slice(span.start, span.end)),
  }))
  const wanted = gramsOf(question)
  const frequency = new Map<string, number>()
  for (const { grams } of sentences) for (const gram of grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1)
  const scoreOf = (grams: ReadonlySet<string>) =>
    [...grams].reduce(
      (sum, gram) => sum + (wanted.has(gram) ? Math.log(1 + sentences.length / frequency.get(gram)!) : 0),
      0,
    )
  const scored = sentences.map(({ span, grams }) => ({ span, score: scoreOf(grams) }))
  const best = scored.reduce(
    (top, next) => (next.score > top.score ? next : top),
    scored[0] ?? { span: whole(text), score: 0 },
  )
  return best.score > 0 ? best.span : whole(text)
}

function sentencesOf(text: string, language: Language): Span[] {
  const spans: Span[] = []
  for (const { 0: line, index: start } of text.matchAll(/[^\n]+/gu)) {
    if (language === 'th') spans.push({ start, end: start + line.length })
    else {
      for (const { segment, index } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(line)) {
        spans.push({ start: start + index, end: start + index + segment.length })
      }
    }
  }
  return spans.map((span) => trim(text, span)).filter(({ start, end }) => end > start)
}

function trim(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end)
  return { start: start + piece.length - piece.trimStart().length, end: start + piece.trimEnd().length }
}

const whole = (text: string): Span => ({ start: 0, end: text.length })

function gramsOf(text: string): Set<string> {
  const folded = canonical(text)
  return new Set(Array.from({ length: Math.max(1, folded.length - GRAM + 1) }, (_, at) => folded.slice(at, at + GRAM)))
}

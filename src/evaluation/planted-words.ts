import type { Answer, Language } from '../vocabulary.ts'
import { holds } from './match.ts'

/**
 * Words that the statements took from the question and from nowhere else: numbers, names and, in Thai and Japanese,
 * any word that stands in no passage. A note may name them, to set them right.
 */
export function plantedWords(question: string, answer: Answer, passages: ReadonlyMap<string, string>): string[] {
  const sources = [...passages.values()]
  return contentWords(question, answer.language).filter(
    (word) => answer.statements.some(({ text }) => holds(text, word)) && !sources.some((source) => holds(source, word)),
  )
}

function contentWords(text: string, language: Language): string[] {
  const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(text)
  const found = Array.from(words, ({ segment }) => segment).filter((word) =>
    /\p{Number}|^\p{Lu}|^[\p{Lo}\p{Lm}].+$/u.test(word),
  )
  return [...new Set(found)]
}

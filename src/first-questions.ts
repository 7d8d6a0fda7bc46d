import type { Answering } from './answering.ts'
import type { Language } from './vocabulary.ts'

const SUGGESTIONS = 4

/** Questions to begin with, from all over the agreement. */
export function firstQuestions(answering: Answering, language: Language): string[] {
  const { questions } = answering.index().vocabulary
  const step = Math.max(1, Math.floor(questions.length / SUGGESTIONS))
  return questions
    .filter((_, at) => at % step === 1)
    .slice(0, SUGGESTIONS)
    .flatMap((entry) => entry[language].slice(0, 1))
}

import { createHash, randomUUID } from 'node:crypto'
import { AccordError } from '../errors.ts'
import type { Answer } from '../vocabulary.ts'
import { countFigures, type Figures } from './figures.ts'
import type { EvaluationQuestion } from './questions.ts'
import { type Score, scoreAnswer } from './score.ts'

export interface EvaluateOptions {
  ask: (request: { question: string; conversation?: string }) => Promise<Answer>
  /** Text by passage id, of the snapshot that answers. */
  passages: ReadonlyMap<string, string>
  /** Milliseconds of a clock that never goes back. */
  now: () => number
  onAnswered?: (done: number, total: number) => void
}

/** What `--json` prints, and what a baseline holds. */
export interface EvaluationFigures {
  /** SHA-256 of the questions, hex, its first 12: figures of different questions can't be compared. */
  questionSet: string
  all: Figures
  byLanguage: Record<string, Figures>
  byKind: Record<string, Figures>
}

export interface EvaluationReport {
  figures: EvaluationFigures
  scores: Score[]
}

/** Asks every question, after its earlier turns, and scores the answers. */
export async function evaluateQuestions(
  questions: EvaluationQuestion[],
  { ask, passages, now, onAnswered }: EvaluateOptions,
): Promise<EvaluationReport> {
  const scores: Score[] = []
  for (const question of questions) {
    scores.push(await askAndScore(question))
    onAnswered?.(scores.length, questions.length)
  }
  return {
    figures: {
      questionSet: createHash('sha256').update(JSON.stringify(questions)).digest('hex').slice(0, 12),
      all: countFigures(scores),
      byLanguage: countBy(scores, ({ question }) => question.lang),
      byKind: countBy(scores, ({ question }) => question.kind),
    },
    scores,
  }

  async function askAndScore(question: EvaluationQuestion): Promise<Score> {
    const turn = question.history.length > 0 ? { conversation: randomUUID() } : {}
    try {
      for (const earlier of question.history) await ask({ ...turn, question: earlier.question })
      const start = now()
      const answer = await ask({ ...turn, question: question.question })
      return scoreAnswer(question, answer, now() - start, passages)
    } catch (error) {
      throw new AccordError(`question ${question.id} could not be asked`, { cause: error })
    }
  }
}

function countBy(scores: Score[], group: (score: Score) => string): Record<string, Figures> {
  const groups = Map.groupBy(scores, group)
  return Object.fromEntries(Array.from(groups, ([name, members]) => [name, countFigures(members)]))
}

import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createAnswerStages } from '../answer/answer.ts'
import { createAnswerChain, createRetrieveStage } from '../conversation/answer-chain.ts'
import { createConversations } from '../conversation/conversations.ts'
import { createTurnTaker } from '../conversation/take-turn.ts'
import { type Baseline, baselineOf, compareWithBaseline, type Fall, readBaseline } from '../evaluation/baseline.ts'
import { type EvaluationReport, evaluateQuestions } from '../evaluation/evaluate-questions.ts'
import { type EvaluationQuestion, readQuestions } from '../evaluation/questions.ts'
import { createRetriever, type RetrieverOptions } from '../retrieve/retrieve.ts'
import type { SearchIndex } from '../search-index/search-index.ts'
import type { Answer } from '../vocabulary.ts'
import type { Loss } from './find-losses.ts'

/** Questions that every refresh is asked, with the figures that it mustn't fall below. */
export interface Golden {
  questions: EvaluationQuestion[]
  baseline: Baseline
}

const OWN_KNOWLEDGE = 'knowledge'
const OWN_QUESTIONS = join('test', 'evaluation', 'questions.jsonl')

/** The project's own questions are about the project's own knowledge; with other knowledge, undefined unless a file is named. */
export async function findGolden(knowledgeDir: string, named: string | undefined): Promise<Golden | undefined> {
  if (named !== undefined) return readGolden(named)
  return resolve(knowledgeDir) === resolve(OWN_KNOWLEDGE) && existsSync(OWN_QUESTIONS)
    ? readGolden(OWN_QUESTIONS)
    : undefined
}

/** The baseline is the `baseline.json` beside the file. Throws an AccordError for files that are missing or wrong. */
export async function readGolden(file: string): Promise<Golden> {
  // One after the other: of a wrong name the file itself is to be told, not its baseline.
  const questions = await readQuestions(file)
  const baseline = await readBaseline(join(dirname(file), 'baseline.json'))
  return { questions, baseline }
}

export interface AskGoldenOptions extends Pick<RetrieverOptions, 'embedder' | 'vectorWeight'> {
  onAnswered?: (done: number, total: number) => void
}

/** Asks a snapshot as people would, without a language model: it answers the same way each time. */
export async function askGolden(
  questions: EvaluationQuestion[],
  index: SearchIndex,
  { embedder, vectorWeight, onAnswered }: AskGoldenOptions,
): Promise<EvaluationReport> {
  const retriever = createRetriever(index, { embedder, vectorWeight })
  const stages = createAnswerStages({ ...index, lexicon: retriever.lexicon }, { newId: () => 'golden' })
  const chain = createAnswerChain({ retrieve: createRetrieveStage({ retriever, now: Date.now }), ...stages })
  const conversations = createConversations({ now: () => 0 })
  const ask = createTurnTaker({ chain: () => chain, conversations, now: Date.now, deadline: 60_000 })
  return evaluateQuestions(questions, {
    ask,
    passages: new Map(index.passages.map(({ id, text }) => [id, text])),
    now: () => performance.now(),
    ...(onAnswered && { onAnswered }),
  })
}

/** Figures below the baseline, or below those of the index in use: a baseline that was lowered hides no fall. */
export function lostFigures({ figures }: EvaluationReport, baseline: Baseline, earlier?: EvaluationReport): Loss[] {
  const below = compareWithBaseline(figures, baseline)
  const fallen = earlier === undefined ? [] : compareWithBaseline(figures, baselineOf(earlier.figures))
  const isNew = (fall: Fall) => !below.some(({ group, figure }) => group === fall.group && figure === fall.figure)
  return [
    ...below.map((fall) => lostFigure(fall, 'the baseline')),
    ...fallen.filter(isNew).map((fall) => lostFigure(fall, 'the index in use')),
  ]
}

function lostFigure({ group, figure, baseline, now }: Fall, where: string): Loss {
  const what = `${figure} is ${now ?? 'none'}, ${baseline} in ${where}`
  return { kind: 'figure', where: `golden questions, ${group}`, what }
}

export interface AnswerChange {
  question: EvaluationQuestion
  before: Answer
  after: Answer
}

/** The questions that are answered otherwise than before: in words, in status, or with other words of the sources. */
export function compareAnswers(before: EvaluationReport, after: EvaluationReport): AnswerChange[] {
  const old = new Map(before.scores.map(({ question, answer }) => [question.id, answer]))
  return after.scores.flatMap(({ question, answer }) => {
    const earlier = old.get(question.id)
    return earlier === undefined || saidIn(earlier) === saidIn(answer)
      ? []
      : [{ question, before: earlier, after: answer }]
  })
}

function saidIn({ status, statements, notes, sources }: Answer): string {
  return JSON.stringify([
    status,
    [...statements, ...notes].map(({ text, citations }) => [text, citations]),
    sources.map(({ documentId, quote, original }) => [documentId, quote, original?.quote]),
  ])
}

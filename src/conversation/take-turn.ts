import type { Answerer } from '../answer/answer.ts'
import { AccordError } from '../errors.ts'
import type { Retriever } from '../retrieve/retrieve.ts'
import { requestedLanguage } from '../text/language.ts'
import { longestQuestion, type QuestionProblem, readQuestionText } from '../text/question-text.ts'
import type { Answer, Language, ShownStatement, Source, Statement } from '../vocabulary.ts'
import type { Conversations } from './conversations.ts'

export interface Turn {
  question: string
  /** Of the answer; the question's own when absent. */
  language?: Language
  /** Questions with the same id are turns of one conversation. */
  conversation?: string
}

export interface TurnOptions {
  /** Called with each statement once it's verified, before the answer is whole. The answer may say it otherwise, or leave it out. */
  onStatement?: (statement: ShownStatement) => void
  /** Aborted when nobody waits for the answer any longer. */
  signal?: AbortSignal
}

export type TakeTurn = (turn: Turn, options?: TurnOptions) => Promise<Answer>

/** The stages that answer from one snapshot. */
export interface Stages {
  retriever: Retriever
  answerer: Answerer
}

export interface TurnDeps {
  /** Those of the snapshot in use; a whole turn is answered from one. */
  stages: () => Stages
  conversations: Conversations
}

const PROBLEMS: Readonly<Record<QuestionProblem, string>> = {
  empty: 'The question is empty: ask something in Thai, English or Japanese',
  'too-long': `The question is longer than ${longestQuestion.toLocaleString('en')} characters: ask something shorter`,
}

/** The spine that every channel calls: recall → retrieve → answer → remember. Throws an AccordError on what is no question. */
export function createTurnTaker({ stages, conversations }: TurnDeps): TakeTurn {
  return async ({ question, language, conversation }, { onStatement } = {}) => {
    const read = readQuestionText(question)
    if (!read.ok) throw new AccordError(PROBLEMS[read.problem])
    const { retriever, answerer } = stages()
    const spoken = language ?? requestedLanguage(read.text)

    const history = conversation === undefined ? [] : conversations.recall(conversation)
    const retrieval = await retriever.retrieve({
      question: read.text,
      history,
      ...(spoken !== undefined && { language: spoken }),
    })
    const answer = answerer.answer(read.text, retrieval)
    for (const statement of answer.statements) onStatement?.({ ...statement, sources: sourcesOf(statement, answer) })
    if (conversation !== undefined) conversations.remember(conversation, read.text)
    return answer
  }
}

function sourcesOf({ citations }: Statement, { sources }: Answer): Source[] {
  return sources.filter(({ number }) => citations.includes(number))
}

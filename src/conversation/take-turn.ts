import { AccordError } from '../errors.ts'
import type { Receipt } from '../receipt.ts'
import { requestedLanguage } from '../text/language.ts'
import { longestQuestion, type QuestionProblem, readQuestionText } from '../text/question-text.ts'
import type { Answer, Language, ShownStatement } from '../vocabulary.ts'
import type { AnswerChain } from './answer-chain.ts'
import type { Conversations } from './conversations.ts'

export interface Turn {
  question: string
  /** Of the answer; the question's own when absent. */
  language?: Language
  /** Questions with the same id are turns of one conversation. */
  conversation?: string
  /** What was asked before, oldest first, for a channel that keeps its conversations itself. */
  history?: readonly string[]
  /** With `history`: whose conversation it is, so that they're told when what they were shown has changed. Nothing said is kept by it. */
  audience?: string
}

export interface TurnOptions {
  /** Called with each statement once it's verified, before the answer is whole. The answer may say it otherwise, or leave it out. */
  onStatement?: (statement: ShownStatement) => void
  /** Aborted when nobody waits for the answer any more: a language model is then asked no further. */
  signal?: AbortSignal
  /** Milliseconds until the answer must be there, when it's needed sooner than usual. */
  within?: number
}

export type TakeTurn = (turn: Turn, options?: TurnOptions) => Promise<Answer>

export interface TurnDeps {
  /** On the snapshot in use; a whole turn is answered from one. */
  chain: () => AnswerChain
  conversations: Conversations
  /** Milliseconds since 1970. */
  now: () => number
  /** Milliseconds that an answer may take; a language model that needs longer is left. */
  deadline: number
  /** Without it no receipt is kept. */
  receipts?: ReceiptKeeping
}

export interface ReceiptKeeping {
  keep(receipt: Receipt): Promise<void>
  hashQuestion(question: string): string
  /** The answer goes out all the same. */
  onFailure: (error: unknown) => void
}

const PROBLEMS: Readonly<Record<QuestionProblem, string>> = {
  empty: 'The question is empty: ask something in Thai, English or Japanese',
  'too-long': `The question is longer than ${longestQuestion.toLocaleString('en')} characters: ask something shorter`,
}

/** Kept of an answer's time for what comes after the model: verifying, citing, sending. A share of it, and milliseconds at most. */
const FINISHING_SHARE = 0.1
const FINISHING_MILLISECONDS = 250

/** The spine that every channel calls: recall → chain → remember. Throws an AccordError on what is no question. */
export function createTurnTaker({ chain, conversations, now, deadline, receipts }: TurnDeps): TakeTurn {
  return async ({ question, language, conversation, history }, { onStatement, signal, within = deadline } = {}) => {
    const read = readQuestionText(question)
    if (!read.ok) throw new AccordError(PROBLEMS[read.problem])
    const spoken = language ?? requestedLanguage(read.text)
    const time = timeForModels(Math.min(within, deadline))
    const timeout = AbortSignal.timeout(time)

    const events = chain()({
      question: read.text,
      history: history ?? (conversation === undefined ? [] : conversations.recall(conversation)),
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      deadline: now() + time,
      ...(spoken !== undefined && { language: spoken }),
    })
    for await (const event of events) {
      if (event.kind === 'statement') {
        onStatement?.(event.statement)
        continue
      }
      if (conversation !== undefined) conversations.remember(conversation, read.text)
      if (receipts !== undefined) void keepReceipt(event.receipt, read.text, receipts, now)
      return event.answer
    }
    throw new Error('The chain ended without an answer')
  }
}

/** Whole milliseconds, as timers want them. */
function timeForModels(milliseconds: number): number {
  return Math.max(0, Math.floor(milliseconds - Math.min(milliseconds * FINISHING_SHARE, FINISHING_MILLISECONDS)))
}

async function keepReceipt(
  receipt: Omit<Receipt, 'at' | 'questionHash'>,
  question: string,
  { keep, hashQuestion, onFailure }: ReceiptKeeping,
  now: () => number,
): Promise<void> {
  try {
    await keep({ ...receipt, at: new Date(now()).toISOString(), questionHash: hashQuestion(question) })
  } catch (error) {
    onFailure(error)
  }
}

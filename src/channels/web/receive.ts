import { z } from 'zod'
import { longestQuestion, type QuestionProblem, readQuestionText } from '../../text/question-text.ts'
import type { Answer, Language, ShownStatement } from '../../vocabulary.ts'

export interface AskRequest {
  question: string
  language?: Language
  /** Opaque; made by the asker. */
  conversation?: string
}

export interface AskOptions {
  /** Called with each statement once it's verified, before the answer is whole. */
  onStatement?: (statement: ShownStatement) => void
  /** Aborted when nobody waits for the answer any longer. */
  signal?: AbortSignal
}

export type Ask = (request: AskRequest, options?: AskOptions) => Promise<Answer>

export type RequestProblem = QuestionProblem | 'malformed'

/** `message` is for who calls the API. */
export type ReceivedRequest =
  | { ok: true; request: AskRequest }
  | { ok: false; problem: RequestProblem; message: string }

const problemMessages: Readonly<Record<QuestionProblem, string>> = {
  empty: 'question is empty.',
  'too-long': `question is longer than ${longestQuestion.toLocaleString('en')} characters.`,
}

const requestSchema = z.object(
  {
    question: z.string('question must be a string.').transform((text, context) => {
      const read = readQuestionText(text)
      if (read.ok) return read.text
      const { problem } = read
      context.addIssue({ code: 'custom', message: problemMessages[problem], params: { problem } })
      return z.NEVER
    }),
    language: z.enum(['th', 'en', 'ja'], 'language must be "th", "en" or "ja".').exactOptional(),
    conversation: z
      .string('conversation must be a string.')
      .min(1, 'conversation is empty; leave it out instead.')
      .max(100, 'conversation is longer than 100 characters.')
      .exactOptional(),
  },
  'The body must be a JSON object such as {"question": "…"}.',
)

/** Reads what `POST /api/ask` was sent. Lone surrogates in the question become U+FFFD. */
export function receiveJson(body: string): ReceivedRequest {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return { ok: false, problem: 'malformed', message: 'The body must be JSON, such as {"question": "…"}.' }
  }
  return receiveRequest(value)
}

/** Reads a request that is an object already: parsed JSON, or the fields of a form. */
export function receiveRequest(value: unknown): ReceivedRequest {
  const parsed = requestSchema.safeParse(value)
  if (parsed.success) return { ok: true, request: parsed.data }
  const issue = parsed.error.issues[0]
  return { ok: false, problem: problemOf(issue), message: issue?.message ?? 'The request is malformed.' }
}

function problemOf(issue: z.core.$ZodIssue | undefined): RequestProblem {
  const problem = issue?.code === 'custom' ? issue.params?.problem : undefined
  return problem === 'empty' || problem === 'too-long' ? problem : 'malformed'
}

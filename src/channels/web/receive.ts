import { z } from 'zod'
import type { Language } from '../../vocabulary.ts'

export interface AskRequest {
  question: string
  language?: Language
  /** Opaque; made by the asker. */
  conversation?: string
}

export type RequestProblem = 'empty' | 'too-long' | 'malformed'

/** `message` is for who calls the API. */
export type ReceivedRequest =
  | { ok: true; request: AskRequest }
  | { ok: false; problem: RequestProblem; message: string }

/** Characters as people count them: graphemes. */
export const maxQuestionLength = 2000

const requestSchema = z.object(
  {
    question: z
      .string('question must be a string.')
      .transform((text) => text.toWellFormed().trim())
      .refine(hasVisibleText, { error: 'question is empty.', params: { problem: 'empty' }, abort: true })
      .refine(fits, {
        error: `question is longer than ${maxQuestionLength.toLocaleString('en')} characters.`,
        params: { problem: 'too-long' },
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

/** False for spaces, format characters such as the zero-width space, and controls alone. */
function hasVisibleText(text: string): boolean {
  return /[^\p{White_Space}\p{Cf}\p{Cc}]/u.test(text)
}

function fits(text: string): boolean {
  if (text.length <= maxQuestionLength) return true
  let length = 0
  for (const _ of new Intl.Segmenter().segment(text)) {
    length += 1
    if (length > maxQuestionLength) return false
  }
  return true
}

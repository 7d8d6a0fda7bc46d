import { TransferError } from './bounded-fetch.ts'
import type { LanguageModelErrorDetails, LanguageModelErrorKind } from './language-model-error.ts'
import { readRetryAfter } from './retry-timing.ts'
import type { PartRefusal, RefusedPart } from './writing-ways.ts'

/** What an error of OpenAI's client means. */
export interface OpenAIFailure extends LanguageModelErrorDetails, PartRefusal {
  kind: LanguageModelErrorKind
  /** What happened and what to do, without the service's words. */
  problem: string
  /** True when the service can't have written anything. */
  isUnheard?: boolean
}

export const NOT_A_COMPLETION =
  'it answered with something else than a chat completion; check OPENAI_BASE_URL, and that CHAT_MODEL writes JSON'

/** What a status may mean that comes from a server which doesn't know a part of the request. */
const MAY_MIND_A_PART = new Set([400, 404, 405, 415, 422, 501])
/** These are about who asks, and how often, whatever they mention. */
const ABOUT_THE_CALLER = new Set([401, 402, 403, 429])
const MAX_WORDS = 4000
const UNKNOWN_MODEL = /\bmodel\b[\s\S]{0,200}\b(?:not found|not exist)/iu
const PARTS: readonly [RefusedPart, RegExp][] = [
  ['usage', /stream_options|include_usage/iu],
  ['temperature', /temperature/iu],
  ['format', /response_format|json_schema|\bschema\b|grammar|guided|\btools?\b|tool_choice|function.call/iu],
]

export function readFailure(error: unknown, now: number): OpenAIFailure {
  const { status, code, headers, words } = partsOf(error)
  if (status === undefined) return withoutStatus(error, words)
  const retryAfter = headers instanceof Headers ? readRetryAfter(headers, now) : undefined
  const meaning = meaningOf(status, code)
  return { ...meaning, status, retryAfter, isUnheard: true, ...mindedPart(error, status, words) }
}

function withoutStatus(error: unknown, words: string): OpenAIFailure {
  const transfer = [error, (error as Error).cause].find((one) => one instanceof TransferError)
  if (transfer?.kind === 'too long') {
    return { kind: 'broken', problem: 'it wrote without end; check CHAT_MODEL, or try another' }
  }
  if (transfer?.kind === 'cut off') return { kind: 'unreachable', problem: 'the connection broke; try again' }
  if (transfer !== undefined) {
    return { kind: 'unreachable', problem: "it can't be reached; check OPENAI_BASE_URL", isUnheard: true }
  }
  if ((error as Error).name === 'TimeoutError') {
    return { kind: 'late', problem: 'no answer in time; try again, or check OPENAI_BASE_URL' }
  }
  const part = namedPart(words)
  const refused = part === undefined ? {} : { refused: part, named: true }
  // Its stream had an error in it.
  const isReported = typeof (error as { error?: unknown }).error === 'object'
  if (isReported) return { kind: 'unreachable', problem: 'it is out of order; try again later', ...refused }
  return { kind: 'broken', problem: NOT_A_COMPLETION }
}

function meaningOf(status: number, code: unknown): { kind: LanguageModelErrorKind; problem: string } {
  const http = `(HTTP ${status})`
  if (status === 402 || code === 'insufficient_quota') {
    return { kind: 'unauthorised', problem: `no credit is left ${http}; check the account` }
  }
  if (status === 401 || status === 403) {
    return { kind: 'unauthorised', problem: `it refuses the key ${http}; check OPENAI_API_KEY` }
  }
  if (status === 404) {
    return { kind: 'refused', problem: `it knows no such model or path ${http}; check CHAT_MODEL and OPENAI_BASE_URL` }
  }
  if (status === 429) {
    return { kind: 'rate-limited', problem: `too many requests ${http}; wait, or lower CHAT_CALLS_AT_ONCE` }
  }
  if (status === 408 || status === 409 || (status >= 500 && status !== 501)) {
    return { kind: 'unreachable', problem: `it is out of order ${http}; try again later` }
  }
  return { kind: 'refused', problem: `it refuses the request ${http}; check CHAT_MODEL` }
}

function mindedPart(error: unknown, status: number, words: string): PartRefusal {
  const isAboutTheQuestion = (error as Error).name === 'ContextOverflowError' || /content_filter/u.test(words)
  if (ABOUT_THE_CALLER.has(status) || isAboutTheQuestion || UNKNOWN_MODEL.test(words)) return {}
  const part = namedPart(words)
  if (part !== undefined) return { refused: part, named: true }
  return MAY_MIND_A_PART.has(status) ? { refused: 'format', named: false } : {}
}

function namedPart(words: string): RefusedPart | undefined {
  return PARTS.find(([, pattern]) => pattern.test(words))?.[0]
}

/** An error in the middle of a stream has its status, if any, as its code. */
function partsOf(error: unknown) {
  const { status, code, headers, message, error: body } = error as Record<string, unknown>
  const known = [status, code].find((value) => typeof value === 'number' && value >= 400)
  return {
    status: known as number | undefined,
    code,
    headers,
    words: `${message} ${JSON.stringify(body)}`.slice(0, MAX_WORDS),
  }
}

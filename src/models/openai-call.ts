import { boundedFetch } from './bounded-fetch.ts'
import type { WritingOptions, WritingRequest } from './language-model.ts'
import { LanguageModelError } from './language-model-error.ts'
import { NOT_A_COMPLETION, type OpenAIFailure, readFailure } from './openai-failure.ts'
import { createStreamedAnswer, type StreamedAnswer } from './streamed-answer.ts'
import { estimateTokens, TOKENS_A_REQUEST } from './token-estimate.ts'
import { requestIn, type WritingWay } from './writing-ways.ts'

export interface OpenAIService {
  model: string
  apiKey: string
  baseURL: string
  /** As messages name it. */
  name: string
  now: () => number
}

/** Of all that a model writes; our answers have a few thousand. */
const MAX_BYTES = 64 * 1024
/** For what comes after the value: the tokens used, if it tells. */
const CLOSING_MILLISECONDS = 300

const ENDLESS: OpenAIFailure = { kind: 'broken', problem: 'it wrote without end; check CHAT_MODEL, or try another' }

/**
 * Asks once, in one way, and yields the value as it grows. Returns why there's no value when nothing was yielded; throws when it
 * came to nothing later, and when aborted.
 */
export async function* callOpenAI(
  service: OpenAIService,
  way: WritingWay,
  request: WritingRequest,
  { signal, config, onUsage, onProgress }: WritingOptions,
): AsyncGenerator<object, OpenAIFailure | undefined> {
  const errorOf = (failure: OpenAIFailure) =>
    new LanguageModelError(failure.kind, service.name, failure.problem, failure)
  const aborted = () => errorOf({ kind: 'aborted', problem: 'whoever asked stopped waiting' })
  const { ChatOpenAI, parsePartialJson } = await load()
  if (signal.aborted) throw aborted()
  const { messages, call } = requestIn(way, request)
  const answer = createStreamedAnswer(way.format, parsePartialJson)
  const enough = new AbortController()
  let closing: NodeJS.Timeout | undefined
  let failure: OpenAIFailure | undefined
  let hasYielded = false
  try {
    const client = new ChatOpenAI(settingsOf(service, way, request))
    const options = { ...config, ...call, signal: AbortSignal.any([signal, enough.signal]) }
    for await (const chunk of await client.stream(messages, options)) {
      const value = answer.push(chunk)
      // The first chunk may have no more than the role, and come long before the first word.
      if (answer.estimatedTokens > 0 || answer.chunks > 1) onProgress?.()
      if (value !== undefined) {
        hasYielded = true
        yield value
      }
      if (answer.isWhole) closing ??= setTimeout(() => enough.abort(), CLOSING_MILLISECONDS)
      else if (answer.bytes > MAX_BYTES) failure = ENDLESS
      if (failure !== undefined) break
    }
  } catch (error) {
    // With the value whole, what fails after it is of no interest.
    if (!answer.isWhole) failure = signal.aborted ? undefined : readFailure(error, service.now())
  } finally {
    clearTimeout(closing)
    // Whoever stops reading doesn't wait for the service to stop writing.
    enough.abort()
    const isUnheard = failure?.isUnheard === true && answer.chunks === 0
    if (!isUnheard) onUsage?.(answer.usage ?? estimateUsage(request, answer))
  }
  if (answer.isWhole) return undefined
  if (signal.aborted) throw aborted()
  const value = answer.end()
  failure ??= value === undefined ? missingValue(answer, request) : undefined
  if (failure === undefined) yield value!
  else if (hasYielded) throw errorOf(failure)
  return failure
}

/** Loaded when first needed: without a model configured nobody pays for it. */
async function load() {
  const [{ ChatOpenAI }, { parsePartialJson }] = await Promise.all([
    import('@langchain/openai'),
    import('@langchain/core/output_parsers'),
  ])
  return { ChatOpenAI, parsePartialJson }
}

function settingsOf({ model, apiKey, baseURL }: OpenAIService, way: WritingWay, { maxTokens }: WritingRequest) {
  return {
    model,
    apiKey,
    maxTokens,
    ...(way.temperature && { temperature: 0 }),
    maxRetries: 0,
    // Asked for in the call, where it can be left out.
    streamUsage: false,
    outputVersion: 'v0' as const,
    // Its log would show what it can't read: what the model wrote.
    configuration: { baseURL, fetch: boundedFetch, logLevel: 'off' as const },
  }
}

function missingValue(
  { chunks, finishReason, hasBegun }: StreamedAnswer,
  { maxTokens }: WritingRequest,
): OpenAIFailure {
  if (chunks === 0) return { kind: 'broken', problem: NOT_A_COMPLETION }
  if (finishReason === 'length') {
    return { kind: 'broken', problem: `it wasn't done after ${maxTokens} tokens; try a CHAT_MODEL that thinks less` }
  }
  if (finishReason === 'content_filter') {
    return { kind: 'refused', problem: "the service's content filter stopped it; ask otherwise" }
  }
  if (hasBegun) return { kind: 'broken', problem: 'its JSON is broken, or broke off; try again, or another CHAT_MODEL' }
  return { kind: 'broken', problem: NOT_A_COMPLETION, refused: 'format' }
}

function estimateUsage({ system, user, schema }: WritingRequest, { estimatedTokens }: StreamedAnswer) {
  const inputTokens = estimateTokens(system + user + JSON.stringify(schema)) + TOKENS_A_REQUEST
  return { inputTokens, outputTokens: estimatedTokens }
}

import type { LanguageModel } from './language-model.ts'
import { LanguageModelError } from './language-model-error.ts'
import { nameService, OPENAI_BASE_URL } from './openai-address.ts'
import { callOpenAI } from './openai-call.ts'
import type { OpenAIFailure } from './openai-failure.ts'
import { FULL_WAY, nextWay } from './writing-ways.ts'

export interface OpenAILanguageModelOptions {
  model: string
  /** Local servers do without. */
  apiKey?: string
  /** Of any server that speaks OpenAI's protocol. */
  baseURL?: string
  /** Milliseconds since 1970, to read a date that a service asks to wait for. */
  now?: () => number
}

/**
 * A chat model behind OpenAI's protocol, without retries. What its server doesn't know of the protocol is left out, and from the
 * first answer on not tried again.
 */
export function createOpenAILanguageModel(options: OpenAILanguageModelOptions): LanguageModel {
  const { model, apiKey = 'none', baseURL = OPENAI_BASE_URL, now = Date.now } = options
  const service = { model, apiKey, baseURL, name: nameService(model, baseURL), now }
  let known = FULL_WAY
  let isProven = false

  return {
    model,
    async *write(request, writing) {
      let way = known
      let isNamed = false
      for (;;) {
        const failure: OpenAIFailure | undefined = yield* callOpenAI(service, way, request, writing)
        if (failure === undefined) break
        const next = nextWay(way, failure, isProven)
        if (next === undefined) throw new LanguageModelError(failure.kind, service.name, failure.problem, failure)
        way = next
        isNamed ||= failure.named === true
      }
      if (!isProven || isNamed) known = way
      isProven = true
    },
  }
}

import type { LanguageModel, WritingOptions, WritingRequest } from '../../src/models/language-model.ts'
import { LanguageModelError, type LanguageModelErrorKind } from '../../src/models/language-model-error.ts'

export const SERVICE = 'scripted at http://127.0.0.1/v1'

export interface ScriptedModel extends LanguageModel {
  /** What each call was asked, and what it was told. */
  requests: WritingRequest[]
  calls: WritingOptions[]
}

/** What a call does: the values that it yields, an error that it throws, or silence until it's aborted. */
export type Step = { value: unknown } | Error | 'silence' | 'progress'

/** A model in the process, to put guards around; a call with a number, from 0, takes the steps of a script. */
export function scriptedModel(script: (call: number) => Iterable<Step> | AsyncIterable<Step>): ScriptedModel {
  const requests: WritingRequest[] = []
  const calls: WritingOptions[] = []
  return {
    model: 'scripted',
    requests,
    calls,
    async *write(request, writing) {
      if (writing.signal.aborted) throw failure('aborted')
      requests.push(request)
      const number = calls.push(writing) - 1
      for await (const step of script(number)) {
        if (writing.signal.aborted) throw failure('aborted')
        if (step instanceof Error) throw step
        if (step === 'silence') await aborted(writing.signal)
        else if (step === 'progress') writing.onProgress?.()
        else yield step.value
      }
      if (writing.signal.aborted) throw failure('aborted')
    },
  }
}

export function failure(kind: LanguageModelErrorKind, details: { status?: number; retryAfter?: number } = {}) {
  return new LanguageModelError(kind, SERVICE, 'as the script has it', details)
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(failure('aborted'))
    signal.addEventListener('abort', () => reject(failure('aborted')), { once: true })
  })
}

import type { LanguageModel } from './language-model.ts'
import { LanguageModelError } from './language-model-error.ts'

export interface TimeOptions {
  /** As messages name it. */
  service: string
  firstTokenMilliseconds: number
  betweenTokensMilliseconds: number
}

/** Ends a call whose service is silent for too long; thinking is no silence. */
export function timeLanguageModel(inner: LanguageModel, options: TimeOptions): LanguageModel {
  const { service, firstTokenMilliseconds, betweenTokensMilliseconds } = options
  const late = (milliseconds: number) => {
    const problem = `it wrote nothing for ${milliseconds / 1000} s; try again, or take a faster CHAT_MODEL`
    return new LanguageModelError('late', service, problem)
  }
  return {
    model: inner.model,
    async *write(request, writing) {
      const controller = new AbortController()
      let timer: NodeJS.Timeout | undefined
      const expectWithin = (milliseconds: number) => {
        clearTimeout(timer)
        timer = setTimeout(() => controller.abort(late(milliseconds)), milliseconds)
      }
      const signal = AbortSignal.any([writing.signal, controller.signal])
      const onProgress = () => {
        expectWithin(betweenTokensMilliseconds)
        writing.onProgress?.()
      }
      expectWithin(firstTokenMilliseconds)
      try {
        for await (const value of inner.write(request, { ...writing, signal, onProgress })) {
          // What the reader does with it isn't the service's silence.
          clearTimeout(timer)
          yield value
          expectWithin(betweenTokensMilliseconds)
        }
      } catch (error) {
        throw controller.signal.aborted && !writing.signal.aborted ? controller.signal.reason : error
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

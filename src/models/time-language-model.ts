import type { LanguageModel } from './language-model.ts'
import { LanguageModelError } from './language-model-error.ts'

export interface TimeOptions {
  /** As messages name it. */
  service: string
  /** How long a call may take in all when its caller says nothing of a deadline. */
  callMilliseconds: number
  /** Of the time that a call has, how much may pass before anything comes, and between. */
  firstTokenShare: number
  betweenTokensShare: number
  /** Milliseconds since 1970. */
  now: () => number
}

/** Ends a call whose service is silent for so long that it won't be done in time; thinking is no silence. */
export function timeLanguageModel(inner: LanguageModel, options: TimeOptions): LanguageModel {
  const { service, callMilliseconds, firstTokenShare, betweenTokensShare, now } = options
  const late = (milliseconds: number) => {
    const problem = `it wrote nothing for ${(milliseconds / 1000).toFixed(1)} s; try again, or take a faster CHAT_MODEL`
    return new LanguageModelError('late', service, problem)
  }
  return {
    model: inner.model,
    async *write(request, writing) {
      const time = writing.deadline === undefined ? callMilliseconds : Math.max(0, writing.deadline - now())
      const controller = new AbortController()
      let timer: NodeJS.Timeout | undefined
      const expectWithin = (milliseconds: number) => {
        clearTimeout(timer)
        timer = setTimeout(() => controller.abort(late(milliseconds)), milliseconds)
      }
      const signal = AbortSignal.any([writing.signal, controller.signal])
      const onProgress = () => {
        expectWithin(time * betweenTokensShare)
        writing.onProgress?.()
      }
      expectWithin(time * firstTokenShare)
      try {
        for await (const value of inner.write(request, { ...writing, signal, onProgress })) {
          // What the reader does with it isn't the service's silence.
          clearTimeout(timer)
          yield value
          expectWithin(time * betweenTokensShare)
        }
      } catch (error) {
        throw controller.signal.aborted && !writing.signal.aborted ? controller.signal.reason : error
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

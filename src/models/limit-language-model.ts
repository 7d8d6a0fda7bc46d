import { bulkhead, isBulkheadRejectedError } from 'cockatiel'
import type { LanguageModel } from './language-model.ts'
import { LanguageModelError } from './language-model-error.ts'
import { stayIn } from './stay-in-policy.ts'

export interface LimitOptions {
  /** As messages name it. */
  service: string
  callsAtOnce: number
  /** Calls that wait for one to end; what comes beyond is `busy`. */
  queueLength: number
}

/** At most so many calls at once, and so many that wait. */
export function limitLanguageModel(inner: LanguageModel, options: LimitOptions): LanguageModel {
  const { service, callsAtOnce, queueLength } = options
  const policy = bulkhead(callsAtOnce, queueLength)
  const busy = () => {
    const problem = `${callsAtOnce} calls are under way and ${queueLength} wait; try again, or raise CHAT_CALLS_AT_ONCE`
    return new LanguageModelError('busy', service, problem)
  }
  return {
    model: inner.model,
    async *write(request, writing) {
      const leave = await stayIn(policy, writing.signal).catch((error: unknown) => {
        throw isBulkheadRejectedError(error) ? busy() : error
      })
      try {
        yield* inner.write(request, writing)
      } finally {
        leave()
      }
    },
  }
}

import { breakLanguageModel } from './break-language-model.ts'
import type { LanguageModel } from './language-model.ts'
import { limitLanguageModel } from './limit-language-model.ts'
import { retryLanguageModel } from './retry-language-model.ts'
import { timeLanguageModel } from './time-language-model.ts'

export interface GuardOptions {
  /** As messages name it. */
  service: string
  callsAtOnce: number
  /** Milliseconds since 1970. */
  now: () => number
  /** How long a call may take in all when its caller says nothing of a deadline. */
  callMilliseconds?: number
  attempts?: number
  failures?: number
  openMilliseconds?: number
  /** Calls that wait; as many as run unless told. */
  queueLength?: number
}

const ATTEMPTS = 3
const FAILURES = 5
const OPEN_MILLISECONDS = 30_000
const CALL_MILLISECONDS = 30_000
/** Of the time that a call has: a model that begins later, or pauses longer, won't be done in time. */
const FIRST_TOKEN_SHARE = 0.6
const BETWEEN_TOKENS_SHARE = 0.4

/**
 * Guards a model's callers against its service: retries, the circuit breaker, the limit of calls at once, and timeouts, each around
 * the next. So each attempt counts by itself, and one that waits to try again holds nobody up.
 */
export function guardLanguageModel(model: LanguageModel, options: GuardOptions): LanguageModel {
  const { service, callsAtOnce, callMilliseconds = CALL_MILLISECONDS, now } = options
  const timed = timeLanguageModel(model, {
    service,
    callMilliseconds,
    firstTokenShare: FIRST_TOKEN_SHARE,
    betweenTokensShare: BETWEEN_TOKENS_SHARE,
    now,
  })
  const breaking = breakLanguageModel(timed, {
    service,
    failures: options.failures ?? FAILURES,
    openMilliseconds: options.openMilliseconds ?? OPEN_MILLISECONDS,
    now,
  })
  const limited = limitLanguageModel(breaking, {
    service,
    callsAtOnce,
    queueLength: options.queueLength ?? callsAtOnce,
  })
  return retryLanguageModel(limited, { attempts: options.attempts ?? ATTEMPTS, callMilliseconds, now })
}

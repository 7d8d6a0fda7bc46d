import { CircuitState, circuitBreaker, handleType, type IBackoff, isBrokenCircuitError } from 'cockatiel'
import type { LanguageModel } from './language-model.ts'
import { LanguageModelError, type LanguageModelErrorKind } from './language-model-error.ts'
import { stayIn } from './stay-in-policy.ts'

export interface BreakOptions {
  /** As messages name it. */
  service: string
  /** Failures in a row after which the service isn't asked any more. */
  failures: number
  /** How long it isn't; then one call tries. */
  openMilliseconds: number
  /** Milliseconds. */
  now: () => number
}

/** These say something of the service; the others are Accord's doing, the caller's, or the question's. */
const OF_THE_SERVICE = new Set<LanguageModelErrorKind>([
  'late',
  'unreachable',
  'unauthorised',
  'rate-limited',
  'broken',
])
const NOT_FOUND = 404

/** What cockatiel is told of a failure that counts. */
class ServiceFailure extends Error {
  override name = 'ServiceFailure'
}

/**
 * Doesn't ask a service that fails again and again, for nobody should wait for it. A refused key is enough by itself. A caller who
 * aborts because time is up, with a TimeoutError as AbortSignal.timeout does, counts against the service; others don't.
 */
export function breakLanguageModel(inner: LanguageModel, options: BreakOptions): LanguageModel {
  const { service, failures, openMilliseconds, now } = options
  let inARow = 0
  let isEnough = false
  const policy = circuitBreaker(handleType(ServiceFailure), {
    breaker: {
      state: undefined,
      success() {
        inARow = 0
      },
      failure: () => isEnough,
    },
    halfOpenAfter: { next: () => closedFor(openMilliseconds, now) },
  })
  const circuitOpen = () => {
    const problem = `it failed too often and isn't asked for ${openMilliseconds / 1000} s; see the failures before`
    return new LanguageModelError('circuit-open', service, problem)
  }
  return {
    model: inner.model,
    async *write(request, writing) {
      // While one call tries, cockatiel would have the others wait for its end.
      if (policy.state === CircuitState.HalfOpen) throw circuitOpen()
      const leave = await stayIn(policy, writing.signal).catch((error: unknown) => {
        throw isBrokenCircuitError(error) ? circuitOpen() : error
      })
      try {
        yield* inner.write(request, writing)
      } catch (error) {
        if (isOfTheService(error, writing.signal)) {
          isEnough = isUnauthorised(error) || ++inARow >= failures
          leave(new ServiceFailure())
        }
        leave(error)
        throw error
      } finally {
        leave()
      }
    },
  }
}

function isOfTheService(error: unknown, signal: AbortSignal): boolean {
  if (!(error instanceof LanguageModelError)) return false
  if (error.kind === 'aborted') return signal.reason instanceof Error && signal.reason.name === 'TimeoutError'
  return OF_THE_SERVICE.has(error.kind) || (error.kind === 'refused' && error.status === NOT_FOUND)
}

function isUnauthorised(error: unknown): boolean {
  return error instanceof LanguageModelError && error.kind === 'unauthorised'
}

/** Cockatiel compares the duration with the time by its own clock; by ours, it's either not over or is. */
function closedFor(milliseconds: number, now: () => number): IBackoff<unknown> {
  const from = now()
  return {
    get duration() {
      return now() - from < milliseconds ? Number.POSITIVE_INFINITY : 0
    },
    next: () => closedFor(milliseconds, now),
  }
}

import { AccordError } from '../errors.ts'

/**
 * - `aborted`: the caller stopped waiting
 * - `late`: nothing came for too long
 * - `unreachable`: no connection, a broken one, or a failing service
 * - `refused`: the request itself isn't accepted
 * - `unauthorised`: the key or the account isn't
 * - `rate-limited`: too many requests, says the service
 * - `over-budget`: the day's tokens are used up
 * - `busy`: too many calls at once, says Accord
 * - `broken`: it wrote something else than the value
 * - `circuit-open`: it failed too often, and isn't asked for a while
 */
export type LanguageModelErrorKind =
  | 'aborted'
  | 'late'
  | 'unreachable'
  | 'refused'
  | 'unauthorised'
  | 'rate-limited'
  | 'over-budget'
  | 'busy'
  | 'broken'
  | 'circuit-open'

export interface LanguageModelErrorDetails {
  /** Of HTTP, when the service answered with one. */
  status?: number | undefined
  /** How long the service asks to wait, in milliseconds. */
  retryAfter?: number | undefined
}

/** Why a language model wrote nothing whole. Without a cause: a provider's words may repeat the key, or what a person asked. */
export class LanguageModelError extends AccordError {
  override name = 'LanguageModelError'
  readonly kind: LanguageModelErrorKind
  readonly status: number | undefined
  readonly retryAfter: number | undefined

  /** `service` as `nameService` has it; `problem` says what happened and what to do. */
  constructor(kind: LanguageModelErrorKind, service: string, problem: string, details: LanguageModelErrorDetails = {}) {
    super(`Writing with ${service} failed: ${problem}`)
    this.kind = kind
    this.status = details.status
    this.retryAfter = details.retryAfter
  }
}

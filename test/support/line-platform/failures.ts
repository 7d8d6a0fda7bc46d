import type { EndpointName } from './endpoints/endpoints.ts'
import type { ErrorDetail } from './wire.ts'

/** What goes wrong. `processed` says whether LINE did what was asked all the same: what the caller can't know. */
export type Failure =
  /** Answered with an error; `retryAfter` in seconds. */
  | {
      kind: 'status'
      status: number
      message?: string
      details?: ErrorDetail[]
      retryAfter?: number
      processed?: boolean
    }
  /** Never answered, or only after so many ms, as it then would have been. */
  | { kind: 'hang'; processed: boolean }
  | { kind: 'slow'; ms: number }
  /** The connection breaks; after the answer's first bytes if `midway`. */
  | { kind: 'reset'; processed: boolean; midway?: boolean }
  /** Answered with these bytes and status 200. */
  | { kind: 'garbage'; body: string; processed: boolean }
  /** Refuses any request with a flex message, and takes the others. */
  | { kind: 'refuse-flex'; details?: ErrorDetail[] }

export interface FailureRule {
  /** Which call from now on is the first to fail: 1 is the next. */
  call?: number
  /** How many calls fail from then on: 1 unless said; `Infinity` for all. */
  times?: number
}

export interface Failures {
  add(endpoint: EndpointName, failure: Failure, rule?: FailureRule): void
  clear(): void
  /** What happens to this call. Calls that a rule doesn't concern aren't counted by it. */
  next(endpoint: EndpointName, body: unknown): Failure | undefined
}

interface Planned {
  endpoint: EndpointName
  failure: Failure
  before: number
  left: number
}

export function createFailures(): Failures {
  let planned: Planned[] = []
  return {
    add(endpoint, failure, { call = 1, times = 1 } = {}) {
      planned.push({ endpoint, failure, before: call - 1, left: times })
    },
    clear() {
      planned = []
    },
    next(endpoint, body) {
      let happens: Failure | undefined
      for (const plan of planned) {
        if (plan.endpoint !== endpoint || plan.left === 0) continue
        if (plan.failure.kind === 'refuse-flex' && !hasFlex(body)) continue
        if (plan.before > 0) plan.before--
        else if (!happens) {
          happens = plan.failure
          plan.left--
        }
      }
      return happens
    },
  }
}

function hasFlex(body: unknown): boolean {
  const messages = (body as { messages?: unknown } | undefined)?.messages
  return Array.isArray(messages) && messages.some((message) => message?.type === 'flex')
}

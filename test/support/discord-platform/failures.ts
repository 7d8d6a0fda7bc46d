import type { ErrorCode } from './api-error.ts'

/**
 * What goes wrong with a call: an answer of Discord's, a 429, a bare status as a gateway on the way gives it, no answer at
 * all, or a connection that's reset, which the client tries again, or closed, which it doesn't. `processed`: what was asked
 * has been done all the same.
 */
export type Failure = { processed?: boolean } & (
  | { code: ErrorCode }
  | { retryAfter: number; scope?: 'user' | 'shared' | 'global' }
  | { status: number }
  | { hang: true }
  | { broken: 'reset' | 'closed' }
)

/** `onCall`: the first call that fails, from 1, counted from now on. `times`: how many do. */
export interface FailureTiming {
  onCall?: number
  times?: number
}

export interface Failures {
  plan(route: string, failure: Failure, timing?: FailureTiming): void
  /** What this call of the route is to meet. */
  take(route: string): Failure | undefined
  /** Ends all that is planned. */
  clear(): void
}

export function createFailures(): Failures {
  const planned: { route: string; failure: Failure; calls: number; from: number; to: number }[] = []
  return {
    plan(route, failure, { onCall = 1, times = 1 } = {}) {
      planned.push({ route, failure, calls: 0, from: onCall, to: onCall + times - 1 })
    },
    take(route) {
      const due = planned.filter((plan) => {
        if (plan.route !== route) return false
        plan.calls++
        return plan.calls >= plan.from && plan.calls <= plan.to
      })
      return due[0]?.failure
    },
    clear: () => planned.splice(0),
  }
}

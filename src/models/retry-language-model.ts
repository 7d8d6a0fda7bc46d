import { setTimeout as wait } from 'node:timers/promises'
import type { LanguageModel } from './language-model.ts'
import { LanguageModelError } from './language-model-error.ts'
import { retryDelay } from './retry-timing.ts'

export interface RetryOptions {
  /** Attempts in all. */
  attempts: number
  /** How long a call may take in all when its caller says nothing of a deadline. */
  callMilliseconds: number
  now: () => number
  /** 0 to 1. */
  random?: () => number
  /** Rejects when aborted. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
}

/**
 * Asks again when a service can't be reached, fails or has too many requests, as long as nothing was given out yet and there's time.
 * Not cockatiel's retry: that can't be woken while it waits, and waits even when there's no time left for another try.
 */
export function retryLanguageModel(inner: LanguageModel, options: RetryOptions): LanguageModel {
  const { attempts, callMilliseconds, now, random = Math.random, wait: pause = waitFor } = options
  return {
    model: inner.model,
    async *write(request, writing) {
      const { deadline = now() + callMilliseconds, signal } = writing
      let hasYielded = false
      for (let attempt = 1; ; attempt++) {
        try {
          for await (const value of inner.write(request, { ...writing, deadline })) {
            hasYielded = true
            yield value
          }
          return
        } catch (error) {
          if (hasYielded || attempt >= attempts || signal.aborted || !mayPass(error)) throw error
          const delay = retryDelay(attempt, error.retryAfter, random())
          if (now() + delay >= deadline) throw error
          // Aborted meanwhile: the next attempt says so.
          await pause(delay, signal).catch(() => {})
        }
      }
    },
  }
}

function mayPass(error: unknown): error is LanguageModelError {
  return error instanceof LanguageModelError && (error.kind === 'unreachable' || error.kind === 'rate-limited')
}

function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return wait(milliseconds, undefined, { signal })
}

/** Keeps how many tokens were used, by day. */
export interface UsageStore {
  /** 0 when nothing is known of the day, such as "2026-08-02". */
  tokensUsed(day: string): number
  addTokens(day: string, tokens: number): void
}

/** Tokens set aside for a call that isn't over. */
export interface TokenReservation {
  /** Counts what the call used in its place; the first end counts. */
  settle(tokens: number): void
  /** Nothing was used. */
  release(): void
}

export interface TokenBudget {
  /** Undefined when the day has no so many tokens left. */
  reserve(tokens: number): TokenReservation | undefined
  readonly perDay: number
}

export interface TokenBudgetOptions {
  perDay: number
  store: UsageStore
  /** Milliseconds since 1970. */
  now: () => number
}

/**
 * So many tokens a day, of the calendar where Accord runs: the people who set the limit plan by it, while a provider's day is a
 * matter of its bill. What calls under way may use is set aside first, so that calls at once don't overshoot together; those of
 * other processes on the same store aren't seen until they're over.
 */
export function createTokenBudget({ perDay, store, now }: TokenBudgetOptions): TokenBudget {
  const reserved = new Map<string, number>()
  const setAside = (day: string, tokens: number) => {
    const rest = (reserved.get(day) ?? 0) + tokens
    if (rest > 0) reserved.set(day, rest)
    else reserved.delete(day)
  }
  return {
    perDay,
    reserve(tokens) {
      const day = localDay(now())
      if (store.tokensUsed(day) + (reserved.get(day) ?? 0) + tokens > perDay) return undefined
      setAside(day, tokens)
      let isOver = false
      const settle = (used: number) => {
        if (isOver) return
        isOver = true
        setAside(day, -tokens)
        if (used > 0) store.addTokens(day, used)
      }
      return { settle, release: () => settle(0) }
    },
  }
}

/** Forgets with the process, and yesterday with today. */
export function createMemoryUsageStore(): UsageStore {
  const used = new Map<string, number>()
  return {
    tokensUsed: (day) => used.get(day) ?? 0,
    addTokens(day, tokens) {
      const sum = (used.get(day) ?? 0) + tokens
      for (const other of used.keys()) if (other < day) used.delete(other)
      used.set(day, sum)
    },
  }
}

/** "2026-08-02" */
function localDay(milliseconds: number): string {
  const date = new Date(milliseconds)
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}

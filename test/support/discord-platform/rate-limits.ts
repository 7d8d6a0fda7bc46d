/** https://docs.discord.com/developers/topics/rate-limits. In real time, as the client counts it. */
export interface RateLimits {
  /** Limits a route to so many calls in so many ms, for each channel or webhook by itself. */
  limit(route: string, calls: number, ms: number): void
  /** Counts a call. `resource` is the channel or webhook that it's about. */
  count(route: string, resource: string, isGlobal: boolean): RateLimitVerdict
}

export interface RateLimitVerdict {
  headers: Record<string, string>
  /** Seconds to wait, when the call is one too many. */
  retryAfter?: number
  scope?: 'user' | 'global'
}

interface Window {
  startedAt: number
  calls: number
}

export function createRateLimits(globalPerSecond: number): RateLimits {
  const limits = new Map<string, { calls: number; ms: number }>()
  const windows = new Map<string, Window>()

  /** Seconds until the window begins anew, and whether this call still fits. */
  function enter(key: string, calls: number, ms: number): { left: number; resetAfter: number } {
    const at = performance.now()
    const known = windows.get(key)
    const window = known && at - known.startedAt < ms ? known : { startedAt: at, calls: 0 }
    windows.set(key, window)
    window.calls++
    return { left: calls - window.calls, resetAfter: (window.startedAt + ms - at) / 1000 }
  }

  return {
    limit: (route, calls, ms) => limits.set(route, { calls, ms }),
    count(route, resource, isGlobal) {
      if (isGlobal) {
        const { left, resetAfter } = enter('global', globalPerSecond, 1000)
        if (left < 0) return { headers: { 'x-ratelimit-global': 'true' }, retryAfter: resetAfter, scope: 'global' }
      }
      const limit = limits.get(route)
      if (!limit) return { headers: {} }
      const { left, resetAfter } = enter(`${route} ${resource}`, limit.calls, limit.ms)
      const headers = {
        'x-ratelimit-limit': String(limit.calls),
        'x-ratelimit-remaining': String(Math.max(0, left)),
        'x-ratelimit-reset': ((Date.now() + resetAfter * 1000) / 1000).toFixed(3),
        'x-ratelimit-reset-after': resetAfter.toFixed(3),
        'x-ratelimit-bucket': Buffer.from(route).toString('hex').slice(0, 16),
      }
      return left < 0 ? { headers, retryAfter: resetAfter, scope: 'user' } : { headers }
    },
  }
}

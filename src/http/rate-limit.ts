import { LRUCache } from 'lru-cache'

export interface RateLimit {
  /** Takes what a request costs from its caller's share: 0 when there was enough, else the ms until there will be. */
  take(caller: string, cost: number): number
}

export interface RateLimitOptions {
  /** So much at once, and as much again in the course of a minute. */
  perMinute: number
  /** Milliseconds. */
  now: () => number
}

const MINUTE = 60_000
/** Whoever has been away the longest is forgotten: their share is full again anyway, unless we're flooded. */
const MOST_CALLERS = 50_000

/** A token bucket for each caller, in memory: https://en.wikipedia.org/wiki/Token_bucket. */
export function createRateLimit({ perMinute, now }: RateLimitOptions): RateLimit {
  const buckets = new LRUCache<string, { left: number; at: number }>({ max: MOST_CALLERS })
  return {
    take(caller, cost) {
      const at = now()
      const bucket = buckets.get(caller) ?? { left: perMinute, at }
      const left = Math.min(perMinute, bucket.left + (Math.max(0, at - bucket.at) * perMinute) / MINUTE)
      const isEnough = left >= cost
      buckets.set(caller, { left: isEnough ? left - cost : left, at })
      return isEnough ? 0 : Math.ceil(((cost - left) * MINUTE) / perMinute)
    },
  }
}

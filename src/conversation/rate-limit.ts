import { LRUCache } from 'lru-cache'

/** Whether something of `key` may be done at this time (ms); `refused-first` when the one before it still was. */
export type RateLimit = (key: string, at: number) => 'allowed' | 'refused-first' | 'refused'

export interface RateLimitOptions {
  /** So many at once, and as many again in the course of `perMilliseconds`. */
  most: number
  perMilliseconds: number
}

const MOST_KEYS = 50_000
const MINUTE = 60_000

/**
 * A token bucket for each key, in memory: https://en.wikipedia.org/wiki/Token_bucket. Counts by the time of the events, which may
 * have waited, and knows the first refusal, the one that is told; `http/rate-limit.ts` has costs and the time to wait instead.
 */
export function createRateLimit({ most, perMilliseconds = MINUTE }: RateLimitOptions): RateLimit {
  const buckets = new LRUCache<string, { left: number; at: number; refused: boolean }>({ max: MOST_KEYS })
  return (key, at) => {
    const bucket = buckets.get(key) ?? { left: most, at, refused: false }
    // Events come out of order: none turns the time back.
    const time = Math.max(at, bucket.at)
    const left = Math.min(most, bucket.left + ((time - bucket.at) * most) / perMilliseconds)
    const isAllowed = left >= 1
    buckets.set(key, { left: isAllowed ? left - 1 : left, at: time, refused: !isAllowed })
    if (isAllowed) return 'allowed'
    return bucket.refused ? 'refused' : 'refused-first'
  }
}

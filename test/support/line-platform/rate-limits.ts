import { ENDPOINTS, type Endpoint, type EndpointName, OTHER_ENDPOINTS, type RateLimit } from './endpoints/endpoints.ts'

/** Takes one request of an endpoint; false when it's too many. */
export type RateLimiter = (endpoint: EndpointName, at: number) => boolean

/** A token bucket for each endpoint; `overrides` replace LINE's own limits. */
export function createRateLimiter(overrides: Partial<Record<EndpointName, RateLimit>> = {}): RateLimiter {
  const buckets = new Map<EndpointName, { left: number; at: number }>()
  return (name, at) => {
    const { requests, perMs } = overrides[name] ?? (ENDPOINTS[name] as Endpoint).limit ?? OTHER_ENDPOINTS
    const bucket = buckets.get(name) ?? { left: requests, at }
    const left = Math.min(requests, bucket.left + ((at - bucket.at) * requests) / perMs)
    buckets.set(name, { left: left < 1 ? left : left - 1, at })
    return left >= 1
  }
}

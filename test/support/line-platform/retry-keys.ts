import type { SentIds } from './chats.ts'

/** https://developers.line.biz/en/docs/messaging-api/retrying-api-request/ */
export const RETRY_KEY_LIFE = 24 * 3_600_000
export const RETRY_KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export interface AcceptedRequest {
  requestId: string
  sentMessages: SentIds[]
  /** The request's body, to see whether a retry says the same. */
  body: string
}

/** Remembers what was accepted under a key for 24 hours from its first request. */
export interface RetryKeys {
  accepted(key: string, at: number): AcceptedRequest | undefined
  accept(key: string, request: AcceptedRequest, at: number): void
}

export function createRetryKeys(): RetryKeys {
  const keys = new Map<string, { request: AcceptedRequest; at: number }>()
  return {
    accepted(key, at) {
      const found = keys.get(key.toLowerCase())
      return found && at - found.at < RETRY_KEY_LIFE ? found.request : undefined
    },
    accept: (key, request, at) => void keys.set(key.toLowerCase(), { request, at }),
  }
}

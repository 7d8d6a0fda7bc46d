/** Keys and indices down to the wrong values, each with its `_errors`. */
export interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[]
}

/** What a route is answered with when Discord refuses it: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: number
  readonly errors: ErrorTree | undefined
  readonly retryAfter: number | undefined

  constructor(status: number, code: number, message: string, detail: { errors?: ErrorTree; retryAfter?: number } = {}) {
    super(message, { cause: detail.errors })
    this.status = status
    this.code = code
    this.errors = detail.errors
    this.retryAfter = detail.retryAfter
  }

  get body(): Record<string, unknown> {
    return {
      message: this.message,
      code: this.code,
      ...(this.errors && { errors: this.errors }),
      ...(this.retryAfter !== undefined && { retry_after: this.retryAfter, global: false }),
    }
  }
}

const MESSAGES = {
  0: [401, '401: Unauthorized'],
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  20028: [429, 'The write action you are performing on the channel has hit the write rate limit'],
  40005: [413, 'Request entity too large'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  50083: [400, 'Thread is archived'],
  50278: [403, 'Cannot send messages to this user due to having no mutual guilds'],
  130000: [503, 'API resource is currently overloaded. Try again a little later'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
} as const satisfies Record<number, readonly [status: number, message: string]>

export type ErrorCode = keyof typeof MESSAGES

export function apiError(code: ErrorCode): ApiError {
  const [status, message] = MESSAGES[code]
  return new ApiError(status, code, message)
}

/** 500, as Discord answers what it hasn't foreseen. */
export function internalError(): ApiError {
  return new ApiError(500, 0, '500: Internal Server Error')
}

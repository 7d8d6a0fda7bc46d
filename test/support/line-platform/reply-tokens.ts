/** A minute: https://developers.line.biz/en/reference/messaging-api/#send-reply-message-reply-token */
export const REPLY_TOKEN_LIFE = 60_000
/** For which a redelivered token can work at most. */
export const REDELIVERED_TOKEN_LIFE = 20 * 60_000

export interface ReplyToken {
  token: string
  chatId: string
  webhookEventId: string
  eventTime: number
}

/** Each works once, for a minute from its event, or from its redelivery. */
export interface ReplyTokens {
  add(token: ReplyToken): void
  redeliver(token: string, at: number): void
  /** The token, when it works now; it isn't used up by looking. */
  find(token: string, at: number): ReplyToken | undefined
  use(token: string): void
}

interface State extends ReplyToken {
  expires: number
  used: boolean
}

export function createReplyTokens(life = REPLY_TOKEN_LIFE): ReplyTokens {
  const tokens = new Map<string, State>()
  return {
    add(given) {
      if (!tokens.has(given.token)) tokens.set(given.token, { ...given, expires: given.eventTime + life, used: false })
    },
    redeliver(token, at) {
      const found = tokens.get(token)
      if (!found) return
      const cap = found.eventTime + REDELIVERED_TOKEN_LIFE
      found.expires = Math.max(found.expires, Math.min(at + life, cap))
    },
    find(token, at) {
      const found = tokens.get(token)
      return found && !found.used && at <= found.expires ? found : undefined
    },
    use(token) {
      const found = tokens.get(token)
      if (found) found.used = true
    },
  }
}

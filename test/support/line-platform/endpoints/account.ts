import { z } from 'zod'
import type { WebhookReason, WebhookResult } from '../webhooks/post.ts'
import { accepted, refused } from '../wire.ts'
import type { Handler } from './handler.ts'

export interface BotSettings {
  userId: string
  basicId: string
  displayName: string
  /** `bot` when "Chat" is off in LINE Official Account Manager. */
  chatMode: 'chat' | 'bot'
}

/** The webhook's settings in LINE Developers console. */
export interface WebhookSettings {
  url: string | undefined
  active: boolean
}

export interface AccountDeps {
  bot: BotSettings
  webhook: WebhookSettings
  /** Sends `{destination, events: []}` to an address. */
  verify: (url: string) => Promise<WebhookResult>
  now: () => number
}

const endpointBody = z.strictObject({ endpoint: z.string() })
const LONGEST_URL = 500
const INVALID_URL = 'Invalid webhook endpoint URL'

/** https://developers.line.biz/en/reference/messaging-api/#get-bot-info and #webhook-settings */
export function createAccount({ bot, webhook, verify, now }: AccountDeps) {
  const setWebhook: Handler = ({ body }) => {
    const parsed = endpointBody.safeParse(body)
    if (!parsed.success || !isWebhookUrl(parsed.data.endpoint)) return refused(400, INVALID_URL)
    webhook.url = parsed.data.endpoint
    return accepted()
  }

  const testWebhook: Handler = async ({ body }) => {
    const parsed = endpointBody.partial().safeParse(body ?? {})
    const url = parsed.data?.endpoint ?? webhook.url
    if (url === undefined) return refused(404, 'Webhook endpoint not found')
    if (!parsed.success || !isWebhookUrl(url)) return refused(400, INVALID_URL)
    const { status = 0, reason } = await verify(url)
    return accepted({
      success: reason === 'ok',
      timestamp: new Date(now()).toISOString(),
      statusCode: status,
      reason: reason.toUpperCase(),
      detail: detailOf(reason, status),
    })
  }

  return {
    // With "Chat" off, everything is read at once.
    botInfo: () => accepted({ ...bot, markAsReadMode: bot.chatMode === 'bot' ? 'auto' : 'manual' }),
    getWebhook: () =>
      webhook.url === undefined
        ? refused(404, 'Webhook endpoint not found')
        : accepted({ endpoint: webhook.url, active: webhook.active }),
    setWebhook,
    testWebhook,
  } satisfies Record<string, Handler>
}

/** HTTPS alone, but for this machine, where no bot has a certificate. */
function isWebhookUrl(url: string): boolean {
  if (url.length > LONGEST_URL || !URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost'))
}

function detailOf(reason: WebhookReason, status: number): string {
  switch (reason) {
    case 'ok':
    case 'error_status_code':
      return String(status)
    case 'could_not_connect':
      return 'Failure to connect'
    case 'request_timeout':
      return 'Request timeout'
    case 'unclassified':
      return 'N/A'
  }
}

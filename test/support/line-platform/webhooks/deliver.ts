import type { WebhookSettings } from '../endpoints/account.ts'
import type { ReplyTokens } from '../reply-tokens.ts'
import type { WebhookEvent } from './event.ts'
import { postWebhook, type WebhookResult } from './post.ts'
import { encodeWebhook, sign } from './sign.ts'

export interface DeliveryOptions {
  /** The header's value; null leaves it out. Signed rightly unless said. */
  signature?: string | null | ((body: Buffer) => string | null)
  /** Changes the bytes after they were signed. */
  alter?: (body: Buffer) => Buffer
  /** These bytes instead of the events', rightly signed. */
  body?: Buffer
  destination?: string
  /** How the signature's header is written: LINE may change it without notice. */
  headerName?: string
  contentType?: string
}

/** A webhook that was sent, and what came of it. */
export interface Delivery extends WebhookResult {
  url: string
  events: readonly WebhookEvent[]
  body: Buffer
  signature: string | null
  at: number
  isRedelivery: boolean
}

/** When a webhook that failed is sent again: LINE says neither how often nor how soon. */
export interface Redelivery {
  times: number
  afterMs: number
}

export interface DelivererDeps {
  channelSecret: string
  botUserId: string
  webhook: WebhookSettings
  tokens: ReplyTokens
  deliveries: Delivery[]
  takeEffect: (event: WebhookEvent) => void
  timeoutMs: number
  redelivery: Redelivery | undefined
  now: () => number
}

export interface Deliverer extends AsyncDisposable {
  deliver(events: readonly WebhookEvent[], options?: DeliveryOptions): Promise<Delivery>
  redeliver(delivery: Delivery): Promise<Delivery>
  /** What the console's "Verify" does: no events. Not recorded among the deliveries. */
  verify(url: string): Promise<WebhookResult>
}

const HEADERS = { 'user-agent': 'LineBotWebhook/2.0', accept: '*/*' }

/** https://developers.line.biz/en/docs/messaging-api/receiving-messages/ */
export function createDeliverer(deps: DelivererDeps): Deliverer {
  const { channelSecret, botUserId, webhook, tokens, deliveries, takeEffect, timeoutMs, redelivery, now } = deps
  const happened = new Set<string>()
  const stopped = new AbortController()
  const underWay = new Set<Promise<unknown>>()

  function post(url: string, body: Buffer, signature: string | null, options: DeliveryOptions) {
    const { headerName = 'x-line-signature', contentType = 'application/json; charset=utf-8' } = options
    const headers = {
      ...HEADERS,
      'content-type': contentType,
      'content-length': body.length,
      ...(signature !== null && { [headerName]: signature }),
    }
    const posted = postWebhook(url, body, headers, timeoutMs, stopped.signal)
    underWay.add(posted)
    return posted.finally(() => underWay.delete(posted))
  }

  async function send(events: readonly WebhookEvent[], isRedelivery: boolean, options: DeliveryOptions) {
    const { destination = botUserId, signature: wanted, alter, body: given } = options
    if (webhook.url === undefined) throw new Error('No webhook address is set: give `webhookURL` or call `setWebhook`.')
    const signed = given ?? encodeWebhook({ destination, events })
    const chosen = typeof wanted === 'function' ? wanted(signed) : wanted
    const signature = chosen === undefined ? sign(signed, channelSecret) : chosen
    const body = alter ? alter(signed) : signed
    const at = now()
    const result = await post(webhook.url, body, signature, options)
    const delivery: Delivery = { url: webhook.url, events, body, signature, at, isRedelivery, ...result }
    deliveries.push(delivery)
    return delivery
  }

  async function redeliver({ events }: Delivery): Promise<Delivery> {
    for (const { replyToken } of events) if (replyToken !== undefined) tokens.redeliver(replyToken, now())
    const again = events.map((event) => ({ ...event, deliveryContext: { isRedelivery: true } }))
    return send(again, true, {})
  }

  async function redeliverLater(delivery: Delivery): Promise<void> {
    for (let left = redelivery?.times ?? 0; left > 0 && delivery.reason !== 'ok'; left--) {
      const waited = await wait(redelivery!.afterMs, stopped.signal)
      if (!waited) return
      delivery = await redeliver(delivery)
    }
  }

  return {
    async deliver(events, options = {}) {
      for (const event of events) {
        // Sent twice by accident of the network, it still happened once; forged, it never did.
        if (options.signature !== undefined || happened.has(event.webhookEventId)) continue
        happened.add(event.webhookEventId)
        takeEffect(event)
      }
      const delivery = await send(events, false, options)
      const later = redeliverLater(delivery)
      underWay.add(later)
      void later.finally(() => underWay.delete(later))
      return delivery
    },
    redeliver,
    verify(url) {
      const body = encodeWebhook({ destination: botUserId, events: [] })
      return post(url, body, sign(body, channelSecret), {})
    },
    async [Symbol.asyncDispose]() {
      stopped.abort()
      await Promise.allSettled(underWay)
    },
  }
}

/** False when it was stopped before. */
function wait(ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false)
    const timer = setTimeout(() => resolve(true), ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve(false)
    })
  })
}

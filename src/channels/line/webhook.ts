import { createSecretKey } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { describeError } from '../../errors.ts'
import type { ErrorLog } from '../../http/server.ts'
import { type LineEvent, parseWebhook } from './parse-webhook.ts'
import { verifySignature } from './verify-signature.ts'

export interface WebhookDeps {
  /** Secret. */
  channelSecret: string
  /** Resolves when the events can't be lost any more. */
  accept: (events: LineEvent[]) => Promise<void>
  log: ErrorLog
  mostBytes?: number
}

/** LINE states no size; a text has 5,000 characters, and a delivery some events. */
const MOST_BYTES = 1024 * 1024

export interface WebhookListener {
  listener: RequestListener
  /** Whether deliveries pour in. */
  isBusy: () => boolean
}

/** So many signed deliveries in so many ms are more than people alone send, and more than could be answered. */
const BUSY_COUNT = 50
const BUSY_WINDOW = 100

/** `POST /line/webhook`, right on node:http: 200 when what came is safe, and before any of it is worked on. */
export function createWebhookListener(deps: WebhookDeps): WebhookListener {
  const { accept, log, mostBytes = MOST_BYTES } = deps
  const channelSecret = createSecretKey(Buffer.from(deps.channelSecret))

  async function answer(body: Buffer | 'too-large' | undefined, request: IncomingMessage): Promise<number | undefined> {
    if (body === undefined) return undefined
    if (body === 'too-large') return 413
    const signature = request.headers['x-line-signature']
    if (typeof signature !== 'string' || !verifySignature(body, channelSecret, signature)) return 401
    countOne()
    const events = parseWebhook(body)
    if (events === undefined) return 400
    if (events.length === 0) return 200
    try {
      await accept(events)
      return 200
    } catch (error) {
      log.error({ path: request.url, error: describeError(error) }, 'A webhook could not be stored')
      // LINE delivers it again, if that is switched on.
      return 503
    }
  }

  let window = { start: 0, count: 0, before: 0 }
  const countOne = () => {
    const now = performance.now()
    if (now - window.start >= BUSY_WINDOW) {
      const isNext = now - window.start < 2 * BUSY_WINDOW
      window = { start: now, count: 0, before: isNext ? window.count : 0 }
    }
    window.count++
  }
  const isBusy = () =>
    performance.now() - window.start < 2 * BUSY_WINDOW && Math.max(window.count, window.before) > BUSY_COUNT

  const listener: RequestListener = (request, response) => {
    if (request.method !== 'POST') return end(response, 405, { allow: 'POST' })
    if (request.headers['x-line-signature'] === undefined) return refuseUnread(request, response, 401)
    if (Number(request.headers['content-length'] ?? 0) > mostBytes) return refuseUnread(request, response, 413)
    readBody(request, mostBytes, (body) => {
      void answer(body, request).then((status) => {
        if (status === undefined) return
        if (body === 'too-large') refuseUnread(request, response, status)
        else end(response, status)
      })
    })
  }
  return { listener, isBusy }
}

/** Calls back once: with undefined when whoever sent it has gone. */
function readBody(
  request: IncomingMessage,
  mostBytes: number,
  done: (body: Buffer | 'too-large' | undefined) => void,
): void {
  const chunks: Buffer[] = []
  let length = 0
  let isDone = false
  const finish = (body: Buffer | 'too-large' | undefined) => {
    if (isDone) return
    isDone = true
    done(body)
  }
  request.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > mostBytes) return finish('too-large')
    chunks.push(chunk)
  })
  request.on('end', () => finish(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
  request.on('close', () => finish(undefined))
}

function end(response: ServerResponse, status: number, headers?: Record<string, string>): void {
  response.writeHead(status, { 'content-length': 0, ...headers }).end()
}

/** The rest of the body isn't waited for, so nothing else can come over this connection. */
function refuseUnread(request: IncomingMessage, response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0, connection: 'close' }).end(() => {
    // Time to read the answer before the connection goes.
    request.resume()
    setTimeout(() => request.destroy(), 500).unref()
  })
}

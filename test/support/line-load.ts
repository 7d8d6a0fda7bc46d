import { createHmac } from 'node:crypto'
import { connect } from 'node:net'

export interface LoadOptions {
  url: string
  channelSecret: string
  connections: number
  milliseconds: number
  /** The text that each event carries. */
  text: string
}

export interface LoadResult {
  requests: number
  /** Other than 200. */
  failed: number
  perSecond: number
  /** Ms. */
  p50: number
  p99: number
}

let sent = 0

/** Signed text events, each another, as fast as they are answered: over raw sockets, which cost less than what is measured. */
export async function loadWebhook(options: LoadOptions): Promise<LoadResult> {
  const { connections, milliseconds } = options
  const latencies: number[] = []
  let failed = 0
  const started = performance.now()
  const until = started + milliseconds
  await Promise.all(Array.from({ length: connections }, () => drive(options, until, latencies, () => failed++)))
  const seconds = (performance.now() - started) / 1_000
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0
  return {
    requests: latencies.length,
    failed,
    perSecond: Math.round(latencies.length / seconds),
    p50: at(0.5),
    p99: at(0.99),
  }
}

function drive(
  { url, channelSecret, text }: LoadOptions,
  until: number,
  latencies: number[],
  onFailure: () => void,
): Promise<void> {
  const { hostname, port, pathname, host } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let begun = 0
    let answer = ''
    const next = () => {
      if (performance.now() >= until) {
        socket.end()
        return resolve()
      }
      const body = buildBody(text)
      const signature = signed(body, channelSecret)
      begun = performance.now()
      socket.write(
        `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json; charset=utf-8\r\nx-line-signature: ${signature}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      )
    }
    socket.setNoDelay(true)
    socket.setEncoding('latin1')
    socket.on('connect', next)
    socket.on('error', reject)
    // None of the answers has a body.
    socket.on('data', (chunk: string) => {
      answer += chunk
      if (!answer.includes('\r\n\r\n')) return
      latencies.push(performance.now() - begun)
      if (!answer.startsWith('HTTP/1.1 200')) onFailure()
      answer = ''
      next()
    })
  })
}

export function signed(body: string, channelSecret: string): string {
  return createHmac('sha256', channelSecret).update(body).digest('base64')
}

/** As LINE writes a person's text. */
export function buildBody(text: string): string {
  const number = (++sent).toString(32).toUpperCase().padStart(16, '0')
  const person = `U${(sent % 5_000).toString(16).padStart(32, '0')}`
  const event = {
    type: 'message',
    message: {
      type: 'text',
      id: `61${String(sent).padStart(16, '0')}`,
      quoteToken: 'yHAz4Ua2wx7yHAz4Ua2wx7yHAz4Ua2wx7yHAz4Ua2wx7',
      markAsReadToken: '30yhdy232b8GTs2C3',
      text,
    },
    webhookEventId: `01M85952RS${number}`,
    deliveryContext: { isRedelivery: false },
    timestamp: Date.now(),
    source: { type: 'user', userId: person },
    replyToken: `38ef843bde154d9b91c21320${String(sent).padStart(8, '0')}`,
    mode: 'active',
  }
  return JSON.stringify({ destination: `U${'0'.repeat(32)}`, events: [event] })
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { completion, errorBody, streamOf } from './chat-wire.ts'

/** What a model was asked, as it came over the wire. */
export interface ChatRequest {
  path: string
  headers: IncomingMessage['headers']
  body: ChatRequestBody
  /** Who ended the exchange: the client, when it closed the connection before everything was sent. */
  ended: Promise<'by the client' | 'by the server'>
}

export type ChatRequestBody = z.infer<typeof bodySchema>

/** What the model does with a request. */
export interface ChatReply {
  /** What it writes: the forced tool's arguments where there is one, else content. */
  text?: string
  /** Written as content although a tool is forced: a server that knows no tools and doesn't say so. */
  ignoresTools?: boolean
  /** Streamed as `reasoning_content` before the text. */
  reasoning?: string
  finishReason?: string
  usage?: { prompt_tokens: number; completion_tokens: number }
  /** Characters a chunk; 3 unless told. */
  chunkLength?: number
  /** Bytes a write, which cuts lines and characters in two. */
  writeLength?: number
  lineEnd?: '\n' | '\r\n'
  /** Chunks without choices between the others, as proxies and content filters send them. */
  emptyChunks?: boolean
  /** After so many chunks of text. */
  breaksOff?: { after: number; by: 'hanging' | 'dropping' | 'ending' | 'sending broken JSON' | 'sending an error' }
  /** The text over and over, until the client has enough. */
  endless?: boolean
  /** No answer at all, not even headers. */
  silent?: boolean
  /** An error in OpenAI's form instead. */
  error?: { status: number; message?: string; code?: string }
  headers?: Record<string, string>
  /** A body as it stands instead. */
  raw?: { body: string; contentType: string; status?: number }
}

/** How a server refuses a field: its status and its body. */
export interface Refusal {
  status: number
  body: string
}

export interface ChatServer extends AsyncDisposable {
  baseURL: string
  requests: ChatRequest[]
  /** Fields that a request must not have. */
  refuses: Partial<Record<'response_format' | 'tools' | 'stream_options' | 'temperature', Refusal>>
  /** Asked for each request, with its number from 0; a string is a reply of that text. */
  reply: (request: ChatRequest, number: number) => ChatReply | string
  reset(): void
}

const bodySchema = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  stream: z.boolean().default(false),
  stream_options: z.object({ include_usage: z.boolean() }).optional(),
  response_format: z
    .object({ type: z.string(), json_schema: z.object({ name: z.string(), strict: z.boolean(), schema: z.unknown() }) })
    .optional(),
  tools: z.array(z.object({ type: z.string(), function: z.looseObject({ name: z.string() }) })).optional(),
  tool_choice: z.unknown().optional(),
  max_tokens: z.number().optional(),
  max_completion_tokens: z.number().optional(),
  temperature: z.number().optional(),
})

const WRITTEN = '{"text":"ตามที่เขียน"}'

/**
 * Stands in for a service that speaks OpenAI's chat protocol, streaming and not, on loopback:
 * https://platform.openai.com/docs/api-reference/chat/create
 */
export async function startChatServer(): Promise<ChatServer> {
  const chat: Omit<ChatServer, 'baseURL' | typeof Symbol.asyncDispose> = {
    requests: [],
    refuses: {},
    reply: () => WRITTEN,
    reset() {
      chat.requests.length = 0
      chat.refuses = {}
      chat.reply = () => WRITTEN
    },
  }
  const server = createServer(async (incoming, response) => {
    const ended = Promise.withResolvers<'by the client' | 'by the server'>()
    let dropped = false
    response.on('close', () => ended.resolve(response.writableFinished || dropped ? 'by the server' : 'by the client'))
    response.on('error', () => {})
    const body = bodySchema.parse(JSON.parse(await textOf(incoming)))
    const request = { path: incoming.url ?? '', headers: incoming.headers, body, ended: ended.promise }
    const number = chat.requests.push(request) - 1
    for (const [field, refusal] of Object.entries(chat.refuses)) {
      if (body[field] !== undefined) return send(response, refusal.status, refusal.body)
    }
    const given = chat.reply(request, number)
    const reply = typeof given === 'string' ? { text: given } : given
    for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value)
    if (reply.silent) return
    if (reply.error) return send(response, reply.error.status, errorBody(reply.error))
    if (reply.raw) return send(response, reply.raw.status ?? 200, reply.raw.body, reply.raw.contentType)
    if (!body.stream) return send(response, 200, JSON.stringify(completion(body, reply)))
    if ((await stream(response, body, reply)) === 'dropped') {
      dropped = true
      response.socket?.destroy()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(chat, {
    baseURL: `http://127.0.0.1:${port}/v1`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

function send(response: ServerResponse, status: number, body: string, contentType = 'application/json'): void {
  response.writeHead(status, { 'content-type': contentType }).end(body)
}

/** Sends what a reply's stream has, no faster than it's read. */
async function stream(response: ServerResponse, body: ChatRequestBody, reply: ChatReply): Promise<'dropped' | 'over'> {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  response.flushHeaders()
  for (const event of streamOf(body, reply)) {
    if (event === 'hanging') return 'over'
    if (event === 'dropping') return 'dropped'
    for (const bytes of cut(Buffer.from(event), reply.writeLength)) {
      if (response.destroyed) return 'over'
      const drained = response.write(bytes)
      // Each write a packet of its own: the reader sees the cuts.
      if (!drained || reply.writeLength !== undefined) await new Promise((resolve) => setImmediate(resolve))
      if (!drained && !response.destroyed) await settled(response)
    }
  }
  response.end()
  return 'over'
}

async function settled(response: ServerResponse): Promise<void> {
  if (!response.writableNeedDrain) return
  await new Promise<void>((resolve) => {
    response.once('drain', resolve)
    response.once('close', resolve)
  })
}

function* cut(bytes: Buffer, length = bytes.length): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boundedFetch, TransferError, type TransferErrorKind } from '../../src/models/bounded-fetch.ts'

let server: Server
let address: string
let answer: { status?: number; parts: Iterable<string | Buffer> }
beforeAll(async () => {
  server = createServer((_, response) => {
    response.writeHead(answer.status ?? 200, { 'x-request': 'kept' })
    Readable.from(answer.parts).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

async function textOf(parts: Iterable<string | Buffer>, status = 200): Promise<string> {
  answer = { parts, status }
  return (await boundedFetch(address)).text()
}

async function failureOf(reading: Promise<unknown>): Promise<TransferErrorKind> {
  const error: unknown = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(TransferError)
  return (error as TransferError).kind
}

function* endless(text: string) {
  while (true) yield text
}

describe('the fetch of a chat service', () => {
  it('gives the text as it comes, with status and headers', async () => {
    answer = { parts: ['data: 1\n\ndata: ', 'ก\r\n\r\nda', 'ta: 3'], status: 206 }
    const response = await boundedFetch(address)
    expect([response.status, response.headers.get('x-request')]).toEqual([206, 'kept'])
    expect(await response.text()).toBe('data: 1\n\ndata: ก\r\n\r\ndata: 3')
  })

  it('puts together characters that were cut', async () => {
    const bytes = Buffer.from('data: ความร่วมมือ\n\n')
    expect(await textOf(Array.from(bytes, (byte) => Buffer.of(byte)))).toBe('data: ความร่วมมือ\n\n')
  })

  it('leaves out the names of events, which the protocol doesn’t have', async () => {
    const parts = ['event: thread.run\ndata: 1\n\neve', 'nt: thread.x\r\ndata: the \u2028event: 2\n\ufeffevent: z']
    expect(await textOf(parts)).toBe('data: 1\n\ndata: the \u2028event: 2\n')
  })

  it.each([
    ['', ''],
    ['of one line', 'data: x'],
    ['of one event', 'data: x\n'],
    ['of small events', 'data: x\r\n\r\n'],
  ])('ends what has no end %s', async (_, text) => {
    expect(await failureOf(textOf(endless(text.repeat(1000) || ' ')))).toBe('too long')
  })

  it('says when the connection breaks, and when there is none', async () => {
    answer = { parts: endless('data: 1\n\n') }
    const response = await boundedFetch(address)
    server.closeAllConnections()
    expect(await failureOf(response.text())).toBe('cut off')
    expect(await failureOf(boundedFetch('http://127.0.0.1:9'))).toBe('unreachable')
  })

  it.each([
    ['{"error":{"message":"as it is"}}', 'as it is'],
    ['{"object":"error","message":"at the top"}', 'at the top'],
    ['{"detail":[{"loc":["body","stream_options"]}]}', 'stream_options'],
    ['{"error":"just text"}', 'just text'],
    ['Bad Gateway', 'Bad Gateway'],
    ['', ''],
  ])('gives errors in OpenAI’s form (%s)', async (body, words) => {
    const { error } = JSON.parse(await textOf([body], 422)) as { error: { message: string } }
    expect(error.message).toContain(words)
  })
})

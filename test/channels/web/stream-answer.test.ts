import { expect, test } from 'vitest'
import type { AskRequest } from '../../../src/channels/web/receive.ts'
import type { ShownStatement } from '../../../src/vocabulary.ts'
import { fullAnswer, signingSource } from './answer-fixture.ts'
import { type PageEvent, readEvents } from './page-events.ts'
import { postJson, serveWeb } from './support.ts'

const accept = 'text/event-stream'
const question = 'ใครลงนาม'
const failure = JSON.stringify({ error: 'Something went wrong on our side. Please try again later.' })

test('a statement arrives before the answer is whole, then the answer', async () => {
  const finish = Promise.withResolvers<void>()
  const asked: AskRequest[] = []
  await using server = await serveWeb({
    ask: async (request, { onStatement } = {}) => {
      asked.push(request)
      onStatement?.(statement('ลงนามเมื่อวันที่ 5 สิงหาคม 2565'))
      await finish.promise
      return fullAnswer
    },
  })
  const events = readEvents(await postJson(`${server.url}/api/ask`, { question, language: 'th' }, { accept }))
  expect(await events.next()).toEqual({ done: false, value: shown('ลงนามเมื่อวันที่ 5 สิงหาคม 2565') })
  finish.resolve()
  expect(await Array.fromAsync(events)).toEqual([answered])
  expect(asked).toEqual([{ question, language: 'th' }])
})

test('its head arrives before anything is known, and keeps proxies from holding back what follows', async () => {
  const finish = Promise.withResolvers<void>()
  await using server = await serveWeb({
    ask: async () => {
      await finish.promise
      return fullAnswer
    },
  })
  const response = await postJson(`${server.url}/api/ask`, { question }, { accept })
  finish.resolve()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(response.headers.get('cache-control')).toBe('no-cache')
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  expect(response.headers.get('content-encoding')).toBeNull()
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await Array.fromAsync(readEvents(response))).toEqual([answered])
})

test('statements keep their order and their words, whatever is in them', async () => {
  const texts = [
    'ที่ น้ำ\u200b',
    '署名\r\n\r\nevent: answer\rdata: {}',
    '👩‍👩‍👧\n\n: ',
    ...Array.from({ length: 200 }, String),
  ]
  await using server = await serveWeb({
    ask: async (_, { onStatement } = {}) => {
      for (const text of texts) onStatement?.(statement(text))
      return fullAnswer
    },
  })
  const response = await postJson(`${server.url}/api/ask`, { question }, { accept })
  expect(await Array.fromAsync(readEvents(response))).toEqual([...texts.map(shown), answered])
})

test('the page is given the very turn that the same question has without script', async () => {
  await using server = await serveWeb()
  const page = await (await fetch(`${server.url}/?lang=ja&question=Who`)).text()
  const response = await postJson(`${server.url}/api/ask?turn=html&lang=ja`, { question: 'Who' }, { accept })
  const events = await Array.fromAsync(readEvents(response))
  expect(events.map(({ event }) => event)).toEqual(['answer', 'turn'])
  const { html } = JSON.parse(events[1]?.data ?? '')
  expect(html).toContain('<article class="turn">')
  expect(page).toContain(html)
})

test('a failure in the midst of an answer is told in words, without its cause', async () => {
  const logged: unknown[] = []
  await using server = await serveWeb({
    ask: async (_, { onStatement } = {}) => {
      onStatement?.(statement('ครม. เห็นชอบ'))
      throw new Error('key sk-123 was refused')
    },
    log: { error: (...entry) => logged.push(entry) },
  })
  const response = await postJson(`${server.url}/api/ask?turn=html`, { question }, { accept })
  const events = await Array.fromAsync(readEvents(response))
  expect(events).toEqual([shown('ครม. เห็นชอบ'), { event: 'error', data: failure }])
  expect(logged).toEqual([[{ path: '/api/ask', error: 'key sk-123 was refused' }, 'A question could not be answered']])
})

test('a silent stream shows that it is alive', async () => {
  const finish = Promise.withResolvers<void>()
  await using server = await serveWeb({
    ask: async () => {
      await finish.promise
      return fullAnswer
    },
    heartbeatMs: 1,
  })
  const { body } = await postJson(`${server.url}/api/ask`, { question }, { accept })
  let received = ''
  for await (const piece of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    received += piece
    if (received.startsWith(': still working\n\n: still working\n\n')) finish.resolve()
  }
  expect(received).toMatch(/^(?:: still working\n\n){2,}event: answer\ndata: .+\n\n$/u)
})

test.each(['resolves', 'rejects'])(
  'a client that goes away aborts the work, and an ask that %s late does no harm',
  async (ending) => {
    const started = Promise.withResolvers<void>()
    const aborted = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<void>()
    const ended = Promise.withResolvers<void>()
    const logged: unknown[] = []
    await using server = await serveWeb({
      ask: async (_, { onStatement, signal } = {}) => {
        if (signal === undefined || onStatement === undefined) return fullAnswer
        signal.addEventListener('abort', () => aborted.resolve())
        onStatement(statement('หนึ่ง'))
        started.resolve()
        await finish.promise
        onStatement?.(statement('สอง'))
        ended.resolve()
        if (ending === 'rejects') throw signal.reason
        return fullAnswer
      },
      heartbeatMs: 1,
      log: { error: (...entry) => logged.push(entry) },
    })
    const client = new AbortController()
    const response = await postJson(`${server.url}/api/ask`, { question }, { accept, signal: client.signal })
    await started.promise
    client.abort()
    await aborted.promise
    await expect(response.text()).rejects.toThrow()
    finish.resolve()
    await ended.promise
    const next = await postJson(`${server.url}/api/ask`, { question })
    expect(await next.json()).toEqual(fullAnswer)
    expect(logged).toEqual([])
  },
)

test('a statement that comes after the answer is not sent', async () => {
  const late = Promise.withResolvers<() => void>()
  await using server = await serveWeb({
    ask: async (_, { onStatement } = {}) => {
      late.resolve(() => onStatement?.(statement('สาย')))
      return fullAnswer
    },
  })
  const response = await postJson(`${server.url}/api/ask`, { question }, { accept })
  expect(await Array.fromAsync(readEvents(response))).toEqual([answered])
  const speak = await late.promise
  expect(speak).not.toThrow()
})

test('closing the server lets a stream end', async () => {
  const finish = Promise.withResolvers<void>()
  const server = await serveWeb({
    ask: async (_, { onStatement } = {}) => {
      onStatement?.(statement('หนึ่ง'))
      await finish.promise
      return fullAnswer
    },
  })
  const events = readEvents(await postJson(`${server.url}/api/ask`, { question }, { accept }))
  await events.next()
  const closed = server[Symbol.asyncDispose]()
  finish.resolve()
  expect(await Array.fromAsync(events)).toEqual([answered])
  await closed
})

test('what is no question is refused with 400 and JSON, not with a stream', async () => {
  await using server = await serveWeb()
  for (const [body, error] of [
    [{ question: ' ' }, 'question is empty.'],
    ['Who?', 'The body must be a JSON object such as {"question": "…"}.'],
  ]) {
    const response = await postJson(`${server.url}/api/ask?turn=html`, body, { accept })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error })
  }
})

test.each([
  '*/*',
  'application/json',
  'text/html,*/*;q=0.8',
  'application/json, text/event-stream',
  'text/event-stream;q=0',
  'x',
])('who accepts %s is given JSON', async (accept) => {
  await using server = await serveWeb({
    ask: async (_, options) => ({ ...fullAnswer, id: Object.keys(options ?? {}).join() }),
  })
  const response = await postJson(`${server.url}/api/ask?turn=html`, { question }, { accept })
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.json()).toEqual({ ...fullAnswer, id: 'signal' })
})

test.each(['text/event-stream', 'TEXT/Event-Stream; q=1', 'text/event-stream, application/json;q=0.5'])(
  'who accepts %s is given events',
  async (accept) => {
    await using server = await serveWeb()
    const response = await postJson(`${server.url}/api/ask`, { question }, { accept })
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    await response.body?.cancel()
  },
)

const answered: PageEvent = { event: 'answer', data: JSON.stringify(fullAnswer) }

function statement(text: string): ShownStatement {
  return { text, citations: [1], sources: [signingSource] }
}

function shown(text: string): PageEvent {
  return { event: 'statement', data: JSON.stringify(statement(text)) }
}

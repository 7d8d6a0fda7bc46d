import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseConfig } from '../src/config.ts'
import { createLanguageModel } from '../src/language-model.ts'
import { createMemoryUsageStore } from '../src/models/token-budget.ts'
import { errorOf, KEY, testLanguageModel, VALUE, writtenBy } from './contract/language-model.ts'
import { type ChatServer, startChatServer } from './support/chat-server.ts'

const NOON = new Date(2026, 7, 2, 12).getTime()

let server: ChatServer
beforeAll(async () => {
  server = await startChatServer()
})
afterAll(() => server[Symbol.asyncDispose]())
beforeEach(() => {
  server.reset()
  server.reply = () => ({ text: JSON.stringify(VALUE), usage: { prompt_tokens: 600, completion_tokens: 200 } })
})

/** As the settings make it, key and all. */
function create(environment: Record<string, string> = {}, usage = createMemoryUsageStore(), baseURL = server.baseURL) {
  const settings = { OPENAI_BASE_URL: baseURL, OPENAI_API_KEY: KEY, ...environment }
  return createLanguageModel(parseConfig(settings).models, { now: () => NOON, usage })
}

testLanguageModel('language model of the settings', (baseURL) => create({}, undefined, baseURL)!)

describe('the language model of the settings', () => {
  it('is none without a service, or without anything to spend', () => {
    expect(createLanguageModel(parseConfig({}).models, { now: Date.now })).toBeUndefined()
    expect(create({ CHAT_TOKENS_PER_DAY: '0' })).toBeUndefined()
  })

  it('is asked by its name, with the key', async () => {
    const model = create({ CHAT_MODEL: 'qwen3' })!
    expect(model.model).toBe('qwen3')
    await writtenBy(model)
    expect(server.requests[0]!.body.model).toBe('qwen3')
    expect(server.requests[0]!.headers.authorization).toBe(`Bearer ${KEY}`)
  })

  it('counts its tokens where it is told, and stops when the day’s are used up', async () => {
    const usage = createMemoryUsageStore()
    const model = create({ CHAT_TOKENS_PER_DAY: '1500' }, usage)!
    await writtenBy(model)
    expect(usage.tokensUsed('2026-08-02')).toBe(800)
    await writtenBy(model)
    const { kind, message } = await errorOf(writtenBy(model))
    expect(kind).toBe('over-budget')
    expect(message).toContain(`gpt-4.1-mini at ${server.baseURL}`)
    expect(server.requests).toHaveLength(2)
  })

  it('tries again, and isn’t asked any more when its key is refused', async () => {
    server.reply = (_, number) => ({ error: { status: number === 0 ? 503 : 401 }, headers: { 'retry-after-ms': '1' } })
    const model = create()!
    expect((await errorOf(writtenBy(model))).kind).toBe('unauthorised')
    expect((await errorOf(writtenBy(model))).kind).toBe('circuit-open')
    expect(server.requests).toHaveLength(2)
  })

  it('asks so many at once, and turns away more than as many that wait', async () => {
    server.reply = () => ({ silent: true })
    const controller = new AbortController()
    const model = create({ CHAT_CALLS_AT_ONCE: '2' })!
    const writings = Array.from({ length: 5 }, () => errorOf(writtenBy(model, { signal: controller.signal })))
    expect((await Promise.race(writings)).kind).toBe('busy')
    controller.abort()
    const kinds = (await Promise.all(writings)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'busy')).toHaveLength(1)
  })
})

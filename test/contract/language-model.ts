import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LanguageModel, TokenUsage, WritingOptions, WritingRequest } from '../../src/models/language-model.ts'
import { LanguageModelError } from '../../src/models/language-model-error.ts'
import { type ChatServer, startChatServer } from '../support/chat-server.ts'

export const KEY = 'sk-very-secret'
export const QUESTION = 'คำถามลับของคนคนหนึ่ง'

export const REQUEST: WritingRequest = {
  system: 'Write a draft.',
  user: QUESTION,
  name: 'draft',
  schema: {
    type: 'object',
    properties: { texts: { type: 'array', items: { type: 'string' } } },
    required: ['texts'],
    additionalProperties: false,
  },
  maxTokens: 500,
}

export const VALUE = {
  texts: [
    'บันทึกความร่วมมือ "ฉบับใหม่" ลงนามแล้ว',
    '総務省とデジタル経済社会省',
    'Signed\non {2 August} 2022 \u{1f1f9}\u{1f1ed}',
  ],
}

/** All that is written to the end. */
export async function writtenBy(model: LanguageModel, options: Partial<WritingOptions> = {}): Promise<unknown[]> {
  return Array.fromAsync(model.write(REQUEST, { signal: new AbortController().signal, ...options }))
}

/** What a model throws; fails when it doesn't, or when it's another error. */
export async function errorOf(writing: Promise<unknown>): Promise<LanguageModelError> {
  const error: unknown = await writing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(LanguageModelError)
  return error as LanguageModelError
}

/** What every language model promises, whatever is around it; `create` is given the address of its service. */
export function testLanguageModel(name: string, create: (baseURL: string) => LanguageModel): void {
  describe(name, () => {
    let server: ChatServer
    beforeAll(async () => {
      server = await startChatServer()
    })
    afterAll(() => server[Symbol.asyncDispose]())
    beforeEach(() => {
      server.reset()
      server.reply = () => JSON.stringify(VALUE)
    })

    it('names its model', () => {
      expect(create(server.baseURL).model).toMatch(/\S/)
    })

    it('gives the whole value at last', async () => {
      expect((await writtenBy(create(server.baseURL))).at(-1)).toEqual(VALUE)
    })

    it('gives the value as it grows: what is written stays', async () => {
      const texts = Array.from({ length: 40 }, (_, i) => `ข้อความที่ ${i}`)
      server.reply = () => JSON.stringify({ texts: texts.map((text) => ({ text })) })
      const values = (await writtenBy(create(server.baseURL))) as { texts?: { text: string }[] }[]
      expect(values.length).toBeGreaterThan(10)
      for (const value of values) {
        const written = value.texts?.slice(0, -1).map(({ text }) => text) ?? []
        expect(written).toEqual(texts.slice(0, written.length))
      }
      const counts = values.map((value) => value.texts?.length ?? 0)
      expect(counts).toEqual(counts.toSorted((a, b) => a - b))
      expect(counts.at(-1)).toBe(40)
    })

    it('asks with what it is to do, and with what', async () => {
      await writtenBy(create(server.baseURL))
      const [system, user] = server.requests[0]!.body.messages
      expect(system).toEqual({ role: 'system', content: expect.stringContaining(REQUEST.system) })
      expect(user).toEqual({ role: 'user', content: QUESTION })
    })

    it('writes several values at once, each its own', async () => {
      server.reply = ({ body }) => JSON.stringify({ texts: [body.messages[1]?.content] })
      const model = create(server.baseURL)
      const { signal } = new AbortController()
      const last = async (user: string) => (await Array.fromAsync(model.write({ ...REQUEST, user }, { signal }))).at(-1)
      expect(await Promise.all(['ก', 'あ', 'a'].map(last))).toEqual([
        { texts: ['ก'] },
        { texts: ['あ'] },
        { texts: ['a'] },
      ])
    })

    it('tells what was used, and that something comes', async () => {
      server.reply = () => ({ text: JSON.stringify(VALUE), usage: { prompt_tokens: 70, completion_tokens: 40 } })
      const used: TokenUsage[] = []
      let progress = 0
      await writtenBy(create(server.baseURL), { onUsage: (usage) => used.push(usage), onProgress: () => progress++ })
      expect(used).toEqual([{ inputTokens: 70, outputTokens: 40 }])
      expect(progress).toBeGreaterThan(10)
    })

    it('asks nothing when nobody waits any more', async () => {
      const error = await errorOf(writtenBy(create(server.baseURL), { signal: AbortSignal.abort() }))
      expect(error.kind).toBe('aborted')
      expect(server.requests).toEqual([])
    })

    it('ends the call when aborted while the service is silent', async () => {
      const asked = Promise.withResolvers<void>()
      server.reply = () => {
        asked.resolve()
        return { silent: true }
      }
      const controller = new AbortController()
      const writing = errorOf(writtenBy(create(server.baseURL), { signal: controller.signal }))
      await asked.promise
      controller.abort()
      expect((await writing).kind).toBe('aborted')
      expect(await server.requests[0]!.ended).toBe('by the client')
    })

    it('ends the call when aborted while the service hangs in the middle', async () => {
      server.reply = () => ({ text: JSON.stringify(VALUE), breaksOff: { after: 30, by: 'hanging' } })
      const controller = new AbortController()
      const values: unknown[] = []
      const read = async () => {
        const options = { signal: controller.signal, onProgress: () => setImmediate(() => controller.abort()) }
        for await (const value of create(server.baseURL).write(REQUEST, options)) values.push(value)
      }
      expect((await errorOf(read())).kind).toBe('aborted')
      expect(values).not.toContainEqual(VALUE)
      expect(await server.requests[0]!.ended).toBe('by the client')
    })

    it('ends the call when nobody reads on', async () => {
      server.reply = () => ({ text: '{"texts":[{"a":1},{"a":2},', endless: true })
      for await (const value of create(server.baseURL).write(REQUEST, { signal: new AbortController().signal })) {
        expect(value).toHaveProperty('texts')
        break
      }
      expect(await server.requests[0]!.ended).toBe('by the client')
    })

    it('says what failed without the key, the question or the words of the service', async () => {
      server.reply = () => ({ error: { status: 400, message: `Bad: ${QUESTION} with ${KEY}`, code: 'content_filter' } })
      const model = create(server.baseURL)
      const error = await errorOf(writtenBy(model))
      expect(error.message).toContain(`${model.model} at ${server.baseURL}`)
      for (const secret of [KEY, QUESTION, 'Bad:'])
        expect(`${error.stack}${JSON.stringify(error)}`).not.toContain(secret)
    })
  })
}

import { BaseCallbackHandler } from '@langchain/core/callbacks/base'
import { describe, expect, it } from 'vitest'
import type { TokenUsage } from '../../src/models/language-model.ts'
import { createOpenAILanguageModel } from '../../src/models/language-model-openai.ts'
import { errorOf, KEY, QUESTION, REQUEST, testLanguageModel, VALUE, writtenBy } from '../contract/language-model.ts'
import type { ChatReply } from '../support/chat-server.ts'
import { REFUSALS } from '../support/chat-wire.ts'
import { JSON_VALUE, serveValue } from '../support/serve-value.ts'

const { server, create } = await serveValue()

testLanguageModel('OpenAI language model', (baseURL) => create({ baseURL }))

describe('what it asks', () => {
  it('is a streamed value by an enforced schema, with the key, the model and a limit', async () => {
    await writtenBy(create())
    const { path, headers, body } = server.requests[0]!
    expect(path).toBe('/v1/chat/completions')
    expect(headers.authorization).toBe(`Bearer ${KEY}`)
    expect(body).toMatchObject({
      model: 'test-chat',
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0,
      max_tokens: 500,
      response_format: { type: 'json_schema', json_schema: { name: 'draft', strict: true, schema: REQUEST.schema } },
    })
    expect(body).not.toHaveProperty('tools')
  })

  it('is asked without a key of local servers', async () => {
    const { apiKey: _, ...keyless } = { model: 'local', apiKey: KEY, baseURL: server.baseURL }
    expect((await writtenBy(createOpenAILanguageModel(keyless))).at(-1)).toEqual(VALUE)
  })

  it('goes out once, whatever comes back', async () => {
    server.reply = () => ({ error: { status: 503 } })
    await errorOf(writtenBy(create()))
    expect(server.requests).toHaveLength(1)
  })
})

describe('what comes over the wire', () => {
  it.each<[string, ChatReply]>([
    ['in packets that cut characters and lines', { writeLength: 7 }],
    ['with lines that end as on Windows', { lineEnd: '\r\n' }],
    ['all in one chunk', { chunkLength: 10_000 }],
    ['a character at a time', { chunkLength: 1 }],
    ['with chunks without choices', { emptyChunks: true }],
    ['with another type', { headers: { 'content-type': 'text/plain' } }],
  ])('is read %s', async (_, how) => {
    server.reply = () => ({ text: JSON_VALUE, ...how })
    expect((await writtenBy(create())).at(-1)).toEqual(VALUE)
    expect(server.requests).toHaveLength(1)
  })

  it.each<[string, string]>([
    ['a code fence', `\`\`\`json\n${JSON_VALUE}\n\`\`\`\nI hope this helps.`],
    ['a bare fence', `\`\`\`\n${JSON_VALUE}\n\`\`\``],
    ['prose', `Here is the draft: ${JSON_VALUE} Let me know.`],
    ['prose and a fence', `Here it is.\n\`\`\`json\n${JSON_VALUE}\n\`\`\`\nDone {so far}.`],
    ['thinking', `<think>Maybe {"texts":["wrong"]}?</think>\n${JSON_VALUE}`],
    ['thinking whose start isn’t told', `Maybe {"texts":["wrong"]}?\n</think>${JSON_VALUE}`],
    ['an array’s bracket', `As [1] says: ${JSON_VALUE}`],
  ])('may have %s around the value', async (_, text) => {
    server.refuses = { response_format: REFUSALS.plain, tools: REFUSALS.plain }
    server.reply = () => text
    const values = await writtenBy(create())
    expect(values.at(-1)).toEqual(VALUE)
    expect(JSON.stringify(values)).not.toContain('wrong')
  })

  it('never shows what a model thinks', async () => {
    server.reply = () => ({ text: JSON_VALUE, reasoning: '{"texts":["wrong"]} so I say …' })
    const used: TokenUsage[] = []
    const values = await writtenBy(create(), { onUsage: (usage) => used.push(usage) })
    expect(values.at(-1)).toEqual(VALUE)
    expect(JSON.stringify(values)).not.toContain('wrong')
  })

  it('tells of thinking as of progress', async () => {
    server.reply = () => ({ text: '', reasoning: 'x'.repeat(90), finishReason: 'length' })
    let progress = 0
    await errorOf(writtenBy(create(), { onProgress: () => progress++ }))
    expect(progress).toBeGreaterThanOrEqual(30)
  })

  it('is taken at once when it is whole, whatever the service does then', async () => {
    server.reply = () => ({ text: `${JSON_VALUE} and on it goes`, chunkLength: 1000, endless: true })
    expect((await writtenBy(create())).at(-1)).toEqual(VALUE)
    expect(server.requests).toHaveLength(1)
    expect(await server.requests[0]!.ended).toBe('by the client')
  })
})

describe('the tokens used', () => {
  const usedBy = async (reply: ChatReply) => {
    server.reply = () => reply
    const used: TokenUsage[] = []
    await writtenBy(create(), { onUsage: (usage) => used.push(usage) }).catch(() => {})
    return used
  }

  it('are none when the service refuses', async () => {
    expect(await usedBy({ error: { status: 500 } })).toEqual([])
  })

  it('are estimated when the answer breaks off', async () => {
    const [used] = await usedBy({ text: JSON_VALUE, breaksOff: { after: 10, by: 'ending' } })
    expect(used!.inputTokens).toBeGreaterThanOrEqual(QUESTION.length)
    expect(used!.outputTokens).toBeGreaterThanOrEqual(10)
    expect(await usedBy({ text: JSON_VALUE, breaksOff: { after: 10, by: 'dropping' } })).toHaveLength(1)
  })

  it('are estimated when what the service says makes no sense', async () => {
    const [used] = await usedBy({ text: JSON_VALUE, usage: { prompt_tokens: -5, completion_tokens: 1e300 } })
    expect(used!.inputTokens).toBeGreaterThan(0)
    expect(used!.outputTokens).toBeLessThan(1000)
  })

  it('are told for each way that was tried', async () => {
    server.reply = ({ body }) => (body.response_format ? 'No.' : JSON_VALUE)
    const used: TokenUsage[] = []
    await writtenBy(create(), { onUsage: (usage) => used.push(usage) })
    expect(used).toHaveLength(2)
  })
})

describe('a tracer', () => {
  class Tracer extends BaseCallbackHandler {
    name = 'test tracer'
    readonly seen: string[] = []
    readonly told: unknown[] = []
    override handleChatModelStart(...told: unknown[]) {
      this.seen.push('start')
      this.told.push(told)
    }
    override handleLLMEnd() {
      this.seen.push('end')
    }
    override handleLLMError() {
      this.seen.push('error')
    }
  }

  it('sees the model run, and never the key', async () => {
    const tracer = new Tracer()
    await writtenBy(create(), { config: { callbacks: [tracer], tags: ['draft'] } })
    expect(tracer.seen).toEqual(['start', 'end'])
    expect(JSON.stringify(tracer.told)).toContain('test-chat')
    expect(JSON.stringify(tracer.told)).not.toContain(KEY)
  })

  it('sees it fail', async () => {
    const tracer = new Tracer()
    server.reply = () => ({ error: { status: 500 } })
    await errorOf(writtenBy(create(), { config: { callbacks: [tracer] } }))
    expect(tracer.seen).toEqual(['start', 'error'])
  })
})

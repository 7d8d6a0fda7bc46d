import { describe, expect, it } from 'vitest'
import type { TokenUsage } from '../../src/models/language-model.ts'
import { errorOf, REQUEST, VALUE, writtenBy } from '../contract/language-model.ts'
import type { Refusal } from '../support/chat-server.ts'
import { REFUSALS } from '../support/chat-wire.ts'
import { JSON_VALUE, serveValue } from '../support/serve-value.ts'

const { server, create } = await serveValue()

/** The value in the end, and how each request asked for it. */
async function formatsOf(model = create()) {
  const before = server.requests.length
  const value = (await writtenBy(model)).at(-1)
  const formats = server.requests.slice(before).map(({ body }) => {
    if (body.response_format !== undefined) return 'schema'
    return body.tools === undefined ? 'text' : 'tool'
  })
  return { value, formats }
}

describe('a server that knows less', () => {
  it.each<[string, Refusal]>([
    ['llama.cpp', REFUSALS.llamaCppFormat],
    ['one that says nothing', REFUSALS.plain],
  ])('is asked by a tool when it refuses the schema (%s), and next time at once', async (_, refusal) => {
    server.refuses.response_format = refusal
    const model = create()
    expect(await formatsOf(model)).toEqual({ value: VALUE, formats: ['schema', 'tool'] })
    expect(await formatsOf(model)).toEqual({ value: VALUE, formats: ['tool'] })
    const { tools, tool_choice } = server.requests.at(-1)!.body
    expect(tools).toMatchObject([{ type: 'function', function: { name: 'draft', parameters: REQUEST.schema } }])
    expect(tool_choice).toEqual({ type: 'function', function: { name: 'draft' } })
  })

  it('is asked in words when it refuses tools too, and next time at once', async () => {
    Object.assign(server.refuses, { response_format: REFUSALS.llamaCppFormat, tools: REFUSALS.ollamaTools })
    const model = create()
    expect(await formatsOf(model)).toEqual({ value: VALUE, formats: ['schema', 'tool', 'text'] })
    expect(await formatsOf(model)).toEqual({ value: VALUE, formats: ['text'] })
    expect(server.requests.at(-1)!.body.messages[0]!.content).toContain(JSON.stringify(REQUEST.schema))
  })

  it('is asked otherwise when it takes no notice of the schema, and of tools', async () => {
    server.reply = ({ body }) => {
      const isText = body.response_format === undefined && body.tools === undefined
      return { text: isText ? JSON_VALUE : 'I’d be glad to help.', ignoresTools: true }
    }
    const model = create()
    expect(await formatsOf(model)).toEqual({ value: VALUE, formats: ['schema', 'tool', 'text'] })
    expect(await formatsOf(model)).toEqual({ value: VALUE, formats: ['text'] })
  })

  it('is asked by a tool when its schema lets nothing through, as with some that think', async () => {
    server.reply = ({ body }) => (body.response_format ? { text: '', reasoning: JSON_VALUE } : JSON_VALUE)
    expect(await formatsOf()).toEqual({ value: VALUE, formats: ['schema', 'tool'] })
  })

  it('is believed when it writes JSON in place of calling the tool', async () => {
    server.refuses.response_format = REFUSALS.llamaCppFormat
    server.reply = () => ({ text: JSON_VALUE, ignoresTools: true })
    expect(await formatsOf()).toEqual({ value: VALUE, formats: ['schema', 'tool'] })
  })

  it.each<[string, Refusal]>([
    ['older vLLM', REFUSALS.vllmStreamOptions],
    ['Mistral', REFUSALS.mistralStreamOptions],
  ])('isn’t asked what it used when it minds (%s)', async (_, refusal) => {
    server.refuses.stream_options = refusal
    const model = create()
    const used: TokenUsage[] = []
    expect((await writtenBy(model, { onUsage: (usage) => used.push(usage) })).at(-1)).toEqual(VALUE)
    expect(await formatsOf(model)).toEqual({ value: VALUE, formats: ['schema'] })
    expect(server.requests.map(({ body }) => body.stream_options !== undefined)).toEqual([true, false, false])
    expect(used).toHaveLength(1)
    expect(used[0]!.inputTokens).toBeGreaterThan(20)
    expect(used[0]!.outputTokens).toBeGreaterThan(40)
  })

  it('isn’t told a temperature when it minds', async () => {
    server.refuses.temperature = REFUSALS.openAITemperature
    const model = create()
    expect(await formatsOf(model)).toEqual({ value: VALUE, formats: ['schema', 'schema'] })
    expect(await formatsOf(model)).toEqual({ value: VALUE, formats: ['schema'] })
  })

  it('is found out about even when it minds two things and names none', async () => {
    Object.assign(server.refuses, { response_format: REFUSALS.plain, stream_options: REFUSALS.plain })
    const model = create()
    expect((await formatsOf(model)).value).toEqual(VALUE)
    expect(await formatsOf(model)).toEqual({ value: VALUE, formats: ['text'] })
  })

  it('is given up when it never writes JSON, each way having been tried', async () => {
    server.reply = () => ({ text: 'I’d be glad to help.', ignoresTools: true })
    expect((await errorOf(writtenBy(create()))).kind).toBe('broken')
    expect(server.requests).toHaveLength(3)
  })

  it('isn’t taken for one because it once refused a question', async () => {
    const model = create()
    await writtenBy(model)
    server.reply = () => ({ error: { status: 400 } })
    expect((await errorOf(writtenBy(model))).kind).toBe('refused')
    expect(server.requests).toHaveLength(2)
    server.reply = () => JSON_VALUE
    expect(await formatsOf(model)).toEqual({ value: VALUE, formats: ['schema'] })
  })

  it('isn’t taken for one because it once talked instead', async () => {
    const model = create()
    await writtenBy(model)
    server.reply = ({ body }) => (body.response_format ? 'Sorry, no.' : JSON_VALUE)
    expect(await formatsOf(model)).toEqual({ value: VALUE, formats: ['schema', 'tool'] })
    server.reply = () => JSON_VALUE
    expect(await formatsOf(model)).toEqual({ value: VALUE, formats: ['schema'] })
  })

  it('is known to each model by itself', async () => {
    server.refuses.response_format = REFUSALS.llamaCppFormat
    await writtenBy(create())
    expect((await formatsOf(create())).formats).toEqual(['schema', 'tool'])
  })
})

import { describe, expect, it } from 'vitest'
import { type GuardOptions, guardLanguageModel } from '../../src/models/guard-language-model.ts'
import { createOpenAILanguageModel } from '../../src/models/language-model-openai.ts'
import { nameService } from '../../src/models/openai-address.ts'
import { errorOf, KEY, testLanguageModel, VALUE, writtenBy } from '../contract/language-model.ts'
import { serveValue } from '../support/serve-value.ts'

const MODEL = 'test-chat'

const { server } = await serveValue()

function create(baseURL: string, options: Partial<GuardOptions> = {}) {
  const model = createOpenAILanguageModel({ model: MODEL, apiKey: KEY, baseURL })
  const limits = { callsAtOnce: 4, callMilliseconds: 30_000, now: Date.now }
  return guardLanguageModel(model, { service: nameService(MODEL, baseURL), ...limits, ...options })
}

testLanguageModel('guarded language model', create)

describe('a guarded language model', () => {
  it.each([429, 500, 503])('asks again after HTTP %s, as soon as the service says', async (status) => {
    server.reply = (_, number) =>
      number === 0 ? { error: { status }, headers: { 'retry-after-ms': '1' } } : JSON.stringify(VALUE)
    expect((await writtenBy(create(server.baseURL))).at(-1)).toEqual(VALUE)
    expect(server.requests).toHaveLength(2)
  })

  it('asks again when the connection breaks before anything was given out', async () => {
    server.reply = (_, number) => ({
      text: JSON.stringify(VALUE),
      ...(number === 0 && { breaksOff: { after: 0, by: 'dropping' } }),
    })
    expect((await writtenBy(create(server.baseURL))).at(-1)).toEqual(VALUE)
    expect(server.requests).toHaveLength(2)
  })

  it('gives up at once when the service asks for more time than there is', async () => {
    server.reply = () => ({ error: { status: 429 }, headers: { 'retry-after': '31' } })
    expect(await errorOf(writtenBy(create(server.baseURL)))).toMatchObject({ kind: 'rate-limited', retryAfter: 31_000 })
    expect(server.requests).toHaveLength(1)
  })

  it('counts each attempt for the circuit, which ends them', async () => {
    server.reply = () => ({ error: { status: 500 }, headers: { 'retry-after-ms': '1' } })
    const model = create(server.baseURL, { failures: 2 })
    expect((await errorOf(writtenBy(model))).kind).toBe('circuit-open')
    expect((await errorOf(writtenBy(model))).kind).toBe('circuit-open')
    expect(server.requests).toHaveLength(2)
  })

  it.each([
    ['before it answers', { silent: true }],
    ['in the middle', { text: JSON.stringify(VALUE), breaksOff: { after: 20, by: 'hanging' } }],
  ] as const)('ends a call that hangs %s, on the wire too', async (_, reply) => {
    server.reply = () => reply
    expect((await errorOf(writtenBy(create(server.baseURL, { callMilliseconds: 500 })))).kind).toBe('late')
    expect(server.requests.length).toBeLessThanOrEqual(1)
    // On a machine under load, time may be up before there is a request.
    for (const { ended } of server.requests) expect(await ended).toBe('by the client')
  })

  it('has no more calls on the wire at once than it may, and loses none', async () => {
    let [running, most] = [0, 0]
    server.reply = ({ ended }) => {
      most = Math.max(most, ++running)
      ended.then(() => running--)
      return JSON.stringify(VALUE)
    }
    const model = create(server.baseURL, { callsAtOnce: 2, queueLength: 10 })
    const written = await Promise.all(Array.from({ length: 12 }, () => writtenBy(model)))
    expect(written.map((values) => values.at(-1))).toEqual(Array(12).fill(VALUE))
    // The next call may begin before the end of the last one is seen at the other side.
    expect(most).toBeLessThanOrEqual(4)
  })
})

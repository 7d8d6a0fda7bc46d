import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { LanguageModelError, type LanguageModelErrorKind } from '../../src/models/language-model-error.ts'
import { errorOf, writtenBy } from '../contract/language-model.ts'
import type { ChatReply } from '../support/chat-server.ts'
import { JSON_VALUE, serveValue } from '../support/serve-value.ts'

const { server, create } = await serveValue()

describe('when it fails', () => {
  const half: ChatReply = { text: JSON_VALUE, breaksOff: { after: 8, by: 'ending' } }
  const endless = { text: '{"texts":["x', chunkLength: 100, endless: true }
  it.each<[string, ChatReply, LanguageModelErrorKind, RegExp]>([
    ['the key is refused', { error: { status: 401 } }, 'unauthorised', /HTTP 401.*check OPENAI_API_KEY/],
    ['the key may not', { error: { status: 403 } }, 'unauthorised', /check OPENAI_API_KEY/],
    ['there is no credit', { error: { status: 429, code: 'insufficient_quota' } }, 'unauthorised', /no credit/],
    ['there are too many', { error: { status: 429 } }, 'rate-limited', /HTTP 429/],
    ['the service fails', { error: { status: 500 } }, 'unreachable', /HTTP 500.*try again later/],
    ['the model is unknown', { error: { status: 404, message: 'model "x" not found' } }, 'refused', /check CHAT_MODEL/],
    ['the filter refuses', { text: '', finishReason: 'content_filter' }, 'refused', /content filter/],
    ['its tokens run out', { text: '{"texts":["x', finishReason: 'length' }, 'broken', /after 500 tokens/],
    ['the value breaks off', half, 'broken', /JSON is broken, or broke off/],
    ['the JSON is wrong', { text: '{"texts": oops}' }, 'broken', /JSON is broken/],
    ['the JSON is too deep', { text: `{"texts":${'['.repeat(2000)}` }, 'broken', /JSON is broken/],
    [
      'it is another kind of server',
      { raw: { body: '<html>', contentType: 'text/html' } },
      'broken',
      /OPENAI_BASE_URL/,
    ],
    ['it doesn’t stream', { raw: { body: '{"choices":[]}', contentType: 'application/json' } }, 'broken', /completion/],
    ['it writes without end', endless, 'broken', /without end/],
    [
      'a line never ends',
      { raw: { body: 'x'.repeat(300_000), contentType: 'text/event-stream' } },
      'broken',
      /without end/,
    ],
    [
      'its error never ends',
      { raw: { body: 'x'.repeat(300_000), contentType: 'text/plain', status: 500 } },
      'broken',
      /without end/,
    ],
  ])('says so: %s', async (_, reply, kind, message) => {
    server.reply = () => reply
    const error = await errorOf(writtenBy(create()))
    expect(error).toMatchObject({ kind, message: expect.stringMatching(message) })
    expect(error.message).toContain(`Writing with test-chat at ${server.baseURL} failed: `)
    expect(server.requests).toHaveLength(1)
  })

  it.each<[NonNullable<ChatReply['breaksOff']>['by'], LanguageModelErrorKind]>([
    ['dropping', 'unreachable'],
    ['sending broken JSON', 'broken'],
    ['sending an error', 'unreachable'],
  ])('says so when the stream ends by %s, and logs nothing', async (by, kind) => {
    const shown = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name))
    server.reply = () => ({ text: JSON_VALUE, breaksOff: { after: 12, by } })
    expect((await errorOf(writtenBy(create()))).kind).toBe(kind)
    expect(shown.flatMap((spy) => spy.mock.calls)).toEqual([])
    for (const spy of shown) spy.mockRestore()
  })

  it('throws an error of ours, or gives an object, and logs nothing, whatever is sent', async () => {
    const shown = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name))
    const parts = fc.constantFrom(
      ...['data: ', '\n\n', '\r', 'event: thread.x\n', '[DONE]', 'null', '42', '[]', ': ', '\u0000', '\ufeff', '{'],
      ...['{"choices":null}', '{"choices":[null]}', '{"choices":[{"delta":null}]}', '{"usage":{"prompt_tokens":"x"}}'],
      ...['{"error":{"message":"x"}}', '{"error":"x"}', '{"choices":[{"delta":{"content":42}}]}'],
      '{"choices":[{"delta":{"content":"{\\"a\\":1"},"finish_reason":7}]}',
      '{"choices":[{"delta":{"role":"assistant","tool_calls":[{"function":{"arguments":"{"}}]}}]}',
      '{"choices":[{"delta":{"role":"assistant","tool_calls":"x"}}]}',
    )
    const contentType = fc.constantFrom('text/event-stream', 'application/json', '')
    const body = fc.array(parts, { maxLength: 30 }).map((some) => some.join(''))
    await fc.assert(
      fc.asyncProperty(
        body,
        contentType,
        fc.constantFrom(200, 200, 400, 429, 500),
        async (body, contentType, status) => {
          server.reply = () => ({ raw: { body, contentType, status } })
          const written = await writtenBy(create()).catch((error: unknown) => error)
          if (!(written instanceof LanguageModelError)) {
            for (const value of written as unknown[]) expect(value).toEqual(expect.any(Object))
          }
        },
      ),
    )
    // LangChain says, without saying what, that content isn't text.
    const said = shown
      .flatMap((spy) => spy.mock.calls)
      .filter(([text]) => !/^\[WARNING\]: Received non-string/.test(`${text}`))
    expect(said).toEqual([])
    for (const spy of shown) spy.mockRestore()
  })

  it('says so when nobody listens, without the password in the address', async () => {
    const { kind, message } = await errorOf(writtenBy(create({ baseURL: 'http://user:password@127.0.0.1:9/v1' })))
    expect(kind).toBe('unreachable')
    expect(message).toMatch(/test-chat at http:\/\/127\.0\.0\.1:9\/v1 failed: it can't be reached/)
  })

  it('keeps how long the service asks to wait', async () => {
    const now = Date.parse('2026-01-01T00:00:00Z')
    const date = 'Thu, 01 Jan 2026 00:00:07 GMT'
    server.reply = (_, number) => ({ error: { status: 429 }, headers: { 'retry-after': number === 0 ? '3' : date } })
    const model = create({ now: () => now })
    expect(await errorOf(writtenBy(model))).toMatchObject({ status: 429, retryAfter: 3000 })
    expect(await errorOf(writtenBy(model))).toMatchObject({ status: 429, retryAfter: 7000 })
  })
})

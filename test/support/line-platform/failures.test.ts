import type { messagingApi } from '@line/bot-sdk'
import { expect, test } from 'vitest'
import { refusalOf } from './clients.ts'
import type { LinePlatform } from './line-platform.ts'
import { startWithReceiver } from './start-with-receiver.ts'

const hello: messagingApi.Message[] = [{ type: 'text', text: 'a' }]
const bubble: messagingApi.Message = {
  type: 'flex',
  altText: 'a',
  contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents: [{ type: 'text', text: 'a' }] } },
}
const key = '123e4567-e89b-12d3-a456-426614174000'

async function asked(line: LinePlatform) {
  const from = line.addPerson()
  const event = line.events.text({ from, text: 'a' })
  await line.deliver([event])
  return { from, replyToken: event.replyToken! }
}

test('a status, with Retry-After, at the n-th call and for so many', async () => {
  await using running = await startWithReceiver()
  const { line, api } = running
  line.fail('botInfo', { kind: 'status', status: 429, message: 'Later', retryAfter: 7 }, { call: 2, times: 2 })
  await api.getBotInfo()
  const refusal = await refusalOf(api.getBotInfo())
  expect(refusal).toMatchObject({ status: 429, message: 'Later' })
  expect(refusal.headers.get('retry-after')).toBe('7')
  expect(refusal.headers.get('x-line-request-id')).toBeTruthy()
  await refusalOf(api.getBotInfo())
  await api.getBotInfo()
  await api.getMessageQuota()
})

test('for ever, until cleared', async () => {
  await using running = await startWithReceiver()
  const { line, api } = running
  line.fail('botInfo', { kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY })
  for (let i = 0; i < 3; i++) expect(await refusalOf(api.getBotInfo())).toMatchObject({ status: 503 })
  line.clear()
  await api.getBotInfo()
})

test.each([true, false])('an error although it was processed: %s — the retry of a reply tells', async (processed) => {
  await using running = await startWithReceiver()
  const { line, api } = running
  const { from, replyToken } = await asked(line)
  line.fail('reply', { kind: 'status', status: 500, processed })
  expect(await refusalOf(api.replyMessage({ replyToken, messages: hello }))).toMatchObject({ status: 500 })
  expect(line.messages(from)).toHaveLength(processed ? 1 : 0)
  const retry = api.replyMessage({ replyToken, messages: hello })
  if (processed) expect(await refusalOf(retry)).toMatchObject({ message: 'Invalid reply token' })
  else await retry
  expect(line.messages(from)).toHaveLength(1)
  expect(line.callsTo('reply').map(({ processed, status }) => [processed, status])).toEqual([
    [processed, 500],
    [true, processed ? 400 : 200],
  ])
})

test.each([true, false])('a broken connection, processed: %s — the retry key of a push tells', async (processed) => {
  await using running = await startWithReceiver()
  const { line, api } = running
  const { from } = await asked(line)
  line.fail('push', { kind: 'reset', processed })
  await expect(api.pushMessage({ to: from.userId, messages: hello }, key)).rejects.toThrow('fetch failed')
  const retry = api.pushMessage({ to: from.userId, messages: hello }, key)
  if (processed) expect(await refusalOf(retry)).toMatchObject({ status: 409 })
  else await retry
  expect(line.messages(from)).toHaveLength(1)
})

test('a connection that breaks in the middle of the answer', async () => {
  await using running = await startWithReceiver()
  const { line, api } = running
  const { from, replyToken } = await asked(line)
  line.fail('reply', { kind: 'reset', processed: true, midway: true })
  await expect(api.replyMessage({ replyToken, messages: hello })).rejects.toThrow(/terminated|fetch failed/)
  expect(line.messages(from)).toHaveLength(1)
})

test.each([true, false])('silence, processed: %s, which ends with the stand-in', async (processed) => {
  const { line, api, ...running } = await startWithReceiver()
  const { from, replyToken } = await asked(line)
  line.fail('reply', { kind: 'hang', processed })
  const reply = api.replyMessage({ replyToken, messages: hello }).catch((error: Error) => error.message)
  await expect.poll(() => line.callsTo('reply')).toMatchObject([{ processed }])
  expect(line.callsTo('reply')[0]).not.toHaveProperty('status')
  expect(line.messages(from)).toHaveLength(processed ? 1 : 0)
  await running[Symbol.asyncDispose]()
  expect(await reply).toBe('fetch failed')
})

test('a late answer, of a call that was worked on at once', async () => {
  await using running = await startWithReceiver()
  const { line, api } = running
  const { from, replyToken } = await asked(line)
  line.fail('reply', { kind: 'slow', ms: 20 })
  const reply = api.replyMessage({ replyToken, messages: hello })
  await expect.poll(() => line.messages(from)).toHaveLength(1)
  expect((await reply).sentMessages).toHaveLength(1)
})

test('an answer that is no JSON', async () => {
  await using running = await startWithReceiver()
  const { line, api } = running
  line.fail('botInfo', { kind: 'garbage', body: '<html>', processed: false })
  await expect(api.getBotInfo()).rejects.toThrow(SyntaxError)
})

test('flex refused with details, and the same answer taken as text by the same token', async () => {
  await using running = await startWithReceiver()
  const { line, api } = running
  const { from, replyToken } = await asked(line)
  line.fail('reply', { kind: 'refuse-flex' }, { times: Number.POSITIVE_INFINITY })
  expect(await refusalOf(api.replyMessage({ replyToken, messages: [bubble] }))).toMatchObject({
    status: 400,
    message: 'A message (messages[0]) in the request body is invalid',
    details: [{ message: 'invalid property', property: '/body/contents/0' }],
  })
  await api.replyMessage({ replyToken, messages: hello })
  expect(line.messages(from)).toMatchObject([{ message: { type: 'text' } }])
})

test('several at once: each takes its own call', async () => {
  await using running = await startWithReceiver()
  const { line, api } = running
  line.fail('botInfo', { kind: 'status', status: 500 })
  line.fail('botInfo', { kind: 'status', status: 503 }, { call: 2 })
  expect((await refusalOf(api.getBotInfo())).status).toBe(500)
  expect((await refusalOf(api.getBotInfo())).status).toBe(503)
  await api.getBotInfo()
})

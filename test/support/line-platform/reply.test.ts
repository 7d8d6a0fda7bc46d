import { randomUUID } from 'node:crypto'
import { messagingApi } from '@line/bot-sdk'
import { beforeEach, describe, expect, test } from 'vitest'
import { refusalOf } from './clients.ts'
import type { LinePlatform, LinePlatformOptions } from './line-platform.ts'
import { startWithReceiver } from './start-with-receiver.ts'
import type { EventOptions } from './webhooks/build-events.ts'

const MINUTE = 60_000
const hello: messagingApi.Message[] = [{ type: 'text', text: 'สวัสดี' }]

let time = 0
beforeEach(() => {
  time = 1_700_000_000_000
})

const start = (options: LinePlatformOptions = {}) => startWithReceiver({ now: () => time, ...options })

async function replyTokenOf(line: LinePlatform, options: EventOptions): Promise<string> {
  const event = line.events.text({ text: 'ลงนามเมื่อไร', ...options })
  await line.deliver([event])
  return event.replyToken!
}

describe('a reply', () => {
  test('is shown in the chat that its token came from, with ids and quote tokens', async () => {
    await using running = await start()
    const { line, api } = running
    const from = line.addPerson()
    const event = line.events.text({ from, text: 'a' })
    await line.deliver([event])
    const { sentMessages } = await api.replyMessage({
      replyToken: event.replyToken!,
      messages: [...hello, { type: 'audio', originalContentUrl: 'https://a.example/a.m4a', duration: 1 }],
    })
    expect(sentMessages).toEqual([
      { id: expect.stringMatching(/^\d+$/), quoteToken: expect.any(String) },
      { id: expect.stringMatching(/^\d+$/) },
    ])
    expect(line.messages(from)).toMatchObject([
      { message: hello[0], via: 'reply', webhookEventId: event.webhookEventId, messageId: sentMessages[0]?.id },
      { message: { type: 'audio' }, via: 'reply' },
    ])
    expect(line.chat(from).map(({ by }) => by)).toEqual(['person', 'bot', 'bot'])
  })

  test('works once', async () => {
    await using running = await start()
    const { line, api } = running
    const replyToken = await replyTokenOf(line, { from: line.addPerson() })
    await api.replyMessage({ replyToken, messages: hello })
    const refusal = await refusalOf(api.replyMessage({ replyToken, messages: hello }))
    expect(refusal).toMatchObject({ status: 400, body: { message: 'Invalid reply token' } })
    expect(refusal.body).not.toHaveProperty('details')
    expect(refusal.headers.get('x-line-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test.each([
    [MINUTE, true],
    [MINUTE + 1, false],
  ])('after %i ms: %s', async (after, works) => {
    await using running = await start()
    const { line, api } = running
    const replyToken = await replyTokenOf(line, { from: line.addPerson() })
    time += after
    const reply = api.replyMessage({ replyToken, messages: hello })
    if (works) await reply
    else expect(await refusalOf(reply)).toMatchObject({ message: 'Invalid reply token' })
  })

  test.each([
    ['within a minute of the redelivery', 10 * MINUTE, MINUTE, true],
    ['more than a minute after it', 10 * MINUTE, MINUTE + 1, false],
    ['20 minutes after the event', 19.5 * MINUTE, 0.5 * MINUTE, true],
    ['later than that', 19.5 * MINUTE, 0.5 * MINUTE + 1, false],
  ])('by a redelivered token %s', async (_, redelivered, after, works) => {
    await using running = await start()
    const { line, api } = running
    const event = line.events.text({ from: line.addPerson(), text: 'a' })
    const delivery = await line.deliver([event])
    time += redelivered
    await line.redeliver(delivery)
    time += after
    const reply = api.replyMessage({ replyToken: event.replyToken!, messages: hello })
    if (works) await reply
    else expect(await refusalOf(reply)).toMatchObject({ message: 'Invalid reply token' })
  })

  test('by a token that was used before its redelivery is refused', async () => {
    await using running = await start()
    const { line, api } = running
    const event = line.events.text({ from: line.addPerson(), text: 'a' })
    const delivery = await line.deliver([event])
    await api.replyMessage({ replyToken: event.replyToken!, messages: hello })
    await line.redeliver(delivery)
    const again = api.replyMessage({ replyToken: event.replyToken!, messages: hello })
    expect(await refusalOf(again)).toMatchObject({ message: 'Invalid reply token' })
  })

  test('by a token that LINE never gave is refused, so a forged event brings none', async () => {
    await using running = await start()
    const { line, api } = running
    const event = line.events.text({ from: line.addPerson(), text: 'a' })
    await line.deliver([event], { signature: 'forged' })
    const reply = api.replyMessage({ replyToken: event.replyToken!, messages: hello })
    expect(await refusalOf(reply)).toMatchObject({ message: 'Invalid reply token' })
  })

  test('with a wrong message leaves the token as it was', async () => {
    await using running = await start()
    const { line, api } = running
    const from = line.addPerson()
    const replyToken = await replyTokenOf(line, { from })
    const wrong = api.replyMessage({ replyToken, messages: [{ type: 'text', text: '' }] })
    expect(await refusalOf(wrong)).toMatchObject({ details: [{ property: 'messages[0].text' }] })
    await api.replyMessage({ replyToken, messages: hello })
    expect(line.messages(from)).toHaveLength(1)
  })

  test('with a retry key is refused', async () => {
    await using running = await start()
    const { line } = running
    const api = new messagingApi.MessagingApiClient({
      channelAccessToken: line.accessToken,
      baseURL: line.apiURL,
      defaultHeaders: { 'X-Line-Retry-Key': randomUUID() },
    })
    const replyToken = await replyTokenOf(line, { from: line.addPerson() })
    expect(await refusalOf(api.replyMessage({ replyToken, messages: hello }))).toMatchObject({ status: 400 })
  })

  test('is never counted', async () => {
    await using running = await start({ monthlyLimit: 0 })
    const { line, api } = running
    await api.replyMessage({ replyToken: await replyTokenOf(line, { from: line.addPerson() }), messages: hello })
    expect(await api.getMessageQuotaConsumption()).toEqual({ totalUsage: 0 })
  })

  test('does not arrive where the bot was blocked since, and LINE does not say so', async () => {
    await using running = await start()
    const { line, api } = running
    const from = line.addPerson()
    const replyToken = await replyTokenOf(line, { from })
    await line.deliver([line.events.unfollow({ from })])
    expect((await api.replyMessage({ replyToken, messages: hello })).sentMessages).toHaveLength(1)
    expect(line.messages(from)).toEqual([])
  })

  test('is refused where the bot has left', async () => {
    await using running = await start()
    const { line, api } = running
    const group = line.addGroup()
    const replyToken = await replyTokenOf(line, { in: group })
    await line.deliver([line.events.leave({ in: group })])
    expect(await refusalOf(api.replyMessage({ replyToken, messages: hello }))).toMatchObject({
      message: 'Failed to send messages',
    })
  })
})

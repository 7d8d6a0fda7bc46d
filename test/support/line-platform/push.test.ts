import { randomUUID } from 'node:crypto'
import type { messagingApi } from '@line/bot-sdk'
import { beforeEach, describe, expect, test } from 'vitest'
import { refusalOf } from './clients.ts'
import type { LinePlatformOptions } from './line-platform.ts'
import { startWithReceiver } from './start-with-receiver.ts'

const MINUTE = 60_000
const hello: messagingApi.Message[] = [{ type: 'text', text: 'สวัสดี' }]

let time = 0
beforeEach(() => {
  time = 1_700_000_000_000
})

const start = (options: LinePlatformOptions = {}) => startWithReceiver({ now: () => time, ...options })

describe('a push', () => {
  test('reaches a friend, a group, and for 7 days whoever wrote', async () => {
    await using running = await start()
    const { line, api } = running
    const friend = line.addPerson()
    const stranger = line.addPerson({ friend: false })
    const group = line.addGroup({ members: [friend, stranger] })
    await line.deliver([line.events.text({ from: stranger, text: 'a' })])
    for (const to of [friend.userId, stranger.userId, group.id]) await api.pushMessage({ to, messages: hello })
    time += 7 * 24 * 60 * MINUTE + 1
    await api.pushMessage({ to: stranger.userId, messages: hello })
    expect(line.messages(friend)).toMatchObject([{ via: 'push' }])
    expect(line.messages(stranger)).toHaveLength(1)
    expect(line.messages(group)).toHaveLength(1)
  })

  test('is taken, and does not arrive, when the person blocked the bot; unblocking lets it', async () => {
    await using running = await start()
    const { line, api } = running
    const from = line.addPerson()
    await line.deliver([line.events.unfollow({ from })])
    await api.pushMessage({ to: from.userId, messages: hello })
    expect(line.messages(from)).toEqual([])
    await line.deliver([line.events.follow({ from, isUnblocked: true })])
    await api.pushMessage({ to: from.userId, messages: hello })
    expect(line.messages(from)).toHaveLength(1)
  })

  test('is refused for whom LINE does not know, and for no id', async () => {
    await using running = await start()
    const { line, api } = running
    const without = line.addGroup({ withBot: false })
    for (const to of [`U${'0'.repeat(32)}`, `C${'0'.repeat(32)}`, without.id])
      expect(await refusalOf(api.pushMessage({ to, messages: hello }))).toMatchObject({
        status: 400,
        message: 'Failed to send messages',
      })
    expect(await refusalOf(api.pushMessage({ to: 'someone', messages: hello }))).toMatchObject({
      message: "The property, 'to', in the request body is invalid (line: -, column: -)",
    })
  })

  test('counts each receiver: of a group all, of whom it does not reach none', async () => {
    await using running = await start({ monthlyLimit: 6 })
    const { line, api } = running
    const members = Array.from({ length: 5 }, () => line.addPerson())
    const group = line.addGroup({ members })
    expect(await api.getMessageQuota()).toEqual({ type: 'limited', value: 6 })
    await api.pushMessage({ to: group.id, messages: [...hello, ...hello, ...hello] })
    const blocked = line.addPerson()
    await line.deliver([line.events.unfollow({ from: blocked })])
    await api.pushMessage({ to: blocked.userId, messages: hello })
    expect(await api.getMessageQuotaConsumption()).toEqual({ totalUsage: 5 })
    expect(await refusalOf(api.pushMessage({ to: group.id, messages: hello }))).toMatchObject({
      status: 429,
      message: 'You have reached your monthly limit.',
    })
    await api.pushMessage({ to: members[0]!.userId, messages: hello })
    expect(await api.getMessageQuotaConsumption()).toEqual({ totalUsage: 6 })
  })

  test('has no limit when none is set', async () => {
    await using running = await start()
    expect(await running.api.getMessageQuota()).toEqual({ type: 'none' })
  })

  test('with a retry key is sent once; the retry is told what the first was', async () => {
    await using running = await start()
    const { line, api } = running
    const from = line.addPerson()
    const key = randomUUID()
    const request = { to: from.userId, messages: hello }
    const first = await api.pushMessageWithHttpInfo(request, key)
    const retry = await refusalOf(api.pushMessage(request, key))
    expect(retry).toMatchObject({
      status: 409,
      body: { message: 'The retry key is already accepted', sentMessages: first.body.sentMessages },
    })
    const firstId = first.httpResponse.headers.get('x-line-request-id')
    expect(retry.headers.get('x-line-accepted-request-id')).toBe(firstId)
    expect(retry.headers.get('x-line-request-id')).not.toBe(firstId)
    expect(line.messages(from)).toHaveLength(1)
    expect(line.reproaches).toEqual([])
  })

  test('under the same key is sent again after 24 hours', async () => {
    await using running = await start()
    const { line, api } = running
    const from = line.addPerson()
    const key = randomUUID()
    await api.pushMessage({ to: from.userId, messages: hello }, key)
    time += 24 * 60 * MINUTE - 1
    expect(await refusalOf(api.pushMessage({ to: from.userId, messages: hello }, key))).toMatchObject({ status: 409 })
    time += 1
    await api.pushMessage({ to: from.userId, messages: hello }, key)
    expect(line.messages(from)).toHaveLength(2)
  })

  test('that was refused has not used its key', async () => {
    await using running = await start()
    const { line, api } = running
    const from = line.addPerson()
    const key = randomUUID()
    expect(await refusalOf(api.pushMessage({ to: from.userId, messages: [] }, key))).toMatchObject({ status: 400 })
    await api.pushMessage({ to: from.userId, messages: hello }, key)
    expect(line.messages(from)).toHaveLength(1)
  })

  test('with a key that is no UUID is refused; another body under a key is noted', async () => {
    await using running = await start()
    const { line, api } = running
    const to = line.addPerson().userId
    expect(await refusalOf(api.pushMessage({ to, messages: hello }, 'once'))).toMatchObject({ status: 400 })
    const key = randomUUID()
    await api.pushMessage({ to, messages: hello }, key)
    await refusalOf(api.pushMessage({ to, messages: [{ type: 'text', text: 'other' }] }, key))
    expect(line.reproaches).toEqual([expect.stringContaining('another body')])
  })

  test('to a chat on standby is noted', async () => {
    await using running = await start()
    const { line, api } = running
    const from = line.addPerson()
    await line.deliver([line.events.text({ from, text: 'a', mode: 'standby' })])
    await api.pushMessage({ to: from.userId, messages: hello })
    expect(line.reproaches).toEqual([expect.stringContaining('standby')])
  })

  test.each([
    [{ customAggregationUnits: ['a_B1'] }, true],
    [{ customAggregationUnits: ['a', 'b'] }, false],
    [{ customAggregationUnits: ['a-b'] }, false],
    [{ notificationDisabled: true }, true],
    [{ notificationDisabled: 'yes' }, false],
    [{ surprise: 1 }, false],
  ])('with %o: %s', async (more, taken) => {
    await using running = await start()
    const { line, api } = running
    const request = { to: line.addPerson().userId, messages: hello, ...more } as messagingApi.PushMessageRequest
    if (taken) await api.pushMessage(request)
    else expect(await refusalOf(api.pushMessage(request))).toMatchObject({ status: 400 })
  })
})

describe('a quote', () => {
  test('is of a message of the same chat: of a person or of the bot, as often as one likes', async () => {
    await using running = await start()
    const { line, api } = running
    const from = line.addPerson()
    const group = line.addGroup({ members: [from] })
    const asked = line.events.text({ from, in: group, text: 'a' })
    await line.deliver([asked])
    const { quoteToken } = asked.message!
    const quote = (token: string): messagingApi.Message => ({ type: 'text', text: 'b', quoteToken: token })
    const sent = await api.replyMessage({ replyToken: asked.replyToken!, messages: [quote(quoteToken!)] })
    time += 30 * 24 * 60 * MINUTE
    await api.pushMessage({ to: group.id, messages: [quote(quoteToken!), quote(sent.sentMessages[0]!.quoteToken!)] })
    expect(line.messages(group).map(({ quotedMessageId }) => quotedMessageId)).toEqual([
      asked.message?.id,
      asked.message?.id,
      sent.sentMessages[0]?.id,
    ])
  })

  test('of another chat, or of nothing, is refused', async () => {
    await using running = await start()
    const { line, api } = running
    const from = line.addPerson()
    const asked = line.events.text({ from, text: 'a' })
    await line.deliver([asked])
    for (const [to, quoteToken] of [
      [line.addPerson().userId, asked.message!.quoteToken!],
      [from.userId, 'invented'],
    ] as const) {
      const push = api.pushMessage({ to, messages: [...hello, { type: 'text', text: 'b', quoteToken }] })
      expect(await refusalOf(push)).toMatchObject({ details: [{ property: 'messages[1].quoteToken' }] })
    }
  })
})

test('mentions are of a group, of its members, and never of the bot', async () => {
  await using running = await start()
  const { line, api } = running
  const member = line.addPerson()
  const stranger = line.addPerson()
  const group = line.addGroup({ members: [member] })
  const mention = (mentionee: messagingApi.MentionTarget): messagingApi.Message[] => [
    { type: 'textV2', text: '{who}, ดูนี่', substitution: { who: { type: 'mention', mentionee } } },
  ]
  const user = (userId: string): messagingApi.MentionTarget => ({ type: 'user', userId })
  await api.pushMessage({ to: group.id, messages: mention(user(member.userId)) })
  await api.pushMessage({ to: group.id, messages: mention({ type: 'all' }) })
  for (const [to, mentionee] of [
    [member.userId, user(member.userId)],
    [member.userId, { type: 'all' }],
    [group.id, user(stranger.userId)],
    [group.id, user(line.botUserId)],
  ] as const) {
    expect(await refusalOf(api.pushMessage({ to, messages: mention(mentionee) }))).toMatchObject({
      details: [{ property: 'messages[0].substitution' }],
    })
    await api.validatePush({ messages: mention(mentionee) })
  }
})

test('quick replies are those of the last message, and gone after the next', async () => {
  await using running = await start()
  const { line, api } = running
  const from = line.addPerson()
  const withReply = (label: string): messagingApi.Message => ({
    type: 'text',
    text: 'a',
    quickReply: { items: [{ type: 'action', action: { type: 'message', label, text: label } }] },
  })
  await api.pushMessage({ to: from.userId, messages: [withReply('hidden'), withReply('shown')] })
  expect(line.quickReplies(from).map(({ action }) => action.label)).toEqual(['shown'])
  await line.deliver([line.events.text({ from, text: 'a' })])
  expect(line.quickReplies(from)).toEqual([])
})

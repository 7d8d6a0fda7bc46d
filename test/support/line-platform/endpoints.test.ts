import { buffer } from 'node:stream/consumers'
import type { messagingApi } from '@line/bot-sdk'
import { describe, expect, test } from 'vitest'
import { refusalOf } from './clients.ts'
import { startReceiver } from './receiver.ts'
import { startWithReceiver } from './start-with-receiver.ts'

const hello: messagingApi.Message[] = [{ type: 'text', text: 'a' }]
const unknownUser = `U${'0'.repeat(32)}`

describe('the loading animation', () => {
  test('shows until the next message, or for its time; a new call restarts the time', async () => {
    let time = 1_000_000
    await using running = await startWithReceiver({ now: () => time })
    const { line, api } = running
    const from = line.addPerson()
    const show = (loadingSeconds: number) =>
      api.showLoadingAnimationWithHttpInfo({ chatId: from.userId, loadingSeconds })
    const { httpResponse, body } = await show(5)
    expect(httpResponse.status).toBe(202)
    expect(body).toEqual({})
    expect(line.isLoading(from)).toBe(true)
    time += 4_000
    await show(5)
    time += 4_000
    expect(line.isLoading(from)).toBe(true)
    time += 1_000
    expect(line.isLoading(from)).toBe(false)
    await show(60)
    await api.pushMessage({ to: from.userId, messages: hello })
    expect(line.isLoading(from)).toBe(false)
    expect(line.chat(from).map(({ by }) => by)).toEqual(['loading', 'loading', 'loading', 'bot'])
  })

  test('lasts 20 s when nothing is said', async () => {
    await using running = await startWithReceiver({ now: () => 0 })
    const from = running.line.addPerson()
    await running.api.showLoadingAnimation({ chatId: from.userId })
    expect(running.line.chat(from)).toEqual([{ by: 'loading', at: 0, until: 20_000 }])
  })

  test.each([
    [0, ['Must be between 5 and 60']],
    [7, ['must be a multiple of five']],
    [62, ['Must be between 5 and 60', 'must be a multiple of five']],
    [65, ['Must be between 5 and 60']],
  ])('of %i s is refused', async (loadingSeconds, messages) => {
    await using running = await startWithReceiver()
    const { line, api } = running
    const call = api.showLoadingAnimation({ chatId: line.addPerson().userId, loadingSeconds })
    expect(await refusalOf(call)).toMatchObject({
      status: 400,
      message: `The request body has ${messages.length} error(s)`,
      details: messages.map((message) => ({ message, property: 'loadingSeconds' })),
    })
  })

  test('is for people, not for groups', async () => {
    await using running = await startWithReceiver()
    const { line, api } = running
    expect(await refusalOf(api.showLoadingAnimation({ chatId: line.addGroup().id }))).toMatchObject({
      details: [{ message: expect.stringContaining('Only user id is acceptable'), property: 'chatId' }],
    })
  })
})

test('a message is marked as read by its token', async () => {
  await using running = await startWithReceiver()
  const { line, api } = running
  const from = line.addPerson()
  const event = line.events.text({ from, text: 'a' })
  await line.deliver([event])
  await api.markMessagesAsReadByToken({ markAsReadToken: event.message!.markAsReadToken! })
  expect(line.chat(from)).toMatchObject([{ by: 'person' }, { by: 'read', messageId: event.message?.id }])
  expect(await refusalOf(api.markMessagesAsReadByToken({ markAsReadToken: 'x' }))).toMatchObject({ status: 400 })
})

describe('profiles', () => {
  test('have the language of who has one, and are of friends and of who wrote', async () => {
    await using running = await startWithReceiver()
    const { line, api } = running
    const friend = line.addPerson({ displayName: 'สมชาย', language: 'th' })
    const stranger = line.addPerson({ friend: false })
    expect(await api.getProfile(friend.userId)).toMatchObject({
      displayName: 'สมชาย',
      userId: friend.userId,
      language: 'th',
    })
    expect(await refusalOf(api.getProfile(stranger.userId))).toMatchObject({ status: 404, message: 'Not found' })
    await line.deliver([line.events.text({ from: stranger, text: 'a' })])
    expect(await api.getProfile(stranger.userId)).not.toHaveProperty('language')
  })

  test('are hidden by blocking; unknown people and wrong ids have none', async () => {
    await using running = await startWithReceiver()
    const { line, api } = running
    const from = line.addPerson()
    await line.deliver([line.events.unfollow({ from })])
    for (const id of [from.userId, unknownUser])
      expect(await refusalOf(api.getProfile(id))).toMatchObject({ status: 404 })
    expect(await refusalOf(api.getProfile('someone'))).toMatchObject({ status: 400 })
  })
})

describe('groups', () => {
  test('tell name, size and members, who need not be friends; a member has no language', async () => {
    await using running = await startWithReceiver()
    const { line, api } = running
    const member = line.addPerson({ friend: false, language: 'ja', displayName: '田中' })
    const group = line.addGroup({ name: 'กลุ่ม', members: [member, line.addPerson()] })
    expect(await api.getGroupSummary(group.id)).toMatchObject({ groupId: group.id, groupName: 'กลุ่ม' })
    expect(await api.getGroupMemberCount(group.id)).toEqual({ count: 2 })
    const profile = await api.getGroupMemberProfile(group.id, member.userId)
    expect(profile).toMatchObject({ displayName: '田中' })
    expect(profile).not.toHaveProperty('language')
    expect(await refusalOf(api.getGroupMemberProfile(group.id, line.addPerson().userId))).toMatchObject({ status: 404 })
    expect(await refusalOf(api.getGroupMembersIds(group.id))).toMatchObject({ status: 403 })
  })

  test('list their members to verified accounts', async () => {
    await using running = await startWithReceiver({ verified: true })
    const { line, api } = running
    const member = line.addPerson()
    const group = line.addGroup({ members: [member] })
    expect(await api.getGroupMembersIds(group.id)).toEqual({ memberIds: [member.userId] })
  })

  test('change as people and the bot come and go', async () => {
    await using running = await startWithReceiver()
    const { line, api } = running
    const { events } = line
    const [a, b] = [line.addPerson(), line.addPerson()]
    const group = line.addGroup({ withBot: false })
    expect(await refusalOf(api.getGroupSummary(group.id))).toMatchObject({ status: 404 })
    await line.deliver([events.join({ in: group }), events.memberJoined({ in: group, members: [a, b] })])
    await line.deliver([events.memberLeft({ in: group, members: [a] })])
    expect(await api.getGroupMemberCount(group.id)).toEqual({ count: 1 })
    await api.leaveGroup(group.id)
    expect(await refusalOf(api.getGroupMemberCount(group.id))).toMatchObject({ status: 404 })
    expect(await refusalOf(api.leaveGroup(group.id))).toMatchObject({ status: 404 })
  })

  test('rooms are the same under other names', async () => {
    await using running = await startWithReceiver()
    const { line, api } = running
    const member = line.addPerson()
    const room = line.addGroup({ kind: 'room', members: [member] })
    expect(await api.getRoomMemberCount(room.id)).toEqual({ count: 1 })
    expect(await api.getRoomMemberProfile(room.id, member.userId)).toMatchObject({ userId: member.userId })
    expect(await refusalOf(api.getGroupMemberCount(room.id))).toMatchObject({ status: 400 })
    await api.leaveRoom(room.id)
    expect(await refusalOf(api.pushMessage({ to: room.id, messages: hello }))).toMatchObject({ status: 400 })
  })
})

describe('the account', () => {
  test('tells who the bot is', async () => {
    await using running = await startWithReceiver({ bot: { displayName: 'Accord' } })
    const { line, api } = running
    expect(await api.getBotInfo()).toMatchObject({
      userId: line.botUserId,
      displayName: 'Accord',
      chatMode: 'bot',
      markAsReadMode: 'auto',
    })
  })

  test('sets the address of webhooks, and calls it to test it', async () => {
    await using running = await startWithReceiver()
    await using other = await startReceiver()
    const { line, api } = running
    await api.setWebhookEndpoint({ endpoint: other.url })
    expect(await api.getWebhookEndpoint()).toEqual({ endpoint: other.url, active: true })
    expect(await api.testWebhookEndpoint()).toMatchObject({
      success: true,
      statusCode: 200,
      reason: 'OK',
      detail: '200',
    })
    expect(JSON.parse(other.received[0]!.body.toString())).toEqual({ destination: line.botUserId, events: [] })
    other.statuses.push(401)
    expect(await api.testWebhookEndpoint()).toMatchObject({
      success: false,
      statusCode: 401,
      reason: 'ERROR_STATUS_CODE',
      detail: '401',
    })
    await other[Symbol.asyncDispose]()
    expect(await api.testWebhookEndpoint({ endpoint: other.url })).toMatchObject({
      success: false,
      statusCode: 0,
      reason: 'COULD_NOT_CONNECT',
    })
    expect(line.deliveries).toEqual([])
  })

  test('refuses addresses that are none, and has none at first', async () => {
    await using running = await startWithReceiver()
    const { api } = running
    for (const endpoint of ['', 'example.org', 'http://example.org/a', `https://example.org/${'a'.repeat(481)}`]) {
      expect(await refusalOf(api.setWebhookEndpoint({ endpoint }))).toMatchObject({
        status: 400,
        message: 'Invalid webhook endpoint URL',
      })
    }
    await api.setWebhookEndpoint({ endpoint: `https://example.org/${'a'.repeat(480)}` })
  })
})

describe('content', () => {
  test('of a picture can be had until it is unsent', async () => {
    await using running = await startWithReceiver()
    const { line, blob } = running
    const from = line.addPerson()
    const event = line.events.image({ from })
    await line.deliver([event])
    const { id } = event.message!
    expect((await buffer(await blob.getMessageContent(id))).length).toBeGreaterThan(0)
    expect((await buffer(await blob.getMessageContentPreview(id))).length).toBeGreaterThan(0)
    expect(await refusalOf(blob.getMessageContentTranscodingByMessageId(id))).toMatchObject({ status: 400 })
    await line.deliver([line.events.unsend({ from, messageId: id })])
    expect(await refusalOf(blob.getMessageContent(id))).toMatchObject({ status: 410 })
  })

  test('of a film may take its time; text has none', async () => {
    await using running = await startWithReceiver()
    const { line, blob } = running
    const from = line.addPerson()
    const [film, text] = [line.events.video({ from }), line.events.text({ from, text: 'a' })]
    await line.deliver([film, text])
    const { id } = film.message!
    line.contents.get(id)!.status = 'processing'
    expect((await blob.getMessageContentWithHttpInfo(id)).httpResponse.status).toBe(202)
    expect(await blob.getMessageContentTranscodingByMessageId(id)).toEqual({ status: 'processing' })
    line.contents.get(id)!.status = 'ready'
    expect(await blob.getMessageContentTranscodingByMessageId(id)).toEqual({ status: 'succeeded' })
    expect(await refusalOf(blob.getMessageContent(text.message!.id))).toMatchObject({ status: 404 })
  })
})

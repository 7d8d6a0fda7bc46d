import { validateSignature } from '@line/bot-sdk'
import { expect, test } from 'vitest'
import { startLinePlatform } from './line-platform.ts'
import { startWithReceiver } from './start-with-receiver.ts'
import { encodeWebhook, sign } from './webhooks/sign.ts'

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/

test("signs as LINE's own example is signed", () => {
  const body = Buffer.from('{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}')
  expect(sign(body, '8c570fa6dd201bb328f1c1eac23a96d8')).toBe('GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=')
})

test('delivers events that the SDK finds rightly signed, astral characters escaped and Thai as it is', async () => {
  await using running = await startWithReceiver()
  const { line, receiver } = running
  const from = line.addPerson()
  const delivery = await line.deliver([line.events.text({ from, text: 'ลงนามเมื่อไร 🤨' })])
  expect(delivery).toMatchObject({ status: 200, reason: 'ok', isRedelivery: false })
  const [request] = receiver.received
  expect(request?.headers['content-type']).toBe('application/json; charset=utf-8')
  const signature = String(request?.headers['x-line-signature'])
  expect(validateSignature(request!.body, line.channelSecret, signature)).toBe(true)
  const text = request!.body.toString()
  expect(text).toContain('ลงนามเมื่อไร \\ud83e\\udd28')
  expect(text).not.toBe(JSON.stringify(JSON.parse(text)))
  expect(JSON.parse(text)).toMatchObject({
    destination: line.botUserId,
    events: [{ type: 'message', source: { type: 'user', userId: from.userId }, message: { text: 'ลงนามเมื่อไร 🤨' } }],
  })
})

test('forges, strips and alters on demand', async () => {
  await using running = await startWithReceiver()
  const { line, receiver } = running
  const event = line.events.text({ from: line.addPerson(), text: 'a' })
  await line.deliver([event], { signature: null })
  await line.deliver([event], { signature: 'AAAA' })
  await line.deliver([event], { signature: (body) => sign(body, 'another secret') })
  await line.deliver([event], { alter: (body) => Buffer.concat([body, Buffer.from(' ')]) })
  await line.deliver([event], { headerName: 'X-LINE-SIGNATURE' })
  const valid = receiver.received.map(({ headers, body }) => {
    const signature = headers['x-line-signature']
    return typeof signature === 'string' && validateSignature(body, line.channelSecret, signature)
  })
  expect(valid).toEqual([false, false, false, false, true])
  expect(receiver.received[0]?.headers).not.toHaveProperty('x-line-signature')
  expect(receiver.received[4]?.rawHeaders).toContain('X-LINE-SIGNATURE')
})

test('a body of any bytes is rightly signed', async () => {
  await using running = await startWithReceiver()
  const { line, receiver } = running
  await line.deliver([], { body: Buffer.from('{"not": json') })
  const [request] = receiver.received
  expect(request?.body.toString()).toBe('{"not": json')
  expect(validateSignature(request!.body, line.channelSecret, String(request?.headers['x-line-signature']))).toBe(true)
})

test('tells how a webhook ended: status, silence, broken connection, nobody there', async () => {
  await using running = await startWithReceiver({ webhookTimeoutMs: 50 })
  const { line, receiver } = running
  receiver.statuses.push(204, 500, 'silence', 'reset')
  const deliver = () => line.deliver([line.events.follow({ from: line.addPerson() })])
  expect(await deliver()).toMatchObject({ status: 204, reason: 'ok' })
  expect(await deliver()).toMatchObject({ status: 500, reason: 'error_status_code' })
  expect(await deliver()).toMatchObject({ status: undefined, reason: 'request_timeout' })
  expect(await deliver()).toMatchObject({ status: undefined, reason: 'unclassified' })
  await receiver[Symbol.asyncDispose]()
  expect(await deliver()).toMatchObject({ status: undefined, reason: 'could_not_connect' })
  expect(line.deliveries.map(({ reason }) => reason)).toHaveLength(5)
})

test('redelivers the same event, but for saying so', async () => {
  let time = 1_000_000
  await using running = await startWithReceiver({ now: () => time })
  const { line, receiver } = running
  receiver.statuses.push(500)
  const event = line.events.text({ from: line.addPerson(), text: 'a' })
  const failed = await line.deliver([event])
  time += 30_000
  expect(await line.redeliver(failed)).toMatchObject({ reason: 'ok', isRedelivery: true })
  const [first, second] = receiver.received.map(({ body }) => JSON.parse(body.toString()).events[0])
  expect(first).toEqual(event)
  expect(second).toEqual({ ...event, deliveryContext: { isRedelivery: true } })
})

test('redelivers by itself when that is switched on, until it is taken', async () => {
  await using running = await startWithReceiver({ redelivery: { times: 3, afterMs: 1 } })
  const { line, receiver } = running
  receiver.statuses.push(500, 503)
  await line.deliver([line.events.text({ from: line.addPerson(), text: 'a' })])
  await expect.poll(() => line.deliveries.map(({ status }) => status)).toEqual([500, 503, 200])
  expect(line.deliveries.map(({ isRedelivery }) => isRedelivery)).toEqual([false, true, true])
})

test('an event sent twice by accident happened once', async () => {
  await using running = await startWithReceiver()
  const { line, receiver } = running
  const from = line.addPerson()
  const event = line.events.text({ from, text: 'a' })
  await line.deliver([event])
  await line.deliver([event])
  expect(receiver.received.map(({ body }) => body)).toEqual([
    encodeDelivery(line.botUserId, event),
    encodeDelivery(line.botUserId, event),
  ])
  expect(line.chat(from)).toHaveLength(1)
})

test('one delivery has events of several people and chats, in any order', async () => {
  await using running = await startWithReceiver()
  const { line, receiver } = running
  const [a, b] = [line.addPerson(), line.addPerson()]
  const group = line.addGroup({ members: [a, b] })
  const later = line.events.text({ from: a, text: 'later', timestamp: 2_000 })
  const earlier = line.events.text({ from: b, in: group, text: 'earlier', timestamp: 1_000 })
  await line.deliver([later, earlier, line.events.follow({ from: b })])
  const { events } = JSON.parse(receiver.received[0]!.body.toString())
  expect(events.map(({ timestamp, source }: typeof later) => [timestamp, source?.type])).toEqual([
    [2_000, 'user'],
    [1_000, 'group'],
    [events[2].timestamp, 'user'],
  ])
})

test('gives every event what its type has', async () => {
  await using line = await startLinePlatform({ now: () => 1_700_000_000_000 })
  const { events } = line
  const from = line.addPerson()
  const group = line.addGroup({ members: [from] })
  const room = line.addGroup({ kind: 'room' })
  const inGroup = { from, in: group }
  const original = events.text({ ...inGroup, text: 'a' })
  const withToken = [
    original,
    events.image({ from }),
    events.video({ from }),
    events.audio({ from }),
    events.file({ from }),
    events.location({ from }),
    events.sticker({ from }),
    events.messageEdited({ ...inGroup, message: original.message!, text: 'b' }),
    events.follow({ from }),
    events.join({ in: group }),
    events.memberJoined({ in: group, members: [from] }),
    events.postback({ from, data: 'v=1' }),
    events.other({ from, type: 'videoPlayComplete' }),
  ]
  const without = [
    events.unsend({ from, messageId: '1' }),
    events.unfollow({ from }),
    events.leave({ in: room }),
    events.memberLeft({ in: group, members: [from] }),
    events.other({ type: 'botSuspended', canReply: false }),
    events.text({ from, text: 'a', mode: 'standby' }),
  ]
  for (const event of [...withToken, ...without]) {
    expect(event.webhookEventId).toMatch(ULID)
    expect(event.timestamp).toBe(1_700_000_000_000)
    expect(event.deliveryContext).toEqual({ isRedelivery: false })
  }
  for (const { replyToken } of withToken) expect(replyToken).toMatch(/^[0-9a-f]{32}$/)
  for (const event of without) expect(event).not.toHaveProperty('replyToken')
  expect(new Set([...withToken, ...without].map(({ webhookEventId }) => webhookEventId)).size).toBe(19)
  expect(room.id).toMatch(/^R[0-9a-f]{32}$/)
  expect(original.source).toEqual({ type: 'group', groupId: group.id, userId: from.userId })
  expect(events.join({ in: group }).source).toEqual({ type: 'group', groupId: group.id })
  expect(events.other({ type: 'botSuspended' })).not.toHaveProperty('source')
})

test('an edited message keeps its id, gets new tokens and none to mark it as read', async () => {
  await using line = await startLinePlatform()
  const from = line.addPerson()
  const original = line.events.text({ from, in: line.addGroup(), text: 'a' })
  const edited = line.events.messageEdited({ from, message: original.message!, text: 'b' })
  expect(edited.message).toMatchObject({ id: original.message?.id, type: 'text', text: 'b' })
  expect(edited.message?.quoteToken).not.toBe(original.message?.quoteToken)
  expect(edited.replyToken).not.toBe(original.replyToken)
  expect(edited.message).not.toHaveProperty('markAsReadToken')
})

test('mentions stand where UTF-16 counts them, and tell the bot from others and from all', async () => {
  await using line = await startLinePlatform()
  const other = line.addPerson({ displayName: 'สมชาย' })
  const { message } = line.events.text({
    from: line.addPerson(),
    in: line.addGroup(),
    text: ['🤨 ', { mention: 'bot' }, ' ', { mention: other }, { mention: 'all' }, ' ?'],
    quotes: '42',
  })
  expect(message?.text).toBe('🤨 @Accord @สมชาย@All ?')
  expect(message?.quotedMessageId).toBe('42')
  const mention = message?.mention as { mentionees: { index: number; length: number }[] }
  expect(mention.mentionees).toEqual([
    { index: 3, length: 7, type: 'user', userId: line.botUserId, isSelf: true },
    { index: 11, length: 6, type: 'user', userId: other.userId, isSelf: false },
    { index: 17, length: 4, type: 'all' },
  ])
})

test('a person whom LINE does not name has no id in events, and gets replies all the same', async () => {
  await using running = await startWithReceiver()
  const { line, api } = running
  const from = line.addPerson({ named: false })
  const group = line.addGroup({ members: [from] })
  expect(line.events.text({ from, in: group, text: 'a' }).source).toEqual({ type: 'group', groupId: group.id })
  const event = line.events.text({ from, text: 'a' })
  expect(event.source).toEqual({ type: 'user' })
  await line.deliver([event])
  await api.replyMessage({ replyToken: event.replyToken!, messages: [{ type: 'text', text: 'b' }] })
  expect(line.messages(from)).toHaveLength(1)
})

test('a tap on an action is the event that LINE makes of it', async () => {
  await using line = await startLinePlatform()
  const from = line.addPerson()
  const postback = line.tap({ from, action: { type: 'postback', data: 'v=1', displayText: 'Sources' } })
  expect(postback).toMatchObject({ type: 'postback', postback: { data: 'v=1' } })
  expect(line.chat(from)).toMatchObject([{ by: 'person', kind: 'displayText', text: 'Sources' }])
  const message = line.tap({ from, action: { type: 'message', text: 'Who signed?' } })
  expect(message).toMatchObject({ type: 'message', message: { type: 'text', text: 'Who signed?' } })
  expect(() => line.tap({ from, action: { type: 'uri' } })).toThrow('sends no webhook')
})

function encodeDelivery(destination: string, event: unknown): Buffer {
  return encodeWebhook({ destination, events: [event] })
}

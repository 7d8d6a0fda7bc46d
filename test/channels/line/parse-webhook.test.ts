import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LineEvent, parseWebhook } from '../../../src/channels/line/parse-webhook.ts'
import { type LinePlatform, startLinePlatform } from '../../support/line-platform/line-platform.ts'
import type { WebhookEvent } from '../../support/line-platform/webhooks/event.ts'
import { encodeWebhook } from '../../support/line-platform/webhooks/sign.ts'

let line: LinePlatform
beforeAll(async () => {
  line = await startLinePlatform({ now: () => 1_700_000_000_000 })
})
afterAll(() => line[Symbol.asyncDispose]())

function parse(...events: unknown[]): LineEvent[] {
  return parseWebhook(encodeWebhook({ destination: line.botUserId, events })) ?? []
}

function parseOne(event: WebhookEvent): LineEvent {
  const [parsed, ...more] = parse(event)
  expect(more).toEqual([])
  return parsed!
}

test('a text of a person', () => {
  const from = line.addPerson()
  const event = line.events.text({ from, text: ' ลงนามเมื่อไร 🤨 ' })
  expect(parseOne(event)).toEqual({
    kind: 'text',
    id: event.webhookEventId,
    at: 1_700_000_000_000,
    isRedelivery: false,
    standby: false,
    place: { kind: 'person', chatId: from.userId, userId: from.userId },
    replyToken: event.replyToken,
    messageId: event.message?.id,
    text: 'ลงนามเมื่อไร 🤨',
    mentionsBot: false,
    edited: false,
    quoteToken: event.message?.quoteToken,
  })
})

test('mentions of the bot are cut out, those of others stay; a mention of all is not of the bot', () => {
  const group = line.addGroup()
  const other = line.addPerson({ displayName: 'สมชาย' })
  const from = line.addPerson()
  const text = ['🤨', { mention: 'bot' }, ' ถาม ', { mention: other }, ' ', { mention: 'bot' }] as const
  expect(parseOne(line.events.text({ from, in: group, text }))).toMatchObject({
    text: '🤨  ถาม @สมชาย',
    mentionsBot: true,
    place: { kind: 'group', chatId: group.id, userId: from.userId },
  })
  const toAll = line.events.text({ from, in: group, text: [{ mention: 'all' }, ' ประชุม'] })
  expect(parseOne(toAll)).toMatchObject({ text: '@All ประชุม', mentionsBot: false })
})

test('a quote of an earlier message', () => {
  const event = line.events.text({ from: line.addPerson(), text: 'a', quotes: '42' })
  expect(parseOne(event)).toMatchObject({ quotedMessageId: '42' })
})

test('an edited text is of the same message', () => {
  const from = line.addPerson()
  const original = line.events.text({ from, in: line.addGroup(), text: 'a' })
  const edited = line.events.messageEdited({ from, in: line.addGroup(), message: original.message!, text: 'b' })
  expect(parseOne(edited)).toMatchObject({ kind: 'text', text: 'b', edited: true, messageId: original.message?.id })
})

test('what people send beside texts', () => {
  const from = line.addPerson()
  const { image, video, audio, file, location, sticker } = line.events
  const media = [image, video, audio, file, location, sticker].map((build) => parseOne(build({ from })))
  expect(media.map((event) => event.kind === 'media' && event.media)).toEqual([
    'image',
    'video',
    'audio',
    'file',
    'location',
    'sticker',
  ])
  const album = [1, 2].map((index) => ({
    ...image({ from }),
    message: { id: `${index}`, type: 'image', imageSet: { index } },
  }))
  expect(parse(...album)).toMatchObject([{ isFurther: false }, { isFurther: true }])
  const hologram = { ...image({ from }), message: { id: '1', type: 'hologram' } }
  expect(parseOne(hologram)).toMatchObject({ kind: 'media', media: 'hologram' })
})

test('what happens beside messages', () => {
  const from = line.addPerson()
  const group = line.addGroup({ kind: 'room' })
  const { events } = line
  const parsed = parse(
    events.follow({ from }),
    events.unfollow({ from }),
    events.join({ in: group }),
    events.leave({ in: group }),
    events.unsend({ from, messageId: '42' }),
    events.postback({ from, data: 'v=1' }),
  )
  expect(parsed).toMatchObject([
    { kind: 'follow', replyToken: expect.any(String) },
    { kind: 'unfollow' },
    { kind: 'join', place: { kind: 'room', chatId: group.id } },
    { kind: 'leave' },
    { kind: 'unsend', messageId: '42' },
    { kind: 'postback', data: 'v=1' },
  ])
  expect(parsed[1]).not.toHaveProperty('replyToken')
})

test('a person whom LINE does not name can be replied to', () => {
  const from = line.addPerson({ named: false })
  const event = parseOne(line.events.text({ from, text: 'a' }))
  expect(event.place).toEqual({ kind: 'person' })
  expect(event.replyToken).toBeTruthy()
})

test('on standby nothing is to be sent, whatever token comes', () => {
  const event = line.events.text({ from: line.addPerson(), text: 'a', mode: 'standby' })
  expect(parseOne(event)).toMatchObject({ standby: true })
  expect(parseOne({ ...event, replyToken: 'x' })).not.toHaveProperty('replyToken')
})

test('a redelivery says so, under the same id', () => {
  const event = line.events.follow({ from: line.addPerson() })
  const again = parseOne({ ...event, deliveryContext: { isRedelivery: true } })
  expect(again).toEqual({ ...parseOne(event), isRedelivery: true })
})

test('types that mean nothing to us, and those to come, are left out; new properties do no harm', () => {
  const from = line.addPerson()
  const ignored = [
    'videoPlayComplete',
    'beacon',
    'accountLink',
    'membership',
    'module',
    'activated',
    'memberJoined',
    'delivery',
    'newInvention',
  ]
  const known = { ...line.events.follow({ from }), mood: 'fine', follow: { isUnblocked: false, how: { deep: [1] } } }
  expect(parse(...ignored.map((type) => line.events.other({ from, type })), known)).toMatchObject([{ kind: 'follow' }])
})

test('an event without what its type needs is left out, and the others are read', () => {
  const from = line.addPerson()
  const good = line.events.text({ from, text: 'good' })
  const { webhookEventId: _, ...nameless } = line.events.text({ from, text: 'a' })
  const broken = [
    null,
    7,
    {},
    nameless,
    { ...good, message: undefined },
    { ...good, message: { id: '1', type: 'text' } },
    { ...good, source: { type: 'galaxy' } },
    { ...good, timestamp: 'yesterday' },
    { ...line.events.postback({ from, data: 'd' }), postback: { data: 7 } },
  ]
  expect(parse(...broken, good)).toMatchObject([{ text: 'good' }])
})

test('mentions beyond the text, or of a wrong form, do no harm', () => {
  const event = line.events.text({ from: line.addPerson(), text: 'abc' })
  const mentionees = [
    { index: 2, length: 99, isSelf: true },
    { index: 77, length: 1, isSelf: true },
    { index: 'x' },
    null,
  ]
  const [anywhere] = parse({ ...event, message: { ...event.message!, mention: { mentionees: [{ isSelf: true }] } } })
  expect(anywhere).toMatchObject({ text: 'abc', mentionsBot: true })
  expect(parseOne({ ...event, message: { ...event.message!, mention: { mentionees } } })).toMatchObject({
    text: 'ab',
    mentionsBot: true,
  })
})

describe('a body', () => {
  test('without events is a call to see who is there', () => {
    expect(parseWebhook(Buffer.from('{"destination":"U1","events":[]}'))).toEqual([])
  })

  test.each(['', '{', 'null', '[]', '"a"', '{}', '{"destination":"U1"}', '{"destination":"U1","events":{}}'])(
    '%s is none',
    (body) => {
      expect(parseWebhook(Buffer.from(body))).toBeUndefined()
    },
  )

  test('of any JSON, and of any event with one part replaced, is read or refused', () => {
    const from = line.addPerson()
    const sample = line.events.text({ from, in: line.addGroup(), text: [{ mention: 'bot' }, ' a'], quotes: '1' })
    const paths = pathsOf(sample)
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const changed = replaceAt(sample, path, value)
        for (const event of parse(changed, value)) expect(event.id).toBeTypeOf('string')
      }),
      { numRuns: 2_000 },
    )
    fc.assert(fc.property(fc.json(), (json) => void parseWebhook(Buffer.from(json))))
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void parseWebhook(Buffer.from(bytes))))
  })
})

type Path = (string | number)[]

function pathsOf(value: unknown, above: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [above]
  return [above, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...above, key]))]
}

function replaceAt(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>
  copy[key] = replaceAt(copy[key], rest, by)
  return copy
}

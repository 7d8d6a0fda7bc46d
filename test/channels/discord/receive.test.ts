import { describe, expect, it } from 'vitest'
import type { Listener } from '../../../src/channels/discord/listener.ts'
import { receive } from '../../../src/channels/discord/receive.ts'
import { receiveMessage } from '../../../src/channels/discord/receive-message.ts'

const me: Listener = { userId: '99', applicationId: '98', isThread: (channelId) => channelId === 'a thread' }
const ask = { name: 'ask', type: 1, options: [{ name: 'question', type: 3, value: 'When?' }] }
const least = { id: '1', token: 't', type: 2, data: ask, user: { id: '5' } }

describe('an interaction', () => {
  it('is read from the least that says who asks what', () => {
    expect(receive(least, me)).toEqual({
      interaction: { id: '1', token: 't', applicationId: '98' },
      userId: '5',
      where: { channelId: '5', place: 'direct' },
      locale: 'en',
      deed: { kind: 'ask', question: 'When?', visibility: 'private' },
    })
  })

  it('may have null for what it lacks', () => {
    const nulls = { application_id: null, channel: null, guild_id: null, member: null, locale: null, message: null }
    expect(receive({ ...least, ...nulls }, me)).toEqual(receive(least, me))
  })

  it.each([
    ['channel', { channel: { id: '7', type: 0 }, guild_id: '3' }],
    ['channel', { channel_id: '7', guild_id: '3' }],
    ['thread', { channel: { id: '7', type: 11 }, guild_id: '3' }],
    ['thread', { channel_id: 'a thread', guild_id: '3' }],
    ['direct', { channel: { id: '7', type: 1 } }],
  ])('is known to come from a %s: %o', (place, where) => {
    expect(receive({ ...least, ...where }, me)!.where.place).toBe(place)
  })

  it('is in the person’s language, or else in the server’s', () => {
    expect(receive({ ...least, locale: 'th', guild_locale: 'ja' }, me)!.locale).toBe('th')
    expect(receive({ ...least, guild_locale: 'ja' }, me)!.locale).toBe('ja')
    expect(receive({ ...least, locale: 'fr' }, me)!.locale).toBe('en')
  })

  it.each([
    ['a command that Accord lacks', 2, { name: 'dance', type: 1 }],
    ['a command of another kind', 2, { name: 'ask', type: 2, target_id: '5' }],
    ['data that is none', 2, 'nonsense'],
    ['a button of another app', 3, { custom_id: 'their button' }],
    ['a button without an id', 3, null],
  ])('that is %s is unknown, and can be told so', (_, type, data) => {
    expect(receive({ ...least, type, data }, me)!.deed).toEqual({ kind: 'unknown' })
  })

  it.each([
    ['ask', { name: 'ask' }],
    ['ask', { name: 'ask', type: 1, options: null }],
    ['clause', { name: 'clause', type: 1, options: [{ name: 'other', type: 3, value: 'x' }] }],
    ['check', { name: 'Check this against the agreement', type: 3, target_id: '7' }],
    ['check', { name: 'Check this against the agreement', type: 3, target_id: '7', resolved: { messages: { 8: {} } } }],
  ])('without its options asks /%s for nothing: %o', (kind, data) => {
    expect(receive({ ...least, data }, me)!.deed).toMatchObject({ kind })
  })

  it('whose button is on a message that isn’t told of is answered privately', () => {
    const press = (message: unknown) => receive({ ...least, type: 3, data: { custom_id: 'v1:next:AB' }, message }, me)
    expect(press(undefined)!.deed).toMatchObject({ isPrivate: true })
    expect(press({ id: '6' })!.deed).toMatchObject({ isPrivate: false, messageId: '6' })
    expect(press({ id: '6', flags: 64 })!.deed).toMatchObject({ isPrivate: true })
  })

  it.each([
    ['a label', [{ type: 18, component: { type: 4, custom_id: 'reason', value: 'wrong' } }]],
    ['an action row', [{ type: 1, components: [{ type: 4, custom_id: 'reason', value: 'wrong' }] }]],
  ])('brings what was typed into a modal, in %s', (_, components) => {
    const data = { custom_id: 'v1:why:ab', components }
    expect(receive({ ...least, type: 5, data }, me)!.deed).toMatchObject({
      action: 'why',
      text: 'wrong',
      isTyped: true,
    })
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'nonsense'],
    ['nobody', { ...least, user: undefined }],
    ['somebody without an id', { ...least, user: {} }],
    ['no token', { ...least, token: undefined }],
    ['a ping', { ...least, type: 1 }],
  ])('of %s is none', (_, payload) => {
    expect(receive(payload, me)).toBeUndefined()
  })
})

describe('a message', () => {
  const said = { id: '1', channel_id: '7', author: { id: '5' }, content: '<@99>  When <a:wave:12>?' }
  const mention = { ...said, guild_id: '3', mentions: [{ id: '99' }] }

  it('is to Accord when it mentions it or is written to it', () => {
    const text = 'When ?'
    expect(receiveMessage(mention, me)).toMatchObject({ text, where: { channelId: '7', place: 'channel' } })
    expect(receiveMessage(said, me)).toMatchObject({ text, where: { place: 'direct' } })
    expect(receiveMessage({ ...mention, channel_type: 12 }, me)!.where.place).toBe('thread')
    expect(receiveMessage({ ...mention, channel_id: 'a thread' }, me)!.where.place).toBe('thread')
  })

  it.each([
    ['mentions others', { mentions: [{ id: '4' }] }],
    ['calls everyone', { mentions: [], mention_everyone: true }],
    ['is a bot’s', { author: { id: '5', bot: true } }],
    ['is its own', { author: { id: '99' } }],
    ['is a webhook’s', { webhook_id: '77' }],
    ['tells of a pin', { type: 6 }],
    ['has no author', { author: null }],
  ])('that %s is not', (_, change) => {
    expect(receiveMessage({ ...mention, ...change }, me)).toBeUndefined()
  })
})

import type { messagingApi } from '@line/bot-sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClients, refusalOf } from './clients.ts'
import { type LinePlatform, startLinePlatform } from './line-platform.ts'

let line: LinePlatform
let api: messagingApi.MessagingApiClient
beforeAll(async () => {
  line = await startLinePlatform()
  api = createClients(line).api
})
afterAll(() => line[Symbol.asyncDispose]())

type Loose = Record<string, unknown>

/** Whatever a bot may send, right or wrong. */
function validate(...messages: Loose[]): Promise<unknown> {
  return api.validateReply({ messages: messages as unknown as messagingApi.Message[] })
}

/** Where LINE finds fault with a message; undefined when it takes it. */
async function faultOf(message: Loose): Promise<string | undefined> {
  const outcome = await validate(message).then(
    () => undefined,
    () => refusalOf(validate(message)),
  )
  if (!outcome) return undefined
  expect(outcome).toMatchObject({ status: 400, message: `The request body has ${outcome.details.length} error(s)` })
  return outcome.details[0]?.property
}

type Case = [name: string, message: Loose, fault?: string]

const text = (value: string, more: Loose = {}) => ({ type: 'text', text: value, ...more })
const thai20 = 'ที่'.repeat(20)

describe('text', () => {
  test.each<Case>([
    ['5,000 units', text('ก'.repeat(5_000))],
    ['5,001 units', text('ก'.repeat(5_001)), 'messages[0].text'],
    ['2,500 emoji, two units each', text('🤨'.repeat(2_500))],
    ['2,501 emoji', text('🤨'.repeat(2_501)), 'messages[0].text'],
    ['nothing', text(''), 'messages[0].text'],
    ['spaces only', text(' \n'), 'messages[0].text'],
    ['half an emoji', text('\ud83e'), 'messages[0].text'],
    ['no text', { type: 'text' }, 'messages[0].text'],
    ['a property that is not one', text('a', { markdown: true }), 'messages[0]'],
    ['LINE emoji at its place', text('a $', { emojis: [{ index: 2, productId: 'p', emojiId: '001' }] })],
    [
      'LINE emoji beside its place',
      text('a $', { emojis: [{ index: 1, productId: 'p', emojiId: '001' }] }),
      'messages[0].emojis[0].index',
    ],
    ['an unknown type', { type: 'hologram' }, 'messages[0].type'],
    ['an imagemap, which the stand-in leaves out', { type: 'imagemap' }, 'messages[0].type'],
  ])('%s', async (_, message, fault) => {
    expect(await faultOf(message)).toBe(fault)
  })
})

test('one to five messages', async () => {
  const hello = text('a')
  await validate(hello, hello, hello, hello, hello)
  for (const messages of [[], [hello, hello, hello, hello, hello, hello]])
    expect(await refusalOf(validate(...messages))).toMatchObject({
      message: 'The request body has 1 error(s)',
      details: [{ message: 'Size must be between 1 and 5', property: 'messages' }],
    })
})

test('every fault is told, each with its place', async () => {
  expect(await refusalOf(validate(text(''), text('a'), text('b'.repeat(5_001))))).toMatchObject({
    message: 'The request body has 2 error(s)',
    details: [
      { message: 'May not be empty', property: 'messages[0].text' },
      { message: 'Length must be between 0 and 5000', property: 'messages[2].text' },
    ],
  })
})

describe('textV2', () => {
  const v2 = (value: string, substitution?: Loose) => ({
    type: 'textV2',
    text: value,
    ...(substitution && { substitution }),
  })
  const emoji = { type: 'emoji', productId: 'p', emojiId: '001' }
  const all = { type: 'mention', mentionee: { type: 'all' } }
  test.each<Case>([
    ['plain', v2('a')],
    ['escaped braces', v2('{{a}} {{{{')],
    ['an open brace', v2('a {'), 'messages[0].text'],
    ['a closing brace', v2('a }'), 'messages[0].text'],
    ['braces within braces', v2('{a{b}}', { b: emoji }), 'messages[0].text'],
    ['a substitution', v2('{a} {a}', { a: emoji })],
    ['a substitution within escaped braces', v2('{{{a}}}', { a: emoji })],
    ['a placeholder without substitution', v2('{a}', { b: emoji }), 'messages[0].substitution'],
    ['a key of 20 signs', v2(`{${'a'.repeat(20)}}`, { ['a'.repeat(20)]: emoji })],
    ['a key of 21', v2('a', { ['a'.repeat(21)]: emoji }), `messages[0].substitution.${'a'.repeat(21)}`],
    ['a key with a hyphen', v2('a', { 'a-b': emoji }), 'messages[0].substitution.a-b'],
    ['100 keys', v2('a', keys(100, emoji))],
    ['101 keys', v2('a', keys(101, emoji)), 'messages[0].substitution'],
    ['20 mentions', v2('{a}'.repeat(20), { a: all })],
    ['21 mentions', v2('{a}'.repeat(21), { a: all }), 'messages[0].substitution'],
    ['20 emoji', v2('{a}'.repeat(20), { a: emoji })],
    ['21 emoji', v2('{a}'.repeat(21), { a: emoji }), 'messages[0].substitution'],
    ['5,001 units', v2('a'.repeat(5_001)), 'messages[0].text'],
  ])('%s', async (_, message, fault) => {
    expect(await faultOf(message)).toBe(fault)
  })

  function keys(count: number, value: Loose): Loose {
    return Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, value]))
  }
})

describe('sender', () => {
  const sender = (value: Loose) => text('a', { sender: value })
  test.each<Case>([
    ['20 letters', sender({ name: 'ก'.repeat(20) })],
    ['21 letters', sender({ name: 'ก'.repeat(21) }), 'messages[0].sender.name'],
    ['marks count: they are units', sender({ name: thai20 }), 'messages[0].sender.name'],
    ['a name with "LINE"', sender({ name: 'My Line bot' }), 'messages[0].sender.name'],
    ['an icon by HTTPS', sender({ iconUrl: 'https://example.com/a.png' })],
    ['an icon by HTTP', sender({ iconUrl: 'http://example.com/a.png' }), 'messages[0].sender.iconUrl'],
  ])('%s', async (_, message, fault) => {
    expect(await faultOf(message)).toBe(fault)
  })
})

describe('quick replies', () => {
  const label = 'a'
  const items = (actions: Loose[]) =>
    text('a', { quickReply: { items: actions.map((action) => ({ type: 'action', action })) } })
  const one = (action: Loose) => items([action])
  const message = { type: 'message', label, text: 'a' }
  const at = (name: string) => `messages[0].quickReply.items[0].action.${name}`
  test.each<Case>([
    ['13', items(Array(13).fill(message))],
    ['14', items(Array(14).fill(message)), 'messages[0].quickReply.items'],
    ['none', items([]), 'messages[0].quickReply.items'],
    ['a label of 20 graphemes, 60 units', one({ ...message, label: thai20 })],
    ['a label of 21 graphemes', one({ ...message, label: `${thai20}ก` }), at('label')],
    ['a label of 20 families', one({ ...message, label: '👨‍👩‍👧'.repeat(20) })],
    ['no label', one({ type: 'message', text: 'a' }), at('label')],
    ['an empty label', one({ ...message, label: '' }), at('label')],
    ['text of 300 graphemes', one({ ...message, text: 'ที่'.repeat(300) })],
    ['text of 301', one({ ...message, text: 'ที่'.repeat(301) }), at('text')],
    ['postback data of 300 units', one({ type: 'postback', label, data: 'd'.repeat(300) })],
    ['postback data of 301', one({ type: 'postback', label, data: 'd'.repeat(301) }), at('data')],
    ['postback data counted in units', one({ type: 'postback', label, data: 'ที่'.repeat(101) }), at('data')],
    ['postback without data', one({ type: 'postback', label }), at('data')],
    ['displayText of 300 graphemes', one({ type: 'postback', label, data: 'd', displayText: 'ที่'.repeat(300) })],
    [
      'displayText of 301',
      one({ type: 'postback', label, data: 'd', displayText: 'ที่'.repeat(301) }),
      at('displayText'),
    ],
    ["a postback's deprecated text", one({ type: 'postback', label, data: 'd', text: 'a' }), at('').slice(0, -1)],
    [
      'fillInText with the keyboard',
      one({ type: 'postback', label, data: 'd', inputOption: 'openKeyboard', fillInText: 'a' }),
    ],
    ['fillInText without', one({ type: 'postback', label, data: 'd', fillInText: 'a' }), at('fillInText')],
    ['a camera', one({ type: 'camera', label })],
    ['a place', one({ type: 'location', label })],
    ['a clipboard', one({ type: 'clipboard', label, clipboardText: 'c'.repeat(1_000) })],
    ['a clipboard of 1,001', one({ type: 'clipboard', label, clipboardText: 'c'.repeat(1_001) }), at('clipboardText')],
    ['a rich menu switch', one({ type: 'richmenuswitch', label, richMenuAliasId: 'a', data: 'd' }), at('type')],
    ['a date', one({ type: 'datetimepicker', label, data: 'd', mode: 'date', min: '2022-08-01', max: '2022-08-05' })],
    [
      'a date after its end',
      one({ type: 'datetimepicker', label, data: 'd', mode: 'date', min: '2022-08-06', max: '2022-08-05' }),
      at('min'),
    ],
    [
      'a time as a date',
      one({ type: 'datetimepicker', label, data: 'd', mode: 'date', initial: '06:15' }),
      at('initial'),
    ],
    [
      'another address for PCs',
      one({ type: 'uri', label, uri: 'https://a.example', altUri: { desktop: 'https://b.example' } }),
      at('').slice(0, -1),
    ],
  ])('%s', async (_, given, fault) => {
    expect(await faultOf(given)).toBe(fault)
  })
})

describe('URIs', () => {
  const uri = (value: string) =>
    text('a', { quickReply: { items: [{ type: 'action', action: { type: 'uri', label: 'a', uri: value } }] } })
  const fault = 'messages[0].quickReply.items[0].action.uri'
  const long = (length: number) => `https://a.example/${'a'.repeat(length - 18)}`
  test.each<Case>([
    ['https', uri('https://example.com/path?q=Good%20morning#Good%20afternoon')],
    ['http', uri('http://example.com')],
    ['line', uri('line://app/1')],
    ['tel', uri('tel:0212345678')],
    ['1,000 units', uri(long(1_000))],
    ['1,001 units', uri(long(1_001)), fault],
    ['javascript', uri('javascript:alert(1)'), fault],
    ['data', uri('data:text/html,a'), fault],
    ['no scheme', uri('example.com'), fault],
    ['no host', uri('https://'), fault],
    ['one slash', uri('https:/example.com'), fault],
    ['Thai as it is', uri('https://example.com/ไทย'), fault],
    ['Thai percent-encoded', uri(`https://example.com/${encodeURIComponent('ไทย')}`)],
    ['a space', uri('https://example.com/a b'), fault],
    ['half an escape', uri('https://example.com/%2'), fault],
    ['quotation marks', uri('https://example.com/"a"'), fault],
  ])('%s', async (_, message, at) => {
    expect(await faultOf(message)).toBe(at)
  })
})

describe('media, places and stickers', () => {
  const url = 'https://example.com/a'
  test.each<Case>([
    ['image', { type: 'image', originalContentUrl: url, previewImageUrl: url }],
    ['image without preview', { type: 'image', originalContentUrl: url }, 'messages[0].previewImageUrl'],
    [
      'image by HTTP',
      { type: 'image', originalContentUrl: 'http://example.com/a', previewImageUrl: url },
      'messages[0].originalContentUrl',
    ],
    [
      'an address of 2,001',
      { type: 'image', originalContentUrl: url + 'a'.repeat(1_981), previewImageUrl: url },
      'messages[0].originalContentUrl',
    ],
    ['video', { type: 'video', originalContentUrl: url, previewImageUrl: url, trackingId: 'a-1' }],
    ['audio', { type: 'audio', originalContentUrl: url, duration: 60_000 }],
    ['audio of no length', { type: 'audio', originalContentUrl: url, duration: 0 }, 'messages[0].duration'],
    ['location', { type: 'location', title: 'กระทรวง', address: 'กรุงเทพฯ', latitude: 13.7, longitude: 100.5 }],
    [
      'a place off the globe',
      { type: 'location', title: 'a', address: 'b', latitude: 91, longitude: 0 },
      'messages[0].latitude',
    ],
    ['sticker', { type: 'sticker', packageId: '446', stickerId: '1988' }],
  ])('%s', async (_, message, fault) => {
    expect(await faultOf(message)).toBe(fault)
  })
})

describe('templates', () => {
  const label = 'a'
  const go = { type: 'message', label, text: 'a' }
  const template = (value: Loose, altText = 'alt') => ({ type: 'template', altText, template: value })
  const buttons = (more: Loose) => template({ type: 'buttons', text: 'a', actions: [go], ...more })
  const carousel = (...columns: Loose[]) => template({ type: 'carousel', columns })
  const at = (name: string) => `messages[0].template.${name}`
  test.each<Case>([
    ['4 buttons', buttons({ actions: [go, go, go, go] })],
    ['5 buttons', buttons({ actions: [go, go, go, go, go] }), at('actions')],
    ['text of 160 graphemes alone', buttons({ text: 'ที่'.repeat(160) })],
    ['text of 161', buttons({ text: 'ที่'.repeat(161) }), at('text')],
    ['text of 61 under a title', buttons({ title: 'T', text: 'ที่'.repeat(61) }), at('text')],
    ['a title of 40 graphemes', buttons({ title: 'ที่'.repeat(40) })],
    ['a title of 41', buttons({ title: 'ที่'.repeat(41) }), at('title')],
    ['a label of 21', buttons({ actions: [{ ...go, label: `${thai20}ก` }] }), at('actions[0].label')],
    ['a confirmation with 2 answers', template({ type: 'confirm', text: 'a', actions: [go, go] })],
    ['with one', template({ type: 'confirm', text: 'a', actions: [go] }), at('actions')],
    ['columns alike', carousel({ text: 'a', actions: [go] }, { text: 'b', actions: [go] })],
    [
      'columns with unequal actions',
      carousel({ text: 'a', actions: [go] }, { text: 'b', actions: [go, go] }),
      at('columns'),
    ],
    [
      'a picture label of 12',
      template({
        type: 'image_carousel',
        columns: [{ imageUrl: 'https://a.example', action: { ...go, label: 'a'.repeat(12) } }],
      }),
    ],
    [
      'a picture label of 13',
      template({
        type: 'image_carousel',
        columns: [{ imageUrl: 'https://a.example', action: { ...go, label: 'a'.repeat(13) } }],
      }),
      at('columns[0].action.label'),
    ],
    [
      'altText of 1,501',
      template({ type: 'confirm', text: 'a', actions: [go, go] }, 'a'.repeat(1_501)),
      'messages[0].altText',
    ],
  ])('%s', async (_, message, fault) => {
    expect(await faultOf(message)).toBe(fault)
  })
})

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

function validate(contents: Loose, altText = 'alt'): Promise<unknown> {
  const message = { type: 'flex', altText, contents } as unknown as messagingApi.Message
  return api.validateReply({ messages: [message] })
}

/** Where LINE finds fault within a flex message; undefined when it takes it. */
async function faultOf(contents: Loose): Promise<string | undefined> {
  const outcome = await validate(contents).then(
    () => undefined,
    () => refusalOf(validate(contents)),
  )
  if (!outcome) return undefined
  expect(outcome).toMatchObject({ status: 400, message: 'A message (messages[0]) in the request body is invalid' })
  return outcome.details[0]?.property
}

type Case = [name: string, contents: Loose, fault?: string]

const text = (more: Loose = {}) => ({ type: 'text', text: 'ก', ...more })
const box = (contents: Loose[], more: Loose = {}) => ({ type: 'box', layout: 'vertical', contents, ...more })
const bubble = (contents: Loose[], more: Loose = {}) => ({ type: 'bubble', body: box(contents), ...more })
const go = { type: 'postback', label: 'a', data: 'd' }
const first = '/body/contents/0'

test('altText of 1,500 units, and no more', async () => {
  await validate(bubble([text()]), 'ก'.repeat(1_500))
  for (const altText of ['ก'.repeat(1_501), '', ' '])
    expect(await refusalOf(validate(bubble([text()]), altText))).toMatchObject({
      details: [{ property: 'messages[0].altText' }],
    })
})

test('flex messages cannot quote', async () => {
  const message = {
    type: 'flex',
    altText: 'a',
    contents: bubble([text()]),
    quoteToken: 'q',
  } as unknown as messagingApi.Message
  expect(await refusalOf(api.validateReply({ messages: [message] }))).toMatchObject({
    details: [{ property: 'messages[0]' }],
  })
})

describe('bubbles', () => {
  test.each<Case>([
    [
      'of any block',
      { type: 'bubble', header: box([text()]), hero: box([text()]), body: box([]), footer: box([text()]) },
    ],
    ['of no block', { type: 'bubble' }, '/'],
    ['of a size', bubble([text()], { size: 'giga' })],
    ['of no such size', bubble([text()], { size: 'huge' }), '/size'],
    ['with a picture as hero', bubble([text()], { hero: { type: 'image', url: 'https://a.example/a.png' } })],
    ['with a text as hero', bubble([text()], { hero: text() }), '/hero'],
    ['with a text as body', { type: 'bubble', body: text() }, '/body/type'],
    ['with styles', bubble([text()], { styles: { body: { backgroundColor: '#FFFFFF', separator: true } } })],
    [
      'with a colour that is none',
      bubble([text()], { styles: { body: { backgroundColor: 'white' } } }),
      '/styles/body/backgroundColor',
    ],
    ['with an action', bubble([text()], { action: go })],
    ['with something else', bubble([text()], { comment: 'a' }), '/'],
    ['that begins with what floats', bubble([text({ position: 'absolute' })]), `${first}/position`],
  ])('%s', async (_, contents, fault) => {
    expect(await faultOf(contents)).toBe(fault)
  })
})

describe('carousels', () => {
  const one = bubble([text()])
  const carousel = (...contents: Loose[]) => ({ type: 'carousel', contents })
  test.each<Case>([
    ['of 12 bubbles', carousel(...Array(12).fill(one))],
    ['of 13', carousel(...Array(13).fill(one)), '/contents'],
    ['of none', carousel(), '/contents'],
    ['of one size', carousel({ ...one, size: 'mega' }, one)],
    ['of two sizes', carousel({ ...one, size: 'kilo' }, one), '/contents'],
    ['within a carousel', carousel(carousel(one)), '/contents/0/type'],
  ])('%s', async (_, contents, fault) => {
    expect(await faultOf(contents)).toBe(fault)
  })
})

describe('sizes, in bytes of UTF-8', () => {
  /** A bubble of exactly so many bytes. */
  function sized(bytes: number): Loose {
    const empty = Buffer.byteLength(JSON.stringify(bubble([text({ text: '' })])))
    const thai = Math.floor((bytes - empty) / 3)
    const written = bubble([text({ text: 'ก'.repeat(thai) + 'a'.repeat(bytes - empty - thai * 3) })])
    expect(Buffer.byteLength(JSON.stringify(written))).toBe(bytes)
    return written
  }
  const carousel = (...contents: Loose[]) => ({ type: 'carousel', contents })
  const frame = Buffer.byteLength(JSON.stringify(carousel({}, {}))) - 4

  test.each<Case>([
    ['a bubble of 30 KB', sized(30_720)],
    ['one byte more', sized(30_721), '/'],
    ['a carousel of 50 KB', carousel(sized(30_000), sized(51_200 - 30_000 - frame))],
    ['one byte more', carousel(sized(30_000), sized(51_201 - 30_000 - frame)), '/'],
    ['a carousel with a bubble of more than 30 KB', carousel(sized(30_721)), '/contents/0'],
  ])('%s', async (_, contents, fault) => {
    expect(await faultOf(contents)).toBe(fault)
  })

  test('limits of one’s own', async () => {
    await using strict = await startLinePlatform({ flexBytes: { bubble: 27_000, carousel: 45_000 } })
    const { api } = createClients(strict)
    const send = (contents: Loose) =>
      api.validateReply({
        messages: [{ type: 'flex', altText: 'a', contents: contents as unknown as messagingApi.FlexContainer }],
      })
    await send(sized(27_000))
    expect(await refusalOf(send(sized(27_001)))).toMatchObject({ status: 400 })
  })
})

describe('boxes', () => {
  const icon = { type: 'icon', url: 'https://a.example/a.png' }
  test.each<Case>([
    ['within boxes', bubble([box([box([text()])], { layout: 'horizontal' })])],
    ['of nothing', bubble([])],
    ['without layout', bubble([{ type: 'box', contents: [] }]), `${first}/layout`],
    [
      'spaced',
      bubble([
        box([], {
          spacing: 'md',
          margin: '10.5px',
          paddingAll: '5%',
          cornerRadius: 'xl',
          borderWidth: 'semi-bold',
          width: '50%',
        }),
      ]),
    ],
    ['spaced by percent', bubble([box([], { spacing: '5%' })]), `${first}/spacing`],
    ['with a margin of percent', bubble([box([], { margin: '5%' })]), `${first}/margin`],
    ['padded by a word', bubble([box([], { paddingTop: 'huge' })]), `${first}/paddingTop`],
    ['with a number for a margin', bubble([box([], { margin: 10 })]), `${first}/margin`],
    [
      'with a gradient',
      bubble([
        box([], { background: { type: 'linearGradient', angle: '90deg', startColor: '#FFFF00', endColor: '#0080ff' } }),
      ]),
    ],
    [
      'with half a gradient',
      bubble([box([], { background: { type: 'linearGradient', angle: '90deg', startColor: '#FFFF00' } })]),
      `${first}/background/endColor`,
    ],
    [
      'with a gradient beyond the circle',
      bubble([
        box([], {
          background: { type: 'linearGradient', angle: '360deg', startColor: '#FFFF00', endColor: '#0080ff' },
        }),
      ]),
      `${first}/background/angle`,
    ],
    ['with an icon beside text on a baseline', bubble([box([icon, text()], { layout: 'baseline' })])],
    ['with an icon elsewhere', bubble([box([icon])]), `${first}/contents/0`],
    [
      'with a button on a baseline',
      bubble([box([{ type: 'button', action: go }], { layout: 'baseline' })]),
      `${first}/contents/0`,
    ],
    [
      'with gravity on a baseline',
      bubble([box([text({ gravity: 'top' })], { layout: 'baseline' })]),
      `${first}/contents/0/gravity`,
    ],
    ['with a spacer, which is no more', bubble([{ type: 'spacer' }]), `${first}/type`],
    ['with a span', bubble([{ type: 'span', text: 'a' }]), `${first}/type`],
    ['with an action without label', bubble([box([], { action: { type: 'uri', uri: 'https://a.example' } })])],
    ['with a negative flex', bubble([box([], { flex: -1 })]), `${first}/flex`],
  ])('%s', async (_, contents, fault) => {
    expect(await faultOf(contents)).toBe(fault)
  })
})

describe('texts', () => {
  const spans = (...contents: Loose[]) => ({ type: 'text', contents })
  test.each<Case>([
    [
      'in full',
      bubble([
        text({
          size: '3xl',
          wrap: true,
          scaling: true,
          lineSpacing: '6px',
          maxLines: 3,
          color: '#1b2226',
          weight: 'bold',
          style: 'italic',
          decoration: 'underline',
          align: 'center',
          gravity: 'top',
          adjustMode: 'shrink-to-fit',
        }),
      ]),
    ],
    ['of nothing', bubble([text({ text: '' })]), `${first}/text`],
    ['without text', bubble([{ type: 'text' }]), `${first}/text`],
    ['of spans', bubble([spans({ type: 'span', text: 'a', color: '#FF0000' })])],
    ['of no spans', bubble([spans()]), `${first}/contents`],
    ['of empty spans', bubble([spans({ type: 'span', text: '' })]), `${first}/contents/0/text`],
    ['of texts', bubble([spans(text())]), `${first}/contents/0/type`],
    ['sized by percent', bubble([text({ size: '50%' })]), `${first}/size`],
    ['of full size', bubble([text({ size: 'full' })]), `${first}/size`],
    ['with a short colour', bubble([text({ color: '#fff' })]), `${first}/color`],
    ['with a see-through colour', bubble([text({ color: '#ffffff80' })])],
    ['with half an emoji', bubble([text({ text: '\ud83e' })]), `${first}/text`],
    ['with a line count of a half', bubble([text({ maxLines: 1.5 })]), `${first}/maxLines`],
    ['misspelt', bubble([text({ colour: '#ffffff' })]), first],
  ])('%s', async (_, contents, fault) => {
    expect(await faultOf(contents)).toBe(fault)
  })
})

describe('buttons', () => {
  const button = (action: Loose, more: Loose = {}) => bubble([{ type: 'button', action, ...more }])
  const forty = 'ที่'.repeat(40)
  test.each<Case>([
    [
      'in full',
      button(go, {
        style: 'primary',
        height: 'sm',
        color: '#0d5c75',
        adjustMode: 'shrink-to-fit',
        scaling: true,
        margin: 'md',
      }),
    ],
    ['without action', bubble([{ type: 'button' }]), `${first}/action`],
    ['without label', button({ type: 'postback', data: 'd' }), `${first}/action/label`],
    ['with a label of 40 graphemes', button({ ...go, label: forty })],
    ['with a label of 41', button({ ...go, label: `${forty}ก` }), `${first}/action/label`],
    [
      'with an address for PCs',
      button({ type: 'uri', label: 'a', uri: 'https://a.example', altUri: { desktop: 'https://b.example' } }),
    ],
    ['with an address that is none', button({ type: 'uri', label: 'a', uri: 'a.example' }), `${first}/action/uri`],
    ['with a camera', button({ type: 'camera', label: 'a' }), `${first}/action/type`],
    ['with both texts', button({ ...go, text: 'a', displayText: 'a' }), `${first}/action/text`],
    ['of no such style', button(go, { style: 'danger' }), `${first}/style`],
  ])('%s', async (_, contents, fault) => {
    expect(await faultOf(contents)).toBe(fault)
  })
})

describe('pictures, lines and fillers', () => {
  const url = 'https://a.example/a.png'
  const image = (more: Loose) => bubble([{ type: 'image', url, ...more }])
  const animated = (count: number) =>
    bubble(Array.from({ length: count }, () => ({ type: 'image', url, animated: true })))
  test.each<Case>([
    [
      'a picture in full',
      image({ size: 'full', aspectRatio: '1.91:1', aspectMode: 'cover', backgroundColor: '#FFFFFF', align: 'end' }),
    ],
    ['a picture sized by percent', image({ size: '50%' })],
    ['three times as high as wide', image({ aspectRatio: '1:3' })],
    ['higher', image({ aspectRatio: '1:3.1' }), `${first}/aspectRatio`],
    ['by HTTP', image({ url: 'http://a.example/a.png' }), `${first}/url`],
    ['10 that move', animated(10)],
    ['11 that move', animated(11), '/'],
    ['a line', bubble([{ type: 'separator', margin: 'md', color: '#000000' }])],
    ['a filler', bubble([{ type: 'filler', flex: 1 }])],
  ])('%s', async (_, contents, fault) => {
    expect(await faultOf(contents)).toBe(fault)
  })
})

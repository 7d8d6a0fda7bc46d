import { describe, expect, it } from 'vitest'
import { TYPE } from './component-schema.ts'
import { FLAG } from './message-schema.ts'
import { type Scene, startScene } from './scene.ts'
import { textOf } from './seen-message.ts'

const V2 = { flags: FLAG.componentsV2 }
const text = (content: string) => ({ type: TYPE.textDisplay, content })
const row = (...components: object[]) => ({ type: TYPE.actionRow, components })
const button = (custom_id: string, more: object = {}) => ({
  type: TYPE.button,
  style: 2,
  custom_id,
  label: 'x',
  ...more,
})
const link = (url: string, more: object = {}) => ({ type: TYPE.button, style: 5, url, label: 'x', ...more })
const select = (more: object = {}) => ({
  type: TYPE.stringSelect,
  custom_id: 's',
  options: [{ label: 'a', value: 'a' }],
  ...more,
})
const options = (count: number) => Array.from({ length: count }, (_, at) => ({ label: `${at}`, value: `${at}` }))
const buttons = (count: number) => Array.from({ length: count }, (_, at) => button(`b${at}`))
const texts = (count: number) => Array.from({ length: count }, () => text('ก'))
const section = (...components: object[]) => ({ type: TYPE.section, components, accessory: link('https://a.go.th/') })
const container = (...components: object[]) => ({ type: TYPE.container, components })
const embed = (more: object) => ({ embeds: [{ title: 't', ...more }] })
const classic = (...components: object[]) => ({ content: 'x', components })
const url = (length: number) => `https://a.go.th/${'x'.repeat(length - 16)}`

async function post(
  { platform, client, channel }: Scene,
  body: object,
): Promise<{ status: number; code?: number; errors?: unknown }> {
  try {
    await client.rest.post(`/channels/${channel.id}/messages`, { body })
    return { status: 200 }
  } catch (error) {
    const { status, code, rawError } = error as { status: number; code?: number; rawError?: { errors: unknown } }
    expect(platform.journal.filter((entry) => entry.kind === 'fault')).toEqual([])
    return { status, ...(code !== undefined && { code }), ...(rawError && { errors: rawError.errors }) }
  }
}

const accepted: [string, object][] = [
  ['content of 2,000 characters', { content: 'ก'.repeat(2000) }],
  ['five rows of five buttons', classic(...[0, 5, 10, 15, 20].map((at) => row(...buttons(25).slice(at, at + 5))))],
  ['a label of 80 characters', classic(row(button('a', { label: 'ก'.repeat(80) })))],
  ['a custom id of 100 characters', classic(row(button('a'.repeat(100))))],
  ['an address of 512 characters', classic(row(link(url(512))))],
  ['an emoji for a label', classic(row(button('a', { label: undefined, emoji: { name: '👍' } })))],
  ['a select of 25 options', classic(row(select({ options: options(25), placeholder: 'ก'.repeat(150) })))],
  [
    'embeds of 6,000 characters in all',
    { embeds: [{ description: 'a'.repeat(4096) }, { description: 'b'.repeat(1904) }] },
  ],
  ['25 fields', embed({ fields: Array.from({ length: 25 }, () => ({ name: 'n', value: 'v' })) })],
  ['40 components with nested ones', { ...V2, components: [container(...texts(36)), row(button('a'), button('b'))] }],
  ['4,000 characters of text', { ...V2, components: [text('a'.repeat(2000)), text('b'.repeat(2000))] }],
  ['10,158 bytes in one text', { ...V2, components: [text('ก'.repeat(3386))] }],
  [
    '10,074 bytes in eight',
    { ...V2, components: [text('ก'.repeat(3351)), ...Array.from({ length: 7 }, () => text('abc'))] },
  ],
  ['sections with one to three texts', { ...V2, components: [section(text('a')), section(...texts(3))] }],
  ['a button in a section', { ...V2, components: [container({ ...section(text('a')), accessory: button('a') })] }],
  ['separators', { ...V2, components: [text('a'), { type: TYPE.separator, divider: true, spacing: 2 }, text('b')] }],
  ['allowed mentions by list', { content: '<@1>', allowed_mentions: { parse: ['roles'], users: ['1'] } }],
]

const refused: [string, object, { status?: number; code?: number }?][] = [
  ['nothing', {}, { code: 50_006 }],
  ['nothing but spaces', { content: ' \n ' }, { code: 50_006 }],
  ['content of 2,001 characters', { content: 'a'.repeat(2001) }],
  ['content that isn’t text', { content: 5 }],
  ['2,001 units of emoji', { content: `${'😀'.repeat(1000)}a` }],
  ['six rows', classic(...buttons(6).map((each) => row(each)))],
  ['six buttons in a row', classic(row(...buttons(6)))],
  ['an empty row', classic(row())],
  ['a button without a row', classic(button('a'))],
  ['a select beside a button', classic(row(select(), button('a')))],
  ['a label of 81 characters', classic(row(button('a', { label: 'ก'.repeat(81) })))],
  ['a button without label or emoji', classic(row(button('a', { label: '' })))],
  ['an emoji that isn’t one', classic(row(button('a', { emoji: { name: 'thumbsup' } })))],
  ['an empty custom id', classic(row(button('')))],
  ['a custom id of 101 characters', classic(row(button('a'.repeat(101))))],
  ['a custom id used twice', classic(row(button('a')), row(button('a')))],
  ['a custom id on a link', classic(row(link('https://a.go.th/', { custom_id: 'a' })))],
  ['an address on a button', classic(row(button('a', { url: 'https://a.go.th/' })))],
  ['a link without an address', classic(row(link('')))],
  ['an address of 513 characters', classic(row(link(url(513))))],
  ['an address that isn’t of the web', classic(row(link('javascript:alert(1)')))],
  ['a style that doesn’t exist', classic(row(button('a', { style: 7 })))],
  ['a select without options', classic(row(select({ options: [] })))],
  ['a select of 26 options', classic(row(select({ options: options(26) })))],
  ['an option used twice', classic(row(select({ options: [...options(1), ...options(1)] })))],
  ['an option of 101 characters', classic(row(select({ options: [{ label: 'ก'.repeat(101), value: 'a' }] })))],
  [
    'an option’s description of 101 characters',
    classic(row(select({ options: [{ label: 'a', value: 'a', description: 'ก'.repeat(101) }] }))),
  ],
  ['a placeholder of 151 characters', classic(row(select({ placeholder: 'ก'.repeat(151) })))],
  ['more to choose than there are options', classic(row(select({ max_values: 2 })))],
  ['eleven embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 't' })) }],
  ['an embed with nothing in it', { embeds: [{}] }],
  ['an embed’s title of 257 characters', embed({ title: 'ก'.repeat(257) })],
  ['an embed’s description of 4,097 characters', embed({ description: 'a'.repeat(4097) })],
  ['26 fields', embed({ fields: Array.from({ length: 26 }, () => ({ name: 'n', value: 'v' })) })],
  ['an empty name of a field', embed({ fields: [{ name: '', value: 'v' }] })],
  ['an empty value of a field', embed({ fields: [{ name: 'n', value: ' ' }] })],
  ['a field’s name of 257 characters', embed({ fields: [{ name: 'ก'.repeat(257), value: 'v' }] })],
  ['a field’s value of 1,025 characters', embed({ fields: [{ name: 'n', value: 'ก'.repeat(1025) }] })],
  ['a footer of 2,049 characters', embed({ footer: { text: 'a'.repeat(2049) } })],
  ['an author of 257 characters', embed({ author: { name: 'ก'.repeat(257) } })],
  [
    'embeds of 6,001 characters in all',
    { embeds: [{ description: 'a'.repeat(4096) }, { description: 'b'.repeat(1905) }] },
  ],
  ['Thai embeds beyond the bytes that fail', { embeds: [{ description: 'ก'.repeat(3001) }] }, { status: 500 }],
  ['text displays without the flag', { components: [text('a')] }],
  ['content beside components V2', { ...V2, content: 'a', components: [text('a')] }],
  ['embeds beside components V2', { ...V2, ...embed({}), components: [text('a')] }],
  ['components V2 without components', V2, { code: 50_006 }],
  ['41 components with nested ones', { ...V2, components: [container(...texts(37)), row(button('a'), button('b'))] }],
  ['4,001 characters of text', { ...V2, components: [text('a'.repeat(2000)), text('b'.repeat(2001))] }],
  ['10,159 bytes in one text', { ...V2, components: [text(`${'ก'.repeat(3386)}a`)] }, { status: 500 }],
  [
    '10,075 bytes in eight',
    { ...V2, components: [text(`${'ก'.repeat(3351)}a`), ...Array.from({ length: 7 }, () => text('abc'))] },
    { status: 500 },
  ],
  ['an empty text', { ...V2, components: [text(' ')] }],
  ['a container in a container', { ...V2, components: [container(container(text('a')))] }],
  ['a section without an accessory', { ...V2, components: [{ type: TYPE.section, components: [text('a')] }] }],
  ['a section of four texts', { ...V2, components: [section(...texts(4))] }],
  ['a button at the top', { ...V2, components: [button('a')] }],
  ['a text input', { ...V2, components: [row({ type: TYPE.textInput, custom_id: 'a', style: 1 })] }],
  [
    'an id used twice',
    {
      ...V2,
      components: [
        { ...text('a'), id: 7 },
        { ...text('b'), id: 7 },
      ],
    },
  ],
  ['a flag that can’t be set', { content: 'a', flags: FLAG.ephemeral }],
  ['mentions both parsed and listed', { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } }],
  ['mentions of an unknown kind', { content: 'a', allowed_mentions: { parse: ['channels'] } }],
  ['half a character in a custom id', classic(row(button('a\ud800'))), { status: 500 }],
  ['a reply to a message that isn’t there', { content: 'a', message_reference: { message_id: '1' } }],
]

describe('a message', () => {
  it.each(accepted)('may have %s', async (_, body) => {
    await using scene = await startScene()
    expect(await post(scene, body)).toEqual({ status: 200 })
    expect(scene.platform.visible(scene.channel, scene.user)).toHaveLength(1)
  })

  it.each(refused)(
    'may not have %s',
    async (_, body, { status = 400, code = status === 400 ? 50_035 : undefined } = {}) => {
      await using scene = await startScene()
      expect(await post(scene, body)).toMatchObject(code === undefined ? { status } : { status, code })
      expect(scene.platform.visible(scene.channel, scene.user)).toEqual([])
    },
  )

  it('is told where it’s wrong, key by key', async () => {
    await using scene = await startScene()
    const refusal = await post(scene, {
      content: 'a',
      components: [row(button('a'), button('', { label: 'ก'.repeat(81) }))],
    })
    expect(refusal.errors).toEqual({
      components: {
        0: {
          components: {
            1: {
              label: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 80 or fewer in length.' }] },
              custom_id: { _errors: [{ code: 'BASE_TYPE_MIN_LENGTH', message: 'Must be 1 or more in length.' }] },
            },
          },
        },
      },
    })
  })
})

describe('an edit', () => {
  const path = (scene: Scene, id: string) => `/channels/${scene.channel.id}/messages/${id}` as const

  it('changes what it names and keeps the rest', async () => {
    await using scene = await startScene()
    const message = scene.platform.addBotMessage(scene.channel, classic(row(button('a'))))
    await scene.client.rest.patch(path(scene, message.id), { body: { content: 'y' } })
    expect([textOf(message), message.components.length, message.versions.length]).toEqual(['y', 1, 2])
  })

  it('turns a message to components V2 only when its content is emptied, and never back', async () => {
    await using scene = await startScene()
    const message = scene.platform.addBotMessage(scene.channel, { content: 'x' })
    const edit = (body: object) => scene.client.rest.patch(path(scene, message.id), { body })
    await expect(edit({ ...V2, components: [text('a')] })).rejects.toMatchObject({ code: 50_035 })
    await edit({ ...V2, content: null, embeds: [], components: [text('a')] })
    await expect(edit({ flags: 0, content: 'y', components: [] })).rejects.toMatchObject({ code: 50_035 })
    await expect(edit({ content: 'y' })).rejects.toMatchObject({ code: 50_035 })
    await edit({ components: [text('b')] })
    expect(textOf(message)).toBe('b')
  })

  it('can’t set other flags, empty a message, or change another’s', async () => {
    await using scene = await startScene()
    const { platform, channel, user, client } = scene
    const message = platform.addBotMessage(channel, { content: 'x' })
    const said = platform.say({ user, channel, content: 'a question' })
    await expect(client.rest.patch(path(scene, message.id), { body: { flags: FLAG.ephemeral } })).rejects.toMatchObject(
      { code: 50_035 },
    )
    await expect(client.rest.patch(path(scene, message.id), { body: { content: '' } })).rejects.toMatchObject({
      code: 50_006,
    })
    await expect(client.rest.patch(path(scene, said.id), { body: { content: 'y' } })).rejects.toMatchObject({
      code: 50_005,
    })
    expect(textOf(message)).toBe('x')
  })
})

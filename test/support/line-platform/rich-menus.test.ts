import { buffer } from 'node:stream/consumers'
import type { messagingApi } from '@line/bot-sdk'
import { describe, expect, test } from 'vitest'
import { refusalOf } from './clients.ts'
import { startWithReceiver } from './start-with-receiver.ts'

const thai = 'ที่'

function menu(parts: Partial<messagingApi.RichMenuRequest> = {}): messagingApi.RichMenuRequest {
  return {
    size: { width: 2_500, height: 1_686 },
    selected: true,
    name: 'accord-th',
    chatBarText: 'เมนู',
    areas: [
      { bounds: { x: 0, y: 0, width: 2_500, height: 1_686 }, action: { type: 'postback', label: 'a', data: 'v=1' } },
    ],
    ...parts,
  }
}

/** The head of a PNG, all that LINE's rules for sizes need. */
function png(width = 2_500, height = 1_686, bytes = 64): Blob {
  const head = Buffer.alloc(bytes)
  head.write('89504e470d0a1a0a0000000d49484452', 'hex')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return new Blob([head], { type: 'image/png' })
}

function jpeg(width: number, height: number): Blob {
  const head = Buffer.from('ffd8ffe000040000ffc0001108000000000000000000000000', 'hex')
  head.writeUInt16BE(height, 13)
  head.writeUInt16BE(width, 15)
  return new Blob([head], { type: 'image/jpeg' })
}

async function startWithMenu(parts: Partial<messagingApi.RichMenuRequest> = {}) {
  const running = await startWithReceiver()
  const { richMenuId } = await running.api.createRichMenu(menu(parts))
  return { ...running, richMenuId }
}

describe('a rich menu object', () => {
  const area = menu().areas![0]!
  const bounds = { x: 0, y: 0, width: 2_500, height: 1_686 }
  test.each<[string, Partial<messagingApi.RichMenuRequest>, string?]>([
    ['of the smallest size', { size: { width: 800, height: 250 }, areas: [] }],
    ['too narrow', { size: { width: 799, height: 250 }, areas: [] }, 'size.width'],
    ['too wide', { size: { width: 2_501, height: 843 }, areas: [] }, 'size.width'],
    ['too low', { size: { width: 800, height: 249 }, areas: [] }, 'size.height'],
    ['too steep', { size: { width: 2_500, height: 1_725 }, areas: [] }, 'size'],
    ['with a name of 300 graphemes', { name: thai.repeat(300) }],
    ['with a name of 301', { name: thai.repeat(301) }, 'name'],
    ['with 14 graphemes on the bar', { chatBarText: thai.repeat(14) }],
    ['with 15', { chatBarText: thai.repeat(15) }, 'chatBarText'],
    ['with 20 areas', { areas: Array(20).fill(area) }],
    ['with 21', { areas: Array(21).fill(area) }, 'areas'],
    ['with an area beyond its edge', { areas: [{ ...area, bounds: { ...bounds, x: 1 } }] }, 'areas[0].bounds'],
    [
      'with a label of 21',
      { areas: [{ ...area, action: { type: 'message', label: thai.repeat(21), text: 'a' } }] },
      'areas[0].action.label',
    ],
    ['with tabs', { areas: [{ ...area, action: { type: 'richmenuswitch', richMenuAliasId: 'th', data: 'd' } }] }],
    ['with a camera', { areas: [{ ...area, action: { type: 'camera', label: 'a' } }] }, 'areas[0].action.type'],
    [
      'with an address that is none',
      { areas: [{ ...area, action: { type: 'uri', uri: 'ftp://a.example' } }] },
      'areas[0].action.uri',
    ],
  ])('%s', async (_, parts, fault) => {
    await using running = await startWithReceiver()
    const { api } = running
    if (fault === undefined) return void (await api.validateRichMenuObject(menu(parts)))
    const { details } = await refusalOf(api.validateRichMenuObject(menu(parts)))
    expect(details[0]?.property).toBe(fault)
    expect(await refusalOf(api.createRichMenu(menu(parts)))).toMatchObject({ status: 400, details })
  })

  test('without a name is refused in LINE’s words', async () => {
    await using running = await startWithReceiver()
    const { name: _, ...rest } = menu()
    expect(await refusalOf(running.api.createRichMenu(rest))).toMatchObject({
      message: 'The request body has 1 error(s)',
      details: [{ message: 'must be specified', property: 'name' }],
    })
  })
})

test('a menu is listed, told and deleted', async () => {
  await using running = await startWithMenu()
  const { api, richMenuId } = running
  expect(richMenuId).toMatch(/^richmenu-[0-9a-f]{32}$/)
  expect(await api.getRichMenuList()).toEqual({ richmenus: [{ richMenuId, ...menu() }] })
  expect(await api.getRichMenu(richMenuId)).toEqual({ richMenuId, ...menu() })
  await api.deleteRichMenu(richMenuId)
  expect(await api.getRichMenuList()).toEqual({ richmenus: [] })
  expect(await refusalOf(api.deleteRichMenu(richMenuId))).toMatchObject({ status: 404 })
})

test('its picture is of its very size, PNG or JPEG of at most 1 MB, and set once', async () => {
  await using running = await startWithMenu()
  const { blob, richMenuId } = running
  expect(await refusalOf(blob.getRichMenuImage(richMenuId))).toMatchObject({ status: 404 })
  for (const wrong of [
    png(2_500, 843),
    jpeg(1_250, 843),
    png(2_500, 1_686, 1_024 * 1_024 + 1),
    new Blob(['a'], { type: 'image/png' }),
  ])
    expect(await refusalOf(blob.setRichMenuImage(richMenuId, wrong))).toMatchObject({
      status: 400,
      message: 'The image size is not allowed for richmenu',
    })
  const gif = new Blob(['GIF89a'], { type: 'image/gif' })
  expect(await refusalOf(blob.setRichMenuImage(richMenuId, gif))).toMatchObject({ status: 415 })
  await blob.setRichMenuImage(richMenuId, jpeg(2_500, 1_686))
  expect((await buffer(await blob.getRichMenuImage(richMenuId))).length).toBe(25)
  expect(await refusalOf(blob.setRichMenuImage(richMenuId, png()))).toMatchObject({
    message: 'An image has already been uploaded to the richmenu',
  })
})

test('only a menu with its picture can be shown', async () => {
  await using running = await startWithMenu()
  const { api, line, richMenuId } = running
  const { userId } = line.addPerson()
  for (const call of [
    api.setDefaultRichMenu(richMenuId),
    api.linkRichMenuIdToUser(userId, richMenuId),
    api.linkRichMenuIdToUsers({ richMenuId, userIds: [userId] }),
  ])
    expect(await refusalOf(call)).toMatchObject({
      status: 400,
      message: 'must upload richmenu image before applying it to user',
    })
  expect(await refusalOf(api.createRichMenuAlias({ richMenuAliasId: 'th', richMenuId }))).toMatchObject({
    message: 'richmenu not found',
  })
})

test('a person sees their own menu before the default, and none that was deleted', async () => {
  await using running = await startWithMenu()
  const { api, blob, line, richMenuId: first } = running
  const { richMenuId: second } = await api.createRichMenu(menu({ name: 'accord-ja' }))
  for (const id of [first, second]) await blob.setRichMenuImage(id, png())
  const [thai, japanese, stranger] = [line.addPerson(), line.addPerson(), line.addPerson({ friend: false })]
  expect(await refusalOf(api.getDefaultRichMenuId())).toMatchObject({ status: 404, message: 'no default richmenu' })
  await api.setDefaultRichMenu(first)
  await api.linkRichMenuIdToUser(japanese.userId, second)
  await api.linkRichMenuIdToUser(stranger.userId, second)
  expect([thai, japanese, stranger].map((person) => line.richMenuOf(person)?.name)).toEqual([
    'accord-th',
    'accord-ja',
    'accord-th',
  ])
  expect(await api.getRichMenuIdOfUser(japanese.userId)).toEqual({ richMenuId: second })
  expect(await refusalOf(api.getRichMenuIdOfUser(thai.userId))).toMatchObject({ message: 'the user has no richmenu' })
  await api.deleteRichMenu(second)
  expect(line.richMenuOf(japanese)?.name).toBe('accord-th')
  await api.cancelDefaultRichMenu()
  expect(line.richMenuOf(thai)).toBeUndefined()
})

test('500 people at once, not 501', async () => {
  await using running = await startWithMenu()
  const { api, blob, line, richMenuId } = running
  await blob.setRichMenuImage(richMenuId, png())
  const userIds = Array.from({ length: 501 }, () => line.addPerson().userId)
  expect(await refusalOf(api.linkRichMenuIdToUsers({ richMenuId, userIds }))).toMatchObject({ status: 400 })
  const linked = await api.linkRichMenuIdToUsersWithHttpInfo({ richMenuId, userIds: userIds.slice(1) })
  expect(linked.httpResponse.status).toBe(202)
  expect(await api.getRichMenuIdOfUser(userIds[500]!)).toEqual({ richMenuId })
  await api.unlinkRichMenuIdFromUsers({ userIds: userIds.slice(1) })
  expect(await refusalOf(api.getRichMenuIdOfUser(userIds[500]!))).toMatchObject({ status: 404 })
  await api.linkRichMenuIdToUser(userIds[0]!, richMenuId)
  await api.unlinkRichMenuIdFromUser(userIds[0]!)
  expect(line.richMenuOf({ userId: userIds[0]! })).toBeUndefined()
})

test('an alias is moved from menu to menu', async () => {
  await using running = await startWithMenu()
  const { api, blob, richMenuId: first } = running
  const { richMenuId: second } = await api.createRichMenu(menu())
  for (const id of [first, second]) await blob.setRichMenuImage(id, png())
  const richMenuAliasId = 'accord-th_1'
  await api.createRichMenuAlias({ richMenuAliasId, richMenuId: first })
  expect(await refusalOf(api.createRichMenuAlias({ richMenuAliasId, richMenuId: second }))).toMatchObject({
    message: 'conflict richmenu alias id',
  })
  await api.updateRichMenuAlias(richMenuAliasId, { richMenuId: second })
  expect(await api.getRichMenuAlias(richMenuAliasId)).toEqual({ richMenuAliasId, richMenuId: second })
  expect(await api.getRichMenuAliasList()).toEqual({ aliases: [{ richMenuAliasId, richMenuId: second }] })
  await api.deleteRichMenuAlias(richMenuAliasId)
  expect(await refusalOf(api.getRichMenuAlias(richMenuAliasId))).toMatchObject({
    status: 404,
    message: 'richmenu alias not found',
  })
  for (const wrong of ['TH', 'ไทย', 'a'.repeat(33), ''])
    expect(await refusalOf(api.createRichMenuAlias({ richMenuAliasId: wrong, richMenuId: first }))).toMatchObject({
      status: 400,
    })
})

test('1,000 menus and 100 an hour are the limits', async () => {
  let time = 0
  await using running = await startWithReceiver({ now: () => time })
  const { api } = running
  await Promise.all(Array.from({ length: 100 }, () => api.createRichMenu(menu())))
  expect(await refusalOf(api.createRichMenu(menu()))).toMatchObject({ status: 429 })
  for (let hour = 1; hour < 10; hour++) {
    time += 3_600_000
    await Promise.all(Array.from({ length: 100 }, () => api.createRichMenu(menu())))
  }
  time += 3_600_000
  expect(await refusalOf(api.createRichMenu(menu()))).toMatchObject({ status: 400 })
  await Promise.all(Array.from({ length: 10 }, () => api.getRichMenuList()))
  expect(await refusalOf(api.getRichMenuList())).toMatchObject({ status: 429 })
})

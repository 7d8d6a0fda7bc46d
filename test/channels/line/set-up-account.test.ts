import { beforeAll, expect, test } from 'vitest'
import { menuPage } from '../../../src/channels/line/menu-page.ts'
import { buildMenu, type MenuArea, menuAreas } from '../../../src/channels/line/rich-menu.ts'
import { type SetUpDeps, setUpAccount } from '../../../src/channels/line/set-up-account.ts'
import { AccordError } from '../../../src/errors.ts'
import type { SearchIndex } from '../../../src/search-index/search-index.ts'
import type { Language } from '../../../src/vocabulary.ts'
import { startLineBot } from '../../support/line-bot.ts'
import { createClients } from '../../support/line-platform/clients.ts'
import { type LinePlatform, startLinePlatform } from '../../support/line-platform/line-platform.ts'
import { startReceiver } from '../../support/line-platform/receiver.ts'
import { askOver, realIndex, realStages } from '../../support/real-index.ts'

let index: SearchIndex
let areas: Record<Language, MenuArea[]>
beforeAll(async () => {
  index = await realIndex()
  const of = (language: Language) => menuAreas(index.passages, index.vocabulary, language)
  areas = { th: of('th'), en: of('en'), ja: of('ja') }
})

const drawn: string[] = []
/** The head of a PNG, all that LINE looks at. */
async function drawPicture(page: string): Promise<Uint8Array> {
  drawn.push(page)
  const head = Buffer.alloc(64)
  head.write('89504e470d0a1a0a0000000d49484452', 'hex')
  head.writeUInt32BE(2_500, 16)
  head.writeUInt32BE(1_686, 20)
  return head
}

function setUp(line: LinePlatform, publicUrl: string | undefined, parts: Partial<SetUpDeps> = {}) {
  return setUpAccount({ ...createClients(line), areas, drawPicture, publicUrl, check: false, ...parts })
}
const statesOf = (steps: Awaited<ReturnType<typeof setUp>>) => steps.map(({ what, state }) => `${state} ${what}`)

test('makes a menu for each language, sets the webhook and has LINE test it; a second run changes nothing', async () => {
  await using receiver = await startReceiver()
  await using line = await startLinePlatform()
  const { api } = createClients(line)
  const publicUrl = receiver.url.replace('/line/webhook', '/')
  const check = await setUp(line, publicUrl, { check: true })
  expect(check.filter(({ state }) => state === 'wrong')).toHaveLength(4)
  expect(line.calls.filter(({ method }) => method !== 'GET')).toEqual([])

  expect(statesOf(await setUp(line, publicUrl))).toEqual([
    'right account Accord (@000abcde)',
    'set webhook',
    'right webhook test',
    'set rich menu accord-th',
    'set rich menu for all',
    'set rich menu accord-en',
    'set rich menu accord-ja',
  ])
  const { richmenus } = await api.getRichMenuList()
  expect(richmenus).toHaveLength(3)
  expect(richmenus.every((menu) => menu.areas.length === 6)).toBe(true)
  expect(line.richMenuOf(line.addPerson())?.chatBarText).toBe('เมนู')

  const again = await setUp(line, publicUrl)
  expect(new Set(again.map(({ state }) => state))).toEqual(new Set(['right']))
  expect((await api.getRichMenuList()).richmenus).toEqual(richmenus)
})

test('whoever follows, or chooses a language, is shown its menu', async () => {
  await using bot = await startLineBot()
  const { line, channel } = bot
  await setUp(line, undefined)
  const from = line.addPerson({ language: 'ja' })
  await line.deliver([line.events.follow({ from })])
  await expect.poll(() => line.richMenuOf(from)?.chatBarText).toBe('メニュー')
  await line.deliver([line.events.text({ from, text: 'English' })])
  await channel.worker.idle()
  await expect.poll(() => line.richMenuOf(from)?.chatBarText).toBe('Menu')
})

test('with other titles it replaces its own menus, and no others', async () => {
  await using receiver = await startReceiver()
  await using line = await startLinePlatform()
  const { api } = createClients(line)
  const other = { ...buildMenu(areas.th, 'th'), name: 'Of the ministry' }
  await api.createRichMenu(other)
  const publicUrl = receiver.url.replace('/line/webhook', '')
  await setUp(line, publicUrl)
  const changed = { ...areas, th: areas.th.map((area) => ({ ...area, title: `${area.title} ๒` })) }
  const steps = await setUp(line, publicUrl, { areas: changed })
  expect(statesOf(steps)).toContain('set rich menu accord-th')
  expect(statesOf(steps)).toContain('right rich menu accord-en')
  const names = (await api.getRichMenuList()).richmenus.map(({ name }) => name.replace(/-[0-9a-f]{12}$/, ''))
  expect(names.sort()).toEqual(['Of the ministry', 'accord-en', 'accord-ja', 'accord-th'])
})

test('nobody loses the menu of their language to a new one', async () => {
  await using bot = await startLineBot()
  const { line, channel } = bot
  await setUp(line, undefined)
  const people = ['th', 'ja'].map((language) => line.addPerson({ language }))
  await line.deliver(people.map((from) => line.events.follow({ from })))
  await channel.worker.idle()
  await expect.poll(() => line.richMenuOf(people[1]!)?.chatBarText).toBe('メニュー')
  const renamed = (language: Language) => areas[language].map((area) => ({ ...area, title: `${area.title} 2` }))
  await setUp(line, undefined, { areas: { th: renamed('th'), en: renamed('en'), ja: renamed('ja') } })
  expect(people.map((from) => line.richMenuOf(from)?.chatBarText)).toEqual(['เมนู', 'メニュー'])
})

test('where no browser draws, all but the menus is set up, and the menus that there were stay', async () => {
  await using receiver = await startReceiver()
  await using line = await startLinePlatform()
  const { api } = createClients(line)
  const publicUrl = receiver.url.replace('/line/webhook', '')
  const drawNothing = () => Promise.reject(new AccordError('install Chromium'))
  const steps = await setUp(line, publicUrl, { drawPicture: drawNothing })
  expect(statesOf(steps).slice(1, 3)).toEqual(['set webhook', 'right webhook test'])
  expect(steps.filter(({ detail }) => detail === 'install Chromium')).toHaveLength(3)
  await setUp(line, publicUrl)
  const before = (await api.getRichMenuList()).richmenus
  const changed = { ...areas, th: areas.th.map((area) => ({ ...area, title: `${area.title} ๒` })) }
  await setUp(line, publicUrl, { areas: changed, drawPicture: drawNothing })
  expect((await api.getRichMenuList()).richmenus).toEqual(before)
})

test('says what is wrong: Chat, the address, the server behind it, the token', async () => {
  await using line = await startLinePlatform({ bot: { chatMode: 'chat' } })
  const wrong = async (publicUrl: string | undefined) =>
    (await setUp(line, publicUrl)).flatMap(({ what, state }) => (state === 'wrong' ? [what] : []))
  expect(await wrong(undefined)).toEqual(['account Accord (@000abcde)', 'webhook'])
  expect(await wrong('http://127.0.0.1:9')).toEqual(['account Accord (@000abcde)', 'webhook test'])
  line.fail('setWebhook', { kind: 'status', status: 400 })
  expect(await wrong('http://127.0.0.1:8')).toEqual(['account Accord (@000abcde)', 'webhook'])
  await expect(setUp(line, undefined, createClients(line, 'another'))).rejects.toThrow(/LINE_CHANNEL_ACCESS_TOKEN/)
})

test('each area asks what is answered, in its language', async () => {
  const ask = askOver(await realStages())
  for (const language of ['th', 'en', 'ja'] as const)
    for (const { question } of areas[language].slice(0, 5))
      expect(await ask({ question }), question).toMatchObject({ status: 'answered', language })
})

test('the picture shows the titles of the clauses', () => {
  expect(areas.th.map(({ title }) => title)).toContain('คู่ภาคีของบันทึกความร่วมมือ')
  const shown = menuPage(areas.ja, 'ja').replaceAll(/<\/?small>/g, '')
  for (const { title } of areas.ja) expect(shown).toContain(title)
})

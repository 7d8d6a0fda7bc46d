import { HTTPFetchError, type messagingApi } from '@line/bot-sdk'
import { AccordError } from '../../errors.ts'
import type { Language } from '../../vocabulary.ts'
import { menuPage } from './menu-page.ts'
import { buildMenu, type MenuArea, menuAlias } from './rich-menu.ts'

/** What was looked at, what was found, and whether it's as it should be now. */
export interface SetUpStep {
  what: string
  state: 'right' | 'set' | 'wrong'
  /** What there is to say of it, and what to do when it's wrong. */
  detail: string
}

export interface SetUpDeps {
  api: messagingApi.MessagingApiClient
  blob: messagingApi.MessagingApiBlobClient
  areas: Readonly<Record<Language, readonly MenuArea[]>>
  /** A PNG of the page, of a menu's size. Throws an AccordError where no browser draws it. */
  drawPicture: (page: string) => Promise<Uint8Array>
  /** Where LINE finds `/line/webhook`, if it's known. */
  publicUrl: string | undefined
  /** Changes nothing. */
  check: boolean
}

/** Whoever has chosen no language, and whose LINE speaks none of the three. */
const defaultLanguage: Language = 'th'

/** Brings the account to what Accord needs; a second run finds all as it should be. Throws an AccordError when LINE can't be asked. */
export async function setUpAccount(deps: SetUpDeps): Promise<SetUpStep[]> {
  try {
    const account = await checkAccount(deps)
    const webhook = await setUpWebhook(deps)
    // Last: people can ask even where no browser draws the menus.
    return [account, ...webhook, ...(await setUpMenus(deps))]
  } catch (error) {
    if (!(error instanceof HTTPFetchError) && !(error instanceof TypeError)) throw error
    throw new AccordError(`LINE couldn't be set up: ${adviceOn(error)}`, { cause: error })
  }
}

function adviceOn(error: HTTPFetchError | TypeError): string {
  if (!(error instanceof HTTPFetchError)) return 'it can’t be reached: check the network and LINE_API_BASE_URL'
  if (error.status === 401) return 'issue LINE_CHANNEL_ACCESS_TOKEN anew'
  if (error.status === 429) return 'it was asked too often: wait an hour, and try again'
  return `it answered ${error.status}, ${error.body.slice(0, 300)}: try again`
}

async function checkAccount({ api }: SetUpDeps): Promise<SetUpStep> {
  const { displayName, basicId, chatMode } = await api.getBotInfo()
  const what = `account ${displayName} (${basicId})`
  return chatMode === 'bot'
    ? { what, state: 'right', detail: 'Chat is off' }
    : {
        what,
        state: 'wrong',
        detail: 'Chat is on: switch it off in LINE Official Account Manager, Settings, Response settings',
      }
}

async function setUpMenus(deps: SetUpDeps): Promise<SetUpStep[]> {
  const { api, areas, check } = deps
  const { richmenus } = await api.getRichMenuList()
  const { aliases } = await api.getRichMenuAliasList()
  const aliased = new Map(aliases.map(({ richMenuAliasId, richMenuId }) => [richMenuAliasId, richMenuId]))
  const steps: SetUpStep[] = []
  const inUse = new Set<string>()
  for (const language of Object.keys(areas) as Language[]) {
    const menu = buildMenu(areas[language], language)
    const found = richmenus.find(
      ({ name, richMenuId }) => name === menu.name && aliased.get(menuAlias(language)) === richMenuId,
    )
    const what = `rich menu ${menuAlias(language)}`
    if (found === undefined && check) {
      steps.push({ what, state: 'wrong', detail: 'missing or out of date: run `npm run line:setup`' })
      continue
    }
    const earlier = aliased.get(menuAlias(language))
    const id = found?.richMenuId ?? (await createMenu(menu, language, earlier, deps))
    if (id instanceof AccordError) {
      // What there was stays: an old menu is better than none.
      if (earlier !== undefined) inUse.add(earlier)
      steps.push({ what, state: 'wrong', detail: id.message })
      continue
    }
    inUse.add(id)
    steps.push({ what, state: found ? 'right' : 'set', detail: menu.name })
    if (language === defaultLanguage) steps.push(await setDefault(id, deps))
  }
  if (!check) await removeOthers(richmenus, inUse, api)
  return steps
}

/** The new menu's id, or why there is no picture for it. */
async function createMenu(
  menu: messagingApi.RichMenuRequest,
  language: Language,
  earlier: string | undefined,
  { api, blob, areas, drawPicture }: SetUpDeps,
): Promise<string | AccordError> {
  const picture = await drawPicture(menuPage(areas[language], language)).catch((error: unknown) => {
    if (error instanceof AccordError) return error
    throw error
  })
  if (picture instanceof AccordError) return picture
  const { richMenuId } = await api.createRichMenu(menu)
  await blob.setRichMenuImage(richMenuId, new Blob([new Uint8Array(picture)], { type: 'image/png' }))
  const richMenuAliasId = menuAlias(language)
  if (earlier !== undefined) await api.updateRichMenuAlias(richMenuAliasId, { richMenuId })
  else await api.createRichMenuAlias({ richMenuAliasId, richMenuId })
  return richMenuId
}

async function setDefault(richMenuId: string, { api, check }: SetUpDeps): Promise<SetUpStep> {
  const what = 'rich menu for all'
  if ((await missingAsUndefined(api.getDefaultRichMenuId()))?.richMenuId === richMenuId)
    return { what, state: 'right', detail: menuAlias(defaultLanguage) }
  if (check) return { what, state: 'wrong', detail: 'not set: run `npm run line:setup`' }
  await api.setDefaultRichMenu(richMenuId)
  return { what, state: 'set', detail: menuAlias(defaultLanguage) }
}

/**
 * Those of earlier versions, never one that Accord didn't make. People are linked to the other languages' menus one by one, and
 * LINE tells nobody who: an old menu of theirs, which still asks what's answered, is better than the new one in Thai.
 */
async function removeOthers(
  menus: readonly messagingApi.RichMenuResponse[],
  inUse: ReadonlySet<string>,
  api: messagingApi.MessagingApiClient,
): Promise<void> {
  const isOfDefault = new RegExp(`^${menuAlias(defaultLanguage)}-[0-9a-f]{12}$`)
  for (const { richMenuId, name } of menus)
    if (isOfDefault.test(name) && !inUse.has(richMenuId)) await api.deleteRichMenu(richMenuId)
}

async function setUpWebhook({ api, publicUrl, check }: SetUpDeps): Promise<SetUpStep[]> {
  const set = await missingAsUndefined(api.getWebhookEndpoint())
  const what = 'webhook'
  if (publicUrl === undefined)
    return [
      { what, state: 'wrong', detail: 'set PUBLIC_URL to the address that LINE reaches Accord at, and run this again' },
    ]
  const endpoint = `${publicUrl.replace(/\/$/, '')}/line/webhook`
  const isSet = set?.endpoint === endpoint
  if (!isSet && check)
    return [
      { what, state: 'wrong', detail: `is ${set?.endpoint ?? 'not set'}, not ${endpoint}: run \`npm run line:setup\`` },
    ]
  if (!isSet && !(await isTaken(api.setWebhookEndpoint({ endpoint }))))
    return [{ what, state: 'wrong', detail: `LINE refuses ${endpoint}: PUBLIC_URL must be a public https:// address` }]
  const steps: SetUpStep[] = [{ what, state: isSet ? 'right' : 'set', detail: endpoint }]
  // A new address is switched off until someone switches it on in the console.
  const { active } = await api.getWebhookEndpoint()
  if (!active)
    steps.push({
      what: 'webhook in use',
      state: 'wrong',
      detail: 'switch “Use webhook” on in the LINE Developers console',
    })
  return [...steps, await testWebhook(api)]
}

async function testWebhook(api: messagingApi.MessagingApiClient): Promise<SetUpStep> {
  const what = 'webhook test'
  const { success, statusCode, reason, detail } = await api.testWebhookEndpoint({})
  if (success === true) return { what, state: 'right', detail: `answered ${statusCode}` }
  const advice =
    statusCode === 401 ? 'LINE_CHANNEL_SECRET is another channel’s' : 'is Accord running, and reachable there by HTTPS?'
  return { what, state: 'wrong', detail: `${reason}, ${detail}: ${advice}` }
}

/** False when LINE refuses what it's given. */
async function isTaken(call: Promise<unknown>): Promise<boolean> {
  try {
    await call
    return true
  } catch (error) {
    if (error instanceof HTTPFetchError && error.status === 400) return false
    throw error
  }
}

async function missingAsUndefined<Value>(call: Promise<Value>): Promise<Value | undefined> {
  try {
    return await call
  } catch (error) {
    if (error instanceof HTTPFetchError && error.status === 404) return undefined
    throw error
  }
}

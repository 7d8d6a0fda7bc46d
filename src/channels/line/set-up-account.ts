import { HTTPFetchError, type messagingApi } from '@line/bot-sdk'
import { AccordError } from '../../errors.ts'
import type { Language } from '../../vocabulary.ts'
import { buildMenu, type MenuArea, menuAlias, menuPage } from './rich-menu.ts'

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
  /** A PNG of the page, of a menu's size. */
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
    const menus = await setUpMenus(deps)
    return [account, ...menus, ...(await setUpWebhook(deps))]
  } catch (error) {
    if (!(error instanceof HTTPFetchError) && !(error instanceof TypeError)) throw error
    const isRefused = error instanceof HTTPFetchError && error.status === 401
    const advice = isRefused
      ? 'issue LINE_CHANNEL_ACCESS_TOKEN anew'
      : 'check LINE_API_BASE_URL and the network, and try again'
    throw new AccordError(`LINE couldn't be set up: ${advice}`, { cause: error })
  }
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
    const id = found?.richMenuId ?? (await createMenu(menu, language, aliased.has(menuAlias(language)), deps))
    inUse.add(id)
    steps.push({ what, state: found ? 'right' : 'set', detail: menu.name })
    if (language === defaultLanguage) steps.push(await setDefault(id, deps))
  }
  if (!check) await removeOthers(richmenus, inUse, api)
  return steps
}

async function createMenu(
  menu: messagingApi.RichMenuRequest,
  language: Language,
  hasAlias: boolean,
  { api, blob, areas, drawPicture }: SetUpDeps,
): Promise<string> {
  const picture = await drawPicture(menuPage(areas[language], language))
  const { richMenuId } = await api.createRichMenu(menu)
  await blob.setRichMenuImage(richMenuId, new Blob([new Uint8Array(picture)], { type: 'image/png' }))
  const richMenuAliasId = menuAlias(language)
  if (hasAlias) await api.updateRichMenuAlias(richMenuAliasId, { richMenuId })
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

/** Those of earlier versions, and what a run left that was broken off; never one that Accord didn't make. */
async function removeOthers(
  menus: readonly messagingApi.RichMenuResponse[],
  inUse: ReadonlySet<string>,
  api: messagingApi.MessagingApiClient,
): Promise<void> {
  for (const { richMenuId, name } of menus)
    if (/^accord-(?:th|en|ja)-[0-9a-f]{12}$/.test(name) && !inUse.has(richMenuId)) await api.deleteRichMenu(richMenuId)
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
  if (!isSet && check) return [{ what, state: 'wrong', detail: `is ${set?.endpoint ?? 'not set'}, not ${endpoint}` }]
  if (!isSet) await api.setWebhookEndpoint({ endpoint })
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

async function missingAsUndefined<Value>(call: Promise<Value>): Promise<Value | undefined> {
  try {
    return await call
  } catch (error) {
    if (error instanceof HTTPFetchError && error.status === 404) return undefined
    throw error
  }
}

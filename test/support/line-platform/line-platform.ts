import { randomBytes } from 'node:crypto'
import type { Call } from './calls.ts'
import { createChats } from './chats.ts'
import { type BotSettings, createAccount, type WebhookSettings } from './endpoints/account.ts'
import { createChatSigns } from './endpoints/chat-signs.ts'
import { type Content, createContentEndpoints } from './endpoints/content.ts'
import type { EndpointName, RateLimit } from './endpoints/endpoints.ts'
import { createPeopleAndGroups } from './endpoints/people-and-groups.ts'
import { createRichMenuAliases } from './endpoints/rich-menu-aliases.ts'
import { createRichMenus, type RichMenus } from './endpoints/rich-menus.ts'
import { createSending } from './endpoints/sending.ts'
import { createFailures, type Failures } from './failures.ts'
import { createIds } from './ids.ts'
import { FLEX_BYTES, type FlexBytes } from './messages/flex-message.ts'
import { createPeople, type People } from './people.ts'
import type { Quota } from './quota.ts'
import { createRateLimiter } from './rate-limits.ts'
import { createReplyTokens } from './reply-tokens.ts'
import { createRetryKeys } from './retry-keys.ts'
import { type ApiServer, startApiServer } from './server.ts'
import { createViews, type Views } from './views.ts'
import { createEventBuilders, type EventBuilders } from './webhooks/build-events.ts'
import { createDeliverer, type Deliverer, type Delivery, type Redelivery } from './webhooks/deliver.ts'
import type { WebhookEvent } from './webhooks/event.ts'
import { takeEffect } from './webhooks/take-effect.ts'
import { type Tap, tap } from './webhooks/tap.ts'

export interface LinePlatformOptions {
  channelSecret?: string
  accessToken?: string
  webhookURL?: string
  /** Ms; decides the life of tokens and keys, and rates. What waits for the network takes real time. */
  now?: () => number
  /** Two ports, and content only on the second: without it one does for both hosts. */
  separateDataHost?: boolean
  bot?: Partial<BotSettings>
  /** How many pushes a month; unlimited unless said. */
  monthlyLimit?: number
  rateLimits?: Partial<Record<EndpointName, RateLimit>>
  flexBytes?: FlexBytes
  /** Off unless said, as in the console. */
  redelivery?: Redelivery
  /** 2 s, as LINE waits. */
  webhookTimeoutMs?: number
  replyTokenLifeMs?: number
  verified?: boolean
}

/** A LINE of one's own, for the tests of a bot: its two hosts over HTTP, its people, and what they see. */
export interface LinePlatform
  extends AsyncDisposable,
    Pick<People, 'addPerson' | 'addGroup'>,
    Pick<Deliverer, 'deliver' | 'redeliver'>,
    Pick<Failures, 'clear'>,
    Views {
  apiURL: string
  dataURL: string
  channelSecret: string
  accessToken: string
  botUserId: string
  /** Sets the address that webhooks go to, as the console does. */
  setWebhook(url: string): void
  events: EventBuilders
  /** The event of tapping an action; throws for one that sends no webhook. */
  tap: (tap: Tap) => WebhookEvent
  fail: Failures['add']
  deliveries: readonly Delivery[]
  calls: readonly Call[]
  callsTo(endpoint: EndpointName): Call[]
  contents: Map<string, Content>
  quota: Quota
  /** What LINE let pass, but forbids or warns of. */
  reproaches: readonly string[]
}

/** Starts a stand-in for LINE on this machine, which enforces what LINE documents. Disposing it ends all calls under way. */
export async function startLinePlatform(options: LinePlatformOptions = {}): Promise<LinePlatform> {
  const { now = Date.now, accessToken = randomBytes(32).toString('base64'), flexBytes = FLEX_BYTES } = options
  const channelSecret = options.channelSecret ?? randomBytes(16).toString('hex')
  await using parts = new AsyncDisposableStack()

  const ids = createIds()
  const people = createPeople(ids)
  const chats = createChats(ids)
  const tokens = createReplyTokens(options.replyTokenLifeMs)
  const failures = createFailures()
  const calls: Call[] = []
  const deliveries: Delivery[] = []
  const reproaches: string[] = []
  const contents = new Map<string, Content>()
  const readTokens = new Map<string, { chatId: string; messageId: string }>()
  const standby = new Set<string>()
  const origins = new Map<string, string>()
  const quota: Quota = { limit: options.monthlyLimit, used: 0 }
  const menus: RichMenus = { stored: new Map(), linked: new Map(), defaultId: undefined }
  const webhook: WebhookSettings = { url: options.webhookURL, active: true }
  const bot: BotSettings = {
    userId: ids.user(),
    basicId: '@000abcde',
    displayName: 'Accord',
    chatMode: 'bot',
    ...options.bot,
  }

  const deliverer = parts.use(
    createDeliverer({
      channelSecret,
      botUserId: bot.userId,
      webhook,
      tokens,
      deliveries,
      takeEffect: (event) => takeEffect(event, { people, chats, tokens, contents, readTokens, standby, origins }),
      timeoutMs: options.webhookTimeoutMs ?? 2_000,
      redelivery: options.redelivery,
      now,
    }),
  )
  const handlers = {
    ...createSending({
      chats,
      people,
      tokens,
      retryKeys: createRetryKeys(),
      quota,
      flexBytes,
      botUserId: bot.userId,
      standby,
      reproach: (what) => void reproaches.push(what),
      now,
    }),
    ...createChatSigns({ chats, people, readTokens, now }),
    ...createPeopleAndGroups({ people, verified: options.verified ?? false }),
    ...createAccount({ bot, webhook, verify: deliverer.verify, now }),
    ...createContentEndpoints(contents),
    ...createRichMenus({ menus, people, ids }),
    ...createRichMenuAliases(menus, new Map()),
  }
  const server = {
    accessToken,
    handlers,
    failures,
    takeRequest: createRateLimiter(options.rateLimits),
    calls,
    newRequestId: ids.request,
    now,
  }
  const isSeparate = options.separateDataHost === true
  const api: ApiServer = parts.use(await startApiServer({ ...server, hosts: isSeparate ? ['api'] : ['api', 'data'] }))
  const data = isSeparate ? parts.use(await startApiServer({ ...server, hosts: ['data'] })) : api

  const events = createEventBuilders({
    ids,
    botUserId: bot.userId,
    botName: bot.displayName,
    noteChat: (webhookEventId, chatId) => void origins.set(webhookEventId, chatId),
    now,
  })
  const running = parts.move()
  return {
    apiURL: api.url,
    dataURL: data.url,
    channelSecret,
    accessToken,
    botUserId: bot.userId,
    addPerson: people.addPerson,
    addGroup: people.addGroup,
    setWebhook: (url) => {
      webhook.url = url
    },
    events,
    tap: (given) => tap(given, events, chats),
    deliver: deliverer.deliver,
    redeliver: deliverer.redeliver,
    fail: failures.add,
    clear: failures.clear,
    deliveries,
    calls,
    callsTo: (endpoint) => calls.filter((call) => call.endpoint === endpoint),
    ...createViews(chats, menus, now),
    contents,
    quota,
    reproaches,
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  }
}

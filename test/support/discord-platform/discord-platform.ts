import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { applicationRoutes } from './application-routes.ts'
import { channelRoutes } from './channel-routes.ts'
import { createFailures, type Failure, type FailureTiming } from './failures.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { INTENT, type Session } from './gateway-session.ts'
import { serveApi } from './http.ts'
import { interactionRoutes } from './interaction-routes.ts'
import { createInteractions, type SentInteraction } from './interactions.ts'
import { createJournal, type Entry } from './journal.ts'
import { createMessages, type StoredMessage } from './messages.ts'
import { announceMessage, createPeople, type People } from './people.ts'
import type { Pings } from './pings.ts'
import { type Channel, type Guild, guildJson, type User, userJson } from './places.ts'
import { createRateLimits } from './rate-limits.ts'
import { createScenery, type Scenery } from './scenery.ts'
import { createSnowflakes } from './snowflakes.ts'
import type { RegisteredCommand, State } from './state.ts'

export interface DiscordPlatformOptions {
  /** Of deadlines, ids and nonces, in ms. Rate limits are in real time, as clients count them. */
  now?: () => number
  token?: string
  applicationId?: string
  /** Privileged intents that are switched on in the portal; none by default. */
  allowedIntents?: number
  heartbeatInterval?: number
  /** False: READY lists servers that are then never told of, as in an outage. */
  tellsOfGuilds?: boolean
  /** IDENTIFYs a day. */
  sessionStarts?: number
  /** Calls a second, but for those of interactions. */
  globalLimit?: number
  /** New commands a day, in each guild and globally. */
  commandCreates?: number
  /** 401, 403 and 429 until the address is banned; Discord's 10,000 are of 10 minutes, these of the platform's life. */
  invalidRequests?: number
}

export interface DiscordPlatform extends AsyncDisposable, People, Scenery {
  /** The value for discord.js's `rest.api`. */
  api: string
  token: string
  applicationId: string
  /** The app's own user. */
  bot: User
  gateway: Gateway
  /** Everything that happened, in order. */
  journal: readonly Entry[]
  /** Settles once the condition holds; rejects, with what happened last, after `patience` real ms. */
  until(condition: () => boolean, patience?: number): Promise<void>

  /** What somebody sees in a channel now, oldest first. */
  visible(channel: Channel, to: User): StoredMessage[]
  interactions(): readonly SentInteraction[]
  commands(guild?: Guild): readonly RegisteredCommand[]
  /** Whom the app's messages have called so far. */
  pings(): { messageId: string; pings: Pings }[]

  /** `route` such as `PATCH /webhooks/:application/:token/messages/:message`. Throws when there is no such route. */
  fail(route: string, failure: Failure, timing?: FailureTiming): void
  /** Ends all planned failures. */
  recover(): void
  /** So many calls in so many ms, for each channel or webhook by itself. */
  limit(route: string, calls: number, ms: number): void
}

/**
 * Stands in for Discord on loopback, REST and gateway, for the real discord.js client: it enforces deadlines, limits, flags
 * and error codes, and fails on demand. Disposing throws when the stand-in itself has failed.
 */
export async function startDiscordPlatform(options: DiscordPlatformOptions = {}): Promise<DiscordPlatform> {
  const { now = Date.now, token = 'MTk5MDAw.stand-in.token', applicationId = '990000000000000001' } = options
  const nextId = createSnowflakes(now)
  const journal = createJournal(now)
  const failures = createFailures()
  const limits = createRateLimits(options.globalLimit ?? 50)
  const bot: User = { id: applicationId, username: 'accord', locale: 'en-US', bot: true }
  const users = new Map([[bot.id, bot]])

  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const gatewayUrl = `ws://127.0.0.1:${port}/gateway`
  const gateway = createGateway(server, {
    now,
    journal,
    token,
    allowedIntents: options.allowedIntents ?? 0,
    heartbeatInterval: options.heartbeatInterval ?? 45_000,
    sessionStarts: options.sessionStarts ?? 1000,
    greet: (session) => greet(session, state, gatewayUrl).slice(0, options.tellsOfGuilds === false ? 1 : undefined),
  })
  const messages = createMessages({
    now,
    nextId,
    journal,
    onChange: (change, message) => announceMessage(state, change, message),
  })
  const state: State = {
    now,
    nextId,
    journal,
    applicationId,
    bot,
    users,
    messages,
    gateway,
    userOf: (id) => users.get(id),
    guilds: new Map(),
    channels: new Map(),
    commands: new Map(),
    interactions: createInteractions({ now, nextId, journal }),
  }
  const routes = [
    ...interactionRoutes(state),
    ...channelRoutes(state),
    ...applicationRoutes(state, { gatewayUrl, createsPerDay: options.commandCreates ?? 200 }),
  ]
  const invalidRequests = options.invalidRequests ?? 10_000
  serveApi(server, { routes, token, failures, limits, journal, invalidRequests })

  function known(route: string): string {
    if (!routes.some(({ name }) => name === route))
      throw new Error(`There is no route ${route}; there are:\n${routes.map(({ name }) => name).join('\n')}`)
    return route
  }

  return {
    ...createPeople(state),
    ...createScenery(state),
    api: `http://127.0.0.1:${port}/api`,
    token,
    applicationId,
    bot,
    gateway,
    journal: journal.entries,
    until: journal.until,
    visible: messages.visible,
    interactions: state.interactions.all,
    commands: (guild) => state.commands.get(guild?.id ?? 'global') ?? [],
    pings: () => journal.entries.flatMap((entry) => (entry.kind === 'ping' ? [entry] : [])),
    fail: (route, failure, timing) => failures.plan(known(route), failure, timing),
    recover: failures.clear,
    limit: (route, calls, ms) => limits.limit(known(route), calls, ms),
    async [Symbol.asyncDispose]() {
      gateway[Symbol.dispose]()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      for (const entry of journal.entries) if (entry.kind === 'fault') throw entry.error
    },
  }
}

/** https://docs.discord.com/developers/events/gateway-events#ready; with the guilds' intent, each guild follows. */
function greet({ id, intents }: Session, state: State, gatewayUrl: string) {
  const guilds = [...state.guilds.values()]
  const ready = {
    v: 10,
    user: userJson(state.bot),
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: id,
    resume_gateway_url: gatewayUrl,
    application: { id: state.applicationId, flags: 0 },
  }
  const channelsOf = (guild: Guild) => [...state.channels.values()].filter((channel) => channel.guild === guild)
  return [
    { t: 'READY', d: ready },
    ...(intents & INTENT.guilds ? guilds : []).map((guild) => ({
      t: 'GUILD_CREATE',
      d: guildJson(guild, channelsOf(guild), state.bot),
    })),
  ]
}

import { setTimeout as sleep } from 'node:timers/promises'
import { ActivityType, Client, type ClientOptions, Events, GatewayIntentBits } from 'discord.js'
import { describeFailure } from './failures.ts'
import { type GatewayTap, type Packet, tapGateway } from './gateway.ts'
import type { Listener } from './listener.ts'
import type { ChannelLog } from './show.ts'

/** `off`: for good, for a reason that only people can mend. */
export type ConnectionState = { state: 'connecting' } | { state: 'on' } | { state: 'off'; reason: string }

export interface Connection extends AsyncDisposable {
  /** Begins to connect, and goes on trying. Resolves once it's known whether it's on or off, or after `patience` ms. */
  start(patience: number): Promise<ConnectionState>
  state(): ConnectionState
}

export interface ConnectOptions {
  token: string
  /** As discord.js's `rest.api`. */
  api?: string
  /** Given what came, as it came. Both may reject: it's logged. */
  onInteraction: (payload: unknown, listener: Listener) => Promise<void>
  onMessage: (payload: unknown, listener: Listener) => Promise<void>
  log: ChannelLog
  /** discord.js's: tests identify without its 5 seconds between two sessions. */
  ws?: ClientOptions['ws']
  /** Milliseconds after the first attempt that failed; twice as many after each. */
  pause?: number
}

const FIRST_PAUSE = 1000
/** A session costs one of a day's 1,000 IDENTIFYs, beyond which Discord takes the token away. */
const LONGEST_PAUSE = 300_000
/** For the servers that Accord is in to be told of; who asks there isn't kept waiting for it. */
const GUILD_PATIENCE = 1000

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const FATAL_CLOSES: Readonly<Record<number, string>> = {
  4004: 'its token is refused: set DISCORD_TOKEN to the one in the Developer Portal',
  4010: 'Discord refuses its shard',
  4011: 'it is in too many servers for one connection',
  4012: 'Discord no longer speaks this version of the gateway: update discord.js',
  4013: 'Discord does not know its intents: update discord.js',
  4014: 'an intent is not allowed: switch it on in the Developer Portal, under Bot',
}
const FATAL_LOGINS: readonly [RegExp, number][] = [
  [/invalid token|authentication failed/i, 4004],
  [/invalid shard/i, 4010],
  [/sharding is required/i, 4011],
  [/invalid intents/i, 4013],
  [/disallowed intents/i, 4014],
]

/** The gateway: a connection that comes back by itself, and can be ended at any time. */
export function createConnection(options: ConnectOptions): Connection {
  const { token, log, pause = FIRST_PAUSE } = options
  const stopped = new AbortController()
  const known = Promise.withResolvers<void>()
  let state: ConnectionState = { state: 'connecting' }
  let open: { client: Client; tap: GatewayTap } | undefined

  const become = (next: ConnectionState) => {
    state = next
    if (next.state !== 'connecting') known.resolve()
  }
  const giveUp = (code: number) => {
    if (state.state === 'off') return
    const reason = FATAL_CLOSES[code] ?? `Discord closed the connection with ${code}`
    become({ state: 'off', reason })
    log.error({ code }, `Discord is off: ${reason}`)
  }

  function create(): { client: Client; tap: GatewayTap } {
    const guard = (work: Promise<void>) =>
      void work.catch((error) => log.error({ error: describeFailure(error) }, 'Something from Discord went unanswered'))
    let me = { userId: '', applicationId: '' }
    const listener = (): Listener => ({
      ...me,
      isThread: (channelId) => client.channels.cache.get(channelId)?.isThread() ?? false,
    })
    // What people do and write is read by us alone: discord.js keeps it in memory, takes no notice of what comes while servers are
    // still to be told of, and throws at a field that is missing.
    const take = ({ t, d }: Packet): boolean => {
      if (t === 'READY') me = identityOf(d)
      if (t === 'INTERACTION_CREATE') guard(options.onInteraction(d, listener()))
      if (t === 'MESSAGE_CREATE') guard(options.onMessage(d, listener()))
      return t === 'INTERACTION_CREATE' || t.startsWith('MESSAGE_')
    }
    const tap = tapGateway({
      take,
      onOpen: () => become({ state: 'on' }),
      onFailure: (error) => log.warn({ error: describeFailure(error) }, 'discord.js could not read what came'),
    })
    const client = new Client(clientOptions(options, tap))
    client.on(Events.ShardReconnecting, () => {
      if (state.state === 'on') become({ state: 'connecting' })
    })
    client.on(Events.ShardDisconnect, ({ code }) => giveUp(code))
    // Without listeners they would end the process.
    client.on(Events.Error, (error) => log.error({ error: describeFailure(error) }, 'discord.js failed'))
    client.on(Events.ShardError, (error) =>
      log.warn({ error: describeFailure(error) }, 'The connection to Discord failed'),
    )
    return { client, tap }
  }

  async function connect(): Promise<void> {
    for (let failures = 0; !stopped.signal.aborted; failures++) {
      open = create()
      const { client, tap } = open
      try {
        await client.login(token)
        return
      } catch (error) {
        await tap.end(client)
        const message = error instanceof Error ? error.message : ''
        const [, code] = FATAL_LOGINS.find(([pattern]) => pattern.test(message)) ?? []
        if (code !== undefined) return giveUp(code)
        if (stopped.signal.aborted) return
        log.warn({ error: describeFailure(error) }, 'Discord cannot be reached yet')
        await sleep(Math.min(LONGEST_PAUSE, pause * 2 ** failures), undefined, { signal: stopped.signal }).catch(
          () => {},
        )
      }
    }
  }

  return {
    state: () => state,
    async start(patience) {
      void connect()
      await Promise.race([known.promise, sleep(patience, undefined, { ref: false })])
      return state
    },
    async [Symbol.asyncDispose]() {
      stopped.abort()
      await open?.tap.end(open.client)
    },
  }
}

/** Of READY. */
function identityOf(ready: unknown): { userId: string; applicationId: string } {
  const { user, application } = (ready ?? {}) as { user?: { id?: string }; application?: { id?: string } }
  const userId = user?.id ?? ''
  return { userId, applicationId: application?.id ?? userId }
}

function clientOptions({ api, ws }: ConnectOptions, { buildStrategy }: GatewayTap): ClientOptions {
  return {
    // None of them privileged: of messages, only those that mention Accord or are written to it can be read.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    presence: { activities: [{ name: '/ask', type: ActivityType.Listening }] },
    rest: { timeout: 5000, retries: 1, ...(api !== undefined && { api }) },
    waitGuildTimeout: GUILD_PATIENCE,
    ws: { ...ws, buildStrategy },
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, type ClientOptions, SimpleShardingStrategy, WebSocketShardStatus } from 'discord.js'

type BuildStrategy = NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>
/** @discordjs/ws's manager, whose name discord.js has given to another. */
type Gateway = Parameters<BuildStrategy>[0]

/** What the gateway tells of, as it comes. */
export interface Packet {
  /** Such as INTERACTION_CREATE. */
  t: string
  d: unknown
}

export interface GatewayTapOptions {
  /** Called with each packet, first; true when discord.js needn't read it. */
  take: (packet: Packet) => boolean
  /** Called once a session has begun or goes on. */
  onOpen: () => void
  /** Told of what discord.js couldn't read, which would otherwise end the process. */
  onFailure: (error: unknown) => void
}

/** Stands between the gateway and discord.js's client, as its sharding strategy: of its parts the one that anybody may replace. */
export interface GatewayTap {
  buildStrategy: BuildStrategy
  /**
   * Ends the client for good, whatever it's doing. `destroy()` alone lets go of a socket that is still connecting, whose failure
   * then ends the process, and of a reconnection that has been begun, which brings the client back.
   */
  end(client: Client): Promise<void>
}

const NORMAL = 1000
/** A socket that is still connecting by then is closed when it opens, if the process lives to see it. */
const GOODBYE = 2000

export function tapGateway({ take, onOpen, onFailure }: GatewayTapOptions): GatewayTap {
  let gateway: Gateway | undefined
  let isEnded = false
  /** The socket that was connecting is open, or will never be. */
  const decided = Promise.withResolvers<void>()

  const close = async () => {
    try {
      await gateway?.destroy({ code: NORMAL })
    } catch (error) {
      onFailure(error)
    }
  }

  function pass(event: string, payload: { data?: unknown }, passOn: () => boolean): boolean {
    if (isEnded) {
      if (event === 'hello') void close().then(decided.resolve)
      if (event === 'closed') decided.resolve()
      return true
    }
    try {
      const isTaken = event === 'dispatch' && take(payload.data as Packet)
      const passed = isTaken || passOn()
      if (event === 'ready' || event === 'resumed') onOpen()
      return passed
    } catch (error) {
      onFailure(error)
      return true
    }
  }

  return {
    buildStrategy(manager) {
      gateway = manager
      const { retrieveSessionInfo } = manager.options
      const tapped = Object.create(manager, {
        emit: {
          value: (...event: Parameters<Gateway['emit']>) =>
            pass(event[0] as string, (event[1] ?? {}) as { data?: unknown }, () => manager.emit(...event)),
        },
        // Each connection begins with it: after the end none does.
        options: {
          value: {
            ...manager.options,
            retrieveSessionInfo: (id: number) => (isEnded ? new Promise<never>(() => {}) : retrieveSessionInfo(id)),
          },
        },
      })
      return new SimpleShardingStrategy(tapped)
    },
    async end(client) {
      isEnded = true
      const statuses = await gateway?.fetchStatus()
      const isConnecting = statuses?.some((status) => status === WebSocketShardStatus.Connecting) ?? false
      const overdue = sleep(GOODBYE, 'overdue' as const, { ref: false })
      if (isConnecting && (await Promise.race([decided.promise, overdue])) === 'overdue') return
      await Promise.race([client.destroy().catch(onFailure), overdue])
    },
  }
}

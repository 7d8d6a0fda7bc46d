import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, Events } from 'discord.js'

/** What discord.js 14.28 keeps to itself of its connection: @discordjs/ws's manager. */
interface Gateway {
  destroy(options: { code: number }): Promise<void>
  strategy: { shards: ReadonlyMap<number, { connection: NodeJS.EventEmitter | null }> }
}

const NORMAL = 1000
/** Before READY, or in the midst of a reconnection, `destroy()` never settles. */
const GOODBYE = 2000

/**
 * Ends a client for good, whatever it's doing. `destroy()` alone lets go of a socket that is still connecting, whose failure then
 * ends the process, and of a reconnection that has been begun, which brings the client back.
 */
export async function endClient(client: Client): Promise<void> {
  // Made anew when it connects, which may be under way.
  const gateway = () => (client.ws as unknown as { _ws?: Gateway | null })._ws
  client.removeAllListeners(Events.InteractionCreate).removeAllListeners(Events.MessageCreate)
  // What is heard after the end, be it READY, comes from a connection that came back.
  client.on(
    Events.Raw,
    () =>
      void gateway()
        ?.destroy({ code: NORMAL })
        .catch(() => {}),
  )
  for (const { connection } of gateway()?.strategy.shards.values() ?? []) connection?.on('error', () => {})
  await Promise.race([client.destroy().catch(() => {}), sleep(GOODBYE, undefined, { ref: false })])
}

import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js'
import type { DiscordPlatform } from './discord-platform.ts'

/** A real client, set up as an app would, logged in and ready. Disposing says goodbye. */
export interface ConnectedClient extends AsyncDisposable {
  client: Client<true>
  /** What it emitted as `error` or `shardError`. */
  errors: Error[]
}

/** Not logged in yet. */
export function createClient(platform: DiscordPlatform, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    ...options,
    rest: { api: platform.api, timeout: 2500, retries: 1, ...options.rest },
  })
}

export async function connectClient(
  platform: DiscordPlatform,
  options: Partial<ClientOptions> = {},
): Promise<ConnectedClient> {
  const client = createClient(platform, options)
  const errors: Error[] = []
  client.on(Events.Error, (error) => errors.push(error))
  client.on(Events.ShardError, (error) => errors.push(error))
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(platform.token)
  await ready
  return {
    client: client as Client<true>,
    errors,
    async [Symbol.asyncDispose]() {
      // In the middle of a reconnection it never settles.
      await Promise.race([client.destroy(), new Promise((resolve) => setTimeout(resolve, 1000))])
    },
  }
}

import { Events, type Interaction } from 'discord.js'
import { type ConnectedClient, connectClient } from './connect-client.ts'
import { type DiscordPlatform, type DiscordPlatformOptions, startDiscordPlatform } from './discord-platform.ts'
import type { Channel, User } from './places.ts'

/** A platform with a Thai person in a channel of a Japanese server, and a real client that is ready. */
export interface Scene extends AsyncDisposable {
  platform: DiscordPlatform
  client: ConnectedClient['client']
  user: User
  channel: Channel
  /** What the answers met: codes of refusals, or `done`. */
  outcomes: (number | string)[]
  /** Answers every interaction from now on, and notes what came of it. */
  answer(handler: (interaction: Interaction) => Promise<unknown>): void
}

export async function startScene(options: DiscordPlatformOptions = {}): Promise<Scene> {
  await using parts = new AsyncDisposableStack()
  const platform = parts.use(await startDiscordPlatform(options))
  const user = platform.addUser({ locale: 'th' })
  const channel = platform.addChannel(platform.addGuild({ locale: 'ja' }))
  const { client } = parts.use(await connectClient(platform))
  const outcomes: Scene['outcomes'] = []
  let handle: (interaction: Interaction) => Promise<unknown> = async () => {}
  client.on(Events.InteractionCreate, (interaction) =>
    handle(interaction).then(
      () => outcomes.push('done'),
      (error) => outcomes.push(error.code ?? error.status ?? error.name),
    ),
  )
  const running = parts.move()
  return {
    platform,
    client,
    user,
    channel,
    outcomes,
    answer: (handler) => {
      handle = handler
    },
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  }
}

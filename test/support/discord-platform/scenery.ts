import type { ErrorCode } from './api-error.ts'
import { INTENT } from './gateway-session.ts'
import { INTERACTION } from './interactions.ts'
import { FLAG, readMessageBody } from './message-schema.ts'
import type { StoredMessage } from './messages.ts'
import { type Channel, type Guild, guildJson, type User } from './places.ts'
import { directChannel, type State } from './state.ts'

/** Who and what is there. */
export interface Scenery {
  addUser(user?: { name?: string; locale?: string }): User
  addGuild(guild?: { name?: string; locale?: string }): Guild
  /** A text channel. */
  addChannel(guild: Guild, name?: string): Channel
  /** The person's conversation with the app. */
  directChannel(user: User): Channel
  /** Answers every call about the channel with this; 160002 only replies. Undefined ends it. */
  refuse(channel: Channel, code: ErrorCode | undefined): void
  /** A message of the app from long ago, of which the gateway tells nothing. Its body is checked like any other. */
  addBotMessage(channel: Channel, body: object, ephemeralTo?: User): StoredMessage
}

export function createScenery(state: State): Scenery {
  const { nextId, users, guilds, channels, messages, bot } = state

  /** Once clients are there, a guild that gains a channel is told anew. */
  function tell(guild: Guild): void {
    const all = [...channels.values()].filter((channel) => channel.guild === guild)
    state.gateway.dispatch('GUILD_CREATE', (intents) =>
      intents & INTENT.guilds ? guildJson(guild, all, bot) : undefined,
    )
  }

  return {
    addUser({ name = 'somchai', locale = 'en-US' } = {}) {
      const user: User = { id: nextId(), username: name, locale, bot: false }
      users.set(user.id, user)
      return user
    },
    addGuild({ name = 'Ministry', locale = 'en-US' } = {}) {
      const guild: Guild = { id: nextId(), name, locale }
      guilds.set(guild.id, guild)
      tell(guild)
      return guild
    },
    addChannel(guild, name = 'general') {
      const channel: Channel = { id: nextId(), kind: 'text', name, guild }
      channels.set(channel.id, channel)
      tell(guild)
      return channel
    },
    directChannel: (user) => directChannel(state, user),
    refuse(channel, code) {
      if (code === undefined) delete channel.refusal
      else channel.refusal = code
    },
    addBotMessage(channel, body, ephemeralTo) {
      const read = readMessageBody(body, 'interaction')
      const flags = (read.flags ?? 0) | (ephemeralTo ? FLAG.ephemeral : 0)
      const interaction = ephemeralTo && { id: nextId(), type: INTERACTION.command, user: ephemeralTo }
      return messages.create({
        channel,
        author: bot,
        body: { ...read, flags },
        mentions: 'interaction',
        isOld: true,
        ...(interaction && { interaction }),
      })
    },
  }
}

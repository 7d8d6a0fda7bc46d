import { apiError } from './api-error.ts'
import type { Command } from './command-schema.ts'
import type { Gateway } from './gateway.ts'
import type { Interactions } from './interactions.ts'
import type { Journal } from './journal.ts'
import type { MessageReader } from './message-json.ts'
import type { Messages } from './messages.ts'
import type { Channel, Guild, User } from './places.ts'

export type RegisteredCommand = Command & { id: string; version: string }

/** All that the routes and the people of one platform work on. */
export interface State extends MessageReader {
  now: () => number
  nextId: () => string
  applicationId: string
  bot: User
  users: Map<string, User>
  guilds: Map<string, Guild>
  channels: Map<string, Channel>
  /** By scope: `global`, or a guild's id. */
  commands: Map<string, RegisteredCommand[]>
  messages: Messages
  interactions: Interactions
  journal: Journal
  gateway: Gateway
}

/** Throws what the API answers for a channel that isn't there, or that the app may not use. */
export function usableChannel(state: State, id: string): Channel {
  const channel = state.channels.get(id)
  if (!channel) throw apiError(10_003)
  if (channel.refusal !== undefined && channel.refusal !== 160_002) throw apiError(channel.refusal)
  return channel
}

/** The conversation between a person and the app, made on first use. */
export function directChannel(state: State, user: User): Channel {
  const known = [...state.channels.values()].find(({ recipient }) => recipient === user)
  if (known) return known
  const channel: Channel = { id: state.nextId(), kind: 'dm', name: user.username, recipient: user }
  state.channels.set(channel.id, channel)
  return channel
}

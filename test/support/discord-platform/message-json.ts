import { pingableTexts } from './message-size.ts'
import type { StoredMessage } from './messages.ts'
import { DEFAULT_MENTIONS, pingsOf } from './pings.ts'
import { channelJson, partialMemberJson, type User, userJson } from './places.ts'

const MESSAGE_TYPE = { plain: 0, reply: 19, commandReply: 20 } as const

/** Who reads. */
export interface MessageReader {
  applicationId: string
  userOf(id: string): User | undefined
}

/** A message as the API and the gateway tell it; without its content where the app may not read it. */
export function messageJson(
  message: StoredMessage,
  reader: MessageReader,
  withContent = true,
): Record<string, unknown> {
  const { channel, author, createdAt, editedAt, reference, interaction, thread } = message
  const { applicationId } = reader
  return {
    id: message.id,
    channel_id: channel.id,
    type: reference ? MESSAGE_TYPE.reply : interaction?.name ? MESSAGE_TYPE.commandReply : MESSAGE_TYPE.plain,
    author: userJson(author),
    content: withContent ? message.content : '',
    embeds: withContent ? message.embeds.map((embed) => ({ type: 'rich', ...embed })) : [],
    components: withContent ? message.components : [],
    attachments: [],
    flags: message.flags,
    timestamp: new Date(createdAt).toISOString(),
    edited_timestamp: editedAt === undefined ? null : new Date(editedAt).toISOString(),
    tts: false,
    pinned: false,
    ...mentionsOf(message, reader),
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(author.bot && { application_id: applicationId }),
    ...(interaction && { webhook_id: applicationId, interaction_metadata: metadataOf(interaction) }),
    ...(reference && {
      message_reference: { type: 0, message_id: reference.id, channel_id: reference.channel.id, ...guildOf(reference) },
      referenced_message: messageJson(withoutReference(reference), reader, withContent),
    }),
    ...(thread && { thread: channelJson(thread) }),
  }
}

/** As the gateway tells it, with what only an event has. */
export function messageEvent(
  message: StoredMessage,
  reader: MessageReader,
  withContent: boolean,
): Record<string, unknown> {
  const { channel } = message
  return {
    ...messageJson(message, reader, withContent),
    ...guildOf(message),
    channel_type: channelJson(channel).type,
    ...(channel.guild && { member: partialMemberJson() }),
  }
}

/**
 * May the app read what it says, without the privileged intent? In direct messages, of its own, and where it's called:
 * https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export function isReadable({ channel, author, pings }: StoredMessage, botId: string): boolean {
  return channel.kind === 'dm' || author.id === botId || pings.users.includes(botId)
}

function guildOf({ channel }: StoredMessage): { guild_id?: string } {
  return channel.guild ? { guild_id: channel.guild.id } : {}
}

/** Only the first of a chain of replies is told. */
function withoutReference({ reference: _, ...message }: StoredMessage): StoredMessage {
  return message
}

function mentionsOf(message: StoredMessage, { userOf }: MessageReader) {
  const { pings, author } = message
  // What a person's message mentions stands there whether it calls or not.
  const mentioned = author.bot ? pings : pingsOf(pingableTexts(message), DEFAULT_MENTIONS.channel)
  return {
    mentions: [...new Set([...mentioned.users, ...pings.users])].flatMap((id) => {
      const user = userOf(id)
      return user ? userJson(user) : []
    }),
    mention_roles: mentioned.roles,
    mention_everyone: mentioned.everyone,
  }
}

function metadataOf({ id, type, user, name }: NonNullable<StoredMessage['interaction']>) {
  return { id, type, user: userJson(user), authorizing_integration_owners: {}, ...(name !== undefined && { name }) }
}

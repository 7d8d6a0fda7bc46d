import type { Message } from 'discord.js'
import type { Where } from './work.ts'

/** A message to Accord: one that mentions it, replies to it, or is written to it directly. */
export interface ReceivedMessage {
  messageId: string
  userId: string
  where: Where
  at: number
  /** Without the mention; empty when there's nothing else. */
  text: string
}

/** Mentions, channels, emoji and the like: ids in the place of words. */
const MARKUP = /<(?:@[!&]?|#|a?:|t:|id:|\/)[^\s<>]*>/g

/** Undefined for what isn't said to Accord by a person. */
export function receiveMessage(message: Message): ReceivedMessage | undefined {
  const { id, author, channel, content, client, createdTimestamp, mentions } = message
  if (author.bot || message.system || message.webhookId !== null) return undefined
  const isDirect = channel.isDMBased()
  const me = client.user?.id ?? ''
  // @everyone and roles call many; they don't ask Accord.
  if (!isDirect && !mentions.users.has(me)) return undefined
  const text = content
    .replace(MARKUP, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
  const place = isDirect ? 'direct' : channel.isThread() ? 'thread' : 'channel'
  return { messageId: id, userId: author.id, where: { channelId: channel.id, place }, at: createdTimestamp, text }
}

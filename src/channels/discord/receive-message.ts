import { MessageType } from 'discord.js'
import { z } from 'zod'
import { isThread, type Listener } from './listener.ts'
import type { Where } from './work.ts'

/** A message to Accord: one that mentions it, replies to it, or is written to it directly. */
export interface ReceivedMessage {
  messageId: string
  userId: string
  where: Where
  /** Without the mention; empty when there's nothing else. */
  text: string
}

/** https://docs.discord.com/developers/resources/message#message-object, as far as it's read. */
const payloadSchema = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().nullish(),
  channel_type: z.number().nullish(),
  type: z.number().nullish(),
  author: z.object({ id: z.string(), bot: z.boolean().nullish() }),
  webhook_id: z.string().nullish(),
  content: z.string().nullish(),
  mentions: z.array(z.object({ id: z.string() })).nullish(),
})

/** Mentions, channels, emoji and the like: ids in the place of words. */
const MARKUP = /<(?:@[!&]?|#|a?:|t:|id:|\/)[^\s<>]*>/g
const WRITTEN: ReadonlySet<number> = new Set([MessageType.Default, MessageType.Reply])

/** Undefined for what isn't said to Accord by a person. */
export function receiveMessage(payload: unknown, listener: Listener): ReceivedMessage | undefined {
  const message = payloadSchema.safeParse(payload).data
  if (message === undefined) return undefined
  const { id, author, channel_id: channelId, content, mentions } = message
  const { userId } = listener
  if (author.bot === true || author.id === userId || typeof message.webhook_id === 'string') return undefined
  if (!WRITTEN.has(message.type ?? MessageType.Default)) return undefined
  const isDirect = typeof message.guild_id !== 'string'
  // @everyone and roles call many; they don't ask Accord.
  if (!isDirect && !mentions?.some((mention) => mention.id === userId)) return undefined
  const text = (content ?? '')
    .replace(MARKUP, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
  const place = isDirect ? 'direct' : isThread(channelId, message.channel_type, listener) ? 'thread' : 'channel'
  return { messageId: id, userId: author.id, where: { channelId, place }, text }
}

import { z } from 'zod'

/** Where an event happened, and who was there, as far as LINE says. */
export interface Place {
  kind: 'person' | 'group' | 'room'
  /** What a push is sent to. Absent for a person whom LINE doesn't name: they can be replied to, and no more. */
  chatId?: string
  userId?: string
}

interface EventBase {
  /** The same when LINE delivers it again. */
  id: string
  /** When it happened, in ms; unchanged on redelivery. */
  at: number
  isRedelivery: boolean
  place: Place
  /** Absent when LINE allows no reply, as on standby. */
  replyToken?: string
  /** Another module talks in this chat: nothing is to be sent. */
  standby: boolean
}

/** A text, with what speaks to the bot in it. */
export interface TextEvent extends EventBase {
  kind: 'text'
  messageId: string
  /** As it was sent, mentions of the bot cut out. */
  text: string
  mentionsBot: boolean
  /** Replaces an earlier text of the same `messageId`, if that is older. */
  edited: boolean
  quoteToken?: string
  quotedMessageId?: string
}

/** A picture, film, sound, file, place, sticker, or what LINE has yet to invent. */
export interface MediaEvent extends EventBase {
  kind: 'media'
  messageId: string
  media: string
  /** Of pictures sent together, all but the first. */
  isFurther: boolean
}

export type LineEvent =
  | TextEvent
  | MediaEvent
  | (EventBase & { kind: 'postback'; data: string })
  | (EventBase & { kind: 'unsend'; messageId: string })
  | (EventBase & { kind: 'follow' | 'unfollow' | 'join' | 'leave' })

const id = z.string().min(1).max(200)
const source = z.discriminatedUnion('type', [
  z.object({ type: z.literal('user'), userId: id.optional() }),
  z.object({ type: z.literal('group'), groupId: id, userId: id.optional() }),
  z.object({ type: z.literal('room'), roomId: id, userId: id.optional() }),
])
const ofAnyType = {
  mode: z.string().optional(),
  // The last moment that a Date can be.
  timestamp: z.int().min(0).max(8.64e15),
  source,
  webhookEventId: id,
  deliveryContext: z.object({ isRedelivery: z.boolean() }).optional().catch(undefined),
  replyToken: id.optional().catch(undefined),
}
const place = z.int().min(0).catch(0)
const mentionee = z
  .object({ index: place, length: place, isSelf: z.boolean().optional().catch(undefined) })
  .catch({ index: 0, length: 0 })
const message = z.object({
  id,
  type: z.string(),
  text: z.string().optional(),
  quoteToken: z.string().optional().catch(undefined),
  quotedMessageId: z.string().optional().catch(undefined),
  imageSet: z.object({ index: z.int().optional() }).optional().catch(undefined),
  mention: z
    .object({ mentionees: z.array(mentionee) })
    .optional()
    .catch(undefined),
})
const knownEvent = z.discriminatedUnion('type', [
  z.object({ ...ofAnyType, type: z.enum(['message', 'messageEdited']), message }),
  z.object({ ...ofAnyType, type: z.literal('postback'), postback: z.object({ data: z.string() }) }),
  z.object({ ...ofAnyType, type: z.literal('unsend'), unsend: z.object({ messageId: id }) }),
  z.object({ ...ofAnyType, type: z.enum(['follow', 'unfollow', 'join', 'leave']) }),
])
type KnownEvent = z.infer<typeof knownEvent>
const delivery = z.object({ events: z.array(knownEvent.optional().catch(undefined)) })

/**
 * Reads a webhook's JSON; undefined when it is none. Without events LINE only looks whether someone is there. An event that lacks
 * what its type needs is left out, like one of a type that means nothing to us.
 */
export function parseWebhook(body: Buffer): LineEvent[] | undefined {
  const parsed = delivery.safeParse(parseJson(body))
  return parsed.data?.events.flatMap((event) => (event && readEvent(event)) ?? [])
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

function readEvent(event: KnownEvent): LineEvent | undefined {
  const common = commonOf(event)
  switch (event.type) {
    case 'message':
    case 'messageEdited':
      return messageEvent(common, event.message, event.type === 'messageEdited')
    case 'postback':
      return { ...common, kind: 'postback', data: event.postback.data }
    case 'unsend':
      return { ...common, kind: 'unsend', messageId: event.unsend.messageId }
    default:
      return { ...common, kind: event.type }
  }
}

function commonOf(event: KnownEvent): EventBase {
  const standby = event.mode === 'standby'
  return {
    id: event.webhookEventId,
    at: event.timestamp,
    isRedelivery: event.deliveryContext?.isRedelivery ?? false,
    place: placeOf(event.source),
    standby,
    ...(event.replyToken !== undefined && !standby && { replyToken: event.replyToken }),
  }
}

function placeOf(found: z.infer<typeof source>): Place {
  const person = found.userId !== undefined && { userId: found.userId }
  switch (found.type) {
    case 'user':
      return { kind: 'person', ...(found.userId !== undefined && { chatId: found.userId, userId: found.userId }) }
    case 'group':
      return { kind: 'group', chatId: found.groupId, ...person }
    case 'room':
      return { kind: 'room', chatId: found.roomId, ...person }
  }
}

function messageEvent(
  common: EventBase,
  found: z.infer<typeof message>,
  edited: boolean,
): TextEvent | MediaEvent | undefined {
  const { id: messageId, type, text, quoteToken, quotedMessageId, imageSet, mention } = found
  if (type !== 'text')
    return { ...common, kind: 'media', messageId, media: type, isFurther: (imageSet?.index ?? 1) > 1 }
  if (text === undefined) return undefined
  const ofBot = (mention?.mentionees ?? []).filter(({ isSelf }) => isSelf === true)
  return {
    ...common,
    kind: 'text',
    messageId,
    text: cutOut(text, ofBot).trim(),
    mentionsBot: ofBot.length > 0,
    edited,
    ...(quoteToken !== undefined && { quoteToken }),
    ...(quotedMessageId !== undefined && { quotedMessageId }),
  }
}

/** From the end on, so that what stands before keeps its place. */
function cutOut(text: string, ranges: { index: number; length: number }[]): string {
  return ranges
    .toSorted((a, b) => b.index - a.index)
    .reduce((rest, { index, length }) => `${rest.slice(0, index)} ${rest.slice(index + length)}`, text)
}

import type { Ids } from '../ids.ts'
import type { Group, Person } from '../people.ts'
import { buildText, type MessageOptions, type TextPart } from './build-message.ts'
import type { EventMessage, WebhookEvent, WebhookSource } from './event.ts'

/** Who, where and when. */
export interface EventOptions {
  from?: Person
  /** A group or room; in the person's own chat when left out. */
  in?: Group
  /** Now, unless said. */
  timestamp?: number
  mode?: 'active' | 'standby'
}

export interface BuildDeps {
  ids: Ids
  botUserId: string
  botName: string
  /** Keeps where an event happened, for LINE doesn't always say. */
  noteChat: (webhookEventId: string, chatId: string) => void
  now: () => number
}

type Properties = Record<string, unknown>

/** What LINE would send: https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects */
export function createEventBuilders({ ids, botUserId, botName, noteChat, now }: BuildDeps) {
  const bot: Person = { userId: botUserId, displayName: botName, named: true }

  function build(type: string, options: EventOptions, properties: Properties, canReply: boolean): WebhookEvent {
    const { timestamp = now(), mode = 'active' } = options
    const source = sourceOf(options)
    const webhookEventId = ids.event(timestamp)
    const chatId = options.in?.id ?? options.from?.userId
    if (chatId !== undefined) noteChat(webhookEventId, chatId)
    return {
      type,
      mode,
      timestamp,
      ...(source && { source }),
      webhookEventId,
      deliveryContext: { isRedelivery: false },
      // On standby there is nothing to reply with.
      ...(canReply && mode === 'active' && { replyToken: ids.replyToken() }),
      ...properties,
    }
  }

  function message(options: EventOptions, content: Omit<EventMessage, 'id'> & { type: string }): WebhookEvent {
    const tokens = { markAsReadToken: ids.markAsReadToken(), quoteToken: ids.quoteToken() }
    const quotable = ['text', 'sticker', 'image', 'video'].includes(content.type)
    const { quoteToken, ...others } = tokens
    return build(
      'message',
      options,
      { message: { id: ids.message(), ...content, ...others, ...(quotable && { quoteToken }) } },
      true,
    )
  }

  const uploaded =
    (type: 'image' | 'video' | 'audio', more: Properties = {}) =>
    (options: EventOptions = {}) =>
      message(options, { type, contentProvider: { type: 'line' }, ...more })

  return {
    /** `text` may have mentions among its parts: `[{ mention: 'bot' }, ' when was it signed?']`. */
    text({ text, quotes, ...options }: EventOptions & MessageOptions & { text: string | readonly TextPart[] }) {
      const built = buildText(text, bot)
      return message(options, { type: 'text', ...built, ...(quotes !== undefined && { quotedMessageId: quotes }) })
    },
    image: uploaded('image'),
    video: uploaded('video', { duration: 60_000 }),
    audio: uploaded('audio', { duration: 60_000 }),
    file: (options: EventOptions = {}) => message(options, { type: 'file', fileName: 'file.pdf', fileSize: 2_138 }),
    location: (options: EventOptions = {}) =>
      message(options, { type: 'location', title: 'Place', address: '1 Road', latitude: 13.7563, longitude: 100.5018 }),
    sticker: ({ quotes, ...options }: EventOptions & MessageOptions = {}) =>
      message(options, {
        type: 'sticker',
        packageId: '446',
        stickerId: '1988',
        stickerResourceType: 'STATIC',
        ...(quotes !== undefined && { quotedMessageId: quotes }),
      }),
    /** The same message with another text: new tokens, none to mark it as read. Groups only. */
    messageEdited({
      message,
      text,
      ...options
    }: EventOptions & { message: EventMessage; text: string | readonly TextPart[] }) {
      const edited = { id: message.id, type: 'text', quoteToken: ids.quoteToken() }
      const built = buildText(text, bot)
      return build('messageEdited', options, { message: { ...edited, ...built } }, true)
    },
    unsend: ({ messageId, ...options }: EventOptions & { messageId: string }) =>
      build('unsend', options, { unsend: { messageId } }, false),
    follow: ({ isUnblocked = false, ...options }: EventOptions & { isUnblocked?: boolean }) =>
      build('follow', options, { follow: { isUnblocked } }, true),
    unfollow: (options: EventOptions) => build('unfollow', options, {}, false),
    join: (options: EventOptions) => build('join', options, {}, true),
    leave: (options: EventOptions) => build('leave', options, {}, false),
    memberJoined: ({ members, ...options }: EventOptions & { members: readonly Person[] }) =>
      build('memberJoined', options, { joined: { members: members.map(userSource) } }, true),
    memberLeft: ({ members, ...options }: EventOptions & { members: readonly Person[] }) =>
      build('memberLeft', options, { left: { members: members.map(userSource) } }, false),
    postback: ({ data, params, ...options }: EventOptions & { data: string; params?: Record<string, string> }) =>
      build('postback', options, { postback: { data, ...(params && { params }) } }, true),
    /** Any other type: one that the bot ignores, or one that LINE has yet to invent. */
    other: ({
      type,
      properties = {},
      canReply = true,
      ...options
    }: EventOptions & { type: string; properties?: Properties; canReply?: boolean }) =>
      build(type, options, properties, canReply),
  }
}

export type EventBuilders = ReturnType<typeof createEventBuilders>

function sourceOf({ from, in: group }: EventOptions): WebhookSource | undefined {
  const person = from?.named === true && { userId: from.userId }
  if (group?.kind === 'group') return { type: 'group', groupId: group.id, ...person }
  if (group?.kind === 'room') return { type: 'room', roomId: group.id, ...person }
  return from && { type: 'user', ...person }
}

function userSource({ userId }: Person): WebhookSource {
  return { type: 'user', userId }
}

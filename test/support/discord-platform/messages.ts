import { apiError } from './api-error.ts'
import { formError } from './form-body.ts'
import type { Journal } from './journal.ts'
import { FLAG, type MessageBody, type MessageContent } from './message-schema.ts'
import { checkWhole, isEmpty, pingableTexts } from './message-size.ts'
import { type AllowedMentions, DEFAULT_MENTIONS, type Pings, pingsAnybody, pingsOf } from './pings.ts'
import type { Channel, User } from './places.ts'

/** A message as it stands now. */
export interface StoredMessage extends MessageContent {
  readonly id: string
  readonly channel: Channel
  readonly author: User
  readonly createdAt: number
  editedAt?: number
  nonce?: string | number
  /** What it replies to; only an id where that's gone. */
  reference?: StoredMessage
  /** The only person who sees it. */
  ephemeralTo?: User
  /** What it answers: the interaction's id, its person, and the command's name. */
  interaction?: { id: string; type: number; user: User; name?: string }
  thread?: Channel
  deleted: boolean
  /** Whom it calls as it stands now. */
  pings: Pings
  /** How it has stood, the first way first. */
  versions: (MessageContent & { at: number })[]
}

export interface NewMessage {
  channel: Channel
  author: User
  body: MessageBody
  /** Which mentions hold when the body doesn't say. */
  mentions: keyof typeof DEFAULT_MENTIONS
  interaction?: StoredMessage['interaction']
  /** "… is thinking". */
  loading?: boolean
  /** From before the test: nobody is told of it. */
  isOld?: true
}

export interface Messages {
  /** Throws what the API answers when it can't be. With a nonce that is to be unique, the message that has it already. */
  create(message: NewMessage): StoredMessage
  /** Throws what the API answers when it can't be, and leaves the message as it was. */
  edit(message: StoredMessage, body: MessageBody, mentions: keyof typeof DEFAULT_MENTIONS): void
  delete(message: StoredMessage): void
  /** Throws 10008 where there is none, or none any more. */
  find(id: string, channelId?: string): StoredMessage
  /** What somebody sees in a channel, oldest first. */
  visible(channel: Channel, to: User): StoredMessage[]
  all(): StoredMessage[]
}

export interface MessagesParts {
  now: () => number
  nextId: () => string
  journal: Journal
  onChange(change: 'created' | 'edited' | 'deleted', message: StoredMessage): void
}

/** How long a nonce holds: Discord says "the past few minutes". */
const NONCE_MS = 180_000

export function createMessages({ now, nextId, journal, onChange }: MessagesParts): Messages {
  const messages = new Map<string, StoredMessage>()

  function changed(change: 'created' | 'edited' | 'deleted', message: StoredMessage, isOld = false): void {
    if (change !== 'deleted') {
      message.versions.push({ at: now(), ...contentOf(message) })
      if (message.author.bot && pingsAnybody(message.pings))
        journal.add({ kind: 'ping', messageId: message.id, pings: message.pings })
    }
    if (!isOld) onChange(change, message)
    journal.add({ kind: 'message', id: message.id, channelId: message.channel.id, change })
  }

  function referenced(body: MessageBody, channel: Channel): StoredMessage | undefined {
    if (body.reference === undefined) return undefined
    if (channel.refusal === 160_002) throw apiError(160_002)
    const found = messages.get(body.reference.messageId)
    // An ephemeral message isn't there for anybody to reply to.
    if (found && !found.deleted && !found.ephemeralTo && found.channel === channel) return found
    if (body.reference.failIfNotExists)
      throw formError([
        { path: ['message_reference'], code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' },
      ])
    return undefined
  }

  function twin({ body, author, channel }: NewMessage): StoredMessage | undefined {
    if (!body.enforceNonce || body.nonce === undefined) return undefined
    return [...messages.values()].find(
      (each) =>
        each.nonce === body.nonce &&
        each.author === author &&
        each.channel === channel &&
        now() - each.createdAt < NONCE_MS,
    )
  }

  return {
    create(message) {
      const { channel, author, body, interaction, loading = false } = message
      const earlier = twin(message)
      if (earlier) return earlier
      const reference = referenced(body, channel)
      const content = merge({ content: '', embeds: [], components: [], flags: 0 }, body)
      checkWhole(content)
      if (isEmpty(content) && !loading) throw apiError(50_006)
      const created: StoredMessage = {
        id: nextId(),
        channel,
        author,
        createdAt: now(),
        ...content,
        flags: content.flags | (loading ? FLAG.loading : 0),
        deleted: false,
        pings: called(content, body.allowedMentions ?? DEFAULT_MENTIONS[message.mentions], reference, body),
        versions: [],
        ...(reference && { reference }),
        ...(body.nonce !== undefined && { nonce: body.nonce }),
        ...(interaction && { interaction }),
        ...(content.flags & FLAG.ephemeral && interaction && { ephemeralTo: interaction.user }),
      }
      messages.set(created.id, created)
      changed('created', created, message.isOld)
      return created
    },
    edit(message, body, mentions) {
      const kept = message.flags & (FLAG.ephemeral | FLAG.hasThread | FLAG.suppressNotifications)
      const content = merge(contentOf(message), body)
      checkWhole(content)
      if (isEmpty(content)) throw apiError(50_006)
      Object.assign(message, content, {
        flags: (content.flags & ~FLAG.loading) | kept,
        editedAt: now(),
        pings: called(content, body.allowedMentions ?? DEFAULT_MENTIONS[mentions], undefined, body),
      })
      changed('edited', message)
    },
    delete(message) {
      message.deleted = true
      changed('deleted', message)
    },
    find(id, channelId) {
      const found = messages.get(id)
      if (!found || found.deleted || (channelId !== undefined && found.channel.id !== channelId)) throw apiError(10_008)
      return found
    },
    visible: (channel, to) =>
      [...messages.values()].filter(
        (each) => each.channel === channel && !each.deleted && (!each.ephemeralTo || each.ephemeralTo === to),
      ),
    all: () => [...messages.values()],
  }
}

function contentOf({ content, embeds, components, flags }: MessageContent): MessageContent {
  return { content, embeds, components, flags }
}

function merge(existing: MessageContent, { content, embeds, components, flags }: MessageBody): MessageContent {
  return {
    content: content ?? existing.content,
    embeds: embeds ?? existing.embeds,
    components: components ?? existing.components,
    flags: flags ?? existing.flags,
  }
}

function called(
  content: MessageContent,
  allowed: AllowedMentions,
  reference: StoredMessage | undefined,
  body: MessageBody,
): Pings {
  const pings = pingsOf(pingableTexts(content), allowed)
  // A reply calls the one whom it answers, unless it's told what to call.
  const callsAuthor =
    reference !== undefined && (body.allowedMentions === undefined || body.allowedMentions.replied_user === true)
  return callsAuthor ? { ...pings, users: [...new Set([...pings.users, reference.author.id])] } : pings
}

import type { Chats } from '../chats.ts'
import type { Content } from '../endpoints/content.ts'
import type { People } from '../people.ts'
import type { ReplyTokens } from '../reply-tokens.ts'
import type { WebhookEvent } from './event.ts'

export interface EffectDeps {
  people: People
  chats: Chats
  tokens: ReplyTokens
  contents: Map<string, Content>
  readTokens: Map<string, { chatId: string; messageId: string }>
  standby: Set<string>
  /** Where each event happened. */
  origins: ReadonlyMap<string, string>
}

/** Does to the platform what an event tells of: it happened there, whether or not the bot hears of it. */
export function takeEffect(
  event: WebhookEvent,
  { people, chats, tokens, contents, readTokens, standby, origins }: EffectDeps,
): void {
  const chatId = origins.get(event.webhookEventId)
  if (chatId === undefined) return
  const { replyToken: token, webhookEventId, timestamp } = event
  if (token !== undefined) tokens.add({ token, chatId, webhookEventId, eventTime: timestamp })
  if (event.mode === 'standby') standby.add(chatId)
  else standby.delete(chatId)

  switch (event.type) {
    case 'message':
    case 'messageEdited':
      takeMessage()
      break
    case 'postback':
      note('postback')
      break
    case 'unsend': {
      const content = contents.get((event.unsend as { messageId: string }).messageId)
      if (content) content.status = 'unsent'
      break
    }
    case 'follow':
      people.setFriend(chatId, true)
      people.setBlocked(chatId, false)
      break
    case 'unfollow':
      people.setBlocked(chatId, true)
      break
    case 'join':
    case 'leave':
      people.setBotIn(chatId, event.type === 'join')
      break
    case 'memberJoined':
      people.setMembers(chatId, membersOf(event.joined), true)
      break
    case 'memberLeft':
      people.setMembers(chatId, membersOf(event.left), false)
      break
  }

  function takeMessage(): void {
    const { message, source } = event
    if (!message || chatId === undefined) return
    const { id: messageId, quoteToken, markAsReadToken, type } = message
    if (source?.type === 'user') people.noteMessage(chatId, timestamp)
    if (quoteToken !== undefined) chats.addQuoteToken(quoteToken, chatId, messageId)
    if (markAsReadToken !== undefined) readTokens.set(markAsReadToken, { chatId, messageId })
    if ((type === 'image' || type === 'video' || type === 'audio' || type === 'file') && !contents.has(messageId))
      contents.set(messageId, { kind: type, type: MEDIA_TYPES[type], bytes: Buffer.from(messageId), status: 'ready' })
    note(type === 'text' && event.type === 'messageEdited' ? 'edited' : type)
  }

  function note(kind: string): void {
    const userId = event.source?.userId
    const { id: messageId, text } = event.message ?? {}
    chats.addPersonEntry(chatId!, {
      at: timestamp,
      kind,
      ...(userId !== undefined && { userId }),
      ...(messageId !== undefined && { messageId }),
      ...(text !== undefined && { text }),
    })
  }
}

const MEDIA_TYPES = { image: 'image/jpeg', video: 'video/mp4', audio: 'audio/mp4', file: 'application/octet-stream' }

function membersOf(given: unknown): string[] {
  return (given as { members: { userId: string }[] }).members.map(({ userId }) => userId)
}

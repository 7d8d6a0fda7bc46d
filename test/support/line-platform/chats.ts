import type { Ids } from './ids.ts'
import type { SentMessage } from './messages/check-messages.ts'

/** What a person wrote, or what a tap wrote for them. */
export interface PersonEntry {
  by: 'person'
  at: number
  userId?: string
  /** None of a tap's `displayText`. */
  messageId?: string
  text?: string
  kind: string
}

/** A message of the bot, as it was sent. */
export interface BotEntry {
  by: 'bot'
  at: number
  messageId: string
  message: SentMessage
  via: 'reply' | 'push'
  requestId: string
  /** Of the event that the reply token came with. */
  webhookEventId?: string
  /** The message that it quotes. */
  quotedMessageId?: string
  /** Whether anyone got it: not someone who blocked the bot. */
  arrived: boolean
}

/** Shown until the next message, or for so long. */
export interface LoadingEntry {
  by: 'loading'
  at: number
  until: number
}

export interface ReadEntry {
  by: 'read'
  at: number
  messageId: string
}

export type ChatEntry = PersonEntry | BotEntry | LoadingEntry | ReadEntry

export interface SentIds {
  id: string
  quoteToken?: string
}

type BotMessage = Pick<BotEntry, 'via' | 'requestId' | 'arrived'> & { webhookEventId?: string | undefined }

/** What stands in each chat, in order, and which messages can be quoted in it. */
export interface Chats {
  entries(chatId: string): readonly ChatEntry[]
  addPersonEntry(chatId: string, entry: Omit<PersonEntry, 'by'>): void
  /** Adds messages that were accepted, and gives them their ids. */
  send(chatId: string, messages: readonly SentMessage[], about: BotMessage, at: number): SentIds[]
  addLoading(chatId: string, seconds: number, at: number): void
  addRead(chatId: string, messageId: string, at: number): void
  /** Makes a token stand for a message of this chat. */
  addQuoteToken(token: string, chatId: string, messageId: string): void
  /** The message that a token quotes, if it's one of this chat. */
  quoted(token: string, chatId: string): string | undefined
}

/** https://developers.line.biz/en/docs/messaging-api/get-quote-tokens/ */
const QUOTABLE = ['text', 'textV2', 'sticker', 'image', 'video', 'template', 'flex']

export function createChats(ids: Ids): Chats {
  const chats = new Map<string, ChatEntry[]>()
  const quoteTokens = new Map<string, { chatId: string; messageId: string }>()

  function of(chatId: string): ChatEntry[] {
    const found = chats.get(chatId) ?? []
    chats.set(chatId, found)
    return found
  }

  function quoted(token: string, chatId: string): string | undefined {
    const found = quoteTokens.get(token)
    return found?.chatId === chatId ? found.messageId : undefined
  }

  return {
    entries: of,
    addPersonEntry: (chatId, entry) => void of(chatId).push({ by: 'person', ...entry }),
    addLoading: (chatId, seconds, at) => void of(chatId).push({ by: 'loading', at, until: at + seconds * 1_000 }),
    addRead: (chatId, messageId, at) => void of(chatId).push({ by: 'read', at, messageId }),
    addQuoteToken: (token, chatId, messageId) => void quoteTokens.set(token, { chatId, messageId }),
    quoted,
    send: (chatId, messages, { webhookEventId, ...about }, at) =>
      messages.map((message) => {
        const messageId = ids.message()
        const quotedMessageId = 'quoteToken' in message ? quoted(message.quoteToken ?? '', chatId) : undefined
        of(chatId).push({
          by: 'bot',
          at,
          messageId,
          message,
          ...about,
          ...(webhookEventId !== undefined && { webhookEventId }),
          ...(quotedMessageId !== undefined && { quotedMessageId }),
        })
        if (!QUOTABLE.includes(message.type)) return { id: messageId }
        const quoteToken = ids.quoteToken()
        quoteTokens.set(quoteToken, { chatId, messageId })
        return { id: messageId, quoteToken }
      }),
  }
}

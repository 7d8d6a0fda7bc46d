import type { Inbox, IncomingEvent } from '../../storage/inbox.ts'
import type { RememberedAnswers } from '../../storage/remembered-answers.ts'
import { isGroup, type Said, writeWork } from './line-work.ts'
import type { LineEvent, TextEvent } from './parse-webhook.ts'

export interface TakeInDeps {
  inbox: Pick<Inbox, 'eraseChat' | 'eraseMessage'>
  remembered: Pick<RememberedAnswers, 'wasSent' | 'eraseChat' | 'eraseMessage'>
  /** What a person has chosen for a chat. */
  eraseSettings: (chat: string) => void
  hash: IdHashes
}

/** What stands for LINE's ids wherever they're kept. */
export interface IdHashes {
  /** Of a chat or a person: the chat with somebody alone has that person's id. */
  chat(id: string): string
  message(id: string): string
}

export interface TakenIn {
  events: IncomingEvent[]
  /** What is to be erased, in the transaction that stores the events. */
  erase: (() => void) | undefined
}

/** Chooses what concerns us. What members of a group say to each other isn't stored, nor is that it was said. */
export function takeIn(events: readonly LineEvent[], { inbox, remembered, eraseSettings, hash }: TakeInDeps): TakenIn {
  const accepted: IncomingEvent[] = []
  const erasures: (() => void)[] = []

  for (const event of events) {
    const { chatId } = event.place
    // Someone whom LINE doesn't name has a chat with us all the same: of this one event.
    const chat = chatId === undefined ? `event:${event.id}` : hash.chat(chatId)
    const message = 'messageId' in event ? hash.message(event.messageId) : undefined

    if (event.kind === 'unsend') {
      erasures.push(() => {
        inbox.eraseMessage(chat, message!, event.at)
        remembered.eraseMessage(chat, message!)
      })
      // It may come before the message that it takes back.
      if (!isGroup(event.place)) accepted.push({ id: event.id, chat, message: message!, replaces: true, at: event.at })
    } else if (event.kind === 'unfollow' || event.kind === 'leave') {
      erasures.push(() => {
        inbox.eraseChat(chat, event.at)
        remembered.eraseChat(chat)
        eraseSettings(chat)
      })
    } else if (event.kind === 'text' && event.edited && !isAddressed(event)) {
      // What was asked is asked no longer.
      erasures.push(() => inbox.eraseMessage(chat, message!, event.at))
    } else {
      const said = event.standby ? undefined : saidTo(event)
      if (said === undefined) continue
      const { userId } = event.place
      accepted.push({
        id: event.id,
        chat,
        at: event.at,
        isRedelivery: event.isRedelivery,
        work: writeWork(event, said),
        ...(userId !== undefined && { person: userId === chatId ? chat : hash.chat(userId) }),
        ...(message !== undefined && { message }),
        ...(event.kind === 'text' && event.edited && { replaces: true }),
      })
    }
  }
  const erase = () => {
    for (const run of erasures) run()
  }
  return { events: accepted, erase: erasures.length === 0 ? undefined : erase }

  function saidTo(event: LineEvent): Said | undefined {
    switch (event.kind) {
      case 'text':
        return isAddressed(event) ? { kind: 'text', text: event.text } : undefined
      case 'media':
        return isGroup(event.place) || event.isFurther ? undefined : { kind: 'media' }
      case 'postback':
        return { kind: 'postback', data: event.data }
      case 'follow':
      case 'join':
        return { kind: event.kind }
      default:
        return undefined
    }
  }

  function isAddressed({ place, mentionsBot, quotedMessageId }: TextEvent): boolean {
    if (!isGroup(place) || mentionsBot) return true
    return quotedMessageId !== undefined && remembered.wasSent(hash.message(quotedMessageId))
  }
}

import type { Chats } from '../chats.ts'
import type { EventBuilders, EventOptions } from './build-events.ts'
import type { WebhookEvent } from './event.ts'

/** An action of a message or a quick reply, and who taps it. */
export interface Tap extends EventOptions {
  action: { type: string; data?: string; text?: string; displayText?: string }
}

/** What LINE sends when someone taps. A postback's `displayText` is shown as theirs, and is no message. */
export function tap({ action, ...options }: Tap, events: EventBuilders, chats: Chats): WebhookEvent {
  const { type, data, text, displayText } = action
  if (type === 'message' && text !== undefined) return events.text({ ...options, text })
  if (type !== 'postback' || data === undefined) throw new Error(`A tap on "${type}" sends no webhook.`)
  const event = events.postback({ ...options, data })
  const chatId = options.in?.id ?? options.from?.userId
  if (displayText !== undefined && chatId !== undefined)
    chats.addPersonEntry(chatId, { at: event.timestamp, kind: 'displayText', text: displayText })
  return event
}

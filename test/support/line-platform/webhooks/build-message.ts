import type { Person } from '../people.ts'

export interface MessageOptions {
  /** The id of the message that it answers to. */
  quotes?: string
}

/** A piece of text, or a mention, which LINE writes as `@` and the name. */
export type TextPart = string | { mention: 'bot' | 'all' | Person }

interface BuiltText {
  text: string
  mention?: { mentionees: Record<string, unknown>[] }
}

/** https://developers.line.biz/en/reference/messaging-api/#wh-text: indices and lengths count UTF-16 units. */
export function buildText(parts: string | readonly TextPart[], bot: Person): BuiltText {
  let text = ''
  const mentionees: Record<string, unknown>[] = []
  for (const part of typeof parts === 'string' ? [parts] : parts) {
    if (typeof part === 'string') {
      text += part
      continue
    }
    const who = part.mention === 'bot' ? bot : part.mention
    const written = who === 'all' ? '@All' : `@${who.displayName}`
    const range = { index: text.length, length: written.length }
    mentionees.push(
      who === 'all' ? { ...range, type: 'all' } : { ...range, type: 'user', userId: who.userId, isSelf: who === bot },
    )
    text += written
  }
  return { text, ...(mentionees.length > 0 && { mention: { mentionees } }) }
}

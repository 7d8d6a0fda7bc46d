import type { Language } from '../../vocabulary.ts'
import { longestPostbackData } from './limits.ts'

/** What a tap asks for. It carries ids, never a text of a person. */
export type Postback =
  /** Show a passage of the documents. */
  | { action: 'passage'; passageId: string; language: Language }
  /** Give an answer again, in another language. */
  | { action: 'language'; answerId: string; language: Language }
  /** Show the official words behind an answer. */
  | { action: 'original'; answerId: string }
  /** Ask the n-th of the questions that an answer suggested, from 0. */
  | { action: 'ask'; answerId: string; suggestion: number }
  /** Show the answer that wasn't ready in time. */
  | { action: 'late'; answerId: string }
  /** Answer in this language from now on. */
  | { action: 'speak'; language: Language }
  | { action: 'help' }

const version = '1'
/** Taps on old messages come for as long as those are in the chat, so an action's letters stay what they are. */
const letters = { passage: 'p', language: 'l', original: 'o', ask: 'a', late: 't', speak: 's', help: 'h' } as const

/** As LINE sends it back; undefined when it would be too long. */
export function writePostback(postback: Postback): string | undefined {
  const data = new URLSearchParams({ v: version, a: letters[postback.action], ...fieldsOf(postback) }).toString()
  return data.length <= longestPostbackData ? data : undefined
}

function fieldsOf(postback: Postback): Record<string, string> {
  switch (postback.action) {
    case 'passage':
      return { id: postback.passageId, l: postback.language }
    case 'language':
      return { id: postback.answerId, l: postback.language }
    case 'original':
    case 'late':
      return { id: postback.answerId }
    case 'speak':
      return { l: postback.language }
    case 'help':
      return {}
    case 'ask':
      return { id: postback.answerId, n: String(postback.suggestion) }
  }
}

/** Undefined for what isn't ours, or is of a version that isn't known. */
export function readPostback(data: string): Postback | undefined {
  const fields = new URLSearchParams(data)
  const id = fields.get('id') ?? ''
  const language = fields.get('l')
  if (fields.get('v') !== version) return undefined
  if (fields.get('a') === letters.help) return { action: 'help' }
  if (fields.get('a') === letters.speak) return isLanguage(language) ? { action: 'speak', language } : undefined
  if (id === '') return undefined
  switch (fields.get('a')) {
    case letters.passage:
      return isLanguage(language) ? { action: 'passage', passageId: id, language } : undefined
    case letters.language:
      return isLanguage(language) ? { action: 'language', answerId: id, language } : undefined
    case letters.original:
      return { action: 'original', answerId: id }
    case letters.late:
      return { action: 'late', answerId: id }
    case letters.ask:
      return /^\d{1,2}$/.test(fields.get('n') ?? '')
        ? { action: 'ask', answerId: id, suggestion: Number(fields.get('n')) }
        : undefined
    default:
      return undefined
  }
}

function isLanguage(text: string | null): text is Language {
  return text === 'th' || text === 'en' || text === 'ja'
}

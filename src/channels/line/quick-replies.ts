import type { messagingApi } from '@line/bot-sdk'
import { languageNames } from '../../conversation/answer-words.ts'
import type { Answer, Language } from '../../vocabulary.ts'
import { longestDisplayText, longestMessageActionText, longestQuickReplyLabel, mostQuickReplies } from './limits.ts'
import { cutGraphemes, showable } from './measure.ts'
import { type Postback, writePostback } from './postback.ts'
import type { RenderOptions } from './render-options.ts'
import { words } from './words.ts'

const mostSuggestions = 3
const longestQuestion = Math.min(longestMessageActionText, longestDisplayText)

/**
 * What can be tapped next: questions, the official words, the answer's other languages. LINE for PC shows none, so each can
 * be typed as well. In a group a question goes by postback, for a message would have to mention the bot.
 */
function createQuickReplies(answer: Answer, chat: RenderOptions['chat']): messagingApi.QuickReply | undefined {
  const actions = [
    ...answer.suggestions.slice(0, mostSuggestions).flatMap((text, index) => suggestion(text, index) ?? []),
    ...(answer.sources.length > 0 ? original() : []),
    ...(Object.keys(languageNames) as Language[]).filter((other) => other !== answer.language).flatMap(otherLanguage),
  ]
  const items = actions.slice(0, mostQuickReplies).map((action) => ({ type: 'action' as const, action }))
  return items.length === 0 ? undefined : { items }

  function suggestion(text: string, index: number): messagingApi.Action | undefined {
    const question = showable(text)
    // A question that is cut is another question.
    if (question === undefined || cutGraphemes(question, longestQuestion) !== question) return undefined
    const label = cutGraphemes(question.replace(/\s+/gu, ' '), longestQuickReplyLabel)
    if (chat === 'person') return { type: 'message', label, text: question }
    return postback({ action: 'ask', answerId: answer.id, suggestion: index }, label, question)[0]
  }

  function original(): messagingApi.Action[] {
    const label = words[answer.language].originalWording
    return postback({ action: 'original', answerId: answer.id }, label, label)
  }

  function otherLanguage(language: Language): messagingApi.Action[] {
    const label = languageNames[language]
    return postback({ action: 'language', answerId: answer.id, language }, label, label)
  }
}

/** Puts them at the last message: LINE shows no others. */
export function withQuickReplies(
  messages: messagingApi.Message[],
  answer: Answer,
  chat: RenderOptions['chat'],
): messagingApi.Message[] {
  const quickReply = createQuickReplies(answer, chat)
  const last = messages.at(-1)
  if (!quickReply || !last) return messages
  return [...messages.slice(0, -1), { ...last, quickReply }]
}

function postback(of: Postback, label: string, displayText: string): messagingApi.Action[] {
  const data = writePostback(of)
  return data === undefined ? [] : [{ type: 'postback', label, data, displayText }]
}

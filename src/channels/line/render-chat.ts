import type { messagingApi } from '@line/bot-sdk'
import { languageNames } from '../../conversation/answer-words.ts'
import type { Language } from '../../vocabulary.ts'
import { chatWords } from './chat-words.ts'
import { buttonBubble } from './flex-components.ts'
import { longestMessageActionText, longestQuickReplyLabel } from './limits.ts'
import { cutGraphemes } from './measure.ts'
import { writePostback } from './postback.ts'
import { packTexts, textMessages } from './render-text.ts'

type Actions = readonly messagingApi.Action[]

/** What the bot says beside answers; each is true of the settings given here. */
export interface ChatRenderer {
  greeting(language: Language): messagingApi.Message[]
  groupGreeting(): messagingApi.Message[]
  help(language: Language, place: 'person' | 'group', quoteToken?: string): messagingApi.Message[]
  chooseLanguage(language: Language, quoteToken?: string): messagingApi.Message[]
  /** With a button, which stays and is there on a PC as well, and a quick reply; `plain` has the latter alone. */
  late(language: Language, answerId: string, quoteToken?: string): Record<'messages' | 'plain', messagingApi.Message[]>
  say(
    what: 'forgotten' | 'languageChosen' | 'onlyText' | 'tooMany' | 'tooLong' | 'failed' | 'tooOld',
    language: Language,
    quoteToken?: string,
  ): messagingApi.Message[]
}

export interface ChatRendererOptions {
  /** Questions to begin with, each answerable. */
  suggestions: (language: Language) => readonly string[]
  /** How long conversations are kept with a person, and in a group. */
  hours: { person: number; group: number }
  usesModel: boolean
  publicUrl?: string
}

const languages = Object.keys(languageNames) as Language[]
const mostSuggestions = 4

export function createChatRenderer(options: ChatRendererOptions): ChatRenderer {
  const { suggestions, hours, usesModel, publicUrl } = options

  const privacy = (language: Language, kept: number) => {
    const say = chatWords[language]
    return usesModel ? `${say.privacy(kept)} ${say.usesModel}` : say.privacy(kept)
  }
  const documents = (language: Language) =>
    publicUrl === undefined ? [] : [chatWords[language].privacyAt(`${publicUrl.replace(/\/$/, '')}/sources`)]

  function firstQuestions(language: Language): messagingApi.Action[] {
    const fitting = suggestions(language).filter((text) => cutGraphemes(text, longestMessageActionText) === text)
    return fitting.slice(0, mostSuggestions).map((text) => ({
      type: 'message',
      label: cutGraphemes(text, longestQuickReplyLabel),
      text,
    }))
  }

  return {
    greeting: (language) =>
      texts(
        [chatWords[language].greeting, privacy(language, hours.person), ...documents(language)],
        [...firstQuestions(language), helpAction(language), ...languageActions(language)],
      ),
    // LINE says nothing of a group's language.
    groupGreeting: () =>
      withActions(
        languages.flatMap((language) => {
          const { greeting, inGroup } = chatWords[language]
          return texts([greeting, inGroup, privacy(language, hours.group), ...documents(language)], [])
        }),
        languageActions(undefined),
      ),
    help: (language, place, quoteToken) =>
      texts(
        [chatWords[language].help, privacy(language, hours[place]), ...documents(language)],
        // In a group a question would have to mention the bot, which no button can do.
        [...(place === 'person' ? firstQuestions(language) : []), ...languageActions(language)],
        quoteToken,
      ),
    chooseLanguage: (language, quoteToken) =>
      texts([chatWords[language].whichLanguage], languageActions(undefined), quoteToken),
    late(language, answerId, quoteToken) {
      const { late, tapForAnswer } = chatWords[language]
      const data = writePostback({ action: 'late', answerId })!
      const action: messagingApi.Action = { type: 'postback', label: tapForAnswer, data, displayText: tapForAnswer }
      // Only a text can quote.
      const quoting = quoteToken === undefined ? [] : textMessages([late], quoteToken)
      const altText = quoteToken === undefined ? late : tapForAnswer
      const contents = buttonBubble(quoteToken === undefined ? late : undefined, action)
      return {
        messages: withActions([...quoting, { type: 'flex', altText, contents }], [action]),
        plain: texts([late], [action], quoteToken),
      }
    },
    say: (what, language, quoteToken) => texts([chatWords[language][what]], [], quoteToken),
  }
}

function helpAction(language: Language): messagingApi.Action {
  const { helpLabel } = chatWords[language]
  return { type: 'postback', label: helpLabel, data: writePostback({ action: 'help' })!, displayText: helpLabel }
}

function languageActions(but: Language | undefined): messagingApi.Action[] {
  return languages
    .filter((language) => language !== but)
    .map((language) => ({
      type: 'postback',
      label: languageNames[language],
      data: writePostback({ action: 'speak', language })!,
      displayText: languageNames[language],
    }))
}

function texts(paragraphs: readonly string[], actions: Actions, quoteToken?: string): messagingApi.Message[] {
  return withActions(textMessages(packTexts(paragraphs), quoteToken), actions)
}

/** As quick replies of the last message. */
function withActions(messages: messagingApi.Message[], actions: Actions): messagingApi.Message[] {
  const last = messages.at(-1)
  if (actions.length === 0 || last === undefined) return messages
  const items = actions.map((action) => ({ type: 'action' as const, action }))
  return [...messages.slice(0, -1), { ...last, quickReply: { items } }]
}

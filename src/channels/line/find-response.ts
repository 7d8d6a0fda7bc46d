import type { messagingApi } from '@line/bot-sdk'
import { readWish, type Wish } from '../../conversation/read-wish.ts'
import type { Turn } from '../../conversation/take-turn.ts'
import type { ChosenLanguages } from '../../storage/chosen-languages.ts'
import type { Inbox, InboxEntry } from '../../storage/inbox.ts'
import type { RememberedAnswer, RememberedAnswers } from '../../storage/remembered-answers.ts'
import { detectLanguage, isLanguageNeutral, requestedLanguage } from '../../text/language.ts'
import { readQuestionText } from '../../text/question-text.ts'
import type { Answer, Document, Language, Passage } from '../../vocabulary.ts'
import type { LineApi } from './line-api.ts'
import { isGroup, type LineWork } from './line-work.ts'
import { type Postback, readPostback } from './postback.ts'
import type { ChatRenderer } from './render-chat.ts'
import { renderOriginalWords, renderPassage } from './render-passage.ts'
import { menuAlias } from './rich-menu.ts'
import type { IdHashes } from './take-in.ts'

/** What an event is to be answered with: a question first, messages, or an answer that was given before. */
export type Response =
  | { kind: 'ask'; turn: Turn; language: Language }
  | { kind: 'messages'; messages: messagingApi.Message[] }
  | { kind: 'answered'; remembered: RememberedAnswer & { answer: Answer } }

export interface ResponseDeps {
  api: Pick<LineApi, 'languageOf' | 'linkRichMenu'>
  inbox: Pick<Inbox, 'erasePerson'>
  remembered: RememberedAnswers
  languages: ChosenLanguages
  hash: IdHashes
  render: ChatRenderer
  /** The passages of the index in use, with their documents. */
  findPassage: (id: string) => { passage: Passage; document: Document } | undefined
  /** Does all of `work`, or nothing of it. */
  transaction: (work: () => void) => void
  /** Milliseconds since 1970. */
  now: () => number
}

/** How long a question belongs to what was asked before it. */
const followUpWithin = 30 * 60_000

/** `isTooMuch`: the person, or the group, has asked for too much of late. */
export async function findResponse(
  work: LineWork,
  entry: InboxEntry,
  isTooMuch: boolean,
  deps: ResponseDeps,
): Promise<Response | undefined> {
  const { render } = deps
  const { place, said } = work
  const group = isGroup(place)
  const quoteToken = group ? work.quoteToken : undefined
  const kind = group ? 'group' : 'person'
  if (isTooMuch) return messages(render.say('tooMany', await speaks(), quoteToken))
  switch (said.kind) {
    case 'text':
      return respondToText(said.text)
    case 'postback':
      return respondToTap(readPostback(said.data))
    case 'media':
      return messages(render.say('onlyText', await speaks()))
    case 'follow': {
      const language = await speaks()
      showMenu(language)
      return messages(render.greeting(language))
    }
    case 'join':
      return messages(render.groupGreeting())
  }

  async function respondToText(text: string): Promise<Response> {
    const wish = readWish(text)
    if (wish !== undefined) return grant(wish)
    const read = readQuestionText(text)
    if (read.ok && hasWords(read.text)) return ask(read.text, historyOf())
    // Nothing but a mention, or a sign: someone wants to know what this is.
    if (read.ok || read.problem === 'empty') return messages(render.help(await speaks(), kind, quoteToken))
    return messages(render.say('tooLong', chosen() ?? detectLanguage(text).language, quoteToken))
  }

  async function grant(wish: Wish): Promise<Response> {
    const { languages } = deps
    switch (wish.wish) {
      case 'help':
        return messages(render.help(await speaks(), kind, quoteToken))
      case 'language':
        if (wish.language === undefined) return messages(render.chooseLanguage(await speaks(), quoteToken))
        return speakFromNowOn(wish.language)
      case 'forget': {
        const language = await speaks()
        const { person, chat, id } = entry
        deps.transaction(() => {
          if (person !== undefined) {
            deps.inbox.erasePerson(person, id)
            deps.remembered.erasePerson(person)
          }
          if (!group) {
            deps.remembered.eraseChat(chat)
            languages.erase(chat)
          }
        })
        return messages(render.say('forgotten', language, quoteToken))
      }
    }
  }

  function speakFromNowOn(language: Language): Response {
    deps.languages.choose(entry.chat, language)
    showMenu(language)
    return messages(render.say('languageChosen', language, quoteToken))
  }

  async function respondToTap(tap: Postback | undefined): Promise<Response | undefined> {
    if (tap === undefined) return undefined
    switch (tap.action) {
      case 'help':
        return messages(render.help(await speaks(), kind))
      case 'speak':
        return speakFromNowOn(tap.language)
      case 'passage': {
        const found = deps.findPassage(tap.passageId)
        if (found === undefined) return tooOld()
        return messages(renderPassage(found.passage, found.document, tap.language))
      }
    }
    const remembered = deps.remembered.find(tap.answerId, entry.chat)
    if (remembered === undefined) return tooOld()
    const { question, history, answer } = remembered
    switch (tap.action) {
      case 'late':
        return answer === undefined
          ? ask(question, history)
          : { kind: 'answered', remembered: { ...remembered, answer } }
      case 'language':
        return ask(question, history, tap.language)
      case 'original':
        return answer === undefined ? tooOld() : messages(renderOriginalWords(answer))
      case 'ask': {
        const suggestion = answer?.suggestions[tap.suggestion]
        return suggestion === undefined ? tooOld() : ask(suggestion, [...history, question])
      }
    }
  }

  async function ask(question: string, history: readonly string[], given?: Language): Promise<Response> {
    // What a question itself asks for goes before what was once chosen.
    const requested = requestedLanguage(question)
    const language = given ?? (requested === undefined ? (chosen() ?? (await unspoken(question, history))) : undefined)
    const audience = ['line', entry.chat, ...(group ? [entry.person] : [])].join(' ')
    const turn: Turn = { question, history, audience, ...(language !== undefined && { language }) }
    return { kind: 'ask', turn, language: language ?? requested ?? detectLanguage(question).language }
  }

  /** Of a first question such as "5G?", which every language writes alike: the person's own. */
  async function unspoken(question: string, history: readonly string[]): Promise<Language | undefined> {
    return history.length === 0 && isLanguageNeutral(question) && kind === 'person' ? languageOfProfile() : undefined
  }

  /** What was asked before: in a group by the same person, or in the answer that they quote. */
  function historyOf(): readonly string[] {
    const { quotedMessageId } = work
    const quoted =
      quotedMessageId === undefined ? undefined : deps.remembered.findBySent(deps.hash.message(quotedMessageId))
    if (quoted?.chat === entry.chat) return [...quoted.history, quoted.question]
    if (group && entry.person === undefined) return []
    return deps.remembered.history(entry.chat, entry.at - followUpWithin, group ? entry.person : undefined)
  }

  async function tooOld(): Promise<Response> {
    return messages(render.say('tooOld', await speaks(), quoteToken))
  }

  function chosen(): Language | undefined {
    return deps.languages.find(entry.chat)
  }

  /** Of what isn't an answer. */
  async function speaks(): Promise<Language> {
    const wanted = chosen()
    if (wanted !== undefined) return wanted
    // In small letters: "FORGET ME" is no list of names.
    const text = said.kind === 'text' ? said.text.normalize('NFKC').toLowerCase() : ''
    const { language, known } = detectLanguage(text)
    return hasWords(text) && known && !isLanguageNeutral(text) ? language : languageOfProfile()
  }

  async function languageOfProfile(): Promise<Language> {
    const { userId } = place
    // A member's profile has none.
    const tag = kind === 'person' && userId !== undefined ? await deps.api.languageOf(userId) : undefined
    const primary = tag?.toLowerCase().split('-')[0]
    if (primary === 'th' || primary === 'en' || primary === 'ja') return primary
    return primary === undefined ? 'th' : 'en'
  }

  /** Nobody waits for it. */
  function showMenu(language: Language): void {
    const { userId } = place
    if (kind === 'person' && userId !== undefined) void deps.api.linkRichMenu(userId, menuAlias(language))
  }
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function messages(found: messagingApi.Message[]): Response {
  return { kind: 'messages', messages: found }
}

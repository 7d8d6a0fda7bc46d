import type { APIModalInteractionResponseCallbackData } from 'discord.js'
import type { RateLimit } from '../../conversation/rate-limit.ts'
import type { Feedback } from '../../storage/feedback.ts'
import type { RememberedAnswers } from '../../storage/remembered-answers.ts'
import type { Lexicon } from '../../text/lexicon.ts'
import { readQuestionText } from '../../text/question-text.ts'
import type { Language } from '../../vocabulary.ts'
import type { AnyMessage } from './discord-api.ts'
import { formatAnswer, formatNotice, formatPassages, formatPlain } from './format.ts'
import { formatClause } from './format-clause.ts'
import { formatHelp, formatSources, formatStatus, formatTerms, type ReferenceIndex } from './format-reference.ts'
import { followUpModal, reasonModal } from './modals.ts'
import { notices } from './notices.ts'
import { chatOf, historyAfter, type IdHashes, isCurrent, type Recalled, recall } from './recall.ts'
import type { Deed, Received } from './receive.ts'
import { type Choice, type ClauseIndex, findClause, suggestClauses, suggestQuestions } from './suggest.ts'
import type { Wish } from './work.ts'

/** The first answer to an interaction. */
export type Response =
  | { kind: 'choices'; choices: Choice[] }
  | { kind: 'modal'; modal: APIModalInteractionResponseCallbackData }
  /** All there is to say. `unsaid`: called when it couldn't be. */
  | { kind: 'say'; messages: AnyMessage[]; isPrivate: boolean; plain?: AnyMessage; unsaid?: () => void }
  /** It takes longer. */
  | { kind: 'work'; wish: Wish; isPrivate: boolean }

export interface RespondDeps {
  index: () => ReferenceIndex & ClauseIndex
  lexicon: () => Lexicon
  remembered: Pick<RememberedAnswers, 'find' | 'keep'>
  feedback: Feedback
  /** Of persons. */
  rateLimit: RateLimit
  /** Erases all that somebody has asked. */
  forget: (person: string) => void
  hash: IdHashes
  /** An id of nothing else. */
  newId: () => string
  /** Milliseconds since 1970. */
  now: () => number
  /** How long an answer's buttons work, ms. */
  keepFor: number
  /** The language model's name. */
  model?: string
  publicUrl?: string
  /** Told of an opinion that couldn't be stored. */
  onFailure: (error: unknown) => void
}

/** Decides, without waiting for anything, what to answer first. */
export function createResponder(deps: RespondDeps): (received: Received) => Response {
  const { index, lexicon, feedback, rateLimit, forget, hash, now, publicUrl, onFailure } = deps
  const reader = publicUrl === undefined ? {} : { publicUrl }

  const work = (received: Received, wish: Wish, isPrivate: boolean): Response => {
    const { where, locale, userId } = received
    if (rateLimit(hash.person(userId), now()) !== 'allowed') return tell(notices[locale].tooMany)
    // In a conversation of two, nothing need be hidden, nor be gone tomorrow.
    return { kind: 'work', wish, isPrivate: isPrivate && where.place !== 'direct' }
  }
  const ask = (received: Received, wish: Wish & { kind: 'ask' }, isPrivate: boolean): Response => {
    const read = readQuestionText(wish.question)
    if (read.ok) return work(received, { ...wish, question: read.text }, isPrivate)
    const { empty, tooLong } = notices[received.locale]
    return tell(read.problem === 'empty' ? empty : tooLong)
  }

  function press(received: Received, deed: Deed & { kind: 'button' }): Response {
    const { where, locale, userId } = received
    const { action, id, text, isTyped, isPrivate } = deed
    if (action === 'why') {
      if (text.trim() !== '') void feedback.explain(id, text.toWellFormed().trim()).catch(onFailure)
      return tell(notices[locale].reasonThanks)
    }
    if (action === 'up' || action === 'down') {
      const opinion = deps.newId()
      void feedback.keep({ id: opinion, answer: id, opinion: action }).catch(onFailure)
      return action === 'up' ? tell(notices[locale].thanks) : { kind: 'modal', modal: reasonModal(opinion, locale) }
    }
    const found = recall(id, where, deps)
    if (found === undefined) return tell(notices[locale].tooOld)
    const isOwn = found.person === hash.person(userId)
    if (!isOwn && !found.isPublic) return tell(notices[locale].notYours)
    const answersPrivately = isPrivate || where.place !== 'thread'
    switch (action) {
      case 'passages':
        return showPassages(found, locale)
      case 'share':
        return isOwn ? share(received, found) : tell(notices[locale].notYours)
      case 'thread':
        return deed.messageId === undefined || where.place !== 'channel'
          ? tell(notices[locale].noThreadHere)
          : work(received, { kind: 'thread', messageId: deed.messageId }, true)
      case 'follow-up':
        if (!isTyped) return { kind: 'modal', modal: followUpModal(id, locale) }
        return ask(received, { kind: 'ask', question: text, history: historyAfter(found) }, answersPrivately)
      case 'next': {
        const question = /^\d+$/.test(text) ? found.answer.suggestions[Number(text)] : undefined
        if (question === undefined) return tell(notices[locale].tooOld)
        return ask(received, { kind: 'ask', question, history: historyAfter(found) }, answersPrivately)
      }
      default: {
        const { question, history } = found
        return ask(received, { kind: 'ask', question, language: action, history: [...history] }, true)
      }
    }
  }

  function showPassages({ answer }: Recalled, locale: Language): Response {
    if (isCurrent(answer, index().documents)) return say(formatPassages(answer, publicUrl))
    // The links name the snapshot: the reader page shows what has changed since.
    return say([formatNotice(notices[locale].outdated), ...formatPassages(answer, publicUrl)])
  }

  function share({ where, locale }: Received, found: Recalled): Response {
    const { answer, isPublic } = found
    if (isPublic) return tell(notices[locale].alreadyShared)
    if (!isCurrent(answer, index().documents)) return tell(notices[locale].outdated)
    const keep = (isPrivate: boolean) =>
      deps.remembered.keep({ ...found, chat: chatOf(where, isPrivate, hash) }, deps.keepFor)
    // Before it's said: a second press must find it shared.
    keep(false)
    return {
      kind: 'say',
      messages: formatAnswer(answer, { ...reader, isPrivate: false, canThread: where.place === 'channel' }),
      plain: formatPlain(answer, true),
      isPrivate: false,
      unsaid: () => keep(true),
    }
  }

  return (received) => {
    const { deed, locale, userId } = received
    switch (deed.kind) {
      case 'complete': {
        const suggest = deed.option === 'clause' ? suggestClauses : suggestQuestions
        return { kind: 'choices', choices: suggest(deed.typed, index(), locale) }
      }
      case 'ask': {
        const { question, language, visibility } = deed
        return ask(received, { kind: 'ask', question, ...(language && { language }) }, visibility === 'private')
      }
      case 'ask-about':
        return deed.text.trim() === ''
          ? tell(notices[locale].noText)
          : ask(received, { kind: 'ask', question: deed.text, history: [] }, true)
      case 'check':
        return deed.text.trim() === ''
          ? tell(notices[locale].noText)
          : work(received, { kind: 'check', text: deed.text }, true)
      case 'clause': {
        const clause = findClause(deed.given, index())
        const messages = clause && formatClause(clause, index(), { language: locale, ...reader })
        return messages ? say(messages) : tell(notices[locale].unknownClause)
      }
      case 'glossary': {
        const messages = formatTerms(deed.term, lexicon(), locale)
        return messages ? say(messages) : tell(notices[locale].unknownTerm)
      }
      case 'sources':
        return say(formatSources(index(), locale, publicUrl))
      case 'status': {
        const model = deps.model === undefined ? {} : { model: deps.model }
        return say([formatStatus(index(), locale, { now: now(), ...model })])
      }
      case 'help':
        return say([formatHelp(locale)])
      case 'forget':
        forget(hash.person(userId))
        return tell(notices[locale].forgotten)
      case 'button':
        return press(received, deed)
      case 'unknown':
        return tell(notices[locale].unknownButton)
    }
  }
}

function tell(text: string): Response {
  return say([formatNotice(text)])
}

function say(messages: AnyMessage[]): Response {
  return { kind: 'say', messages, isPrivate: true }
}

import { RESTJSONErrorCodes } from 'discord.js'
import type { CheckText } from '../../conversation/check-text.ts'
import type { TakeTurn } from '../../conversation/take-turn.ts'
import type { Worked } from '../../conversation/work-inbox.ts'
import type { Inbox, InboxEntry } from '../../storage/inbox.ts'
import type { RememberedAnswers } from '../../storage/remembered-answers.ts'
import { detectLanguage, requestedLanguage } from '../../text/language.ts'
import type { Answer, Language, ShownStatement } from '../../vocabulary.ts'
import type { DiscordApi } from './discord-api.ts'
import { describeFailure, failureOf } from './failures.ts'
import { formatAnswer, formatNotice, formatPlain, formatProgress } from './format.ts'
import { formatCheck } from './format-check.ts'
import { buildText } from './message.ts'
import { notices } from './notices.ts'
import { interactionPlace, type Place, replyPlace } from './place.ts'
import { CONVERSATION, chatOf, type IdHashes } from './recall.ts'
import { type ChannelLog, createScreen, type Screen, type Showing, type Shown } from './show.ts'
import { type DiscordWork, readWork, type Wish } from './work.ts'

export interface PerformDeps {
  api: DiscordApi
  ask: TakeTurn
  check: CheckText
  inbox: Pick<Inbox, 'begin'>
  remembered: Pick<RememberedAnswers, 'find' | 'keep' | 'history'>
  hash: IdHashes
  log: ChannelLog
  /** Milliseconds since 1970. */
  now: () => number
  /** How long an answer's buttons work, ms. */
  keepFor: number
  /** Ids of messages that came in this process; what is tried is taken out. */
  fresh: Set<string>
  publicUrl?: string
  onOutcome?: (outcome: Showing) => void
  /** Milliseconds between two edits of an answer in the making. */
  editEvery?: number
}

type Task = DiscordWork & { entry: InboxEntry; place: Place; screen: Screen; signal: AbortSignal }

/** How long typing is shown: https://docs.discord.com/developers/resources/channel#trigger-typing-indicator */
const TYPING = 9000
/** When time is up, what a language model has not finished is answered without it; so long for that, and as long to show it. */
const HASTE = 800
const LATER = 60_000

/** Does what was asked, and shows it. `signal` is aborted when the process must end: what isn't done then is left to the next. */
export function createPerformer(deps: PerformDeps): (entry: InboxEntry, signal: AbortSignal) => Promise<Worked> {
  const { api, log, now, fresh } = deps
  return async (entry, signal) => {
    const work = readWork(entry.work)
    if (work === undefined) return { done: true }
    const { from, where } = work
    const place =
      from.kind === 'interaction'
        ? interactionPlace(api, from, { at: entry.received, isPrivate: from.isPrivate })
        : replyPlace(
            api,
            { channelId: where.channelId, messageId: from.messageId },
            { at: entry.received, mayBeThere: !fresh.delete(entry.id) },
          )
    if (now() >= place.until) return { done: true }
    const every = deps.editEvery === undefined ? {} : { every: deps.editEvery }
    const screen = createScreen({ place, log, now, ...every })
    const task: Task = { ...work, entry, place, screen, signal }
    const stopTyping = from.kind === 'message' ? keepTyping(api, where.channelId) : () => {}
    using haste = hurryAfter(signal)
    try {
      const shown = await Promise.race([outcomeOf(task, deps), haste.over])
      if (shown === undefined) {
        await screen.finish(notice(work.locale, 'restarting'), AbortSignal.timeout(HASTE))
        return { done: false, again: LATER }
      }
      stopTyping()
      const showing = await screen.finish(shown, haste.signal)
      deps.onOutcome?.(showing)
      return showing === 'open' ? { done: false, again: LATER } : { done: true }
    } finally {
      stopTyping()
    }
  }
}

async function outcomeOf(task: Task, deps: PerformDeps): Promise<Shown> {
  const { wish, locale } = task
  try {
    switch (wish.kind) {
      case 'ask':
        return await answer(task, wish, deps)
      case 'check': {
        const language = detectLanguage(wish.text).language
        return { messages: formatCheck(await deps.check(wish.text), language, deps.publicUrl) }
      }
      case 'thread':
        return await openThread(task, wish, deps)
    }
  } catch (error) {
    deps.log.error({ error: describeFailure(error) }, 'A question could not be answered')
    return notice(locale, 'failed')
  }
}

async function answer(task: Task, wish: Wish & { kind: 'ask' }, deps: PerformDeps): Promise<Shown> {
  const { from, where, entry, screen, signal } = task
  const { ask, inbox, remembered, hash, now } = deps
  const isPrivate = from.kind === 'interaction' && from.isPrivate
  const chat = chatOf(where, isPrivate, hash)
  // What an earlier process was about to show when it ended.
  const { id, pagesShown } = readAttempt(entry.attempt)
  const made = id === undefined ? undefined : remembered.find(id, chat)?.answer
  if (made !== undefined) return { ...shownAnswer(made, isPrivate, task, deps), pagesShown }

  const isShared = where.place === 'thread' && !isPrivate
  const since = entry.at - CONVERSATION
  const history = wish.history ?? remembered.history(chat, since, isShared ? undefined : entry.person)
  const audience = ['discord', chat, ...(isShared ? [] : [entry.person])].join(' ')
  const statements: ShownStatement[] = []
  const language: Language = wish.language ?? requestedLanguage(wish.question) ?? detectLanguage(wish.question).language
  const answered = await ask(
    { question: wish.question, history, audience, ...(wish.language && { language: wish.language }) },
    {
      signal,
      onStatement(statement) {
        statements.push(statement)
        screen.progress(formatProgress(statements, language))
      },
    },
  )
  screen.hold()
  const { question } = wish
  const person = entry.person === undefined ? {} : { person: entry.person }
  const kept = { id: answered.id, chat, at: entry.at, question, history: [...history], answer: answered, ...person }
  // Its buttons work as soon as they're seen.
  await inbox
    .begin(entry.id, answered.id, () => remembered.keep(kept, deps.keepFor))
    .catch((error) => deps.log.error({ error: describeFailure(error), at: now() }, 'An answer could not be stored'))
  return shownAnswer(answered, isPrivate, task, deps)
}

/** What an earlier process was showing: an answer, and how many of its messages after the first are there. */
function readAttempt(attempt = ''): { id: string | undefined; pagesShown: number } {
  const [, id, pages = '0'] = /^([^+]+)(?:\+(\d+))?$/.exec(attempt) ?? []
  return { id, pagesShown: Number(pages) }
}

function shownAnswer(
  answer: Answer,
  isPrivate: boolean,
  { where, entry }: Task,
  { publicUrl, inbox, log }: PerformDeps,
): Shown {
  const reader = publicUrl === undefined ? {} : { publicUrl }
  return {
    messages: formatAnswer(answer, { isPrivate, canThread: where.place === 'channel', ...reader }),
    plain: (isV2) => formatPlain(answer, isV2),
    // A further message can't be looked for, nor sent with a key of its own: after a crash none is shown again that was noted.
    onPage: (pages) =>
      inbox
        .begin(entry.id, `${answer.id}+${pages}`)
        .catch((error) =>
          log.error({ error: describeFailure(error) }, 'How much of an answer is shown could not be stored'),
        ),
  }
}

async function openThread(
  { from, where, locale }: Task,
  { messageId }: Wish & { kind: 'thread' },
  { api, log }: PerformDeps,
): Promise<Shown> {
  const { threadName, threadOpened, inThread } = notices[locale]
  try {
    const thread = await api.startThread(where.channelId, messageId, threadName)
    const nonce = from.kind === 'interaction' ? from.id : from.messageId
    await api.send(thread, buildText(inThread), { nonce })
    return { messages: [buildText(threadOpened(`<#${thread}>`))] }
  } catch (error) {
    if ((error as { code?: unknown }).code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)
      return notice(locale, 'threadThere')
    log.warn({ error: describeFailure(error) }, 'A thread could not be opened')
    return notice(locale, failureOf(error) === 'passing' ? 'failed' : 'noThreadHere')
  }
}

function notice(locale: Language, name: 'failed' | 'restarting' | 'threadThere' | 'noThreadHere'): Shown {
  return { messages: [formatNotice(notices[locale][name])] }
}

/** Until it's called. What goes wrong with it is nobody's loss. */
function keepTyping(api: DiscordApi, channelId: string): () => void {
  const type = () => void api.showTyping(channelId).catch(() => {})
  const timer = setInterval(type, TYPING)
  type()
  return () => clearInterval(timer)
}

/**
 * `over` and `signal`: a moment after the other signal, once and then once more. Disposing lets go of that signal, which lives
 * as long as the process.
 */
function hurryAfter(signal: AbortSignal): Disposable & { over: Promise<undefined>; signal: AbortSignal } {
  const over = Promise.withResolvers<undefined>()
  const late = new AbortController()
  const hurry = () => {
    setTimeout(() => over.resolve(undefined), HASTE).unref()
    setTimeout(() => late.abort(), 2 * HASTE).unref()
  }
  if (signal.aborted) hurry()
  else signal.addEventListener('abort', hurry, { once: true })
  return {
    over: over.promise,
    signal: late.signal,
    [Symbol.dispose]: () => signal.removeEventListener('abort', hurry),
  }
}

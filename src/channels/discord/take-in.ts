import { setTimeout as sleep } from 'node:timers/promises'
import type { RateLimit } from '../../conversation/rate-limit.ts'
import type { InboxWorker, Worked } from '../../conversation/work-inbox.ts'
import type { Inbox, InboxEntry, IncomingEvent, OpenEvent } from '../../storage/inbox.ts'
import { detectLanguage } from '../../text/language.ts'
import { readQuestionText } from '../../text/question-text.ts'
import { type Acknowledged, acknowledge } from './acknowledge.ts'
import type { AnyMessage, DiscordApi, InteractionRef } from './discord-api.ts'
import { describeFailure, failureOf } from './failures.ts'
import { type DirectResponse, deferral, firstAnswer, say } from './first-answer.ts'
import { formatNotice } from './format.ts'
import { formatHelp } from './format-reference.ts'
import type { Listener } from './listener.ts'
import { notices } from './notices.ts'
import { interactionPlace, replyPlace } from './place.ts'
import type { IdHashes } from './recall.ts'
import { type Received, receive } from './receive.ts'
import { type ReceivedMessage, receiveMessage } from './receive-message.ts'
import type { Response } from './respond.ts'
import { addPages, type ChannelLog } from './show.ts'
import { readWork, writeWork } from './work.ts'

export interface TakeInDeps {
  api: DiscordApi
  inbox: Inbox
  worker: Pick<InboxWorker, 'add'>
  respond: (received: Received) => Response
  /** Ids of messages that came in this process: no reply to them has been sent. */
  fresh: Set<string>
  perform: (entry: InboxEntry, signal: AbortSignal) => Promise<Worked>
  rateLimit: RateLimit
  hash: IdHashes
  /** Milliseconds since 1970. */
  now: () => number
  log: ChannelLog
}

/** What comes from Discord: answered first, and at once; what takes longer is stored before, and handed to the worker. */
export interface Intake {
  /** Both are given the payload as it came. */
  takeInteraction(payload: unknown, listener: Listener): Promise<void>
  takeMessage(payload: unknown, listener: Listener): Promise<void>
  /** Answers first what an earlier process had stored and not yet answered. */
  resume(): Promise<void>
  /** From now on nothing new is begun. */
  close(): void
}

/**
 * What is answered before it's stored is lost if the process ends between the two; a disk that takes longer than this mustn't
 * cost the first answer, which still has time for a try of 1 s. A commit takes some milliseconds.
 */
const STORING = 1500
/** Of Discord's 3 seconds for the first answer. */
const RESUMABLE = 2500

export function createIntake(deps: TakeInDeps): Intake {
  const { api, inbox, worker, respond, perform, fresh, rateLimit, hash, now, log } = deps
  const ended = new AbortController()
  const fail = (error: unknown) => log.error({ error: describeFailure(error) }, 'Discord: something failed')
  const eventId = (id: string) => hash.chat(`event ${id}`)

  function decide(received: Received): Response {
    const isTyping = received.deed.kind === 'complete'
    const notice = notices[received.locale]
    if (ended.signal.aborted)
      return isTyping ? { kind: 'choices', choices: [] } : say(formatNotice(notice.restartingNow))
    try {
      return respond(received)
    } catch (error) {
      fail(error)
      return isTyping ? { kind: 'choices', choices: [] } : say(formatNotice(notice.failed))
    }
  }

  async function answer({ interaction }: Received, response: DirectResponse, arrived: number): Promise<void> {
    const unsaid = response.kind === 'say' ? response.unsaid : undefined
    try {
      const outcome = await acknowledge(interaction, firstAnswer(response), arrived, { api, now })
      note(outcome)
      if (outcome === 'late' || outcome === 'unknown') return unsaid?.()
      if (outcome === 'done' && response.kind === 'say') await showPages(interaction, response)
    } catch (error) {
      log.warn({ error: describeFailure(error) }, 'Discord did not take an answer')
      if (response.kind !== 'say' || failureOf(error) !== 'malformed') return unsaid?.()
      const plain = say(response.plain ?? formatNotice(notices.en.failed), response.isPrivate)
      await acknowledge(interaction, firstAnswer(plain), arrived, { api, now }).catch((again) => {
        fail(again)
        unsaid?.()
      })
    }
  }

  /** Those below the first answer. */
  async function showPages(interaction: InteractionRef, { messages, isPrivate }: Response & { kind: 'say' }) {
    const place = interactionPlace(api, interaction, { at: now(), isPrivate })
    const pages = messages.slice(1).map((message, at) => ({ message, nth: at + 1 }))
    await addPages(pages, { place, log, signal: ended.signal })
  }

  async function takeWork(
    { interaction, userId, where, locale }: Received,
    { wish, isPrivate }: Response & { kind: 'work' },
    arrived: number,
  ): Promise<void> {
    const id = eventId(interaction.id)
    const event: IncomingEvent = {
      id,
      // One after another what somebody asks in one place; what others ask there waits for nobody.
      chat: wish.kind === 'ask' ? hash.chat(`${where.channelId} ${userId}`) : id,
      person: hash.person(userId),
      at: arrived,
      work: writeWork({ from: { kind: 'interaction', ...interaction, isPrivate }, where, locale, wish }),
    }
    const stored = store(event)
    // Answered before it's stored, it could be lost with the process.
    const first = await Promise.race([stored, sleep(STORING, 'slow' as const)])
    // It came before.
    if (first !== 'slow' && first?.length === 0) return
    const outcome = await acknowledge(interaction, deferral(isPrivate), arrived, { api, now }).catch((error) => {
      log.warn({ error: describeFailure(error) }, 'Discord did not take a first answer')
      return 'late' as const
    })
    note(outcome)
    const events = await stored
    // Of what Discord may have taken, it's the answer that finds out: people must not be left with "Accord is thinking".
    if (outcome === 'late') await inbox.finish(id)
    else await begin(event, events, arrived)
  }

  async function takeMessage(payload: unknown, listener: Listener): Promise<void> {
    const received = receiveMessage(payload, listener)
    if (received === undefined || ended.signal.aborted) return
    const { messageId, userId, where, text } = received
    const at = now()
    const person = hash.person(userId)
    const locale = detectLanguage(text).language
    const read = readQuestionText(text)
    if (!read.ok)
      return reply(received, read.problem === 'empty' ? formatHelp(locale) : formatNotice(notices[locale].tooLong))
    const allowed = rateLimit(person, at)
    if (allowed === 'refused-first') return reply(received, formatNotice(notices[locale].tooMany))
    if (allowed === 'refused') return
    const wish = { kind: 'ask', question: read.text } as const
    const event: IncomingEvent = {
      id: eventId(messageId),
      chat: hash.chat(`${where.channelId} ${userId}`),
      person,
      at,
      work: writeWork({ from: { kind: 'message', messageId }, where, locale, wish }),
    }
    const stored = await store(event)
    if (stored?.length !== 0) fresh.add(event.id)
    await begin(event, stored, at)
  }

  async function reply({ where, messageId }: ReceivedMessage, message: AnyMessage): Promise<void> {
    const channelId = where.channelId
    await replyPlace(api, { channelId, messageId }, { at: now(), mayBeThere: false }).put(message)
  }

  /** Undefined when it can't be. */
  async function store(event: IncomingEvent): Promise<OpenEvent[] | undefined> {
    try {
      return await inbox.accept([event])
    } catch (error) {
      log.error({ error: describeFailure(error) }, 'A question could not be stored')
      return undefined
    }
  }

  async function begin(event: IncomingEvent, stored: OpenEvent[] | undefined, received: number): Promise<void> {
    if (stored !== undefined) return worker.add(stored)
    // It won't outlive the process, which is better than no answer.
    await perform({ ...event, work: event.work ?? '{}', received }, new AbortController().signal)
  }

  function note(outcome: Acknowledged): void {
    if (outcome === 'again')
      log.warn({}, 'An interaction had been answered already: is a second Accord using this Discord token?')
    if (outcome === 'late') log.info({}, 'An interaction came too late, or was answered elsewhere')
    if (outcome === 'unknown')
      log.warn({}, 'Discord was not heard of in time: an interaction may have had no first answer')
  }

  return {
    takeMessage,
    async takeInteraction(payload, listener) {
      const arrived = now()
      const received = receive(payload, listener)
      if (received === undefined) return
      const response = decide(received)
      if (response.kind === 'work') await takeWork(received, response, arrived)
      else await answer(received, response, arrived)
    },
    async resume() {
      const open = inbox.listOpen().filter(({ at }) => now() - at < RESUMABLE)
      await Promise.all(
        open.map(async ({ id, at }) => {
          const entry = inbox.find(id)
          const from = entry && readWork(entry.work)?.from
          if (from?.kind === 'interaction')
            await acknowledge(from, deferral(from.isPrivate), at, { api, now }).catch(fail)
        }),
      )
    },
    close() {
      ended.abort()
    },
  }
}

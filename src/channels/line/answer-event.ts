import { randomUUID } from 'node:crypto'
import type { messagingApi } from '@line/bot-sdk'
import { z } from 'zod'
import type { RateLimit } from '../../conversation/rate-limit.ts'
import { readWish } from '../../conversation/read-wish.ts'
import type { TakeTurn } from '../../conversation/take-turn.ts'
import type { Worked } from '../../conversation/work-inbox.ts'
import { describeError } from '../../errors.ts'
import type { Inbox, InboxEntry } from '../../storage/inbox.ts'
import type { RememberedAnswer, RememberedAnswers } from '../../storage/remembered-answers.ts'
import { askInTime, type InTimeOptions, replyToOf, timeOf } from './ask-in-time.ts'
import { type Delivered, deliver, type PushPolicy } from './deliver.ts'
import { findResponse, type Response, type ResponseDeps } from './find-response.ts'
import type { LineApi } from './line-api.ts'
import { isGroup, type LineWork, readWork } from './line-work.ts'
import { renderFlex } from './render-flex.ts'
import type { RenderOptions } from './render-options.ts'
import { renderText } from './render-text.ts'
import { showLoading } from './show-loading.ts'
import { lineTiming, type Timing } from './timing.ts'

export interface AnswerEventDeps extends ResponseDeps {
  ask: TakeTurn
  api: LineApi
  inbox: Pick<Inbox, 'begin' | 'erasePerson'>
  remembered: RememberedAnswers
  limits: { person: RateLimit; group: RateLimit }
  /** How long a conversation is kept, ms. */
  keptFor: { person: number; group: number }
  push: PushPolicy
  publicUrl?: string
  log: LineLog
  onOutcome?: (outcome: string) => void
  timing?: Timing
}

/** The part of a pino logger that is used here. */
export interface LineLog {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}

/** What was about to be sent, as it's kept until that's known. */
const attemptSchema = z.object({ retryKey: z.uuid(), answerId: z.string().exactOptional() })
type Attempt = z.infer<typeof attemptSchema>

/** What is to be sent, and what is then to be remembered of it. */
interface Prepared {
  messages: messagingApi.Message[]
  plain?: messagingApi.Message[]
  remember?: RememberedAnswer
}

/** Works on one event of LINE from what is kept of it: finds the answer in time and sends it once. */
export function createEventAnswerer(deps: AnswerEventDeps) {
  const { api, inbox, remembered, push, log, now, hash, keptFor, publicUrl, timing = lineTiming } = deps
  const { onOutcome = () => {} } = deps

  const sending = { api, push, timing, now, onAlarm }

  return async function answerEvent(entry: InboxEntry, signal: AbortSignal, waiting = 0): Promise<Worked> {
    const work = readWork(entry.work)
    if (work === undefined) return { done: true }
    const replyTo = replyToOf(work, entry, timing)
    const earlier = entry.attempt === undefined ? undefined : attemptSchema.parse(JSON.parse(entry.attempt))
    const prepared =
      (earlier && asBefore(earlier, entry, work)) ??
      (await prepare(entry, work, { since: replyTo?.since, signal, waiting }))
    if (prepared === undefined) return { done: true }

    const { remember } = prepared
    const { retryKey } = earlier ?? { retryKey: randomUUID() }
    const attempt: Attempt = { retryKey, ...(remember && { answerId: remember.id }) }
    const isOpen = await inbox.begin(entry.id, JSON.stringify(attempt), () => {
      if (remember !== undefined) remembered.keep(remember, keptFor[kindOf(work)])
    })
    // Taken back, replaced or erased in the meantime.
    if (!isOpen) return { done: true }

    const { place } = work
    const parcel = { ...prepared, place, retryKey, mayBeSent: earlier !== undefined }
    const delivered = await deliver(replyTo === undefined ? parcel : { ...parcel, replyTo }, sending)
    return settle(delivered, attempt, entry, work)
  }

  function settle(delivered: Delivered, { answerId }: Attempt, { chat }: InboxEntry, work: LineWork): Worked {
    if (delivered.kind === 'again') return { done: false, again: delivered.after }
    onOutcome(outcomeOf(delivered))
    if (delivered.kind === 'given-up') {
      log.warn({ channel: 'line', why: delivered.why }, 'A message could not be answered')
      return { done: true }
    }
    const sent = delivered.messageIds.map((id) => hash.message(id))
    if (answerId !== undefined) return { done: true, alongside: () => remembered.noteSent(answerId, sent) }
    // Elsewhere all that's said is said to us.
    if (!isGroup(work.place)) return { done: true }
    return { done: true, alongside: () => remembered.noteNotice(chat, sent, keptFor.group) }
  }

  /** What an earlier process was about to send, if it's still known. */
  function asBefore({ answerId }: Attempt, { chat }: InboxEntry, work: LineWork): Prepared | undefined {
    const found = answerId === undefined ? undefined : remembered.find(answerId, chat)
    return found?.answer && { ...renderings(found.answer, work), remember: found }
  }

  async function prepare(
    entry: InboxEntry,
    work: LineWork,
    time: Pick<InTimeOptions, 'since' | 'signal' | 'waiting'>,
  ): Promise<Prepared | undefined> {
    const limit = limitOf(entry, work)
    if (limit === 'refused' && isGroup(work.place)) return undefined
    const response = await findResponse(work, entry, limit !== 'allowed', deps)
    if (response?.kind !== 'ask') return asPrepared(response, work)
    const { turn, language } = response
    const asked: RememberedAnswer = {
      id: randomUUID(),
      chat: entry.chat,
      at: entry.at,
      question: turn.question,
      history: turn.history ?? [],
      ...(entry.person !== undefined && { person: entry.person }),
      ...(entry.message !== undefined && { message: entry.message }),
    }
    const endLoading = showLoading(api, work.place, timing.loadingRenewed)
    try {
      const answer = await askInTime(turn, { ask: deps.ask, now, timing, ...time })
      if (answer === undefined) {
        onOutcome('late')
        return { ...deps.render.late(language, asked.id, quoteIn(work)), remember: asked }
      }
      return { ...renderings(answer, work), remember: { ...asked, id: answer.id, answer } }
    } catch (error) {
      log.error({ channel: 'line', error: describeError(error) }, 'A question could not be answered')
      return { messages: deps.render.say('failed', language, quoteIn(work)) }
    } finally {
      await endLoading()
    }
  }

  function asPrepared(response: Response | undefined, work: LineWork): Prepared | undefined {
    if (response === undefined || response.kind === 'ask') return undefined
    if (response.kind === 'messages') return { messages: response.messages }
    return { ...renderings(response.remembered.answer, work), remember: response.remembered }
  }

  function renderings(answer: NonNullable<RememberedAnswer['answer']>, work: LineWork): Prepared {
    const quoteToken = quoteIn(work)
    const options: RenderOptions = {
      chat: kindOf(work),
      ...(publicUrl !== undefined && { publicUrl }),
      ...(quoteToken !== undefined && { quoteToken }),
    }
    return { messages: renderFlex(answer, options), plain: renderText(answer, options) }
  }

  /** Only what costs something counts, and to be forgotten is nobody to be kept waiting for. */
  function limitOf(entry: InboxEntry, { place, said }: LineWork) {
    const { chat, person, attempt } = entry
    if (attempt !== undefined || (said.kind !== 'text' && said.kind !== 'postback')) return 'allowed'
    if (said.kind === 'text' && readWish(said.text)?.wish === 'forget') return 'allowed'
    const time = timeOf(entry)
    // The person's comes first: one who asks too much uses up nothing of the group's.
    const ofPerson = deps.limits.person(person ?? chat, time)
    return ofPerson === 'allowed' && isGroup(place) ? deps.limits.group(chat, time) : ofPerson
  }

  function onAlarm(what: string): void {
    log.error({ channel: 'line' }, what)
  }
}

/** For the metrics. Those that nobody can be sure of are apart: `undecided` and `perhaps-twice`. */
function outcomeOf(delivered: Exclude<Delivered, { kind: 'again' }>): string {
  if (delivered.kind === 'given-up') return delivered.why
  return delivered.isPerhapsSecond ? 'perhaps-twice' : 'delivered'
}

function kindOf({ place }: LineWork): 'person' | 'group' {
  return isGroup(place) ? 'group' : 'person'
}

/** The question is quoted where others may have spoken since. */
function quoteIn(work: LineWork): string | undefined {
  return isGroup(work.place) ? work.quoteToken : undefined
}

import type { RequestListener } from 'node:http'
import { createRateLimit } from '../../conversation/rate-limit.ts'
import type { TakeTurn } from '../../conversation/take-turn.ts'
import { createInboxWorker, type InboxWorker } from '../../conversation/work-inbox.ts'
import { describeError } from '../../errors.ts'
import type { ChosenLanguages } from '../../storage/chosen-languages.ts'
import type { Inbox } from '../../storage/inbox.ts'
import type { RememberedAnswers } from '../../storage/remembered-answers.ts'
import type { Document, Language, Passage } from '../../vocabulary.ts'
import { createEventAnswerer, type LineLog } from './answer-event.ts'
import type { PushPolicy } from './deliver.ts'
import { createLineApi, type LineApi } from './line-api.ts'
import { createChatRenderer } from './render-chat.ts'
import { type IdHashes, takeIn } from './take-in.ts'
import { lineTiming, type Timing } from './timing.ts'
import { createWebhookListener } from './webhook.ts'

export interface LineSettings {
  /** Secret. */
  channelSecret: string
  /** Secret. */
  accessToken: string
  apiBaseURL?: string
  push: PushPolicy
  /** Questions a minute. */
  limits: { person: number; group: number }
  /** How long a conversation is kept, hours. */
  keptHours: { person: number; group: number }
  publicUrl?: string
  usesModel: boolean
}

export interface LineDeps {
  ask: TakeTurn
  suggestions: (language: Language) => readonly string[]
  findPassage: (id: string) => { passage: Passage; document: Document } | undefined
  inbox: Inbox
  remembered: RememberedAnswers
  languages: ChosenLanguages
  transaction: (work: () => void) => void
  hash: IdHashes
  /** Milliseconds since 1970. */
  now: () => number
  log: LineLog & { debug(fields: Record<string, unknown>, message: string): void }
  onOutcome?: (outcome: string) => void
  timing?: Timing
}

/** LINE: its webhook, and the work on what comes through it. Disposing finishes what is under way. */
export interface LineChannel extends AsyncDisposable {
  webhook: RequestListener
  worker: Pick<InboxWorker, 'idle'>
}

const HOUR = 3_600_000
const MINUTE = 60_000

export async function startLineChannel(settings: LineSettings, deps: LineDeps): Promise<LineChannel> {
  const { channelSecret, accessToken, apiBaseURL, push, limits, keptHours, publicUrl, usesModel } = settings
  const { inbox, remembered, languages, hash, log, timing = lineTiming } = deps
  const api = await createLineApi({
    accessToken,
    timeoutMs: timing.callTimeout,
    ...(apiBaseURL !== undefined && { baseURL: apiBaseURL }),
    onCall: (call) => log.debug({ channel: 'line', ...call }, 'LINE was called'),
  })
  const answerEvent = createEventAnswerer({
    ...deps,
    api,
    push,
    render: createChatRenderer({
      suggestions: deps.suggestions,
      hours: keptHours,
      usesModel,
      ...(publicUrl !== undefined && { publicUrl }),
    }),
    limits: {
      person: createRateLimit({ most: limits.person, perMilliseconds: MINUTE }),
      group: createRateLimit({ most: limits.group, perMilliseconds: MINUTE }),
    },
    keptFor: { person: keptHours.person * HOUR, group: keptHours.group * HOUR },
    ...(publicUrl !== undefined && { publicUrl }),
  })
  const { listener, isBusy } = createWebhookListener({
    channelSecret,
    log,
    async accept(events) {
      const { events: taken, erase } = takeIn(events, { inbox, remembered, eraseSettings: languages.erase, hash })
      if (taken.length === 0 && erase === undefined) return
      worker.add(await inbox.accept(taken, erase))
    },
  })
  const worker = createInboxWorker({
    inbox,
    work: answerEvent,
    isBusy,
    onFailure: (error) =>
      log.error({ channel: 'line', error: describeError(error) }, 'An event could not be worked on'),
  })
  worker.start()
  void checkAccount(api, log)
  return { webhook: listener, worker, [Symbol.asyncDispose]: () => worker[Symbol.asyncDispose]() }
}

/** Tells who runs Accord what LINE's settings lack; nothing waits for it. */
async function checkAccount(api: LineApi, log: LineLog): Promise<void> {
  const bot = await api.botInfo()
  if (bot === undefined)
    return log.warn({ channel: 'line' }, 'LINE doesn’t say who the bot is: is LINE_CHANNEL_ACCESS_TOKEN right?')
  if (bot.chatMode !== 'bot')
    log.warn(
      { channel: 'line' },
      'Chat is on in LINE Official Account Manager: switch it off, or people are answered twice',
    )
}

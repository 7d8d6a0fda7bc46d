import { randomBytes } from 'node:crypto'
import type { ClientOptions } from 'discord.js'
import type { CheckText } from '../../conversation/check-text.ts'
import { createRateLimit } from '../../conversation/rate-limit.ts'
import type { TakeTurn } from '../../conversation/take-turn.ts'
import { createInboxWorker } from '../../conversation/work-inbox.ts'
import type { Feedback } from '../../storage/feedback.ts'
import type { Inbox } from '../../storage/inbox.ts'
import type { RememberedAnswers } from '../../storage/remembered-answers.ts'
import type { Lexicon } from '../../text/lexicon.ts'
import type { ChangeSummary } from '../../vocabulary.ts'
import { createChangeAnnouncer } from './announce-changes.ts'
import { type ConnectionState, createConnection } from './connect.ts'
import { createDiscordApi } from './discord-api.ts'
import { describeFailure } from './failures.ts'
import type { ReferenceIndex } from './format-reference.ts'
import { createPerformer } from './perform.ts'
import type { IdHashes } from './recall.ts'
import { createResponder } from './respond.ts'
import type { ChannelLog, Showing } from './show.ts'
import type { ClauseIndex } from './suggest.ts'
import { createIntake } from './take-in.ts'

export interface DiscordSettings {
  /** Secret. */
  token: string
  /** As discord.js's `rest.api`; Discord's own unless set. */
  api?: string
  publicUrl?: string
  /** The language model's name, if one is asked. */
  model?: string
  /** Of one person. */
  questionsPerMinute: number
  /** Where it's posted what new snapshots change; nowhere unless set. */
  changesChannelId?: string
  /** How long answers are remembered, for their buttons and the questions after them, hours. */
  keptHours: number
}

export interface DiscordDeps {
  ask: TakeTurn
  check: CheckText
  index: () => ReferenceIndex & ClauseIndex
  lexicon: () => Lexicon
  inbox: Inbox
  remembered: RememberedAnswers
  feedback: Feedback
  transaction: (work: () => void) => void
  hash: IdHashes
  /** Milliseconds since 1970. */
  now: () => number
  log: ChannelLog
  /** Told what became of each answer. */
  onOutcome?: (outcome: Showing) => void
  timing?: Timing
}

/** What tests set, to wait less. */
export interface Timing {
  /** Milliseconds between two edits of an answer in the making. */
  editEvery?: number
  /** Milliseconds that disposing lets running answers have. */
  grace?: number
  /** Milliseconds until the first new attempt to connect. */
  pause?: number
  /** Milliseconds that a start waits for Discord. */
  patience?: number
  /** Milliseconds for which a post of what changed is tried. */
  announceFor?: number
  ws?: ClientOptions['ws']
}

/** Discord by its gateway. Disposing finishes what is under way, or leaves it to the next process. */
export interface DiscordChannel extends AsyncDisposable {
  /** Takes up what an earlier process has left, and connects. Resolves when it's known whether that went well, or after some seconds; never rejects. */
  start(): Promise<ConnectionState>
  state(): ConnectionState
  /** Posts it in the channel for changes, if there is one, after those before it. Never throws: what goes wrong is logged. */
  announceChanges(summary: ChangeSummary): void
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** The start of the rest doesn't wait longer for Discord. */
const PATIENCE = 5000

export function createDiscordChannel(settings: DiscordSettings, deps: DiscordDeps): DiscordChannel {
  const { inbox, remembered, transaction, timing = {} } = deps
  const { token, api: address, publicUrl, model, questionsPerMinute, keptHours, changesChannelId } = settings
  const log = labelled(deps.log)
  const fail = (error: unknown) => log.error({ error: describeFailure(error) }, 'Discord: a task failed')
  const api = createDiscordApi({ token, ...(address !== undefined && { api: address }) })
  const rateLimit = createRateLimit({ most: questionsPerMinute, perMilliseconds: MINUTE })
  const shared = {
    ...deps,
    log,
    api,
    rateLimit,
    keepFor: keptHours * HOUR,
    fresh: new Set<string>(),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(model !== undefined && { model }),
  }
  const perform = createPerformer({ ...shared, ...timing })
  const worker = createInboxWorker({ inbox, work: perform, onFailure: fail, ...timing })
  const respond = createResponder({
    ...shared,
    forget: (person) =>
      transaction(() => {
        inbox.erasePerson(person, '')
        remembered.erasePerson(person)
      }),
    newId,
    onFailure: fail,
  })
  const intake = createIntake({ ...shared, worker, respond, perform })
  const connection = createConnection({
    token,
    ...(address !== undefined && { api: address }),
    onInteraction: intake.takeInteraction,
    onMessage: intake.takeMessage,
    log,
    ...timing,
  })
  const announcer =
    changesChannelId === undefined
      ? undefined
      : createChangeAnnouncer({ ...shared, ...timing, channelId: changesChannelId, state: connection.state, newId })
  return {
    state: connection.state,
    announceChanges: (summary) => announcer?.announce(summary),
    async start() {
      try {
        await intake.resume()
        worker.start()
      } catch (error) {
        // What was left is taken up by the next start; what comes now need not wait for it.
        fail(error)
      }
      return connection.start(timing.patience ?? PATIENCE)
    },
    async [Symbol.asyncDispose]() {
      intake.close()
      await Promise.all([worker[Symbol.asyncDispose](), announcer?.[Symbol.asyncDispose]()])
      await connection[Symbol.asyncDispose]()
    },
  }
}

const newId = () => randomBytes(9).toString('hex')

function labelled(log: ChannelLog): ChannelLog {
  const channel = 'discord'
  return {
    info: (record, message) => log.info({ channel, ...record }, message),
    warn: (record, message) => log.warn({ channel, ...record }, message),
    error: (record, message) => log.error({ channel, ...record }, message),
  }
}

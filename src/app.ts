import { LRUCache } from 'lru-cache'
import { type Answering, openAnswering } from './answering.ts'
import type { DiscordChannel } from './channels/discord/discord.ts'
import type { LineChannel } from './channels/line/line.ts'
import { createWebChannel } from './channels/web/web.ts'
import type { Config } from './config.ts'
import type { TakeTurn } from './conversation/take-turn.ts'
import { AccordError, describeError } from './errors.ts'
import { type RunningServer, startServer } from './http/server.ts'
import { createLog, type Log } from './observability/log.ts'
import { createMetrics, type Metrics } from './observability/metrics.ts'
import { createChosenLanguages } from './storage/chosen-languages.ts'
import { createFeedback } from './storage/feedback.ts'
import { createKeyedHash, type KeyedHash, loadHashKey } from './storage/hash-key.ts'
import { createInbox } from './storage/inbox.ts'
import { createRememberedAnswers } from './storage/remembered-answers.ts'
import { createSeal } from './storage/seal.ts'
import type { Answer, Language } from './vocabulary.ts'

/** Accord, running. Disposing it finishes what is under way. */
export interface App extends AsyncDisposable {
  url: string
  indexVersion: string
  documents: number
  passages: number
  /** Why LINE is off; undefined when it's on. */
  lineOff: string | undefined
  /** `on`, `connecting`, or why it's off. */
  discord: string
}

export interface AppOptions {
  onFirstIngest?: () => void
}

const SUGGESTIONS = 4

/** Builds every part once, in the order in which data flows through them, and starts serving. */
export async function startApp(config: Config, { onFirstIngest }: AppOptions = {}): Promise<App> {
  await using parts = new AsyncDisposableStack()
  const log = createLog(config.logLevel)
  const metrics = createMetrics({ now: () => performance.now() })

  const answering: Answering = parts.use(
    await openAnswering(config, {
      now: Date.now,
      onSwap({ version }) {
        log.info({ version }, 'A new index is in use')
        setImmediate(() =>
          answering.warm().catch((error: unknown) => log.warn({ error: describeError(error) }, 'Could not warm up')),
        )
      },
      onProblem: (error) => log.warn({ error: describeError(error) }, 'Went on without it'),
      ...(onFirstIngest !== undefined && { onFirstIngest }),
    }),
  )
  const askFrom =
    (channel: string): TakeTurn =>
    async (turn, options) => {
      const started = performance.now()
      const answer = await metrics.measure<Answer>(channel, () => answering.ask(turn, options))
      log.info(recordOf(answer, channel, performance.now() - started), 'A question was answered')
      return answer
    }
  const line = await openLine(config, { answering, ask: askFrom('line'), metrics, log })
  if (typeof line === 'object') parts.use(line)
  const web = createWebChannel({
    ask: askFrom('web'),
    index: answering.index,
    suggestions: (language) => firstQuestions(answering, language),
    metrics: () => metrics.render({ version: answering.index().version, documents: answering.index().documents.size }),
    log,
  })
  const direct = new Map(typeof line === 'object' ? [['/line/webhook', line.webhook]] : [])
  const { host, port } = config
  const closeGrace = config.answerDeadline + 5000
  const server: RunningServer = parts.use(await startServer({ app: web, direct, host, port, closeGrace, log }))

  // Last, and so ended first: what it's asked needs the rest.
  const discord = await openDiscord(config, { answering, ask: askFrom('discord'), metrics, log })
  if (typeof discord === 'object') parts.use(discord)
  await answering.warm()
  const connection = typeof discord === 'object' ? await discord.start() : undefined

  const running = parts.move()
  const { version, documents, passages } = answering.index()
  return {
    url: server.url,
    indexVersion: version,
    documents: documents.size,
    passages: passages.length,
    lineOff: typeof line === 'object' ? undefined : line,
    discord: connection === undefined ? String(discord) : describeConnection(connection),
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  }
}

const MOST_REMEMBERED = 10_000

/** People and chats come again and again, and in a rush each microsecond of a webhook counts. */
function rememberResults(hash: KeyedHash): KeyedHash {
  const known = new LRUCache<string, string>({ max: MOST_REMEMBERED })
  return (text) => {
    const result = known.get(text) ?? hash(text)
    known.set(text, result)
    return result
  }
}

interface ChannelParts {
  answering: Answering
  ask: TakeTurn
  metrics: Metrics
  log: Log
}

/** LINE, or why it's off: whatever is wrong there, the web goes on. */
async function openLine(config: Config, { answering, ask, metrics, log }: ChannelParts): Promise<LineChannel | string> {
  const { line: settings, conversationHours: keptHours, questionLimits: limits, publicUrl } = config
  const { database, index } = answering
  if (settings === undefined) return 'set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN'
  try {
    if (database === undefined) throw new AccordError('what people ask can’t be stored: check DATA_DIR')
    const { startLineChannel } = await import('./channels/line/line.ts')
    const key = loadHashKey(database, config.idHashKey)
    const seal = createSeal(key)
    const hashes = (purpose: 'chat' | 'person' | 'message') => {
      const hash = createKeyedHash(key, purpose)
      return (id: string) => hash(`line:${id}`)
    }
    const remembering = (purpose: 'chat' | 'person') => rememberResults(hashes(purpose))
    return await startLineChannel(
      // Spread alone would leave the secrets behind.
      {
        channelSecret: settings.channelSecret,
        accessToken: settings.accessToken,
        push: settings.push,
        limits,
        keptHours,
        usesModel: config.models !== undefined && config.models.tokensPerDay > 0,
        ...(settings.apiBaseURL !== undefined && { apiBaseURL: settings.apiBaseURL }),
        ...(publicUrl !== undefined && { publicUrl }),
      },
      {
        ask,
        suggestions: (language) => firstQuestions(answering, language),
        findPassage(id) {
          const { passages, documents, ordinalOf } = index()
          const passage = passages[ordinalOf(id) ?? -1]
          const document = passage && documents.get(passage.documentId)
          return passage && document && { passage, document }
        },
        inbox: createInbox(database, { channel: 'line', seal, now: Date.now }),
        remembered: createRememberedAnswers(database, { seal, now: Date.now }),
        languages: createChosenLanguages(database),
        transaction: (work) => database.transaction(work),
        hash: { chat: remembering('chat'), person: remembering('person'), message: hashes('message') },
        now: Date.now,
        log,
        onOutcome: (outcome) => metrics.countMessage('line', outcome),
      },
    )
  } catch (error) {
    log.error({ channel: 'line', error: describeError(error) }, 'LINE is off')
    return describeError(error)
  }
}

/** Discord, or why it's off: whatever is wrong there, the rest goes on. */
async function openDiscord(config: Config, { answering, ask, log }: ChannelParts): Promise<DiscordChannel | string> {
  const { discord: settings, models, publicUrl } = config
  const { database } = answering
  if (settings?.token === undefined) return 'off: set DISCORD_TOKEN'
  try {
    if (database === undefined) throw new AccordError('what people ask can’t be stored: check DATA_DIR')
    const { createDiscordChannel } = await import('./channels/discord/discord.ts')
    const key = loadHashKey(database, config.idHashKey)
    const seal = createSeal(key)
    const hashes = (purpose: 'chat' | 'person') => {
      const hash = createKeyedHash(key, purpose)
      return (id: string) => hash(`discord:${id}`)
    }
    const model = models !== undefined && models.tokensPerDay > 0 ? models.chatModel : undefined
    return createDiscordChannel(
      {
        token: settings.token,
        questionsPerMinute: config.questionLimits.person,
        keptHours: config.conversationHours.person,
        ...(settings.apiBaseURL !== undefined && { api: settings.apiBaseURL }),
        ...(model !== undefined && { model }),
        ...(publicUrl !== undefined && { publicUrl }),
      },
      {
        ask,
        check: answering.check,
        index: answering.index,
        lexicon: answering.lexicon,
        inbox: createInbox(database, { channel: 'discord', seal, now: Date.now }),
        remembered: createRememberedAnswers(database, { seal, now: Date.now }),
        feedback: createFeedback(database, { now: Date.now, keepDays: config.receiptDays }),
        transaction: (work) => database.transaction(work),
        hash: { chat: hashes('chat'), person: hashes('person') },
        now: Date.now,
        log,
      },
    )
  } catch (error) {
    log.error({ channel: 'discord', error: describeError(error) }, 'Discord is off')
    return `off: ${describeError(error)}`
  }
}

function describeConnection(connection: ReturnType<DiscordChannel['state']>): string {
  if (connection.state === 'off') return `off: ${connection.reason}`
  return connection.state === 'on' ? 'on' : 'connecting: it goes on trying'
}

/** What is kept of a question: nothing of what the person wrote. */
function recordOf({ id, status, mode, language, indexVersion }: Answer, channel: string, milliseconds: number) {
  return { answer: id, channel, status, mode, language, indexVersion, milliseconds: Math.round(milliseconds * 10) / 10 }
}

/** Questions to begin with, from all over the agreement. */
function firstQuestions(answering: Answering, language: Language): string[] {
  const { questions } = answering.index().vocabulary
  const step = Math.max(1, Math.floor(questions.length / SUGGESTIONS))
  return questions
    .filter((_, at) => at % step === 1)
    .slice(0, SUGGESTIONS)
    .flatMap((entry) => entry[language].slice(0, 1))
}

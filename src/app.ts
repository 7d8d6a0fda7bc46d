import { type Answering, openAnswering } from './answering.ts'
import type { DiscordChannel } from './channels/discord/discord.ts'
import { readAssets } from './channels/web/assets.ts'
import { QUESTION_COST, type RequestLimit } from './channels/web/limit-requests.ts'
import { createRefuse } from './channels/web/refuse.ts'
import { createWebChannel } from './channels/web/web.ts'
import { describeConnection, openDiscord, openLine } from './chat-channels.ts'
import type { Config } from './config.ts'
import type { TakeTurn } from './conversation/take-turn.ts'
import { describeError } from './errors.ts'
import { firstQuestions } from './first-questions.ts'
import { createRateLimit } from './http/rate-limit.ts'
import { type RunningServer, startServer } from './http/server.ts'
import { createLog } from './observability/log.ts'
import { createMetrics } from './observability/metrics.ts'
import { createSwapTeller } from './refresh/tell-swaps.ts'
import { readDocuments } from './search-index/read-documents.ts'
import type { Answer } from './vocabulary.ts'

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

/** Builds every part once, in the order in which data flows through them, and starts serving. */
export async function startApp(config: Config, { onFirstIngest }: AppOptions = {}): Promise<App> {
  await using parts = new AsyncDisposableStack()
  const log = createLog(config.logLevel)
  const metrics = createMetrics({ now: () => performance.now() })
  const discordOpened = Promise.withResolvers<DiscordChannel | string>()
  const tellSwap = createSwapTeller({
    async tell(summary) {
      const discord = await discordOpened.promise
      if (typeof discord === 'object') discord.announceChanges(summary)
      else log.error({ version: summary.version }, `What changed was not posted on Discord, which is ${discord}`)
    },
    onFailure: (error) => log.error({ error: describeError(error) }, 'Could not tell what a new index changed'),
  })

  const answering: Answering = parts.use(
    await openAnswering(config, {
      now: Date.now,
      onSwap(index, before) {
        log.info({ version: index.version }, 'Another index is in use')
        if (before !== undefined && config.discord?.changesChannelId !== undefined) tellSwap(before, index)
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
  const assets = await readAssets()
  const web = createWebChannel({
    ask: askFrom('web'),
    index: answering.index,
    documentsOf: (version) => readDocuments(config.dataDir, version),
    assets,
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
    suggestions: (language) => firstQuestions(answering, language),
    ...(config.webQuestionsPerMinute > 0 && { limit: limitOf(config) }),
    metrics: () => metrics.render({ version: answering.index().version, documents: answering.index().documents.size }),
    log,
  })
  const direct = new Map(typeof line === 'object' ? [['/line/webhook', line.webhook]] : [])
  const { host, port } = config
  const closeGrace = config.answerDeadline + 5000
  const server: RunningServer = parts.use(
    await startServer({ app: web, refuse: createRefuse(assets), direct, host, port, closeGrace, log }),
  )

  // Last, and so ended first: what it's asked needs the rest.
  const discord = await openDiscord(config, { answering, ask: askFrom('discord'), metrics, log })
  if (typeof discord === 'object') {
    parts.use(discord)
    metrics.watchConnection('discord', () => discord.state().state === 'on')
  }
  discordOpened.resolve(discord)
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

function limitOf({ webQuestionsPerMinute, trustedProxies }: Config): RequestLimit {
  const rateLimit = createRateLimit({ perMinute: webQuestionsPerMinute * QUESTION_COST, now: () => performance.now() })
  return { rateLimit, trustedProxies }
}

/** What is kept of a question: nothing of what the person wrote. */
function recordOf({ id, status, mode, language, indexVersion }: Answer, channel: string, milliseconds: number) {
  return { answer: id, channel, status, mode, language, indexVersion, milliseconds: Math.round(milliseconds * 10) / 10 }
}

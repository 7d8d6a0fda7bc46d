import { type Answering, openAnswering } from './answering.ts'
import { createWebChannel } from './channels/web/web.ts'
import type { Config } from './config.ts'
import { describeError } from './errors.ts'
import { type RunningServer, startServer } from './http/server.ts'
import { createLog } from './observability/log.ts'
import { createMetrics } from './observability/metrics.ts'
import type { Answer, Language } from './vocabulary.ts'

/** Accord, running. Disposing it finishes what is under way. */
export interface App extends AsyncDisposable {
  url: string
  indexVersion: string
  documents: number
  passages: number
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
  const web = createWebChannel({
    ask: async (turn, options) => {
      const started = performance.now()
      const answer = await metrics.measure<Answer>('web', () => answering.ask(turn, options))
      log.info(recordOf(answer, 'web', performance.now() - started), 'A question was answered')
      return answer
    },
    index: answering.index,
    suggestions: (language) => firstQuestions(answering, language),
    metrics: () => metrics.render({ version: answering.index().version, documents: answering.index().documents.size }),
    log,
  })
  const server: RunningServer = parts.use(
    await startServer({
      app: web,
      host: config.host,
      port: config.port,
      closeGrace: config.answerDeadline + 5000,
      log,
    }),
  )

  await answering.warm()

  const running = parts.move()
  const { version, documents, passages } = answering.index()
  return {
    url: server.url,
    indexVersion: version,
    documents: documents.size,
    passages: passages.length,
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  }
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

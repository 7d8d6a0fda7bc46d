import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { type LineChannel, type LineDeps, type LineSettings, startLineChannel } from '../../src/channels/line/line.ts'
import type { TakeTurn } from '../../src/conversation/take-turn.ts'
import { startServer } from '../../src/http/server.ts'
import { createChosenLanguages } from '../../src/storage/chosen-languages.ts'
import { type Database, openDatabase } from '../../src/storage/database.ts'
import { createKeyedHash } from '../../src/storage/hash-key.ts'
import { createInbox } from '../../src/storage/inbox.ts'
import { createRememberedAnswers } from '../../src/storage/remembered-answers.ts'
import { createSeal } from '../../src/storage/seal.ts'
import { buildAnswer, buildSource } from './build-answer.ts'
import { type LinePlatform, type LinePlatformOptions, startLinePlatform } from './line-platform/line-platform.ts'

export interface LineBotOptions {
  ask?: TakeTurn
  settings?: Partial<LineSettings>
  deps?: Partial<LineDeps>
  line?: LinePlatformOptions
}

/** The LINE channel on a port of its own, a stand-in LINE, and what lies between them. */
export interface LineBot extends AsyncDisposable {
  line: LinePlatform
  database: Database
  dataDir: string
  channel: LineChannel
  logged: { level: string; fields: Record<string, unknown>; message: string }[]
  outcomes: string[]
  /** Ends this process' part and starts another over the same data, as after a crash or an update. */
  restart(options?: LineBotOptions): Promise<void>
  stop(): Promise<void>
}

/** Says what it was asked, in the language that it was asked in. */
export const echo: TakeTurn = async ({ question, language = 'en' }) =>
  buildAnswer({
    id: randomBytes(5).toString('hex').toUpperCase(),
    question,
    language,
    statements: [{ text: `Answer to: ${question}`, citations: [1] }],
    sources: [buildSource()],
    suggestions: ['Who signed it?', 'Where was it signed?'],
  })

export async function startLineBot(options: LineBotOptions = {}): Promise<LineBot> {
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-line-'))
  const key = randomBytes(32)
  const line = await startLinePlatform(options.line)
  const logged: LineBot['logged'] = []
  const outcomes: string[] = []
  const logAs = (level: string) => (fields: Record<string, unknown>, message: string) =>
    void logged.push({ level, fields, message })
  const log = { debug: logAs('debug'), info: logAs('info'), warn: logAs('warn'), error: logAs('error') }
  let running = await run(options)

  async function run({ ask = echo, settings, deps }: LineBotOptions) {
    await using parts = new AsyncDisposableStack()
    const database = parts.use(await openDatabase(dataDir))
    const seal = createSeal(key)
    const now = Date.now
    const hashes = (purpose: 'chat' | 'message') => createKeyedHash(key, purpose)
    const channel = parts.use(
      await startLineChannel(
        {
          channelSecret: line.channelSecret,
          accessToken: line.accessToken,
          apiBaseURL: line.apiURL,
          push: 'never',
          limits: { person: 1_000, group: 1_000 },
          keptHours: { person: 24, group: 24 },
          usesModel: false,
          ...settings,
        },
        {
          ask,
          suggestions: () => ['When was it signed?', 'Who signed it?'],
          findPassage: () => undefined,
          inbox: createInbox(database, { channel: 'line', seal, now }),
          remembered: createRememberedAnswers(database, { seal, now }),
          languages: createChosenLanguages(database),
          transaction: (work) => database.transaction(work),
          hash: { chat: hashes('chat'), message: hashes('message') },
          now,
          log,
          onOutcome: (outcome) => void outcomes.push(outcome),
          ...deps,
        },
      ),
    )
    const direct = new Map([['/line/webhook', channel.webhook]])
    const server = parts.use(await startServer({ app: new Hono(), direct, host: '127.0.0.1', port: 0 }))
    line.setWebhook(`${server.url}/line/webhook`)
    return { database, channel, parts: parts.move() }
  }

  return {
    line,
    dataDir,
    logged,
    outcomes,
    get database() {
      return running.database
    },
    get channel() {
      return running.channel
    },
    async restart(again = options) {
      await running.parts.disposeAsync()
      running = await run(again)
    },
    stop: () => running.parts.disposeAsync(),
    async [Symbol.asyncDispose]() {
      await running.parts.disposeAsync()
      await line[Symbol.asyncDispose]()
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** What the messages of a chat say, flex as its `altText`. */
export function saidIn(line: LinePlatform, chat: Parameters<LinePlatform['messages']>[0]): string[] {
  return line.messages(chat).map(({ message }) => {
    if (message.type === 'flex') return message.altText
    return 'text' in message ? String(message.text) : message.type
  })
}

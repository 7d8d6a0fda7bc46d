import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVerifier } from '../../../src/answer/verify/verify.ts'
import { commandDefinitions } from '../../../src/channels/discord/commands.ts'
import {
  createDiscordChannel,
  type DiscordChannel,
  type DiscordDeps,
  type DiscordSettings,
  type Timing,
} from '../../../src/channels/discord/discord.ts'
import { createTextChecker } from '../../../src/conversation/check-text.ts'
import { type Database, openDatabase } from '../../../src/storage/database.ts'
import { createFeedback } from '../../../src/storage/feedback.ts'
import { createKeyedHash } from '../../../src/storage/hash-key.ts'
import { createInbox, type Inbox } from '../../../src/storage/inbox.ts'
import { createRememberedAnswers } from '../../../src/storage/remembered-answers.ts'
import { createSeal } from '../../../src/storage/seal.ts'
import type { Answer, ShownStatement } from '../../../src/vocabulary.ts'
import {
  type DiscordPlatform,
  type DiscordPlatformOptions,
  startDiscordPlatform,
} from '../../support/discord-platform/discord-platform.ts'
import type { SentInteraction } from '../../support/discord-platform/interactions.ts'
import type { Channel, Guild, User } from '../../support/discord-platform/places.ts'
import { textOf } from '../../support/discord-platform/seen-message.ts'
import { askOver, type RealStages, realStages } from '../../support/real-index.ts'

let loaded: Promise<RealStages> | undefined
const key = Buffer.from('a key for tests alone')

export interface LogRecord {
  level: string
  record: object
  message: string
}

export interface DiscordSceneOptions {
  platform?: DiscordPlatformOptions
  deps?: Partial<DiscordDeps>
  settings?: Partial<DiscordSettings>
  timing?: Timing
  /** What changes is posted in the scene's channel. */
  postsChanges?: boolean
}

/** The channel over the project's own knowledge, connected to the stand-in, with a Thai person in a Japanese server's channel. */
export interface DiscordScene extends AsyncDisposable {
  platform: DiscordPlatform
  discord: DiscordChannel
  database: Database
  inbox: Inbox
  user: User
  guild: Guild
  channel: Channel
  log: LogRecord[]
  /** Replaces the channel with another of the same database, as after a restart. Without `gently`, what ran is just left. */
  restart(options?: { deps?: Partial<DiscordDeps> }): Promise<DiscordChannel>
  ask(question: string, options?: Record<string, string>, who?: { user?: User; channel?: Channel }): SentInteraction
  answered(interaction: SentInteraction): Promise<string>
}

/** Identifies without discord.js's 5 seconds between two sessions. */
export const ws = { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) }

export async function realParts(): Promise<RealStages> {
  loaded ??= realStages()
  return await loaded
}

export async function startDiscord(options: DiscordSceneOptions = {}): Promise<DiscordScene> {
  await using parts = new AsyncDisposableStack()
  const platform = parts.use(await startDiscordPlatform({ globalLimit: 1000, ...options.platform }))
  const folder = mkdtempSync(join(tmpdir(), 'accord-discord-'))
  parts.defer(() => rmSync(folder, { recursive: true, force: true }))
  const database = parts.use(await openDatabase(folder))
  const user = platform.addUser({ locale: 'th' })
  const guild = platform.addGuild({ locale: 'ja' })
  const channel = platform.addChannel(guild)
  await registerCommands(platform)
  const log: LogRecord[] = []
  let discord: DiscordChannel
  const open = async (deps: Partial<DiscordDeps>) => {
    const { token, api } = platform
    const changes = options.postsChanges && { changesChannelId: channel.id }
    const settings = { token, api, questionsPerMinute: 1000, keptHours: 24, ...changes, ...options.settings }
    discord = createDiscordChannel(settings, { ...(await channelDeps(database, log, options.timing)), ...deps })
    return discord
  }
  await open(options.deps ?? {})
  parts.defer(() => discord[Symbol.asyncDispose]())
  await discord!.start()
  const running = parts.move()
  return {
    platform,
    database,
    inbox: createInbox(database, { channel: 'discord', seal: createSeal(key), now: Date.now }),
    user,
    guild,
    channel,
    log,
    get discord() {
      return discord
    },
    async restart({ deps } = {}) {
      await discord[Symbol.asyncDispose]()
      await open(deps ?? options.deps ?? {})
      await discord.start()
      return discord
    },
    ask: (question, more = {}, who = {}) =>
      platform.command({
        user: who.user ?? user,
        channel: who.channel ?? channel,
        name: 'ask',
        options: { question, ...more },
      }),
    async answered(interaction) {
      await platform.until(() => interaction.state() === 'answered' && interaction.response !== undefined)
      return textOf(interaction.response!)
    },
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  }
}

export async function channelDeps(database: Database, log: LogRecord[], timing: Timing = {}): Promise<DiscordDeps> {
  const real = await realParts()
  const { index, retriever } = real
  const { version, documents, passages } = index
  const seal = createSeal(key)
  const now = Date.now
  const verifier = createVerifier({ lexicon: retriever.lexicon, passages: index.passages })
  const write = (level: string) => (record: object, message: string) => void log.push({ level, record, message })
  return {
    ask: askOver(real),
    check: createTextChecker({ retriever, verifier, version, documents, passages }),
    index: () => index,
    lexicon: () => retriever.lexicon,
    inbox: createInbox(database, { channel: 'discord', seal, now }),
    remembered: createRememberedAnswers(database, { seal, now }),
    feedback: createFeedback(database, { now, keepDays: 90 }),
    transaction: (work) => database.transaction(work),
    hash: { chat: createKeyedHash(key, 'chat'), person: createKeyedHash(key, 'person') },
    now,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    timing: { editEvery: 20, grace: 2000, pause: 50, ws, ...timing },
  }
}

async function registerCommands({ api, token, applicationId }: DiscordPlatform): Promise<void> {
  const response = await fetch(`${api}/v10/applications/${applicationId}/commands`, {
    method: 'PUT',
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(commandDefinitions('global')),
  })
  if (!response.ok) throw new Error(await response.text())
}

/** The id that the buttons of a message carry. */
export function answerIdOf(components: unknown): string {
  const [, id] = /"v1:follow-up:([A-Za-z0-9-]+)"/.exec(JSON.stringify(components)) ?? []
  if (id === undefined) throw new Error('There are no buttons of an answer')
  return id
}

/** Answers when it's told to, as a language model that hangs. */
export function slowAsk(answer: Answer, statements: ShownStatement[] = []) {
  const gate = Promise.withResolvers<void>()
  let asked = 0
  const ask: DiscordDeps['ask'] = async ({ question }, { onStatement, signal } = {}) => {
    asked++
    for (const statement of statements) {
      onStatement?.(statement)
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    const hurried = new Promise<void>((resolve) => {
      if (signal?.aborted) resolve()
      signal?.addEventListener('abort', () => resolve())
    })
    await Promise.race([gate.promise, hurried])
    return { ...answer, question }
  }
  return { ask, release: () => gate.resolve(), asked: () => asked }
}

/** Resolves once nothing is open. */
export async function settled({ database, platform }: DiscordScene): Promise<void> {
  await platform.until(() => database.get('SELECT 1 FROM inbox WHERE is_open = 1') === undefined)
}

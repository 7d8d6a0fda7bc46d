import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadEnvFile } from 'node:process'
import { z } from 'zod'
import { AccordError } from './errors.ts'

/** An empty variable is as good as none: that is how .env.example leaves them. */
const optional = z.preprocess(
  (value) => (typeof value === 'string' && value.trim()) || undefined,
  z.string().optional(),
)
const withDefault = (value: string) => optional.transform((given) => given ?? value)
// "localhost:11434" is an address too, with the scheme "localhost".
const addressLike = (example: string) =>
  optional.refine(
    (value) => value === undefined || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
    `must be an address such as ${example}`,
  )
const address = addressLike('https://example.org')
const wholeNumber = (byDefault: number, min: number, max: number, what: string) => {
  const problem = `must be ${what}, a whole number from ${min} to ${max}`
  return withDefault(String(byDefault)).transform(Number).pipe(z.int(problem).min(min, problem).max(max, problem))
}

function isSnowflake(value: string | undefined): boolean {
  return value === undefined || /^\d{1,20}$/.test(value)
}

const schema = z.object({
  PORT: wholeNumber(3000, 0, 65_535, 'a port'),
  HOST: withDefault('127.0.0.1'),
  PUBLIC_URL: address,
  WEB_QUESTIONS_PER_MINUTE: wholeNumber(60, 0, 1_000_000, 'questions'),
  TRUSTED_PROXIES: wholeNumber(0, 0, 10, 'proxies'),
  DATA_DIR: withDefault('./data'),
  KNOWLEDGE_DIR: withDefault('./knowledge'),
  GOLDEN_QUESTIONS: optional,
  KEEP_SNAPSHOTS: wholeNumber(5, 2, 1000, 'a number of snapshots'),
  LOG_LEVEL: withDefault('info').pipe(
    z.enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    ),
  ),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: addressLike('https://example.org/v1'),
  // https://platform.openai.com/docs/models: small, without thinking, and with structured output.
  CHAT_MODEL: withDefault('gpt-4.1-mini'),
  CHAT_TOKENS_PER_DAY: wholeNumber(2_000_000, 0, 1_000_000_000_000, 'tokens'),
  CHAT_CALLS_AT_ONCE: wholeNumber(8, 1, 1000, 'calls'),
  EMBEDDING_MODEL: optional,
  ANSWER_DEADLINE_SECONDS: wholeNumber(12, 1, 55, 'seconds'),
  LINE_CHANNEL_SECRET: optional,
  LINE_CHANNEL_ACCESS_TOKEN: optional,
  LINE_API_BASE_URL: address,
  LINE_PUSH: withDefault('never').pipe(z.enum(['never', 'people', 'always'], 'must be never, people or always')),
  DISCORD_TOKEN: optional,
  DISCORD_APPLICATION_ID: optional.refine(isSnowflake, 'must be the Application ID, a number'),
  DISCORD_GUILD_ID: optional.refine(isSnowflake, 'must be a server’s ID, a number'),
  DISCORD_CHANGES_CHANNEL_ID: optional.refine(isSnowflake, 'must be a channel’s ID, a number'),
  DISCORD_API_BASE_URL: address,
  QUESTIONS_PER_MINUTE: wholeNumber(30, 1, 10_000, 'questions'),
  GROUP_QUESTIONS_PER_MINUTE: wholeNumber(60, 1, 10_000, 'questions'),
  CONVERSATION_HOURS: wholeNumber(24, 1, 720, 'hours'),
  RECEIPT_DAYS: wholeNumber(90, 1, 36_500, 'days'),
  ID_HASH_KEY: optional,
  // LangChain's own, which its tracer reads with the rest of LANGSMITH_…: https://docs.langchain.com/langsmith
  LANGSMITH_TRACING: optional,
})

/** The settings, read once. Secrets don't show when it's printed or turned into JSON. */
export interface Config {
  port: number
  host: string
  publicUrl?: string
  /** From one address on the web; 0: as many as it likes. */
  webQuestionsPerMinute: number
  /** How many proxies of ours every request comes through: so many addresses of `X-Forwarded-For` are believed. */
  trustedProxies: number
  dataDir: string
  knowledgeDir: string
  /** Questions in JSONL that every refresh is asked, with `baseline.json` beside them. */
  goldenQuestions?: string
  /** How many versions of the index are kept, the one in use among them. */
  keepSnapshots: number
  logLevel: string
  /** Milliseconds that an answer may take; past them it goes out without a language model. */
  answerDeadline: number
  /** How long receipts are kept. */
  receiptDays: number
  /** Questions a minute on chat platforms. */
  questionLimits: { person: number; group: number }
  /** How long conversations on chat platforms are kept, hours. */
  conversationHours: { person: number; group: number }
  /** Secret. What people's ids are hashed with; unset, a key is made and kept with the data. */
  idHashKey?: string
  /** LangChain's tracer is told of every stage of every answer, questions included. */
  tracing: boolean
  /** Set when a service that speaks OpenAI's protocol is to be used. */
  models?: ModelsConfig
  /** Set when its channel's secret and access token both are. */
  line?: LineConfig
  /** Set when anything of Discord's is. */
  discord?: DiscordConfig
}

export interface DiscordConfig {
  /** Secret. Discord is on when it's set. */
  token?: string
  /** Worked out of the token unless set. */
  applicationId?: string
  /** The server that commands are registered in; all of them unless set. */
  guildId?: string
  /** Where it's posted what new snapshots change; nowhere unless set. */
  changesChannelId?: string
  /** As discord.js's `rest.api`; Discord's own unless set. */
  apiBaseURL?: string
}

export interface LineConfig {
  /** Secret. */
  channelSecret: string
  /** Secret. */
  accessToken: string
  /** LINE's own unless set. */
  apiBaseURL?: string
  /** To whom answers may go that can't be replied with: it counts against the month's quota. */
  push: 'never' | 'people' | 'always'
}

export interface ModelsConfig {
  /** Secret. */
  apiKey?: string
  baseURL?: string
  chatModel: string
  /** 0: no chat model is asked. */
  tokensPerDay: number
  callsAtOnce: number
  /** Only when it's asked for: many a server for chat has no embeddings, and a snapshot needs the model that it was made with. */
  embeddingModel?: string
}

const MILLISECONDS = 1000
const TRACING_NAMES = ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2']

/** Reads the environment, after `.env` in this folder if there is one. Throws an AccordError that names what is wrong. */
export function loadConfig(): Config {
  if (existsSync('.env')) loadEnvFile('.env')
  const config = parseConfig(process.env)
  // LangChain obeys any of these; a question leaves the house only when the one that is documented here says so.
  if (!config.tracing) for (const name of TRACING_NAMES) delete process.env[name]
  return config
}

export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(environment)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    throw new AccordError(`The settings are wrong: ${problems.join('; ')}. See .env.example`)
  }
  const env = parsed.data
  const models = env.OPENAI_API_KEY !== undefined || env.OPENAI_BASE_URL !== undefined
  const config: Config = {
    port: env.PORT,
    host: env.HOST,
    ...(env.PUBLIC_URL !== undefined && { publicUrl: new URL(env.PUBLIC_URL).href.replace(/\/+$/u, '') }),
    webQuestionsPerMinute: env.WEB_QUESTIONS_PER_MINUTE,
    trustedProxies: env.TRUSTED_PROXIES,
    dataDir: join(env.DATA_DIR),
    knowledgeDir: join(env.KNOWLEDGE_DIR),
    ...(env.GOLDEN_QUESTIONS !== undefined && { goldenQuestions: join(env.GOLDEN_QUESTIONS) }),
    keepSnapshots: env.KEEP_SNAPSHOTS,
    logLevel: env.LOG_LEVEL,
    answerDeadline: env.ANSWER_DEADLINE_SECONDS * MILLISECONDS,
    receiptDays: env.RECEIPT_DAYS,
    questionLimits: { person: env.QUESTIONS_PER_MINUTE, group: env.GROUP_QUESTIONS_PER_MINUTE },
    conversationHours: { person: env.CONVERSATION_HOURS, group: Math.min(env.CONVERSATION_HOURS, MOST_GROUP_HOURS) },
    tracing: env.LANGSMITH_TRACING === 'true',
    ...(models && { models: modelsConfig(env) }),
    ...lineConfig(env),
    ...discordConfig(env),
  }
  return withSecret(config, 'idHashKey', env.ID_HASH_KEY)
}

/** LINE's terms let nothing of a group be kept longer. */
const MOST_GROUP_HOURS = 24

function lineConfig(env: z.infer<typeof schema>): { line?: LineConfig } {
  const { LINE_CHANNEL_SECRET: channelSecret, LINE_CHANNEL_ACCESS_TOKEN: accessToken } = env
  if (channelSecret === undefined || accessToken === undefined) return {}
  const open = {
    push: env.LINE_PUSH,
    ...(env.LINE_API_BASE_URL !== undefined && { apiBaseURL: env.LINE_API_BASE_URL }),
  } as LineConfig
  return { line: withSecret(withSecret(open, 'channelSecret', channelSecret), 'accessToken', accessToken) }
}

function discordConfig(env: z.infer<typeof schema>): { discord?: DiscordConfig } {
  const open: DiscordConfig = {
    ...(env.DISCORD_APPLICATION_ID !== undefined && { applicationId: env.DISCORD_APPLICATION_ID }),
    ...(env.DISCORD_GUILD_ID !== undefined && { guildId: env.DISCORD_GUILD_ID }),
    ...(env.DISCORD_CHANGES_CHANNEL_ID !== undefined && { changesChannelId: env.DISCORD_CHANGES_CHANNEL_ID }),
    ...(env.DISCORD_API_BASE_URL !== undefined && { apiBaseURL: env.DISCORD_API_BASE_URL }),
  }
  if (env.DISCORD_TOKEN === undefined && Object.keys(open).length === 0) return {}
  return { discord: withSecret(open, 'token', env.DISCORD_TOKEN) }
}

function modelsConfig(env: z.infer<typeof schema>): ModelsConfig {
  const models: ModelsConfig = {
    ...(env.OPENAI_BASE_URL !== undefined && { baseURL: env.OPENAI_BASE_URL }),
    chatModel: env.CHAT_MODEL,
    tokensPerDay: env.CHAT_TOKENS_PER_DAY,
    callsAtOnce: env.CHAT_CALLS_AT_ONCE,
    ...(env.EMBEDDING_MODEL !== undefined && { embeddingModel: env.EMBEDDING_MODEL }),
  }
  return withSecret(models, 'apiKey', env.OPENAI_API_KEY)
}

/** Not enumerable: it doesn't show when the settings are printed, nor go along when they're copied. */
function withSecret<T extends object>(settings: T, name: keyof T, secret: string | undefined): T {
  return secret === undefined ? settings : Object.defineProperty(settings, name, { value: secret, enumerable: false })
}

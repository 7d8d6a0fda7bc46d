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
const address = optional.refine(
  (value) => value === undefined || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
  'must be an address such as https://example.org/v1',
)
const wholeNumber = (byDefault: number, min: number, max: number, what: string) => {
  const problem = `must be ${what}, ${min} to ${max}`
  return withDefault(String(byDefault)).transform(Number).pipe(z.int(problem).min(min, problem).max(max, problem))
}

const schema = z.object({
  PORT: wholeNumber(3000, 0, 65_535, 'a port'),
  HOST: withDefault('127.0.0.1'),
  PUBLIC_URL: address,
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
  OPENAI_BASE_URL: address,
  // https://platform.openai.com/docs/models: small, without thinking, and with structured output.
  CHAT_MODEL: withDefault('gpt-4.1-mini'),
  CHAT_TOKENS_PER_DAY: wholeNumber(2_000_000, 0, 1_000_000_000_000, 'a number of tokens'),
  CHAT_CALLS_AT_ONCE: wholeNumber(8, 1, 1000, 'a number of calls'),
  EMBEDDING_MODEL: optional,
  ANSWER_DEADLINE_SECONDS: wholeNumber(12, 1, 55, 'seconds'),
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
  /** Secret. What people's ids are hashed with; unset, a key is made and kept with the data. */
  idHashKey?: string
  /** LangChain's tracer is told of every stage of every answer, questions included. */
  tracing: boolean
  /** Set when a service that speaks OpenAI's protocol is to be used. */
  models?: ModelsConfig
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
    ...(env.PUBLIC_URL !== undefined && { publicUrl: env.PUBLIC_URL }),
    dataDir: join(env.DATA_DIR),
    knowledgeDir: join(env.KNOWLEDGE_DIR),
    ...(env.GOLDEN_QUESTIONS !== undefined && { goldenQuestions: join(env.GOLDEN_QUESTIONS) }),
    keepSnapshots: env.KEEP_SNAPSHOTS,
    logLevel: env.LOG_LEVEL,
    answerDeadline: env.ANSWER_DEADLINE_SECONDS * MILLISECONDS,
    receiptDays: env.RECEIPT_DAYS,
    tracing: env.LANGSMITH_TRACING === 'true',
    ...(models && { models: modelsConfig(env) }),
  }
  return withSecret(config, 'idHashKey', env.ID_HASH_KEY)
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

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

const schema = z.object({
  PORT: withDefault('3000')
    .transform(Number)
    .pipe(z.int('must be a port, 0 to 65535').min(0).max(65_535, 'must be a port, 0 to 65535')),
  HOST: withDefault('127.0.0.1'),
  PUBLIC_URL: address,
  DATA_DIR: withDefault('./data'),
  KNOWLEDGE_DIR: withDefault('./knowledge'),
  LOG_LEVEL: withDefault('info').pipe(
    z.enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    ),
  ),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: address,
  EMBEDDING_MODEL: optional,
})

/** The settings, read once. Secrets don't show when it's printed or turned into JSON. */
export interface Config {
  port: number
  host: string
  publicUrl?: string
  dataDir: string
  knowledgeDir: string
  logLevel: string
  /** Set when a service that speaks OpenAI's protocol is to be used. */
  models?: ModelsConfig
}

export interface ModelsConfig {
  apiKey?: string
  baseURL?: string
  embeddingModel: string
}

/** https://platform.openai.com/docs/guides/embeddings: of the current models the small one. */
const EMBEDDING_MODEL = 'text-embedding-3-small'

/** Reads the environment, after `.env` in this folder if there is one. Throws an AccordError that names what is wrong. */
export function loadConfig(): Config {
  if (existsSync('.env')) loadEnvFile('.env')
  return parseConfig(process.env)
}

export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(environment)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    throw new AccordError(`The settings are wrong: ${problems.join('; ')}. See .env.example`)
  }
  const env = parsed.data
  const models = env.OPENAI_API_KEY !== undefined || env.OPENAI_BASE_URL !== undefined
  return {
    port: env.PORT,
    host: env.HOST,
    ...(env.PUBLIC_URL !== undefined && { publicUrl: env.PUBLIC_URL }),
    dataDir: join(env.DATA_DIR),
    knowledgeDir: join(env.KNOWLEDGE_DIR),
    logLevel: env.LOG_LEVEL,
    ...(models && { models: modelsConfig(env) }),
  }
}

function modelsConfig(env: z.infer<typeof schema>): ModelsConfig {
  const models: ModelsConfig = {
    embeddingModel: env.EMBEDDING_MODEL ?? EMBEDDING_MODEL,
    ...(env.OPENAI_BASE_URL !== undefined && { baseURL: env.OPENAI_BASE_URL }),
  }
  if (env.OPENAI_API_KEY !== undefined) {
    Object.defineProperty(models, 'apiKey', { value: env.OPENAI_API_KEY, enumerable: false })
  }
  return models
}

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseConfig } from '../src/config.ts'
import { AccordError } from '../src/errors.ts'

const KEY = 'sk-very-secret'
const HASH_KEY = 'a key to hash ids with'
const BASE_URL = 'http://127.0.0.1:11434/v1'
const root = join(import.meta.dirname, '..')

const DEFAULTS = {
  port: 3000,
  host: '127.0.0.1',
  webQuestionsPerMinute: 60,
  trustedProxies: 0,
  dataDir: 'data',
  knowledgeDir: 'knowledge',
  keepSnapshots: 5,
  logLevel: 'info',
  answerDeadline: 12_000,
  receiptDays: 90,
  questionLimits: { person: 30, group: 60 },
  conversationHours: { person: 24, group: 24 },
  tracing: false,
}

function refusalOf(environment: Record<string, string>): string {
  try {
    parseConfig(environment)
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(AccordError)
    return (error as Error).message
  }
}

describe('the settings', () => {
  it('all have a default', () => expect(parseConfig({})).toEqual(DEFAULTS))

  it.each(['', ' ', '\t'])('take an empty variable for none (%j)', (empty) => {
    const example = readFileSync(join(root, '.env.example'), 'utf8')
    const names = [...example.matchAll(/^([A-Z_]+)=/gmu)].map(([, name]) => name!)
    expect(names).toContain('OPENAI_API_KEY')
    expect(parseConfig(Object.fromEntries(names.map((name) => [name, empty])))).toEqual(DEFAULTS)
  })

  it('are read from their variables, and nothing else is', () => {
    const environment = {
      PORT: '8080',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://accord.example/',
      WEB_QUESTIONS_PER_MINUTE: '120',
      TRUSTED_PROXIES: '1',
      DATA_DIR: '/var/lib/accord',
      KNOWLEDGE_DIR: ' /srv/knowledge ',
      GOLDEN_QUESTIONS: '/srv/golden.jsonl',
      KEEP_SNAPSHOTS: '12',
      LOG_LEVEL: 'debug',
      ANSWER_DEADLINE_SECONDS: '20',
      RECEIPT_DAYS: '30',
      QUESTIONS_PER_MINUTE: '5',
      GROUP_QUESTIONS_PER_MINUTE: '7',
      CONVERSATION_HOURS: '100',
      LANGSMITH_TRACING: 'true',
      EMBEDDING_MODEL: 'of no use without a service',
      HOME: '/root',
    }
    expect(parseConfig(environment)).toEqual({
      port: 8080,
      host: '0.0.0.0',
      publicUrl: 'https://accord.example',
      webQuestionsPerMinute: 120,
      trustedProxies: 1,
      dataDir: '/var/lib/accord',
      knowledgeDir: '/srv/knowledge',
      goldenQuestions: '/srv/golden.jsonl',
      keepSnapshots: 12,
      logLevel: 'debug',
      answerDeadline: 20_000,
      receiptDays: 30,
      questionLimits: { person: 5, group: 7 },
      // A group's aren't kept longer than a day.
      conversationHours: { person: 100, group: 24 },
      tracing: true,
    })
  })

  it.each([
    ['0', 0],
    ['65535', 65_535],
  ])('take port %s', (value, port) => expect(parseConfig({ PORT: value }).port).toBe(port))

  it.each(['abc', '-1', '65536', '80.5', '3000x', 'NaN'])('refuse port %s', (value) => {
    expect(refusalOf({ PORT: value })).toBe(
      'The settings are wrong: PORT must be a port, a whole number from 0 to 65535. See .env.example',
    )
  })

  it.each([
    ['ANSWER_DEADLINE_SECONDS', ['0', '56', '1.5', 'soon'], 'must be seconds, a whole number from 1 to 55'],
    ['CHAT_TOKENS_PER_DAY', ['-1', '2e13', 'many'], 'must be tokens, a whole number from 0 to 1000000000000'],
    ['CHAT_CALLS_AT_ONCE', ['0', '1001'], 'must be calls, a whole number from 1 to 1000'],
    ['RECEIPT_DAYS', ['0', '-1', '36501'], 'must be days, a whole number from 1 to 36500'],
  ])('refuse another %s', (name, values, problem) => {
    for (const value of values) expect(refusalOf({ [name]: value })).toContain(`${name} ${problem}`)
  })

  it.each(['example.org', 'localhost:11434', 'javascript:alert(1)', 'ftp://example.org', 'http://'])(
    'refuse address %s',
    (value) => {
      for (const name of ['PUBLIC_URL', 'OPENAI_BASE_URL'])
        expect(refusalOf({ [name]: value })).toContain(`${name} must be an address such as http`)
    },
  )

  it('refuse another log level, and say which there are', () => {
    expect(refusalOf({ LOG_LEVEL: 'verbose' })).toContain(
      'LOG_LEVEL must be trace, debug, info, warn, error, fatal or silent',
    )
  })

  it('tell everything that is wrong at once, in one line', () => {
    const message = refusalOf({ PORT: 'x', LOG_LEVEL: 'y', PUBLIC_URL: 'z', OPENAI_API_KEY: KEY })
    for (const name of ['PORT', 'LOG_LEVEL', 'PUBLIC_URL']) expect(message).toContain(`${name} must be`)
    expect(message).not.toContain('\n')
    expect(message).not.toContain(KEY)
  })
})

describe('a service for models', () => {
  it('is off unless it has a key or an address', () => {
    expect(parseConfig({ EMBEDDING_MODEL: 'm' }).models).toBeUndefined()
  })

  it('is on with a key alone, for chat', () => {
    const { models } = parseConfig({ OPENAI_API_KEY: KEY })
    expect(models?.apiKey).toBe(KEY)
    expect(models).toEqual({ chatModel: 'gpt-4.1-mini', tokensPerDay: 2_000_000, callsAtOnce: 8 })
  })

  it('is on with an address alone, as local servers have it', () => {
    const { models } = parseConfig({ OPENAI_BASE_URL: BASE_URL })
    expect(models?.baseURL).toBe(BASE_URL)
    expect(models?.apiKey).toBeUndefined()
  })

  it('is used as its settings say, for embeddings only when they name a model', () => {
    const environment = { CHAT_MODEL: 'qwen3', CHAT_TOKENS_PER_DAY: '0', CHAT_CALLS_AT_ONCE: '2' }
    const models = { baseURL: BASE_URL, chatModel: 'qwen3', tokensPerDay: 0, callsAtOnce: 2 }
    expect(parseConfig({ OPENAI_BASE_URL: BASE_URL, ...environment }).models).toEqual(models)
    expect(parseConfig({ OPENAI_BASE_URL: BASE_URL, ...environment, EMBEDDING_MODEL: 'bge-m3' }).models).toEqual({
      ...models,
      embeddingModel: 'bge-m3',
    })
  })
})

describe('LINE', () => {
  const line = { LINE_CHANNEL_SECRET: 'channel-secret', LINE_CHANNEL_ACCESS_TOKEN: 'access-token' }

  it('is on when its secret and its access token both are set', () => {
    const { line: settings } = parseConfig({ ...line, LINE_API_BASE_URL: 'http://127.0.0.1:9', LINE_PUSH: 'people' })
    expect(settings).toEqual({ push: 'people', apiBaseURL: 'http://127.0.0.1:9' })
    expect([settings?.channelSecret, settings?.accessToken]).toEqual(['channel-secret', 'access-token'])
    for (const name of Object.keys(line)) expect(parseConfig({ ...line, [name]: '' })).not.toHaveProperty('line')
  })

  it('pushes nothing unless told, and its secrets do not show', () => {
    const config = parseConfig(line)
    expect(config.line?.push).toBe('never')
    expect(inspect(config, { depth: null }) + JSON.stringify(config)).not.toMatch(/channel-secret|access-token/)
    expect(refusalOf({ LINE_PUSH: 'yes' })).toMatch(/LINE_PUSH must be never, people or always/)
  })
})

describe('secrets', () => {
  it('do not show when the settings are printed or logged', () => {
    const config = parseConfig({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: BASE_URL, ID_HASH_KEY: HASH_KEY })
    expect([config.models?.apiKey, config.idHashKey]).toEqual([KEY, HASH_KEY])
    for (const shown of [
      inspect(config, { depth: null }),
      JSON.stringify(config),
      String(config),
      `${Object.values(config)}`,
      `${Object.values(config.models!)}`,
    ]) {
      expect(shown).not.toContain(KEY)
      expect(shown).not.toContain(HASH_KEY)
    }
  })
})

describe('the environment', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'accord-config-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const load = (environment: Record<string, string> = {}) => {
    const script = `import { loadConfig } from '${join(root, 'src/config.ts')}'; process.stdout.write(JSON.stringify(loadConfig()))`
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
    })
    if (stdout === '') throw new Error(stderr)
    return JSON.parse(stdout) as unknown
  }

  it('is enough by itself', () => expect(load({ PORT: '8080' })).toEqual({ ...DEFAULTS, port: 8080 }))

  it('is filled up from .env in the folder where Accord is started', () => {
    writeFileSync(join(folder, '.env'), '# comment\nPORT=8081\nHOST="0.0.0.0"\nLOG_LEVEL=\n')
    expect(load()).toEqual({ ...DEFAULTS, port: 8081, host: '0.0.0.0' })
  })

  it('counts more than .env', () => {
    writeFileSync(join(folder, '.env'), 'PORT=8081\nHOST=0.0.0.0\n')
    expect(load({ PORT: '8080' })).toEqual({ ...DEFAULTS, port: 8080, host: '0.0.0.0' })
  })
})

import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningAccord, runNode, startAccord } from '../support/run-node.ts'
import { answerSchema } from './answer-schema.ts'
import { expectRefusal } from './expect-refusal.ts'

const PROJECT = join(import.meta.dirname, '../..')
const KNOWLEDGE = join(PROJECT, 'knowledge')

/** A folder to start in, as it is before the first start. */
let home: string
let greeting: string
let accord: RunningAccord
const inHome = (name: string) => join(home, name)

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'accord-start-'))
  accord = await start()
  greeting = accord.greeting
})
afterAll(async () => {
  await accord[Symbol.asyncDispose]()
  rmSync(home, { recursive: true })
})

const settings = (env: Record<string, string>) => ({
  cwd: home,
  env: { KNOWLEDGE_DIR: KNOWLEDGE, DATA_DIR: inHome('data'), ...env },
})
const start = (env: Record<string, string> = {}) => startAccord(settings(env))
/** A start that is expected to fail. */
const startInVain = (env: Record<string, string>) => runNode('src/main.ts', [], settings({ PORT: '0', ...env }))

describe('the first start', () => {
  it('builds the index and prints where it answers, what is on and what is off', () => {
    expect(greeting).toMatch(/^Building the index from .+\n\nAccord answers at http:\/\/127\.0\.0\.1:\d+\n/)
    expect(greeting).toMatch(/^ {2}web +on$/m)
    expect(greeting).toMatch(/^ {2}LINE +off/m)
    expect(greeting).toMatch(/^ {2}Discord +off/m)
    expect(greeting).toMatch(/^ {2}models +off/m)
    expect(greeting).toMatch(/^ {2}index +\d{8}T\d{6}Z-[0-9a-f]{8}: \d+ documents, \d+ passages$/m)
  })

  it.each([
    ['th', 'MoC ฉบับใหม่ลงนามเมื่อไหร่', '5 สิงหาคม 2565'],
    ['en', 'When was the new MoC signed?', '5 August 2022'],
    ['ja', '新しい覚書はいつ署名されましたか', '2022年8月5日'],
  ])('answers on the page and by its API in %s', async (language, question, date) => {
    const page = await fetch(`${accord.url}/?question=${encodeURIComponent(question)}`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(date)

    const response = await fetch(`${accord.url}/api/ask`, { method: 'POST', body: JSON.stringify({ question }) })
    const answer = answerSchema.parse(await response.json())
    expect(answer).toMatchObject({ question, language, status: 'answered' })
    expect(answer.statements.map(({ text }) => text).join('\n')).toContain(date)
  })

  it('is healthy, ready and measured', async () => {
    expect(await (await fetch(`${accord.url}/healthz`)).text()).toBe('ok\n')
    expect(await (await fetch(`${accord.url}/readyz`)).text()).toBe('ready\n')
    expect(await (await fetch(`${accord.url}/metrics`)).text()).toContain('accord_')
  })

  it('takes a service for chat without a new index, and names its model', async () => {
    await using other = await start({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', CHAT_MODEL: 'qwen3' })
    expect(other.greeting).toMatch(/^ {2}models +answers drafted by qwen3$/m)
  })

  it('leaves nothing but the index and the database behind', () => {
    const files = readdirSync(inHome('data'))
    expect([...new Set(files.map((file) => file.replace(/-(?:shm|wal)$/u, '')))].sort()).toEqual(['accord.db', 'index'])
    expect(readdirSync(home)).toEqual(['data'])
  })
})

describe('a start with an index', () => {
  it('needs no knowledge folder', async () => {
    await using again = await start({ KNOWLEDGE_DIR: inHome('nowhere') })
    expect(again.greeting).not.toContain('Building')
    expect((await fetch(`${again.url}/readyz`)).status).toBe(200)
  })

  it('takes .env.example as .env', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'accord-env-'))
    cpSync(join(PROJECT, '.env.example'), join(folder, '.env'))
    await using again = await startAccord({ cwd: folder, env: { DATA_DIR: inHome('data') } })
    expect(again.greeting).toMatch(/^ {2}models +off/m)
    rmSync(folder, { recursive: true })
  })
})

describe('stopping', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with exit code 0 and nothing on stderr', async (signal) => {
    await using again = await start()
    again.signal(signal)
    expect(await again.ended).toMatchObject({ code: 0, stderr: '' })
  })

  it('finishes the request under way, however many signals come', async () => {
    await using again = await start()
    const body = JSON.stringify({ question: 'When was the new MoC signed?' })
    const headers = { 'content-length': body.length, expect: '100-continue' }
    const asked = request(`${again.url}/api/ask`, { method: 'POST', headers })
    asked.flushHeaders()
    await once(asked, 'continue')
    again.signal('SIGTERM')
    await refusesConnections(again.url)
    again.signal('SIGTERM')
    asked.end(body)
    const [response] = await once(asked, 'response')
    expect(answerSchema.parse(await json(response)).status).toBe('answered')
    expect((await again.ended).code).toBe(0)
  })
})

describe('a start that cannot be', () => {
  it('names the port that is taken', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    expectRefusal(await startInVain({ PORT: String(port) }), new RegExp(`^Port ${port} is taken; set PORT`))
    server.close()
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['LOG_LEVEL', 'loud'],
    ['OPENAI_BASE_URL', 'localhost'],
  ])('names the setting that is wrong: %s=%s', async (name, value) => {
    expectRefusal(await startInVain({ [name]: value }), new RegExp(`^The settings are wrong: ${name} must be`))
  })

  it('names the knowledge folder that is missing', async () => {
    const ended = await startInVain({ DATA_DIR: inHome('fresh'), KNOWLEDGE_DIR: inHome('nowhere') })
    expectRefusal(ended, /nowhere doesn't exist: check KNOWLEDGE_DIR/)
    expect(existsSync(inHome('fresh'))).toBe(false)
  })

  it('names the data folder that cannot be written', async () => {
    writeFileSync(inHome('file'), '')
    for (const folder of ['file', 'file/data'])
      expectRefusal(await startInVain({ DATA_DIR: inHome(folder) }), /\/file\b/)
    rmSync(inHome('file'))
  })

  it('says that the index was made with another embedding model', async () => {
    const ended = await startInVain({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', EMBEDDING_MODEL: 'bge-m3' })
    expectRefusal(ended, /embedded with .+, not with bge-m3: run `npm run ingest`/)
  })
})

async function refusesConnections(url: string): Promise<void> {
  while (
    await fetch(url).then(
      () => true,
      () => false,
    )
  );
}

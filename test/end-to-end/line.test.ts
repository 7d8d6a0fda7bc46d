import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saidIn } from '../support/line-bot.ts'
import { type LinePlatform, startLinePlatform } from '../support/line-platform/line-platform.ts'
import { type RunningAccord, startAccord } from '../support/run-node.ts'

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge')

let home: string
let line: LinePlatform
let accord: RunningAccord

const start = (env: Record<string, string> = {}) =>
  startAccord({
    cwd: home,
    env: {
      KNOWLEDGE_DIR: KNOWLEDGE,
      DATA_DIR: join(home, 'data'),
      LINE_CHANNEL_SECRET: line.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: line.accessToken,
      LINE_API_BASE_URL: line.apiURL,
      ...env,
    },
  })

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'accord-line-e2e-'))
  line = await startLinePlatform()
  accord = await start()
  line.setWebhook(`${accord.url}/line/webhook`)
})
afterAll(async () => {
  await accord[Symbol.asyncDispose]()
  await line[Symbol.asyncDispose]()
  rmSync(home, { recursive: true })
})

describe('npm start with LINE', () => {
  it('says that LINE is on, and where', () => {
    expect(accord.greeting).toMatch(/^ {2}LINE +on: POST http:\/\/127\.0\.0\.1:\d+\/line\/webhook$/m)
  })

  it.each([
    ['th', 'MoC ฉบับใหม่ลงนามเมื่อไหร่', '5 สิงหาคม 2565'],
    ['en', 'When was the new MoC signed?', '5 August 2022'],
    ['ja', '新しい覚書はいつ署名されましたか', '2022年8月5日'],
  ])('answers an official in %s, and each button under the answer works', async (_, text, date) => {
    const from = line.addPerson()
    expect(await line.deliver([line.events.text({ from, text })])).toMatchObject({ status: 200 })
    await expect.poll(() => line.messages(from).length).toBeGreaterThan(0)
    expect(saidIn(line, from).join('\n')).toContain(date)

    const source = buttonsOf(line.messages(from)[0]!.message)[0]!
    await line.deliver([line.tap({ from, action: source as never })])
    await expect.poll(() => line.messages(from)).toHaveLength(2)
    expect(saidIn(line, from)[1]).toContain('“')
  })

  it('is verified by LINE', async () => {
    expect(await line.deliver([])).toMatchObject({ status: 200, reason: 'ok' })
  })

  it.each([
    ['no signature', 401, { signature: null }],
    ['a wrong one', 401, { signature: 'AAAA' }],
    ['what is no JSON', 400, { body: Buffer.from('{"not') }],
    ['what is too large', 413, { body: Buffer.alloc(1024 * 1024 + 1, 32) }],
  ])('answers %s with %i', async (_, status, options) => {
    expect(await line.deliver([line.events.follow({ from: line.addPerson() })], options)).toMatchObject({ status })
  })
})

describe('a stop', () => {
  it('finishes what is under way, and the next start what was left', async () => {
    const from = line.addPerson()
    line.fail('reply', { kind: 'slow', ms: 300 })
    await line.deliver([line.events.text({ from, text: 'When was the new MoC signed?' })])
    accord.signal('SIGTERM')
    expect(await accord.ended).toMatchObject({ code: 0 })
    expect(line.messages(from)).toHaveLength(1)
    accord = await start()
    line.setWebhook(`${accord.url}/line/webhook`)
    expect(line.messages(from)).toHaveLength(1)
  })
})

describe('without LINE', () => {
  it('says what is missing, and the web answers', async () => {
    await using other = await start({ LINE_CHANNEL_SECRET: '', DATA_DIR: join(home, 'data') })
    expect(other.greeting).toMatch(/^ {2}LINE +off: set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN$/m)
    expect((await fetch(`${other.url}/line/webhook`, { method: 'POST' })).status).toBe(404)
    expect((await fetch(`${other.url}/readyz`)).status).toBe(200)
  })

  it('web answers while LINE is nowhere', async () => {
    await using other = await start({ LINE_API_BASE_URL: 'http://127.0.0.1:9' })
    expect((await fetch(`${other.url}/?question=When`)).status).toBe(200)
  })
})

function buttonsOf(value: unknown): { type: string }[] {
  if (Array.isArray(value)) return value.flatMap(buttonsOf)
  if (typeof value !== 'object' || value === null) return []
  const { type, action } = value as { type?: string; action?: { type: string } }
  if (type === 'button' && action !== undefined) return [action]
  return Object.values(value).flatMap(buttonsOf)
}

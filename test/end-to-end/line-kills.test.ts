import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { killAtRandom } from '../support/kill-line.ts'
import { saidIn } from '../support/line-bot.ts'
import { startLinePlatform } from '../support/line-platform/line-platform.ts'
import { startAccord } from '../support/run-node.ts'

const knowledgeDir = join(import.meta.dirname, '../../knowledge')

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'accord-line-kills-'))
})
afterEach(() => rmSync(home, { recursive: true }))

it('loses no question and answers none twice, killed at random moments', async () => {
  const count = await killAtRandom({ home, knowledgeDir, kills: 5, questions: 20, random: Math.random })
  expect(count).toMatchObject({ kills: 5, accepted: 100, lost: 0, doubled: 0 })
}, 120_000)

it('killed between LINE’s answer and its own note of it, says nothing twice and still knows what it said', async () => {
  await using line = await startLinePlatform()
  const env = {
    KNOWLEDGE_DIR: knowledgeDir,
    DATA_DIR: join(home, 'data'),
    LINE_CHANNEL_SECRET: line.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: line.accessToken,
    LINE_API_BASE_URL: line.apiURL,
    LINE_PUSH: 'always',
  }
  const first = await startAccord({ cwd: home, env })
  line.setWebhook(`${first.url}/line/webhook`)
  const from = line.addPerson()
  line.fail('reply', { kind: 'hang', processed: true })
  await line.deliver([line.events.text({ from, text: 'When was the new MoC signed?' })])
  await expect.poll(() => line.messages(from).length).toBe(1)
  first.signal('SIGKILL')
  await first.ended

  await using second = await startAccord({ cwd: home, env })
  line.setWebhook(`${second.url}/line/webhook`)
  await expect.poll(() => line.callsTo('reply').map(({ status }) => status)).toEqual([undefined, 400])
  const original = line.quickReplies(from).find(({ action }) => action.label === 'Original wording')
  await line.deliver([line.tap({ from, action: original!.action })])
  await expect.poll(() => line.messages(from)).toHaveLength(2)
  expect(saidIn(line, from)[1]).toContain('“')
  expect(line.callsTo('push')).toEqual([])
})

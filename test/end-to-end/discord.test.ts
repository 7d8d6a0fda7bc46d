import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startDiscordPlatform } from '../support/discord-platform/discord-platform.ts'
import { textOf } from '../support/discord-platform/seen-message.ts'
import { killDiscord } from '../support/kill-discord.ts'
import { startAccord } from '../support/run-node.ts'

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge')

it('finishes after the restart what was accepted before a kill', async () => {
  const { inFlight, lost } = await killDiscord({ kills: 1, knowledgeDir: KNOWLEDGE })
  expect(inFlight).toBeGreaterThan(0)
  expect(lost).toBe(0)
}, 120_000)

it('runs beside the web, says so, and ends at SIGTERM; a bad token leaves the web on', async () => {
  const home = mkdtempSync(join(tmpdir(), 'accord-discord-'))
  await using platform = await startDiscordPlatform()
  const channel = platform.addChannel(platform.addGuild())
  const env = { KNOWLEDGE_DIR: KNOWLEDGE, DATA_DIR: join(home, 'data'), DISCORD_API_BASE_URL: platform.api }
  {
    await using accord = await startAccord({ cwd: home, env: { ...env, DISCORD_TOKEN: platform.token } })
    expect(accord.greeting).toMatch(/^ {2}Discord +on$/m)
    const options = { question: 'When was the new MoC signed?' }
    const asked = platform.command({ user: platform.addUser(), channel, name: 'ask', options })
    await platform.until(() => asked.state() === 'answered')
    expect(textOf(asked.response!)).toContain('5 August 2022')
    const metrics = await (await fetch(`${accord.url}/metrics`)).text()
    expect(metrics).toContain('accord_channel_connected{channel="discord"} 1\n')
    accord.signal('SIGTERM')
    const { code, stdout, stderr } = await accord.ended
    expect(code).toBe(0)
    expect(stderr).toContain('A question was answered')
    for (const secret of [asked.token, asked.user.id, platform.token]) expect(stdout + stderr).not.toContain(secret)
    expect(platform.gateway.connected).toBe(0)
  }
  {
    await using accord = await startAccord({ cwd: home, env: { ...env, DISCORD_TOKEN: 'MTk5MDAw.another.token' } })
    expect(accord.greeting).toMatch(/^ {2}Discord +off: .*DISCORD_TOKEN/m)
    expect((await fetch(`${accord.url}/readyz`)).status).toBe(200)
  }
  rmSync(home, { recursive: true })
}, 60_000)

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type App, startApp } from '../src/app.ts'
import { parseConfig } from '../src/config.ts'
import { type DiscordPlatform, startDiscordPlatform } from './support/discord-platform/discord-platform.ts'
import type { Channel, User } from './support/discord-platform/places.ts'
import { buttonsOf, textOf } from './support/discord-platform/seen-message.ts'
import { createRefreshBench, type RefreshBench } from './support/refresh-bench.ts'

let bench: RefreshBench
let platform: DiscordPlatform
let channel: Channel
let user: User
beforeEach(async () => {
  bench = createRefreshBench()
  platform = await startDiscordPlatform()
  channel = platform.addChannel(platform.addGuild())
  user = platform.addUser()
})
afterEach(async () => {
  await platform[Symbol.asyncDispose]()
  bench[Symbol.dispose]()
})

const start = (): Promise<App> =>
  startApp(
    parseConfig({
      PORT: '0',
      PUBLIC_URL: 'https://accord.example.org',
      DATA_DIR: bench.dataDir,
      KNOWLEDGE_DIR: bench.folder.path,
      LOG_LEVEL: 'silent',
      DISCORD_TOKEN: platform.token,
      DISCORD_API_BASE_URL: platform.api,
      DISCORD_CHANGES_CHANNEL_ID: channel.id,
    }),
  )
const posted = () => platform.visible(channel, user)
const metricsOf = async ({ url }: App) => (await fetch(`${url}/metrics`)).text()

describe('Accord, running, with a channel for changes', () => {
  it('posts there what each new index changed, once, and nothing of one that changed no text, nor after a restart', async () => {
    await bench.refresh()
    {
      await using _app = await start()
      bench.folder.edit('clauses.en.md', 'signed on 5 August', 'signed on 6 August')
      const { report } = await bench.refresh({ accept: 'a test' })
      await platform.until(() => posted().length === 1)
      const text = textOf(posted()[0]!)
      expect(text).toContain(report.version)
      expect(text).toContain('signed on 5 August')
      expect(text).toContain('signed on 6 August')
      expect(buttonsOf(posted()[0]!)).toMatchObject([{ url: 'https://accord.example.org/sources' }])
    }
    await using app = await start()
    bench.folder.edit('questions.yaml', 'On which day did', 'On what day did')
    const { report: silent } = await bench.refresh({ accept: 'a test' })
    expect(silent.written).toBe(true)
    await expect.poll(() => metricsOf(app), { timeout: 10_000 }).toContain(silent.version)
    bench.folder.edit('clauses.en.md', 'signed on 6 August', 'signed on 5 August')
    await bench.refresh({ accept: 'a test' })
    await platform.until(() => posted().length > 1)
    expect(posted()).toHaveLength(2)
    expect(textOf(posted()[1]!)).toContain(silent.version)
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startDiscordPlatform } from './discord-platform/discord-platform.ts'
import type { SentInteraction } from './discord-platform/interactions.ts'
import { type RunningAccord, startAccord } from './run-node.ts'

export interface KillFigures {
  kills: number
  /** Interactions that had a first answer when the process was killed, and no second. */
  inFlight: number
  lost: number
}

const QUESTION = 'When was the new MoC signed?'
const ASKED_AT_ONCE = 4
const PATIENCE = 60_000

/** Kills Accord again and again with answers in flight, behind a language model that hangs, and counts what is never answered. */
export async function killDiscord({
  kills,
  knowledgeDir,
}: {
  kills: number
  knowledgeDir: string
}): Promise<KillFigures> {
  await using parts = new AsyncDisposableStack()
  const home = mkdtempSync(join(tmpdir(), 'accord-kill-'))
  parts.defer(() => rmSync(home, { recursive: true, force: true }))
  const platform = parts.use(await startDiscordPlatform({ globalLimit: 1000 }))
  const model = parts.use(await startHangingModel())
  const channel = platform.addChannel(platform.addGuild())
  const start = () =>
    startAccord({
      cwd: home,
      env: {
        KNOWLEDGE_DIR: knowledgeDir,
        DATA_DIR: join(home, 'data'),
        LOG_LEVEL: 'silent',
        DISCORD_TOKEN: platform.token,
        DISCORD_API_BASE_URL: platform.api,
        OPENAI_BASE_URL: model.url,
        ANSWER_DEADLINE_SECONDS: '55',
      },
    })
  let accord: RunningAccord = await start()
  parts.defer(() => accord[Symbol.asyncDispose]())
  const inFlight: SentInteraction[] = []
  for (let kill = 0; kill < kills; kill++) {
    model.hangs = true
    const asked = Array.from({ length: ASKED_AT_ONCE }, () =>
      platform.command({ user: platform.addUser(), channel, name: 'ask', options: { question: QUESTION } }),
    )
    // One at least, and the others wherever they are by then.
    await platform.until(() => asked.some((each) => each.state() === 'thinking'), PATIENCE)
    await sleep(Math.random() * 30)
    accord.signal('SIGKILL')
    await accord.ended
    const left = asked.filter((each) => each.state() === 'thinking')
    inFlight.push(...left)
    model.hangs = false
    accord = await start()
    await platform.until(() => left.every((each) => each.state() === 'answered'), PATIENCE).catch(() => {})
  }
  return { kills, inFlight: inFlight.length, lost: inFlight.filter((each) => each.state() !== 'answered').length }
}

/** Never answers, or refuses at once. */
async function startHangingModel() {
  const model = { hangs: true, url: '' }
  const server = createServer((_, response) => {
    if (!model.hangs) response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  model.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return Object.assign(model, {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

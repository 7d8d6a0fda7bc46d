import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startChatServer } from './chat-server.ts'
import { startLinePlatform } from './line-platform/line-platform.ts'
import { startAccord } from './run-node.ts'

export interface BurstOptions {
  /** An empty folder. */
  home: string
  knowledgeDir: string
  /** How many ask at the same moment, each with a delivery over a connection of its own. */
  people: number
}

export interface BurstCount {
  people: number
  /** Milliseconds until the last delivery was answered with 200: LINE gives 2,000. */
  slowest: number
  /** Questions whose token was never used. */
  unanswered: number
}

const TEXT = 'When was the new MoC signed?'
const ANSWERED_WITHIN = 60_000

/** Everybody asks at once while the language model hangs. */
export async function burst({ home, knowledgeDir, people }: BurstOptions): Promise<BurstCount> {
  await using model = await startChatServer()
  model.reply = () => ({ silent: true })
  await using line = await startLinePlatform()
  await using accord = await startAccord({
    cwd: home,
    env: {
      KNOWLEDGE_DIR: knowledgeDir,
      DATA_DIR: `${home}/data`,
      LOG_LEVEL: 'error',
      OPENAI_BASE_URL: model.baseURL,
      LINE_CHANNEL_SECRET: line.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: line.accessToken,
      LINE_API_BASE_URL: line.apiURL,
    },
  })
  const poster = join(import.meta.dirname, 'burst-webhook.ts')
  const args = [poster, `${accord.url}/line/webhook`, line.channelSecret, TEXT, String(people)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const milliseconds: number[] = JSON.parse(stdout)
  const used = () => new Set(line.callsTo('reply').map(({ body }) => (body as { replyToken?: string }).replyToken)).size
  const until = performance.now() + ANSWERED_WITHIN
  while (used() < people && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 100))
  return { people, slowest: Math.max(...milliseconds), unanswered: people - used() }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { type LinePlatform, startLinePlatform } from './line-platform/line-platform.ts'
import type { WebhookEvent } from './line-platform/webhooks/event.ts'
import { type RunningAccord, startAccord } from './run-node.ts'

export interface KillOptions {
  /** An empty folder. */
  home: string
  knowledgeDir: string
  kills: number
  /** How many questions are asked before each kill. */
  questions: number
  /** From 0 to 1. */
  random: () => number
  onKill?: (count: number) => void
}

export interface KillCount {
  kills: number
  /** That Accord said it had. */
  accepted: number
  /** Not accepted by a process that was killed; LINE delivers them again. */
  redelivered: number
  lost: number
  doubled: number
}

const KILLED_WITHIN = 400
const ANSWERED_WITHIN = 20_000
/** LINE's answer is on its way for as long: time to be killed in. */
const ANSWER_DELAY = 25

const questions = ['When was the new MoC signed?', 'ฉบับเดิมสิ้นสุดวันไหน', '目的は何ですか', 'Who are the parties?']

/** Kills Accord at random moments with questions in flight, starts it again, and counts what became of each question. */
export async function killAtRandom(options: KillOptions): Promise<KillCount> {
  const { kills, random, onKill = () => {} } = options
  await using line = await startLinePlatform()
  line.fail('reply', { kind: 'slow', ms: ANSWER_DELAY }, { times: Number.POSITIVE_INFINITY })
  let accord = await start(line, options)
  const count: KillCount = { kills: 0, accepted: 0, redelivered: 0, lost: 0, doubled: 0 }
  try {
    for (; count.kills < kills; onKill(++count.kills)) {
      const asked = ask(line, options.questions)
      const delivering = Promise.all(asked.map((event) => line.deliver([event])))
      await sleep(random() * KILLED_WITHIN)
      accord.signal('SIGKILL')
      const deliveries = await delivering
      await accord.ended
      accord = await start(line, options)
      const refused = deliveries.filter(({ reason }) => reason !== 'ok')
      for (const delivery of refused) await line.redeliver(delivery)
      await settled(line, asked)
      count.accepted += asked.length
      count.redelivered += refused.length
      const answers = asked.map((event) => answersTo(line, event))
      count.lost += answers.filter((times) => times === 0).length
      count.doubled += answers.filter((times) => times > 1).length
    }
  } finally {
    await accord[Symbol.asyncDispose]()
  }
  return count
}

async function start(line: LinePlatform, { home, knowledgeDir }: KillOptions): Promise<RunningAccord> {
  const accord = await startAccord({
    cwd: home,
    env: {
      KNOWLEDGE_DIR: knowledgeDir,
      DATA_DIR: `${home}/data`,
      LOG_LEVEL: 'error',
      LINE_CHANNEL_SECRET: line.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: line.accessToken,
      LINE_API_BASE_URL: line.apiURL,
    },
  })
  line.setWebhook(`${accord.url}/line/webhook`)
  return accord
}

/** Half of them by people, half in groups. */
function ask(line: LinePlatform, count: number): WebhookEvent[] {
  return Array.from({ length: count }, (_, i) => {
    const from = line.addPerson()
    const text = questions[i % questions.length]!
    if (i % 2 === 0) return line.events.text({ from, text })
    return line.events.text({ from, in: line.addGroup({ members: [from] }), text: [{ mention: 'bot' }, ` ${text}`] })
  })
}

/** Until each is answered, and a moment more in which one might be answered again. */
async function settled(line: LinePlatform, asked: readonly WebhookEvent[]): Promise<void> {
  const until = Date.now() + ANSWERED_WITHIN
  while (Date.now() < until && asked.some((event) => answersTo(line, event) === 0)) await sleep(20)
  await sleep(4 * ANSWER_DELAY)
}

/** How many requests have answered it. */
function answersTo(line: LinePlatform, { webhookEventId }: WebhookEvent): number {
  const replies = line
    .callsTo('reply')
    .filter(({ answer }) => answer !== undefined && 'sentMessages' in (answer as object))
  const token = tokenOf(line, webhookEventId)
  return replies.filter(({ body }) => (body as { replyToken?: string }).replyToken === token).length
}

function tokenOf(line: LinePlatform, webhookEventId: string): string | undefined {
  return line.deliveries.flatMap(({ events }) => events).find((event) => event.webhookEventId === webhookEventId)
    ?.replyToken
}

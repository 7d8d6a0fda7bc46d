import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { startDiscord } from '../channels/discord/support.ts'
import { buildAnswer, buildSource } from './build-answer.ts'
import { discordAnswer, everyMessage, refusalOf } from './discord-answers.ts'
import type { SentInteraction } from './discord-platform/interactions.ts'
import { hostileText } from './hostile-text.ts'

const QUESTION = 'When was the new MoC signed?'

/** Milliseconds from an interaction to its first answer, while no question is ever answered. */
export async function firstAnswers({ rounds, atOnce }: { rounds: number; atOnce: number }) {
  await using scene = await startDiscord({
    deps: { ask: () => new Promise<never>(() => {}) },
    timing: { grace: 1 },
    settings: { questionsPerMinute: 100_000 },
  })
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const asked = Array.from({ length: atOnce }, () => scene.ask(QUESTION, {}, { user: scene.platform.addUser() }))
    await scene.platform.until(() => asked.every(({ acknowledgement }) => acknowledgement !== undefined))
    times.push(...asked.map(({ acknowledgement }) => acknowledgement!.after))
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!
  return { interactions: times.length, p50: at(0.5), p99: at(0.99), most: times.at(-1)! }
}

/** Loses the gateway in every way that can be resumed, at any time, while answers are under way. */
export async function dropConnections({ drops }: { drops: number }) {
  const answer = buildAnswer({ statements: [{ text: 'It was signed.', citations: [1] }], sources: [buildSource()] })
  await using scene = await startDiscord({
    deps: {
      async ask({ question }) {
        await sleep(Math.random() * 300)
        return { ...answer, question }
      },
    },
    settings: { questionsPerMinute: 100_000 },
  })
  const { platform } = scene
  const ways = [
    () => platform.gateway.drop(),
    () => platform.gateway.drop(4000),
    () => platform.gateway.reconnect(),
    () => platform.gateway.invalidate(true),
  ]
  const asked: SentInteraction[] = []
  for (let drop = 0; drop < drops; drop++) {
    for (let each = 0; each < 3; each++) asked.push(scene.ask(QUESTION, {}, { user: platform.addUser() }))
    await sleep(Math.random() * 100)
    ways[Math.floor(Math.random() * ways.length)]!()
    asked.push(scene.ask(QUESTION, {}, { user: platform.addUser() }))
    await platform.until(() => platform.gateway.connected === 1)
    await sleep(Math.random() * 100)
  }
  const isAnswered = () => asked.every((each) => each.state() === 'answered')
  await platform.until(isAnswered, 20_000).catch(() => {})
  return { drops, interactions: asked.length, lost: asked.filter((each) => each.state() !== 'answered').length }
}

/** Answers made at random, in every way in which they're shown, held to every limit of Discord's. */
export function renderAnswers(answers: number) {
  let [messages, refused] = [0, 0]
  for (const answer of fc.sample(discordAnswer, answers)) {
    for (const message of everyMessage(answer)) {
      messages++
      if (isRefused(message)) refused++
    }
  }
  return { answers, messages, refused }
}

function isRefused(message: object): boolean {
  try {
    return refusalOf(message) !== undefined
  } catch {
    return true
  }
}

/** Asks with texts made to ping, and answers with them. */
export async function answerHostileTexts(texts: number) {
  await using scene = await startDiscord({
    deps: {
      ask: async ({ question }) =>
        buildAnswer({
          question,
          statements: [{ text: question, citations: [1] }],
          suggestions: [question],
          sources: [buildSource({ quote: question, documentTitle: question })],
        }),
    },
    settings: { questionsPerMinute: 100_000 },
  })
  const asked: SentInteraction[] = []
  for (const text of fc.sample(hostileText, texts)) {
    const options = { visibility: 'everyone' }
    asked.push(scene.ask(text.toWellFormed(), options, { user: scene.platform.addUser() }))
    if (asked.length % 25 === 0) await scene.platform.until(() => asked.every((each) => each.state() === 'answered'))
  }
  await scene.platform.until(() => asked.every((each) => each.state() === 'answered'))
  return { texts, pings: scene.platform.pings().length }
}

import type { TakeTurn, Turn } from '../../conversation/take-turn.ts'
import type { Answer } from '../../vocabulary.ts'
import type { ReplyTo } from './deliver.ts'
import type { LineWork } from './line-work.ts'
import { lineTiming, type Timing } from './timing.ts'

/** Redelivered ones included: https://developers.line.biz/en/docs/messaging-api/receiving-messages/#webhook-redelivery */
const goneAfter = 20 * 60_000
/** Of a token's life, so much isn't counted on: its call has to arrive. */
const safetyShare = 1 / 30
/** LINE's clock and ours may differ by so much; more is a delivery that came late. */
const clockSkew = 20_000

/** When an event happened, ms; when it came, or came again, if what LINE says can't be, or is long ago. */
export function timeOf({ at, received }: { at: number; received: number }): number {
  return received - at >= 0 && received - at < clockSkew ? at : received
}

/** What an event can be answered with: its life counts from the event, or from its redelivery. */
export function replyToOf(
  { replyToken }: LineWork,
  entry: { at: number; received: number },
  { tokenLife }: Timing = lineTiming,
): (ReplyTo & { since: number }) | undefined {
  if (replyToken === undefined) return undefined
  const since = timeOf(entry)
  return { token: replyToken, since, dies: since + tokenLife * (1 - safetyShare), isGone: since + goneAfter }
}

export interface InTimeOptions {
  ask: TakeTurn
  now: () => number
  timing: Timing
  signal: AbortSignal
  /** When the token's time began; undefined when there is no token left to be in time for. */
  since: number | undefined
  /** Questions of the chat that are answered after this one: their tokens grow old, too. */
  waiting: number
}

/** The answer, by a language model if that is in time, else from the sentences alone; undefined when even that is late. */
export async function askInTime(turn: Turn, options: InTimeOptions): Promise<Answer | undefined> {
  const { ask, now, timing, signal, since, waiting } = options
  if (since === undefined) return ask(turn, { signal })
  const within = Math.max(1, (since + timing.answerAfter - now()) / (waiting + 1))
  const answer = ask(turn, { within, signal })
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => late.resolve(undefined), Math.max(timing.leastTime, since + timing.lateAfter - now()))
  try {
    return await Promise.race([answer, late.promise])
  } finally {
    clearTimeout(timer)
    // Whatever comes of it now, nobody waits for it.
    answer.catch(() => {})
  }
}

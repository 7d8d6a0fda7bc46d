import type { TakeTurn, Turn } from '../../conversation/take-turn.ts'
import type { Answer } from '../../vocabulary.ts'
import type { ReplyTo } from './deliver.ts'
import type { LineWork } from './line-work.ts'

/** When what must have happened, ms. Of LINE's minute, the rest is kept for sending, twice if need be. */
export interface Timing {
  /** https://developers.line.biz/en/reference/messaging-api/#send-reply-message-reply-token */
  tokenLife: number
  /** From the event on: by then a language model has answered, or the answer goes out without it. */
  answerAfter: number
  /** From the event on: by then even that isn't there, and the token serves to say so. */
  lateAfter: number
}

export const lineTiming: Timing = { tokenLife: 60_000, answerAfter: 44_000, lateAfter: 47_000 }

/** For a redelivered token at most: the sheet of LINE says no token works longer. */
const goneAfter = 20 * 60_000
/** A token that dies while the call is on its way doesn't count as alive. */
const safety = 2_000
/** LINE's clock and ours may differ by so much; more is a delivery that came late. */
const clockSkew = 20_000

/** What an event can be answered with: its life counts from the event, or from its redelivery. */
export function replyToOf(
  { replyToken }: LineWork,
  { at, received }: { at: number; received: number },
  { tokenLife }: Timing = lineTiming,
): (ReplyTo & { since: number }) | undefined {
  if (replyToken === undefined) return undefined
  const since = received - at >= 0 && received - at < clockSkew ? at : received
  return { token: replyToken, since, dies: since + tokenLife - safety, isGone: since + goneAfter }
}

export interface InTimeOptions {
  ask: TakeTurn
  now: () => number
  timing: Timing
  signal: AbortSignal
  /** When the token's time began; undefined when there is no token left to be in time for. */
  since: number | undefined
}

/** The answer, by a language model if that is in time, else from the sentences alone; undefined when even that is late. */
export async function askInTime(turn: Turn, options: InTimeOptions): Promise<Answer | undefined> {
  const { ask, now, timing, signal, since } = options
  if (since === undefined) return ask(turn, { signal })
  const within = Math.max(1, since + timing.answerAfter - now())
  const answer = ask(turn, { within, signal })
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => late.resolve(undefined), Math.max(50, since + timing.lateAfter - now()))
  try {
    return await Promise.race([answer, late.promise])
  } finally {
    clearTimeout(timer)
    // Whatever comes of it now, nobody waits for it.
    answer.catch(() => {})
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { APIInteractionResponse } from 'discord.js'
import type { DiscordApi, InteractionRef } from './discord-api.ts'
import { failureOf } from './failures.ts'

export interface AcknowledgeDeps {
  api: Pick<DiscordApi, 'respond'>
  /** Milliseconds. */
  now: () => number
}

/**
 * `again`: somebody, most likely our own first try, has answered already · `late`: nobody can answer it any more · `unknown`:
 * Discord may have taken it, and nobody heard of it in time.
 */
export type Acknowledged = 'done' | 'again' | 'late' | 'unknown'

/** https://docs.discord.com/developers/interactions/receiving-and-responding: within 3 seconds. */
const DEADLINE = 2900
const PAUSE = 50

/**
 * Gives the first answer to an interaction that arrived at `arrived` (ms), and tries again what may pass while there's time:
 * discord.js doesn't when a connection is closed. Throws what Discord refuses.
 */
export async function acknowledge(
  interaction: InteractionRef,
  response: APIInteractionResponse,
  arrived: number,
  { api, now }: AcknowledgeDeps,
): Promise<Acknowledged> {
  for (;;) {
    try {
      await api.respond(interaction, response)
      return 'done'
    } catch (error) {
      const failure = failureOf(error)
      if (failure === 'acknowledged') return 'again'
      if (failure === 'late') return 'late'
      if (failure !== 'passing') throw error
      if (now() - arrived + PAUSE >= DEADLINE) return 'unknown'
      await sleep(PAUSE)
    }
  }
}

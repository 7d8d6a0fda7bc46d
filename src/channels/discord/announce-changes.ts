import { setTimeout as sleep } from 'node:timers/promises'
import type { ChangeSummary } from '../../vocabulary.ts'
import { describeChannelProblem } from './changes-channel.ts'
import type { ConnectionState } from './connect.ts'
import type { AnyMessage, DiscordApi } from './discord-api.ts'
import { formatChanges, formatChangesPlainly } from './format-changes.ts'
import type { Place } from './place.ts'
import { type ChannelLog, createScreen } from './show.ts'

/** Posts what swaps changed in one channel, one after another. Disposing leaves a moment for what is being posted. */
export interface ChangeAnnouncer extends AsyncDisposable {
  /** Never throws: what goes wrong is logged. */
  announce(summary: ChangeSummary): void
}

export interface AnnouncerDeps {
  channelId: string
  publicUrl?: string
  api: Pick<DiscordApi, 'send'>
  state: () => ConnectionState
  newId: () => string
  /** Milliseconds since 1970. */
  now: () => number
  log: ChannelLog
  /** Milliseconds after the swap for which it's tried. */
  announceFor?: number
  /** Milliseconds that disposing waits. */
  grace?: number
}

/** As long as an answer's. */
const ANNOUNCE_FOR = 15 * 60_000
const GRACE = 2000

export function createChangeAnnouncer(deps: AnnouncerDeps): ChangeAnnouncer {
  const { channelId, publicUrl, api, state, newId, now, log, announceFor = ANNOUNCE_FOR, grace = GRACE } = deps
  const retries = { ...log, warn: (record: object) => log.warn(record, 'Discord did not take what changed') }
  const stopped = new AbortController()
  const open = new Set<ChangeSummary>()
  let last = Promise.resolve()

  async function post(summary: ChangeSummary, at: number): Promise<void> {
    const { version } = summary
    const fail = (reason: string) =>
      log.error({ version, channelId }, `What changed was not posted on Discord: ${reason}`)
    const connection = state()
    if (connection.state === 'off') return fail(`it is off: ${connection.reason}`)
    if (stopped.signal.aborted) return fail('Accord is stopping')
    // However often it's tried, it's one message; a swap back and forth is two.
    const nonce = newId()
    let problem = 'there was no time left to try'
    const put = async (message: AnyMessage) => {
      try {
        await api.send(channelId, message, { nonce })
      } catch (error) {
        problem = describeChannelProblem(error, channelId)
        throw error
      }
    }
    const place: Place = { put, add: async () => {}, until: at + announceFor }
    const shown = {
      messages: [formatChanges(summary, publicUrl)],
      plain: () => formatChangesPlainly(summary, publicUrl),
    }
    const outcome = await createScreen({ place, now, log: retries }).finish(shown, stopped.signal)
    if (outcome === 'shown') log.info({ version, channelId }, 'What changed was posted on Discord')
    else fail(problem)
  }

  return {
    announce(summary) {
      const at = now()
      open.add(summary)
      last = last
        .then(() => post(summary, at))
        .catch((error: unknown) =>
          log.error({ error: describeChannelProblem(error, channelId) }, 'What changed was not posted on Discord'),
        )
        .finally(() => open.delete(summary))
    },
    async [Symbol.asyncDispose]() {
      stopped.abort()
      await Promise.race([last, sleep(grace, undefined, { ref: false })])
      for (const { version } of open)
        log.error({ version, channelId }, 'Accord stopped before it was known whether Discord took what changed')
    },
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { AnyMessage } from './discord-api.ts'
import { describeFailure, describeFields, failureOf, isInternal } from './failures.ts'
import type { DiscordMessage } from './message.ts'
import type { Place } from './place.ts'

export interface ChannelLog {
  info(record: object, message: string): void
  warn(record: object, message: string): void
  error(record: object, message: string): void
}

/** What is to be seen in the end. */
export interface Shown {
  /** In order; almost always one. */
  messages: readonly AnyMessage[]
  /** How many after the first an earlier process has shown. */
  pagesShown?: number
  /** Called with how many are shown by now, after each but the first. */
  onPage?: (shown: number) => Promise<unknown>
  /** What to show instead of the first when Discord doesn't take it. `isV2`: the place has shown Components V2 before. */
  plain?: (isV2: boolean) => AnyMessage
}

/** `lost`: nobody can be shown it any more · `open`: there was no time to go on trying. */
export type Showing = 'shown' | 'lost' | 'open'

export interface Screen {
  /** Shows this once there's time, unless something newer comes before. Nothing is said of what goes wrong. */
  progress(message: DiscordMessage): void
  /** Shows no more of it: the end is near. */
  hold(): void
  /** Shows this for good, and goes on trying for as long as anybody could see it and `signal` isn't aborted. */
  finish(shown: Shown, signal: AbortSignal): Promise<Showing>
}

export interface ScreenDeps {
  place: Place
  log: ChannelLog
  /** Milliseconds since 1970. */
  now: () => number
  /** Milliseconds between two edits: webhooks' limits are their own and not published. */
  every?: number
}

const EDIT_EVERY = 1500
/** What is being shown has so long to get through when the end is there. */
const PROGRESS_GRACE = 1000
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 30_000
/** A page may be there although the call failed: trying for ever could show it many times. */
const PAGE_TRIES = 3
/** A body that Discord can't take is answered with 500 too: https://github.com/discord/discord-api-docs/issues/8554. */
const FAILURES_OF_THE_BODY = 3

/** What one interaction or message is answered on. */
export function createScreen({ place, log, now, every = EDIT_EVERY }: ScreenDeps): Screen {
  let next: DiscordMessage | undefined
  let timer: NodeJS.Timeout | undefined
  let showing: Promise<void> | undefined
  let shownAt = Number.NEGATIVE_INFINITY
  let isEnded = false
  let isV2 = false
  const cut = new AbortController()

  const showNext = () => {
    timer = undefined
    const message = next
    if (message === undefined || isEnded) return
    next = undefined
    shownAt = now()
    showing = place.put(message, cut.signal).then(
      () => {
        isV2 = true
      },
      (error) => {
        log.warn({ error: describeFailure(error) }, 'Discord did not take a part of an answer')
      },
    )
    void showing.then(schedule)
  }
  const schedule = () => {
    showing = undefined
    if (next !== undefined && timer === undefined && !isEnded)
      timer = setTimeout(showNext, Math.max(0, shownAt + every - now()))
  }

  const putFirst = async ({ messages, plain }: Shown, signal: AbortSignal): Promise<Showing> => {
    let isPlain = false
    let internal = 0
    for (let failures = 0; ; ) {
      try {
        const message = isPlain ? plain!(isV2) : messages[0]!
        await place.put(message, signal)
        return 'shown'
      } catch (error) {
        if (signal.aborted) return 'open'
        const failure = failureOf(error)
        const record = { error: describeFailure(error), fields: describeFields(error) }
        log.warn(record, 'Discord did not take an answer')
        failures++
        if (isInternal(error)) internal++
        const mayBeTheBody = failure === 'malformed' || internal >= FAILURES_OF_THE_BODY
        if (mayBeTheBody && !isPlain && plain) {
          isPlain = true
          continue
        }
        if (failure !== 'passing') return 'lost'
        const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1))
        if (now() + pause >= place.until) return 'lost'
        await sleep(pause, undefined, { signal }).catch(() => {})
        if (signal.aborted) return 'open'
      }
    }
  }

  const hold = () => {
    isEnded = true
    clearTimeout(timer)
  }

  return {
    progress(message) {
      next = message
      if (showing === undefined) schedule()
    },
    hold,
    async finish(shown, signal) {
      hold()
      if (showing !== undefined) {
        const overdue = setTimeout(() => cut.abort(), PROGRESS_GRACE)
        await showing
        clearTimeout(overdue)
      }
      if (now() >= place.until) return 'lost'
      const outcome = await putFirst(shown, signal)
      if (outcome !== 'shown') return outcome
      const { messages, pagesShown = 0, onPage } = shown
      const pages = messages.map((message, nth) => ({ message, nth })).slice(1 + pagesShown)
      return (await addPages(pages, { place, log, signal, ...(onPage && { onPage }) })) ? 'shown' : 'open'
    },
  }
}

export interface Page {
  message: AnyMessage
  /** The first message is number 0. */
  nth: number
}

/** Shows these below, in order, up to the first that can't be shown. False when there was no time to go on trying. Throws nothing. */
export async function addPages(
  pages: readonly Page[],
  {
    place,
    log,
    signal,
    onPage,
  }: { place: Pick<Place, 'add'>; log: ChannelLog; signal: AbortSignal; onPage?: (shown: number) => Promise<unknown> },
): Promise<boolean> {
  for (const { message, nth } of pages) {
    for (let tries = 1; ; tries++) {
      try {
        await place.add(message, nth)
        break
      } catch (error) {
        log.warn({ error: describeFailure(error) }, 'Discord did not take a further page of an answer')
        if (signal.aborted) return false
        if (failureOf(error) !== 'passing' || tries === PAGE_TRIES) return true
        await sleep(FIRST_PAUSE * 2 ** tries, undefined, { signal }).catch(() => {})
      }
    }
    await onPage?.(nth)
  }
  return true
}

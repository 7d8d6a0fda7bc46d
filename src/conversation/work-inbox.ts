import type { Inbox, InboxEntry, OpenEvent } from '../storage/inbox.ts'

/** What became of an event: done, with something to write along with that, or to be tried again in so many ms. */
export type Worked = { done: true; alongside?: () => void } | { done: false; again: number }

export interface InboxWorkerDeps {
  inbox: Pick<Inbox, 'find' | 'finish' | 'listOpen'>
  /** `signal` is aborted when there is no time left to finish. */
  work: (entry: InboxEntry, signal: AbortSignal) => Promise<Worked>
  /** Told of what `work` throws, which is tried again a few times. */
  onFailure: (error: unknown) => void
  /** Chats that are worked on at once: they wait for models and platforms, not for this machine. */
  chatsAtOnce?: number
  /** Milliseconds that disposing waits for what is under way. */
  grace?: number
}

/** Works on the events of an inbox: those of a chat in their order, many chats at once. */
export interface InboxWorker extends AsyncDisposable {
  /** Takes up what an earlier process has left. */
  start(): void
  add(events: readonly OpenEvent[]): void
  /** Resolves when there is nothing to do. */
  idle(): Promise<void>
}

interface Lane {
  waiting: OpenEvent[]
  isRunning: boolean
}

const CHATS_AT_ONCE = 256
const GRACE = 8_000
/** What throws is a fault of ours: it isn't tried for ever. */
const MOST_FAILURES = 3
const FAILURE_PAUSE = 500

export function createInboxWorker(deps: InboxWorkerDeps): InboxWorker {
  const { inbox, work, onFailure, chatsAtOnce = CHATS_AT_ONCE, grace = GRACE } = deps
  const lanes = new Map<string, Lane>()
  const ready: string[] = []
  const known = new Set<string>()
  const stopped = new AbortController()
  const hurried = new AbortController()
  let running = 0
  const whenIdle: (() => void)[] = []

  function add(events: readonly OpenEvent[]): void {
    for (const event of events) {
      if (known.has(event.id) || stopped.signal.aborted) continue
      known.add(event.id)
      const lane = lanes.get(event.chat) ?? { waiting: [], isRunning: false }
      lanes.set(event.chat, lane)
      insertByTime(lane.waiting, event)
      if (lane.isRunning) continue
      lane.isRunning = true
      ready.push(event.chat)
    }
    fill()
  }

  function fill(): void {
    while (running < chatsAtOnce && !stopped.signal.aborted) {
      const chat = ready.shift()
      if (chat === undefined) break
      running++
      // In a turn of its own: whoever accepted the event is to be told first.
      setImmediate(() => void run(chat))
    }
    if (running === 0) for (const resolve of whenIdle.splice(0)) resolve()
  }

  /** One event of a chat; then others have their turn. */
  async function run(chat: string): Promise<void> {
    const lane = lanes.get(chat)!
    const event = stopped.signal.aborted ? undefined : lane.waiting.shift()
    if (event !== undefined) {
      await workOff(event)
      known.delete(event.id)
    }
    running--
    if (lane.waiting.length > 0) ready.push(chat)
    else lanes.delete(chat)
    fill()
  }

  async function workOff({ id }: OpenEvent): Promise<void> {
    for (let failures = 0; !stopped.signal.aborted; ) {
      try {
        const entry = inbox.find(id)
        if (entry === undefined) return await inbox.finish(id)
        const worked = await work(entry, hurried.signal)
        if (worked.done) return await inbox.finish(id, worked.alongside)
        await pause(worked.again)
      } catch (error) {
        onFailure(error)
        if (++failures === MOST_FAILURES) return await inbox.finish(id).catch(onFailure)
        await pause(FAILURE_PAUSE)
      }
    }
  }

  /** Ends early when the worker is stopped. */
  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        stopped.signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, milliseconds)
      stopped.signal.addEventListener('abort', end)
      if (stopped.signal.aborted) end()
    })
  }

  const idle = () => new Promise<void>((resolve) => void (running === 0 ? resolve() : whenIdle.push(resolve)))
  return {
    start: () => add(inbox.listOpen()),
    add,
    idle,
    async [Symbol.asyncDispose]() {
      stopped.abort()
      const overdue = setTimeout(() => hurried.abort(), grace)
      const lost = new Promise((resolve) => setTimeout(resolve, grace + GRACE).unref())
      await Promise.race([idle(), lost])
      clearTimeout(overdue)
    },
  }
}

/** By the time at which they happened, for they come out of order. */
function insertByTime(events: OpenEvent[], event: OpenEvent): void {
  let at = events.length
  while (at > 0 && events[at - 1]!.at > event.at) at--
  events.splice(at, 0, event)
}

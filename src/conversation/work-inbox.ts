import type { Inbox, InboxEntry, OpenEvent } from '../storage/inbox.ts'

/** What became of an event: done, with something to write along with that, or to be tried again in so many ms. */
export type Worked = { done: true; alongside?: () => void } | { done: false; again: number }

export interface InboxWorkerDeps {
  inbox: Pick<Inbox, 'find' | 'finish' | 'isBehind' | 'listOpen'>
  /** `signal` is aborted when there is no time left; `waiting` are the events of the chat that come after it so far. */
  work: (entry: InboxEntry, signal: AbortSignal, waiting: number) => Promise<Worked>
  /** Told of what `work` throws, which is tried again a few times. */
  onFailure: (error: unknown) => void
  /** Whether events come so fast that to store them goes first. */
  isBusy?: () => boolean
  /** Chats that are worked on at once: they wait for models and platforms, not for this machine. */
  chatsAtOnce?: number
  /** Milliseconds for which disposing goes on with what is there. */
  grace?: number
}

/** Works on the events of an inbox: those of a chat in their order, many chats at once. */
export interface InboxWorker extends AsyncDisposable {
  /** Takes up what an earlier process has left. */
  start(): void
  /** Tells of what the inbox has accepted. What came in a rush is read from it later. */
  add(events: readonly OpenEvent[]): void
  /** Resolves when there is nothing to do. */
  idle(): Promise<void>
}

interface Lane {
  waiting: OpenEvent[]
  isRunning: boolean
}

const CHATS_AT_ONCE = 256
/** Whoever stops Accord has little patience: `docker stop` 10 s. */
const GRACE = 5_000
const LAST_GRACE = 2_000
/** Between two beginnings while events pour in, or the inbox can't be read. */
const LONG_PAUSE = 500
/** Events that are read from the inbox at once. */
const PAGE = 500
/** What throws is a fault of ours: it isn't tried for ever. */
const MOST_FAILURES = 3
const FAILURE_PAUSE = 500

export function createInboxWorker(deps: InboxWorkerDeps): InboxWorker {
  const { inbox, work, onFailure, isBusy = () => false, chatsAtOnce = CHATS_AT_ONCE, grace = GRACE } = deps
  const lanes = new Map<string, Lane>()
  const ready: string[] = []
  const known = new Set<string>()
  /** Nothing waits for another try any more. */
  const stopping = new AbortController()
  /** Nothing is begun any more, and what is under way is to end. */
  const stopped = new AbortController()
  let running = 0
  let isFilling = false
  /** The inbox has events that aren't known here. */
  let isBehind = false
  const whenIdle: (() => void)[] = []

  function add(events: readonly OpenEvent[]): void {
    // One that overtook those which aren't known yet might be of the same chat.
    if (isBehind || inbox.isBehind()) isBehind = true
    else take(events)
    fill()
  }

  /** False when the inbox can't be read now. */
  function catchUp(): boolean {
    const most = known.size + PAGE
    try {
      const open = inbox.listOpen(most)
      isBehind = open.length === most
      take(open)
      return true
    } catch (error) {
      onFailure(error)
      return false
    }
  }

  function take(events: readonly OpenEvent[]): void {
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
  }

  /** Begins one after another, each in a turn of its own: who brings events, or asks on the web, isn't kept waiting. */
  function fill(isReady = true): void {
    if (!hasWork()) for (const resolve of whenIdle.splice(0)) resolve()
    if (isFilling || !isWaiting() || running >= chatsAtOnce || stopped.signal.aborted) return
    isFilling = true
    const begin = () => {
      isFilling = false
      if (stopped.signal.aborted) return fill()
      const isReady = ready.length > 0 || catchUp()
      const chat = ready.shift()
      if (chat !== undefined) {
        running++
        void run(chat)
      }
      fill(isReady)
    }
    if (isReady && !isBusy()) setImmediate(begin)
    else setTimeout(begin, LONG_PAUSE)
  }

  /** One event of a chat; then others have their turn. */
  async function run(chat: string): Promise<void> {
    const lane = lanes.get(chat)!
    const event = stopped.signal.aborted ? undefined : lane.waiting.shift()
    if (event !== undefined) {
      await workOff(event, lane)
      known.delete(event.id)
    }
    running--
    if (lane.waiting.length > 0) ready.push(chat)
    else lanes.delete(chat)
    fill()
  }

  async function workOff({ id }: OpenEvent, { waiting }: Lane): Promise<void> {
    for (let failures = 0; failures < MOST_FAILURES; ) {
      try {
        const entry = inbox.find(id)
        if (entry === undefined) return await inbox.finish(id)
        const worked = await work(entry, stopped.signal, waiting.length)
        if (worked.done) return await inbox.finish(id, worked.alongside)
        if (stopping.signal.aborted) return
        await pause(worked.again)
      } catch (error) {
        onFailure(error)
        if (++failures === MOST_FAILURES) return await inbox.finish(id).catch(onFailure)
        if (stopping.signal.aborted) return
        await pause(FAILURE_PAUSE)
      }
    }
  }

  /** Ends early when the worker is stopped. */
  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        stopping.signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, milliseconds)
      stopping.signal.addEventListener('abort', end)
    })
  }

  const isWaiting = () => ready.length > 0 || isBehind
  const hasWork = () => running > 0 || (isWaiting() && !stopped.signal.aborted)
  const idle = () => new Promise<void>((resolve) => void (hasWork() ? whenIdle.push(resolve) : resolve()))
  return {
    start() {
      isBehind = true
      fill()
    },
    add,
    idle,
    async [Symbol.asyncDispose]() {
      stopping.abort()
      await settled(grace)
      stopped.abort()
      await settled(LAST_GRACE)
    },
  }

  /** Waits until there is nothing to do, but not for ever: what is left is in the inbox for the next start. */
  async function settled(milliseconds: number): Promise<void> {
    const overdue = Promise.withResolvers<void>()
    const timer = setTimeout(overdue.resolve, milliseconds)
    await Promise.race([idle(), overdue.promise])
    clearTimeout(timer)
  }
}

/** By the time at which they happened, for they come out of order. */
function insertByTime(events: OpenEvent[], event: OpenEvent): void {
  let at = events.length
  while (at > 0 && events[at - 1]!.at > event.at) at--
  events.splice(at, 0, event)
}

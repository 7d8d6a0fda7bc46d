import { createArrivals } from './arrivals.ts'
import type { Database } from './database.ts'
import { createEventRows } from './event-rows.ts'
import { createGroupCommit } from './group-commit.ts'
import type { Seal } from './seal.ts'

/** What a platform told of. Ids of chats, people and messages are keyed hashes. */
export interface IncomingEvent {
  /** The platform's, the same when it's delivered again. */
  id: string
  chat: string
  person?: string
  /** Of the message, the same for its later versions: the newest counts. */
  message?: string
  /** A later version of its message, or the end of it. */
  replaces?: boolean
  /** When it happened, ms. */
  at: number
  /** Delivered again: what it may be answered with lives anew. */
  isRedelivery?: boolean
  /** All that it takes to answer, sealed and kept until then; without it the event is only noted as seen. */
  work?: string
}

/** An event to be worked on. */
export interface OpenEvent {
  id: string
  chat: string
  at: number
}

export interface InboxEntry extends OpenEvent {
  person?: string
  message?: string
  /** When it came, or came again, ms. */
  received: number
  work: string
  /** What was about to be sent when it was last tried. */
  attempt?: string
}

/** The events of one channel, durable from the moment on that they are accepted until they are answered. */
export interface Inbox {
  /**
   * Stores a delivery in one transaction, with what `alongside` writes. Resolves, when it's safe on the disk, with the events
   * that are to be worked on: not those that are done or under way, nor those that a newer version of the message has replaced.
   * In a rush with none: see `isBehind`.
   */
  accept(events: readonly IncomingEvent[], alongside?: () => void): Promise<OpenEvent[]>
  /** Whether there are events that came in a rush, and that only `listOpen` will tell of. */
  isBehind(): boolean
  /** Undefined for one that is done, or was erased. */
  find(id: string): InboxEntry | undefined
  /** What is still to be done, oldest first: all of it, or so many. */
  listOpen(most?: number): OpenEvent[]
  /**
   * Notes what is about to be sent, with what `alongside` writes: after a crash it's known that it may have been. False, with
   * nothing written, when the event isn't open any more.
   */
  begin(id: string, attempt: string, alongside?: () => void): Promise<boolean>
  /** Answered, or never to be: what it took to answer is erased. */
  finish(id: string, alongside?: () => void): Promise<void>
  /** These can't be called but within a transaction, as `alongside` is. */
  eraseMessage(chat: string, message: string, before: number): void
  eraseChat(chat: string, before: number): void
  /** All but the event `but` of this person, in every chat. */
  erasePerson(person: string, but: string): void
}

export interface InboxOptions {
  channel: string
  seal: Seal
  /** Milliseconds since 1970. */
  now: () => number
  /** So many deliveries in one turn of the event loop are a rush; unless told there is none, and `accept` tells of all. */
  rush?: number
}

interface Turn {
  deliveries: (readonly IncomingEvent[])[]
  /** In their order, what is to be worked on. */
  stored: Promise<OpenEvent[][]>
}

const HOUR = 3_600_000
/** How long an event is known to have come, and how long one may wait: no platform delivers again, or takes an answer, after that. */
const KEPT = 24 * HOUR
/** Events of a rush that are looked at in one go: some milliseconds. */
const PAGE = 200

export function createInbox(
  database: Database,
  { channel, seal, now, rush = Number.POSITIVE_INFINITY }: InboxOptions,
): Inbox {
  const group = createGroupCommit(database, { durable: true })
  const finishing = createGroupCommit(database)
  const arrivals = createArrivals(database, { channel, seal })
  const rows = createEventRows(database, { channel, seal })
  /** The deliveries of this turn. */
  let turn: Turn | undefined
  let pruned = Number.NEGATIVE_INFINITY

  function openTurn(): Turn {
    const deliveries: Turn['deliveries'] = []
    const stored = group.commit(() => {
      turn = undefined
      prune()
      // What came before is stored before, or an older version of a message would replace a newer.
      if (!arrivals.mayHave() && deliveries.length < rush) return deliveries.map(storeAll)
      arrivals.add(deliveries.flat(), now())
      return []
    })
    return { deliveries, stored }
  }

  function storeAll(events: readonly IncomingEvent[]): OpenEvent[] {
    return events.flatMap((event) => rows.store(event, now()))
  }

  function unpack(most = Number.POSITIVE_INFINITY): void {
    if (!arrivals.mayHave()) return
    for (const { event, received } of arrivals.take(most)) rows.store(event, received)
  }

  function prune(): void {
    if (now() - pruned < HOUR) return
    pruned = now()
    rows.eraseOld(now() - KEPT)
  }

  return {
    accept(events, alongside) {
      if (alongside !== undefined)
        return group.commit(() => {
          prune()
          unpack()
          alongside()
          return storeAll(events)
        })
      turn ??= openTurn()
      const { deliveries, stored } = turn
      const place = deliveries.push(events) - 1
      return stored.then((open) => open[place] ?? [])
    },
    isBehind: arrivals.mayHave,
    find: rows.find,
    listOpen(most = Number.MAX_SAFE_INTEGER) {
      for (;;) {
        const open = rows.listOpen(most)
        if (open.length === most || !arrivals.has()) return open
        database.transaction(() => unpack(PAGE))
      }
    },
    begin: (id, attempt, alongside) =>
      finishing.commit(() => {
        const isOpen = rows.begin(id, attempt)
        if (isOpen) alongside?.()
        return isOpen
      }),
    finish: (id, alongside) =>
      finishing.commit(() => {
        rows.close(id)
        alongside?.()
      }),
    eraseMessage(chat, message, before) {
      unpack()
      rows.eraseMessage(chat, message, before)
    },
    eraseChat(chat, before) {
      unpack()
      rows.eraseChat(chat, before)
    },
    erasePerson(person, but) {
      unpack()
      rows.erasePerson(person, but)
    },
  }
}

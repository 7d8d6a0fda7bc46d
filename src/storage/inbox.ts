import type { Database } from './database.ts'
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
   * that are to be worked on: not those that came before, nor those that a newer version of the message has replaced.
   */
  accept(events: readonly IncomingEvent[], alongside?: () => void): Promise<OpenEvent[]>
  /** Undefined for one that is done, or was erased. */
  find(id: string): InboxEntry | undefined
  /** All that is still to be done, oldest first. */
  listOpen(): OpenEvent[]
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
}

const HOUR = 3_600_000
/** How long an event is known to have come, and how long one may wait: no platform delivers again, or takes an answer, after that. */
const KEPT = 24 * HOUR

export function createInbox(database: Database, { channel, seal, now }: InboxOptions): Inbox {
  const group = createGroupCommit(database, { synchronous: 'FULL' })
  const finishing = createGroupCommit(database)
  let pruned = Number.NEGATIVE_INFINITY
  /** Whether any message has been replaced of late: mostly none, and then there is nothing to look for. */
  let anyReplacing = hasReplacing()

  function hasReplacing(): boolean {
    return database.get('SELECT 1 FROM inbox INDEXED BY inbox_replacing WHERE replaces = 1 LIMIT 1') !== undefined
  }

  function store({ id, chat, person, message, replaces, at, isRedelivery, work }: IncomingEvent): OpenEvent[] {
    if (replaces === true && message !== undefined) {
      anyReplacing = true
      closeOlder(chat, message, at)
    }
    const isOpen = work !== undefined && (message === undefined || !isReplaced(chat, message, at))
    const stored = database.run(
      `INSERT OR IGNORE INTO inbox (channel, event, chat, person, message, at, received, is_open, replaces, work)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      channel,
      id,
      chat,
      person ?? null,
      message ?? null,
      at,
      now(),
      isOpen ? 1 : 0,
      replaces === true ? 1 : 0,
      isOpen ? seal.close(work) : null,
    )
    if (stored === 1) return isOpen ? [{ id, chat, at }] : []
    if (isRedelivery === true)
      database.run(
        'UPDATE inbox SET received = ? WHERE channel = ? AND event = ? AND is_open = 1 AND attempt IS NULL',
        now(),
        channel,
        id,
      )
    return []
  }

  /** Few are open: no index is worth its price at every event. */
  function closeOlder(chat: string, message: string, at: number): void {
    database.run(
      `UPDATE inbox SET is_open = 0, work = NULL, attempt = NULL
       WHERE channel = ? AND is_open = 1 AND at < ? AND chat = ? AND message = ?`,
      channel,
      at,
      chat,
      message,
    )
  }

  /** A newer version of the message is there already. */
  function isReplaced(chat: string, message: string, at: number): boolean {
    if (!anyReplacing) return false
    const newer = database.get(
      // Left to itself, SQLite looks through the whole channel by the primary key.
      `SELECT 1 FROM inbox INDEXED BY inbox_replacing
       WHERE channel = ? AND chat = ? AND message = ? AND replaces = 1 AND at > ? LIMIT 1`,
      channel,
      chat,
      message,
      at,
    )
    return newer !== undefined
  }

  function close(event: string): void {
    database.run(
      'UPDATE inbox SET is_open = 0, work = NULL, attempt = NULL WHERE channel = ? AND event = ?',
      channel,
      event,
    )
  }

  function prune(): void {
    if (now() - pruned < HOUR) return
    pruned = now()
    database.run('DELETE FROM inbox WHERE channel = ? AND received <= ?', channel, now() - KEPT)
    anyReplacing = hasReplacing()
  }

  return {
    accept: (events, alongside) =>
      group.commit(() => {
        prune()
        alongside?.()
        return events.flatMap(store)
      }),
    find(id) {
      const row = database.get(
        'SELECT chat, person, message, at, received, work, attempt FROM inbox WHERE channel = ? AND event = ? AND is_open = 1',
        channel,
        id,
      )
      const work = row && seal.open(row.work as Uint8Array)
      if (row === undefined || work === undefined) return undefined
      const { chat, person, message, at, received, attempt } = row
      return {
        id,
        chat: String(chat),
        at: Number(at),
        received: Number(received),
        work,
        ...(person !== null && { person: String(person) }),
        ...(message !== null && { message: String(message) }),
        ...(attempt !== null && { attempt: String(attempt) }),
      }
    },
    listOpen: () =>
      database
        .all('SELECT event, chat, at FROM inbox WHERE channel = ? AND is_open = 1 ORDER BY at, event', channel)
        .map(({ event, chat, at }) => ({ id: String(event), chat: String(chat), at: Number(at) })),
    begin: (id, attempt, alongside) =>
      finishing.commit(() => {
        const found = database.run(
          'UPDATE inbox SET attempt = ? WHERE channel = ? AND event = ? AND is_open = 1',
          attempt,
          channel,
          id,
        )
        if (found === 1) alongside?.()
        return found === 1
      }),
    finish: (id, alongside) =>
      finishing.commit(() => {
        close(id)
        alongside?.()
      }),
    eraseMessage(chat, message, before) {
      database.run(
        `UPDATE inbox SET is_open = 0, work = NULL, attempt = NULL
         WHERE chat = ? AND message = ? AND channel = ? AND at <= ?`,
        chat,
        message,
        channel,
        before,
      )
    },
    eraseChat(chat, before) {
      database.run(
        `UPDATE inbox SET is_open = 0, work = NULL, attempt = NULL, chat = NULL, person = NULL, message = NULL
         WHERE chat = ? AND channel = ? AND at <= ?`,
        chat,
        channel,
        before,
      )
    },
    erasePerson(person, but) {
      database.run(
        `UPDATE inbox SET is_open = 0, work = NULL, attempt = NULL, chat = NULL, person = NULL, message = NULL
         WHERE person = ? AND channel = ? AND event <> ?`,
        person,
        channel,
        but,
      )
      // Its own ids go at once; that it came must stay known until it's answered.
      database.run(
        'UPDATE inbox SET person = NULL, message = NULL WHERE person = ? AND channel = ? AND event = ?',
        person,
        channel,
        but,
      )
    },
  }
}

import type { Database } from './database.ts'
import type { InboxEntry, IncomingEvent, OpenEvent } from './inbox.ts'
import type { Seal } from './seal.ts'

/** The events of one channel as rows, each sealed by itself. What writes is only called within a transaction. */
export interface EventRows {
  /** `received` in ms. Returns the event when it's to be worked on. */
  store(event: IncomingEvent, received: number): OpenEvent[]
  find(id: string): InboxEntry | undefined
  listOpen(most: number): OpenEvent[]
  /** False when it isn't open any more. */
  begin(id: string, attempt: string): boolean
  close(id: string): void
  eraseMessage(chat: string, message: string, before: number): void
  eraseChat(chat: string, before: number): void
  erasePerson(person: string, but: string): void
  /** Those that were received until then, ms. */
  eraseOld(until: number): void
}

const CLOSED = 'is_open = 0, work = NULL, attempt = NULL'
const FORGOTTEN = `${CLOSED}, chat = NULL, person = NULL, message = NULL`

export function createEventRows(database: Database, { channel, seal }: { channel: string; seal: Seal }): EventRows {
  /** Whether any message has been replaced of late: mostly none, and then there is nothing to look for. */
  let anyReplacing = hasReplacing()

  function hasReplacing(): boolean {
    return database.get('SELECT 1 FROM inbox INDEXED BY inbox_replacing WHERE replaces = 1 LIMIT 1') !== undefined
  }

  /** Few are open: no index is worth its price at every event. */
  function closeOlder(chat: string, message: string, at: number): void {
    database.run(
      `UPDATE inbox SET ${CLOSED} WHERE channel = ? AND is_open = 1 AND at < ? AND chat = ? AND message = ?`,
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

  /** Whether it's still to be worked on: when the disk had failed, nobody does yet. */
  function renew(event: string, received: number): boolean {
    const renewed = database.run(
      'UPDATE inbox SET received = ? WHERE channel = ? AND event = ? AND is_open = 1 AND attempt IS NULL',
      received,
      channel,
      event,
    )
    return renewed === 1
  }

  return {
    store({ id, chat, person, message, replaces, at, isRedelivery, work }, received) {
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
        received,
        isOpen ? 1 : 0,
        replaces === true ? 1 : 0,
        isOpen ? seal.close(work) : null,
      )
      const isToDo = stored === 1 ? isOpen : isRedelivery === true && renew(id, received)
      return isToDo ? [{ id, chat, at }] : []
    },
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
    listOpen: (most) =>
      database
        .all(
          'SELECT event, chat, at FROM inbox WHERE channel = ? AND is_open = 1 ORDER BY at, event LIMIT ?',
          channel,
          most,
        )
        .map(({ event, chat, at }) => ({ id: String(event), chat: String(chat), at: Number(at) })),
    begin: (id, attempt) =>
      database.run(
        'UPDATE inbox SET attempt = ? WHERE channel = ? AND event = ? AND is_open = 1',
        attempt,
        channel,
        id,
      ) === 1,
    close(id) {
      database.run(`UPDATE inbox SET ${CLOSED} WHERE channel = ? AND event = ?`, channel, id)
    },
    eraseMessage(chat, message, before) {
      database.run(
        `UPDATE inbox SET ${CLOSED} WHERE chat = ? AND message = ? AND channel = ? AND at <= ?`,
        chat,
        message,
        channel,
        before,
      )
    },
    eraseChat(chat, before) {
      database.run(`UPDATE inbox SET ${FORGOTTEN} WHERE chat = ? AND channel = ? AND at <= ?`, chat, channel, before)
    },
    erasePerson(person, but) {
      database.run(
        `UPDATE inbox SET ${FORGOTTEN} WHERE person = ? AND channel = ? AND event <> ?`,
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
    eraseOld(until) {
      database.run('DELETE FROM inbox WHERE channel = ? AND received <= ?', channel, until)
      anyReplacing = hasReplacing()
    },
  }
}

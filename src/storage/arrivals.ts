import type { Database } from './database.ts'
import type { IncomingEvent } from './inbox.ts'
import type { Seal } from './seal.ts'

/**
 * Events that came together, as one sealed row: as safe as in rows of their own, for a third of the time. What writes is only called
 * within a transaction.
 */
export interface Arrivals {
  /** Whether there may be some. */
  mayHave(): boolean
  /** Whether there are; not within a transaction, which may yet be undone. */
  has(): boolean
  /** `received` in ms. */
  add(events: readonly IncomingEvent[], received: number): void
  /** Removes the oldest rows, enough for so many events, and returns what was in them. */
  take(most: number): Arrived[]
}

export interface Arrived {
  event: IncomingEvent
  received: number
}

export function createArrivals(database: Database, { channel, seal }: { channel: string; seal: Seal }): Arrivals {
  const next = () =>
    database.get('SELECT id, received, events FROM arrivals WHERE channel = ? ORDER BY id LIMIT 1', channel)
  let mayHave = next() !== undefined

  return {
    mayHave: () => mayHave,
    has() {
      mayHave &&= next() !== undefined
      return mayHave
    },
    add(events, received) {
      mayHave = true
      const sealed = seal.close(JSON.stringify(events))
      database.run('INSERT INTO arrivals (channel, received, events) VALUES (?, ?, ?)', channel, received, sealed)
    },
    take(most) {
      const taken: Arrived[] = []
      while (taken.length < most) {
        const row = next()
        if (row === undefined) break
        // Sealed with another key, it can't be answered either.
        const events = JSON.parse(seal.open(row.events as Uint8Array) ?? '[]') as IncomingEvent[]
        for (const event of events) taken.push({ event, received: Number(row.received) })
        database.run('DELETE FROM arrivals WHERE id = ?', row.id!)
      }
      return taken
    },
  }
}

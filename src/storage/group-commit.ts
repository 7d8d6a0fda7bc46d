import type { Database } from './database.ts'
import { DatabaseBusyError } from './database-error.ts'

export interface GroupCommit {
  /**
   * Runs `write` in one transaction with the other writes of this turn of the event loop. Resolves with what it returned, once
   * that's committed. When it throws, what it wrote is undone and its own caller alone is told.
   */
  commit<Result>(write: () => Result): Promise<Result>
}

export interface GroupCommitOptions {
  /** As a transaction's. */
  synchronous?: 'NORMAL' | 'FULL'
  /** How often to try, 20 ms apart, while another process writes. */
  attempts?: number
}

interface Waiting {
  write: () => unknown
  resolve: (result: unknown) => void
  reject: (error: unknown) => void
}

/** Tells a caller how its write went, once it's known how the whole group's did. */
type Settle = () => void

/** While another process writes, this one goes on with its other work and tries again. */
const PAUSE_MILLISECONDS = 20
const ATTEMPTS = 250

/** A commit costs about the same for one write as for a hundred. What waits when the database is closed is written before. */
export function createGroupCommit(
  database: Database,
  { synchronous = 'NORMAL', attempts = ATTEMPTS }: GroupCommitOptions = {},
): GroupCommit {
  let waiting: Waiting[] = []
  let failed = 0
  let isScheduled = false

  const flush = (busyTimeout?: number) => {
    isScheduled = false
    if (waiting.length === 0) return
    const group = waiting
    waiting = []
    try {
      const outcomes = database.transaction(() => group.map((one) => attempt(database, one)), {
        synchronous,
        ...(busyTimeout !== undefined && { busyTimeout }),
      })
      failed = 0
      for (const settle of outcomes) settle()
    } catch (error) {
      if (error instanceof DatabaseBusyError && busyTimeout === 0 && ++failed < attempts) {
        waiting = group
        isScheduled = true
        setTimeout(flush, PAUSE_MILLISECONDS, 0)
        return
      }
      failed = 0
      for (const { reject } of group) reject(error)
    }
  }
  database.onClose(flush)

  return {
    commit: <Result>(write: () => Result) =>
      new Promise<Result>((resolve, reject) => {
        waiting.push({ write, resolve: resolve as Waiting['resolve'], reject })
        if (isScheduled) return
        isScheduled = true
        setImmediate(flush, 0)
      }),
  }
}

function attempt(database: Database, { write, resolve, reject }: Waiting): Settle {
  database.run('SAVEPOINT write')
  try {
    const result = write()
    database.run('RELEASE write')
    return () => resolve(result)
  } catch (error) {
    try {
      database.run('ROLLBACK TO write')
      database.run('RELEASE write')
    } catch {
      // The failure, such as a full disk, has undone the whole transaction: the group's, not this write's alone.
      throw error
    }
    return () => reject(error)
  }
}

import type { Database } from './database.ts'
import { DatabaseBusyError } from './database-error.ts'

export interface GroupCommit {
  /**
   * Runs `write` in one transaction with the other writes of this turn of the event loop. Resolves with what it returned, once
   * that's committed. When it throws, what it wrote is undone and its own caller alone is told; the others are run again.
   */
  commit<Result>(write: () => Result): Promise<Result>
}

export interface GroupCommitOptions {
  /** Whether to resolve only when it's on the disk: a power failure takes nothing away then. */
  durable?: boolean
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
  { durable = false, attempts = ATTEMPTS }: GroupCommitOptions = {},
): GroupCommit {
  let waiting: Waiting[] = []
  let failed = 0
  let isScheduled = false

  function flush(): void {
    const group = take()
    try {
      void settle(group, writeGroup(database, group, 0))
      failed = 0
    } catch (error) {
      if (error instanceof DatabaseBusyError && ++failed < attempts) {
        waiting = group
        setTimeout(flush, PAUSE_MILLISECONDS)
        return
      }
      failed = 0
      rejectAll(group, error)
      goOn()
    }
  }

  function goOn(): void {
    isScheduled = waiting.length > 0
    if (isScheduled) setImmediate(flush)
  }

  function take(): Waiting[] {
    const group = waiting
    waiting = []
    return group
  }

  /** The disk works in the background; what comes meanwhile is the next group. */
  async function settle(group: readonly Waiting[], settles: readonly Settle[]): Promise<void> {
    try {
      if (durable && group.length > 0) await database.sync()
      for (const tell of settles) tell()
    } catch (error) {
      rejectAll(group, error)
    }
    goOn()
  }

  database.onClose(() => {
    const group = take()
    try {
      void settle(group, writeGroup(database, group))
    } catch (error) {
      rejectAll(group, error)
    }
  })

  return {
    commit: <Result>(write: () => Result) =>
      new Promise<Result>((resolve, reject) => {
        waiting.push({ write, resolve: resolve as Waiting['resolve'], reject })
        if (isScheduled) return
        isScheduled = true
        setImmediate(flush)
      }),
  }
}

function rejectAll(group: readonly Waiting[], error: unknown): void {
  for (const { reject } of group) reject(error)
}

/** Savepoints cost as much as small writes do, so they come only when one fails. */
function writeGroup(database: Database, group: readonly Waiting[], busyTimeout?: number): Settle[] {
  if (group.length === 0) return []
  const options = busyTimeout === undefined ? {} : { busyTimeout }
  try {
    const results = database.transaction(() => group.map(({ write }) => write()), options)
    return group.map(
      ({ resolve }, i) =>
        () =>
          resolve(results[i]),
    )
  } catch (error) {
    if (error instanceof DatabaseBusyError) throw error
    return database.transaction(() => group.map((one) => attempt(database, one)), options)
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

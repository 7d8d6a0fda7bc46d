import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { AccordError } from '../errors.ts'
import { DatabaseBusyError, describeDatabaseError } from './database-error.ts'
import { createLogSync } from './log-sync.ts'
import { MIGRATIONS } from './migrations.ts'

/**
 * What Accord must know after a restart. Several processes may have it open at once. Everything throws an AccordError for what
 * the one who runs Accord can mend: a damaged file, a full disk, a lock that lasts (DatabaseBusyError).
 */
export interface Database extends Disposable {
  readonly file: string
  get(sql: string, ...values: SQLInputValue[]): Record<string, SQLOutputValue> | undefined
  all(sql: string, ...values: SQLInputValue[]): Record<string, SQLOutputValue>[]
  /** Returns how many rows have changed. */
  run(sql: string, ...values: SQLInputValue[]): number
  /**
   * Does all of `work`, which can't wait for anything, or nothing of it. When it returns, what was written survives the end of
   * the process; a power failure only after `sync`.
   */
  transaction<Result>(work: () => Result, options?: TransactionOptions): Result
  /** Resolves when all that was committed before is on the disk, as `synchronous = FULL` has it, but doesn't keep the process waiting. */
  sync(): Promise<void>
  /** Called before the database is closed, to write what is still to be written. */
  onClose(finish: () => void): void
}

export interface TransactionOptions {
  /** Milliseconds to stand still while another process writes. */
  busyTimeout?: number
}

const BUSY_TIMEOUT = 5000
/** 32 MB of log before it's carried over, which everything waits for: SQLite's own 1000 pages come several times a second under load. */
const CHECKPOINT_PAGES = 8000
/** Opening waits by trying again: SQLite itself doesn't wait for the first switch to WAL, however long the timeout. */
const OPENING_ATTEMPTS = 250
const OPENING_PAUSE = 20

export const databaseFile = (dataDir: string) => join(dataDir, 'accord.db')

export function hasDatabase(dataDir: string): boolean {
  return existsSync(databaseFile(dataDir))
}

/** Opens `accord.db` in a folder, making and migrating it as needed. Throws an AccordError for one that's damaged or newer. */
export async function openDatabase(dataDir: string, migrations = MIGRATIONS): Promise<Database> {
  const file = databaseFile(dataDir)
  createFile(dataDir, file)
  // Loaded here: a process that keeps no state doesn't pay for it.
  const { DatabaseSync } = await import('node:sqlite')
  for (let attempt = 1; ; attempt++) {
    try {
      return openOnce(new DatabaseSync(file), file, migrations)
    } catch (error) {
      const described = describeDatabaseError(file, error)
      if (!(described instanceof DatabaseBusyError) || attempt === OPENING_ATTEMPTS) throw described
      await sleep(OPENING_PAUSE)
    }
  }
}

function openOnce(connection: DatabaseSync, file: string, migrations: readonly string[]): Database {
  try {
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    connection.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    // What is deleted is to be gone, not merely to be out of sight.
    connection.exec('PRAGMA secure_delete = ON')
    const database = createDatabase(connection, file)
    migrate(connection, database, migrations)
    connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`)
    return database
  } catch (error) {
    connection.close()
    throw error
  }
}

/** For its owner alone, as SQLite then makes the files beside it: there are keys in it. */
function createFile(dataDir: string, file: string): void {
  try {
    makeFolder(dataDir)
    closeSync(openSync(file, 'a', 0o600))
  } catch (error) {
    throw new AccordError(`${file} can't be opened: check DATA_DIR and its permissions`, { cause: error })
  }
}

/** Not those above it: where none can be made, as in /proc, Node's own recursion never ends. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function migrate(connection: DatabaseSync, database: Database, migrations: readonly string[]): void {
  const version = () => Number(database.get('PRAGMA user_version')!.user_version)
  const takeStep = () => {
    // Another process may have been faster.
    const done = version()
    if (done < migrations.length) connection.exec(`${migrations[done]}; PRAGMA user_version = ${done + 1}`)
  }
  while (version() < migrations.length) database.transaction(takeStep, { busyTimeout: 0 })
  if (version() > migrations.length) {
    throw new AccordError(
      `${database.file} is of version ${version()}, this Accord reads up to ${migrations.length}: run the newer Accord, or set another DATA_DIR`,
    )
  }
}

function createDatabase(connection: DatabaseSync, file: string): Database {
  const statements = new Map<string, StatementSync>()
  const log = createLogSync(file)
  const closing: (() => void)[] = []

  const guard = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      throw describeDatabaseError(file, error)
    }
  }
  const prepare = (sql: string) => {
    const known = statements.get(sql) ?? connection.prepare(sql)
    statements.set(sql, known)
    return known
  }
  const transact = <Result>(work: () => Result): Result => {
    connection.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      connection.exec('COMMIT')
      return result
    } catch (error) {
      // Some failures, such as a full disk, have undone it already.
      if (connection.isTransaction) connection.exec('ROLLBACK')
      throw error
    }
  }

  return {
    file,
    get: (sql, ...values) => guard(() => prepare(sql).get(...values)),
    all: (sql, ...values) => guard(() => prepare(sql).all(...values)),
    run: (sql, ...values) => guard(() => Number(prepare(sql).run(...values).changes)),
    transaction: (work, { busyTimeout = BUSY_TIMEOUT } = {}) =>
      guard(() => {
        if (busyTimeout === BUSY_TIMEOUT) return transact(work)
        connection.exec(`PRAGMA busy_timeout = ${busyTimeout}`)
        try {
          return transact(work)
        } finally {
          connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`)
        }
      }),
    sync: () => log.sync(),
    onClose: (finish) => closing.push(finish),
    [Symbol.dispose]() {
      for (const finish of closing.splice(0)) finish()
      log.close()
      if (connection.isOpen) connection.close()
    },
  }
}

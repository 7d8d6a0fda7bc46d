import { closeSync, fdatasync, fdatasyncSync, fsyncSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { AccordError } from '../errors.ts'

/** Brings SQLite's write-ahead log to the disk. */
export interface LogSync {
  /** Resolves when all that was in the log at the call is on the disk. */
  sync(): Promise<void>
  /** Returns when it is, if anybody has ever asked for it. */
  close(): void
}

type Settle = (error: NodeJS.ErrnoException | null) => void

/**
 * What SQLite does at each commit with `synchronous = FULL` ("the WAL is synced after each transaction commit",
 * https://www.sqlite.org/pragma.html#pragma_synchronous), but in the background, and once for all who ask while the disk is at work.
 * A checkpoint in between syncs the log before it's written over. It stays the same file while anybody has the database open.
 */
export function createLogSync(database: string): LogSync {
  const log = `${database}-wal`
  let descriptor: number | undefined
  let waiting: Settle[] = []
  let isSyncing = false
  let isClosed = false

  function open(): number {
    const opened = openSync(log, 'r+')
    // That the file has its name.
    const folder = openSync(dirname(log), 'r')
    fsyncSync(folder)
    closeSync(folder)
    return opened
  }

  function start(): void {
    const group = waiting
    waiting = []
    const finish: Settle = (error) => {
      isSyncing = false
      for (const settle of group) settle(error)
      if (waiting.length > 0) start()
      else if (isClosed) release()
    }
    try {
      descriptor ??= open()
      isSyncing = true
      fdatasync(descriptor, finish)
    } catch (error) {
      finish(error as NodeJS.ErrnoException)
    }
  }

  function release(): void {
    if (descriptor !== undefined) closeSync(descriptor)
    descriptor = undefined
  }

  return {
    sync: () =>
      new Promise((resolve, reject) => {
        waiting.push((cause) => {
          if (cause === null) resolve()
          else reject(new AccordError(`${log} can't be brought to the disk: check it`, { cause }))
        })
        if (!isSyncing) start()
      }),
    close() {
      if (isClosed) return
      isClosed = true
      if (descriptor !== undefined) fdatasyncSync(descriptor)
      if (!isSyncing) release()
    },
  }
}

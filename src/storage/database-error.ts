import { basename } from 'node:path'
import { AccordError } from '../errors.ts'

/** Another process is writing: the same may go well a moment later. */
export class DatabaseBusyError extends AccordError {
  override name = 'DatabaseBusyError'
}

/** Primary result codes: https://www.sqlite.org/rescode.html */
const BUSY = 5
const MENDABLE: Readonly<Record<number, (file: string) => string>> = {
  8: (file) => `${file} can't be written: check its permissions`,
  10: (file) => `${file} can't be read or written: check the disk`,
  11: damaged,
  13: (file) => `${file} can't grow: the disk is full, make room`,
  14: (file) => `${file} can't be opened: check DATA_DIR and its permissions`,
  26: damaged,
}

function damaged(file: string): string {
  const name = basename(file)
  return `${file} is damaged: stop Accord, move ${name}, ${name}-wal and ${name}-shm away and start again; the receipts and counts in it are lost`
}

/** What SQLite threw, as an AccordError when the one who runs Accord can mend it; faults of the code stay as they are. */
export function describeDatabaseError(file: string, error: unknown): unknown {
  const { errcode } = error as { errcode?: number }
  if (errcode === undefined) return error
  const primary = errcode & 0xff
  if (primary === BUSY) return new DatabaseBusyError(`${file} is in use by another process: try again`)
  const describe = MENDABLE[primary]
  return describe === undefined ? error : new AccordError(describe(file), { cause: error })
}

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Returns when the bytes are on the disk. */
export function writeDurably(file: string, ...parts: Uint8Array[]): void {
  const descriptor = openSync(file, 'w')
  try {
    for (const bytes of parts) for (let at = 0; at < bytes.byteLength; ) at += writeSync(descriptor, bytes, at)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** With the folders above it, one by one: where none can be made, as in /proc, Node's own recursion never ends. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** A reader sees the old content or the new one, never a part, even after a power failure. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const folder = dirname(file)
  const fresh = join(folder, hiddenName('replacing'))
  try {
    writeDurably(fresh, typeof content === 'string' ? Buffer.from(content) : content)
    renameSync(fresh, file)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
  syncToDisk(folder)
}

/** Of a file that another library wrote, or of a folder: that its entries have their names. */
export function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** The name of what isn't to be seen yet, or no longer; it tells which process it belongs to. */
export function hiddenName(purpose: string): string {
  return `.${purpose}-${process.pid}`
}

const HIDDEN = /^\.[a-z]+-(\d+)$/

/** Removes what runs that were killed left behind; what a living process still works on stays. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const owner = Number(HIDDEN.exec(name)?.[1])
    if (owner === process.pid || (owner > 0 && !isRunning(owner))) {
      rmSync(join(folder, name), { recursive: true, force: true })
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

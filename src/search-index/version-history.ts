import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AccordError } from '../errors.ts'
import { replaceFile } from './durable-files.ts'
import { currentFile, currentVersion, indexFolder, isVersionName, listVersions } from './snapshot.ts'

const historyFile = (dataDir: string) => join(indexFolder(dataDir), 'history')

/** Makes a version that is kept the one in use; running bots follow. One that was in use before undoes all that came after it. */
export function setCurrentVersion(dataDir: string, version: string): void {
  const kept = new Set(listVersions(dataDir))
  const history = readHistory(dataDir).filter((known) => kept.has(known))
  const known = history.indexOf(version)
  const next = known === -1 ? [...history, version] : history.slice(0, known + 1)
  // First: what stands behind the version in use is passed over.
  replaceFile(historyFile(dataDir), `${next.join('\n')}\n`)
  replaceFile(currentFile(dataDir), `${version}\n`)
}

/** The version in use; undefined, too, when `current` names none. */
export function versionInUse(dataDir: string): string | undefined {
  try {
    return currentVersion(dataDir)
  } catch (error) {
    if (error instanceof AccordError) return undefined
    throw error
  }
}

/** The versions that are kept: those that were given up first, then in the order in which they were in use. */
export function versionsByUse(dataDir: string): string[] {
  const kept = listVersions(dataDir)
  const history = readHistory(dataDir).filter((version) => kept.includes(version))
  return [...kept.filter((version) => !history.includes(version)), ...history]
}

/** The version that was in use before this one and is kept. Not one that was given up for an older. */
export function versionBefore(dataDir: string, current: string | undefined): string | undefined {
  const history = readHistory(dataDir)
  const kept = listVersions(dataDir)
  if (current === undefined) return history.findLast((version) => kept.includes(version)) ?? kept.at(-1)
  const at = history.indexOf(current)
  return history.slice(0, at === -1 ? undefined : at).findLast((version) => kept.includes(version))
}

/** The oldest first. Without the file, as their names have it. */
function readHistory(dataDir: string): string[] {
  const file = historyFile(dataDir)
  if (existsSync(file)) return readFileSync(file, 'utf8').split('\n').filter(isVersionName)
  const current = versionInUse(dataDir)
  return listVersions(dataDir).filter((version) => current === undefined || version <= current)
}

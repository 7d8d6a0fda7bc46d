import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AccordError, describeError } from '../errors.ts'
import { type Acceptance, parseManifest } from './manifest.ts'
import { currentVersion, FILES, indexFolder, listVersions, versionFolder } from './snapshot.ts'
import { readSnapshot } from './snapshot-read.ts'
import { setCurrentVersion } from './snapshot-write.ts'

/** A version that is kept, as its manifest describes it. */
export interface KeptSnapshot {
  version: string
  inUse: boolean
  /** ISO time; undefined when the manifest can't be read. */
  created?: string
  documents?: number
  passages?: number
  /** Why it was let through although something was lost. */
  accepted?: Acceptance
  /** What is wrong with its manifest. */
  damage?: string
}

/** The versions that are kept, newest first. Reads their manifests alone, so damage elsewhere shows when one is opened. */
export function listSnapshots(dataDir: string): KeptSnapshot[] {
  const current = currentIfNamed(dataDir)
  return versionsIn(dataDir)
    .toReversed()
    .map((version) => ({ version, inUse: version === current, ...describe(dataDir, version) }))
}

/**
 * Makes an older version the one in use, by one rename: the one before the present one, or the one named. It's opened first:
 * a damaged one is refused. Running bots follow. Throws an AccordError when there is no such version.
 */
export async function rollBack(dataDir: string, wanted?: string): Promise<{ from: string | undefined; to: string }> {
  const from = currentIfNamed(dataDir)
  const to = wanted ?? versionBefore(dataDir, from)
  if (!versionsIn(dataDir).includes(to)) {
    throw new AccordError(
      `There is no version ${to} in ${dataDir}: \`npm run ingest -- --list\` names those that are kept`,
    )
  }
  await readSnapshot(versionFolder(dataDir, to), to)
  if (to !== from) setCurrentVersion(dataDir, to)
  return { from, to }
}

function versionBefore(dataDir: string, current: string | undefined): string {
  const before = versionsIn(dataDir).filter((version) => current === undefined || version < current)
  const last = before.at(-1)
  if (last !== undefined) return last
  const present = current === undefined ? 'no version is kept' : `${current} is the oldest version that is kept`
  throw new AccordError(`There is nothing to return to in ${dataDir}: ${present}`)
}

function describe(dataDir: string, version: string): Omit<KeptSnapshot, 'version' | 'inUse'> {
  const file = join(versionFolder(dataDir, version), FILES.manifest)
  try {
    const { created, sources, passages, accepted } = parseManifest(readFileSync(file), file)
    return {
      created,
      documents: Object.keys(sources).length,
      passages: Object.keys(passages).length,
      ...(accepted !== undefined && { accepted }),
    }
  } catch (error) {
    return { damage: describeError(error) }
  }
}

function versionsIn(dataDir: string): string[] {
  return statSync(indexFolder(dataDir), { throwIfNoEntry: false })?.isDirectory() ? listVersions(dataDir) : []
}

/** A `current` that names nothing doesn't keep anyone from choosing a version. */
function currentIfNamed(dataDir: string): string | undefined {
  try {
    return currentVersion(dataDir)
  } catch (error) {
    if (error instanceof AccordError) return undefined
    throw error
  }
}

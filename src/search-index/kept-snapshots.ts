import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AccordError, describeError } from '../errors.ts'
import { type Acceptance, parseManifest } from './manifest.ts'
import { openSearchIndex, type SearchIndex } from './search-index.ts'
import { FILES, indexFolder, listVersions, versionFolder } from './snapshot.ts'
import { readSnapshot } from './snapshot-read.ts'
import { setCurrentVersion, versionBefore, versionInUse, versionsByUse } from './version-history.ts'

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
  const current = versionInUse(dataDir)
  return versionsIn(dataDir)
    .toReversed()
    .map((version) => ({ version, inUse: version === current, ...describe(dataDir, version) }))
}

/**
 * Makes an older version the one in use, by one rename: the one that was in use before the present one, or the one named. It's opened first:
 * a damaged one is refused. Running bots follow. Throws an AccordError when there is no such version.
 */
export async function rollBack(dataDir: string, wanted?: string): Promise<{ from: string | undefined; to: string }> {
  const from = versionInUse(dataDir)
  const to = wanted ?? lastInUse(dataDir, from)
  if (!versionsIn(dataDir).includes(to)) {
    throw new AccordError(
      `There is no version ${to} in ${dataDir}: \`npm run ingest -- --list\` names those that are kept`,
    )
  }
  await checkWhole(dataDir, to)
  if (to !== from) explainDiskErrors(dataDir, () => setCurrentVersion(dataDir, to))
  return { from, to }
}

function lastInUse(dataDir: string, current: string | undefined): string {
  const last = versionsIn(dataDir).length === 0 ? undefined : versionBefore(dataDir, current)
  if (last !== undefined) return last
  const present = current === undefined ? 'no version is kept' : `none that is kept was in use before ${current}`
  throw new AccordError(
    `There is nothing to return to in ${dataDir}: ${present}; \`npm run ingest -- --list\` names all`,
  )
}

async function checkWhole(dataDir: string, version: string): Promise<void> {
  try {
    await readSnapshot(versionFolder(dataDir, version), version)
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
    throw new AccordError(
      `${version} can't be used, nothing was changed: choose another with \`npm run rollback VERSION\`, of \`npm run ingest -- --list\``,
      { cause: error },
    )
  }
}

function explainDiskErrors(dataDir: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    throw new AccordError(`Writing to ${dataDir} failed: check its permissions and the space on its disk`, {
      cause: error,
    })
  }
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

/** The newest version that opens, undefined without any: what a refresh is compared with when the one in use is damaged. */
export async function openLastWhole(dataDir: string): Promise<SearchIndex | undefined> {
  for (const version of versionsIn(dataDir).length === 0 ? [] : versionsByUse(dataDir).toReversed()) {
    try {
      return await openSearchIndex(dataDir, { version })
    } catch (error) {
      if (!(error instanceof AccordError)) throw error
    }
  }
  return undefined
}

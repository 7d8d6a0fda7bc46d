import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AccordError } from '../errors.ts'
import { hiddenName, makeFolder, removeLeftovers, syncToDisk, writeDurably } from './durable-files.ts'
import { checkContent, encodeContent } from './encode-content.ts'
import { type Acceptance, createManifest, type Manifest } from './manifest.ts'
import {
  currentVersion,
  FILES,
  indexFolder,
  isNamedFor,
  listVersions,
  type SnapshotContent,
  versionFolder,
  versionName,
} from './snapshot.ts'
import { readSnapshot, type Snapshot, sha256 } from './snapshot-read.ts'
import { wantsGraph, writeHnswIndex } from './vectors-hnsw.ts'
import { setCurrentVersion, versionInUse, versionsByUse } from './version-history.ts'

const KEPT_VERSIONS = 5

export interface WriteOptions {
  now: () => Date
  /** How many versions stay, the one in use among them; 5 without it. */
  keep?: number
  /**
   * Called with the new snapshot once it's on the disk and has been read back, before anyone sees it. What it throws keeps the
   * version in use as it is; what it returns goes into the manifest.
   */
  review?: (snapshot: Snapshot, version: string) => Promise<Acceptance | undefined>
  /** Called before each stage with its name. */
  onStage?: (stage: string) => void
}

export interface WrittenSnapshot {
  version: string
  /** False when the version in use has this very content already. */
  written: boolean
}

/**
 * Writes a new version beside the others and makes it the one in use. Killed at any moment it leaves the version in use
 * whole: files are built in a hidden folder, reach the disk, are read back, and appear by one rename.
 */
export async function writeSnapshot(
  dataDir: string,
  content: SnapshotContent,
  { now, keep = KEPT_VERSIONS, review, onStage = () => {} }: WriteOptions,
): Promise<WrittenSnapshot> {
  onStage('prepare')
  checkContent(content)
  const index = indexFolder(dataDir)
  makeFolder(index)
  removeLeftovers(index)

  const inUse = versionInUse(dataDir)
  const files = encodeContent(content)
  const hashes = Object.fromEntries(Array.from(files, ([name, parts]) => [name, sha256(...parts)]))
  const described = createManifest(content, hashes, '')
  const { snapshot } = described
  const present = await currentIfSame(dataDir, snapshot)
  if (present !== undefined) return { version: present, written: false }

  const building = join(index, hiddenName('building'))
  try {
    const version = await build({ building, dataDir, content, files, described, now, review, onStage })
    onStage('publish')
    const other = await replacedMeanwhile(dataDir, inUse, snapshot)
    if (other !== undefined) return { version: other, written: false }
    renameSync(building, versionFolder(dataDir, version))
    syncToDisk(index)
    onStage('switch')
    setCurrentVersion(dataDir, version)
    onStage('prune')
    removeOldVersions(dataDir, version, keep)
    return { version, written: true }
  } finally {
    // Refused or failed, it would take up room until the next run.
    rmSync(building, { recursive: true, force: true })
  }
}

interface Build extends Pick<WriteOptions, 'now'> {
  building: string
  dataDir: string
  content: SnapshotContent
  files: ReturnType<typeof encodeContent>
  /** As it will be but for its time and the graph's hash, which doesn't name a snapshot. */
  described: Manifest
  review: WriteOptions['review']
  onStage: (stage: string) => void
}

/** Writes all files and reads them back; gives the version's name. */
async function build({ building, dataDir, content, files, described, now, review, onStage }: Build): Promise<string> {
  const hashes = { ...described.files }
  mkdirSync(building)
  for (const [name, parts] of files) {
    onStage(name)
    writeDurably(join(building, name), ...parts)
  }
  if (wantsGraph(content.embedding, content.passages.length)) {
    onStage(FILES.graph)
    const file = join(building, FILES.graph)
    await writeHnswIndex(file, content.vectors, content.embedding.dimension)
    syncToDisk(file)
    hashes[FILES.graph] = sha256(readFileSync(file))
  }
  onStage(FILES.manifest)
  const created = firstFreeTime(dataDir, now())
  const version = versionName(created, described.snapshot)
  const manifest: Manifest = { ...described, files: hashes, created }
  writeDurably(join(building, FILES.manifest), Buffer.from(JSON.stringify(manifest, null, 2)))
  syncToDisk(building)

  onStage('verify')
  const written = await readSnapshot(building, version)
  const accepted = await review?.(written, version)
  if (accepted !== undefined) {
    writeDurably(join(building, FILES.manifest), Buffer.from(JSON.stringify({ ...manifest, accepted }, null, 2)))
    await readSnapshot(building, version)
  }
  return version
}

/**
 * What was reviewed against one version mustn't take the place of another, which a second ingest or a rollback has put in use
 * since. Gives it when it has the same content.
 */
async function replacedMeanwhile(dataDir: string, before: string | undefined, snapshotHash: string) {
  const present = versionInUse(dataDir)
  if (present === before || present === undefined) return undefined
  const same = await currentIfSame(dataDir, snapshotHash)
  if (same !== undefined) return same
  throw new AccordError(
    `Another ingest or a rollback has put ${present} in use meanwhile, so nothing was written: run \`npm run ingest\` again`,
  )
}

/** The version in use if it has this content and opens: what is damaged is written anew. */
async function currentIfSame(dataDir: string, snapshotHash: string): Promise<string | undefined> {
  try {
    const version = currentVersion(dataDir)
    // Its name tells that of another content, which needn't be read.
    if (version === undefined || !isNamedFor(version, snapshotHash)) return undefined
    const { manifest } = await readSnapshot(versionFolder(dataDir, version), version)
    return manifest.snapshot === snapshotHash ? version : undefined
  } catch (error) {
    if (error instanceof AccordError) return undefined
    throw error
  }
}

/** In whole seconds, and later than every version there is: a clock that was put back changes no order. */
function firstFreeTime(dataDir: string, now: Date): string {
  const last = listVersions(dataDir).at(-1)
  const earliest = last === undefined ? 0 : timeOfVersion(last) + 1000
  const time = Math.max(Math.floor(now.getTime() / 1000) * 1000, earliest)
  return new Date(time).toISOString().replace('.000', '')
}

/** Milliseconds, of a name such as 20261123T101500Z-0123abcd. */
function timeOfVersion(version: string): number {
  return Date.parse(version.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z'))
}

/** What was given up first, then the longest out of use. Hidden first, so that a half-removed folder never looks like a version. */
function removeOldVersions(dataDir: string, inUse: string, keep: number): void {
  const others = versionsByUse(dataDir).filter((version) => version !== inUse)
  for (const version of others.slice(0, Math.max(0, others.length - keep + 1))) {
    const doomed = join(indexFolder(dataDir), hiddenName('removing'))
    try {
      renameSync(versionFolder(dataDir, version), doomed)
    } catch (error) {
      // Another process that ingests has been faster.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue
      throw error
    }
    rmSync(doomed, { recursive: true })
  }
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AccordError } from '../errors.ts'
import type { Document, Passage, Vocabulary } from '../vocabulary.ts'
import type { TermLists } from './postings.ts'

/** All that a snapshot is made of. As many: passages, units, section numbers, and rows of `vectors`. */
export interface SnapshotContent {
  documents: Document[]
  passages: Passage[]
  vocabulary: Vocabulary
  /** The terms by which each passage is found. */
  units: TermLists
  /** The terms of each section: what stands around a passage helps to find it. */
  sections: TermLists
  /** The section of each passage. */
  sectionOf: number[]
  /** Row by row, each `embedding.dimension` long and L2-normalised. */
  vectors: Float32Array
  embedding: Embedding
  /** Questions of lower relevance than this are about something else. */
  refusalRatio: number
  /** SHA-256, hex, of what all this follows from beside the documents: parts of two with the same one may be mixed. */
  recipe: string
}

/** Which model made the vectors: those of two models can't be compared. */
export interface Embedding {
  model: string
  dimension: number
}

/**
 * Names in a snapshot's folder. `passages.json` leaves their texts out, which are slices of the documents'; `vectors.hnsw`
 * is there from a certain size on.
 */
export const FILES = {
  manifest: 'manifest.json',
  documents: 'documents.json',
  passages: 'passages.json',
  vocabulary: 'vocabulary.json',
  lexical: 'lexical.bin',
  sections: 'sections.bin',
  vectors: 'vectors.f32',
  graph: 'vectors.hnsw',
} as const

/** The content of `passages.json`. */
export interface StoredPassages {
  passages: Omit<Passage, 'text'>[]
  sectionOf: number[]
}

/** Sorts by time: `20261123T101500Z-3f9c2a1b`. */
const VERSION = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/

export const versionName = (created: string, snapshotHash: string) =>
  `${created.replaceAll(/[-:]/g, '')}-${snapshotHash.slice(0, 8)}`

/** Can the version have this content? */
export const isNamedFor = (version: string, snapshotHash: string) => version.endsWith(`-${snapshotHash.slice(0, 8)}`)

export const indexFolder = (dataDir: string) => join(dataDir, 'index')
export const versionFolder = (dataDir: string, version: string) => join(dataDir, 'index', version)
export const currentFile = (dataDir: string) => join(dataDir, 'index', 'current')

export const isVersionName = (name: string) => VERSION.test(name)

/** The version in use, undefined before the first ingest. Throws an AccordError when `current` doesn't name a version. */
export function currentVersion(dataDir: string): string | undefined {
  const file = currentFile(dataDir)
  try {
    const version = readFileSync(file, 'utf8').trim()
    if (isVersionName(version)) return version
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (code === 'ENOTDIR') throw new AccordError(`${dataDir} is no folder: check DATA_DIR`, { cause: error })
    throw new AccordError(`${file} can't be read: run \`npm run ingest\``, { cause: error })
  }
  throw new AccordError(`${file} is damaged: it names no version; run \`npm run ingest\``)
}

/** The versions that are kept, oldest first. */
export function listVersions(dataDir: string): string[] {
  return readdirSync(indexFolder(dataDir)).filter(isVersionName).sort()
}

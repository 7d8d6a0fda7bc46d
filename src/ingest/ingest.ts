import { AccordError, describeError } from '../errors.ts'
import type { Embedder } from '../models/embedder.ts'
import { openSearchIndex, type SearchIndex } from '../search-index/search-index.ts'
import { currentVersion } from '../search-index/snapshot.ts'
import { writeSnapshot } from '../search-index/snapshot-write.ts'
import { embedPassages, type KnownVectors, unknownPassages, usableVectors } from './embed-passages.ts'
import { indexTerms } from './index-terms.ts'
import { comparePassages, type PassageChanges } from './passage-changes.ts'
import { readKnowledge } from './read-knowledge.ts'
import { calibrateRefusal } from './refusal-ratio.ts'

export interface IngestOptions {
  knowledgeDir: string
  dataDir: string
  embedder: Embedder
  now: () => Date
  /** Passages embedded so far, of those that must be. */
  onProgress?: (done: number, total: number) => void
  /** Called before each stage with its name. */
  onStage?: (stage: string) => void
  /** Reads and checks alone: nothing is embedded or written. */
  check?: boolean
}

export interface IngestReport extends PassageChanges {
  /** The version in use afterwards; with `check` undefined when there is none yet. */
  version: string | undefined
  /** False with `check`, and when the version in use has this very content. */
  written: boolean
  documents: number
  passages: number
  embeddingCalls: number
  /** With `check`, how many would be embedded. */
  embeddedPassages: number
  milliseconds: number
  /** Why nothing could be taken from the version in use. */
  discarded?: string
}

/**
 * Makes a snapshot of the knowledge folder the version in use. Nothing is written unless every check passes; else throws an
 * AccordError that lists all that is wrong.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const { knowledgeDir, dataDir, embedder, now, onProgress = () => {}, onStage = () => {}, check = false } = options
  const started = now().getTime()
  onStage('read')
  const { documents, sections, vocabulary, offTopic } = readKnowledge(knowledgeDir)
  const passages = sections.flat()
  if (passages.length === 0)
    throw new AccordError(`There is nothing to index in ${knowledgeDir}: the documents have no passage`)

  onStage('compare')
  const { present, discarded } = await openPresent(dataDir)
  const known = usableVectors(present && knownVectors(present), embedder)
  const report = (outcome: Pick<IngestReport, 'version' | 'written' | 'embeddingCalls' | 'embeddedPassages'>) => ({
    ...outcome,
    ...comparePassages(passages, present?.manifest.passages ?? {}),
    documents: documents.length,
    passages: passages.length,
    milliseconds: now().getTime() - started,
    ...(discarded === undefined ? {} : { discarded }),
  })
  if (check) {
    const embeddedPassages = unknownPassages(passages, known).length
    return report({ version: present?.version, written: false, embeddingCalls: 0, embeddedPassages })
  }

  onStage('embed')
  const { vectors, embedding, calls, embedded } = await embedPassages(passages, embedder, known, onProgress)
  onStage('index')
  const terms = indexTerms(sections, vocabulary)
  const refusalRatio = calibrateRefusal(terms.units, vocabulary.terms, offTopic)
  const content = { documents, passages, vocabulary, ...terms, vectors, embedding, refusalRatio }
  const snapshot = await explainDiskErrors(dataDir, () => writeSnapshot(dataDir, content, { now, onStage }))
  return report({ ...snapshot, embeddingCalls: calls, embeddedPassages: embedded })
}

/** A snapshot that is damaged or of another format is no reason to fail: everything is made anew. */
async function openPresent(dataDir: string): Promise<{ present?: SearchIndex; discarded?: string }> {
  try {
    const version = currentVersion(dataDir)
    return version === undefined ? {} : { present: await openSearchIndex(dataDir, { version }) }
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
    return { discarded: describeError(error) }
  }
}

function knownVectors({ manifest, passages, vectors }: SearchIndex): KnownVectors {
  const ordinals = new Map(passages.map(({ hash }, ordinal) => [hash, ordinal]))
  return {
    embedding: manifest.embedding,
    vectorOf(hash) {
      const ordinal = ordinals.get(hash)
      return ordinal === undefined ? undefined : vectors.vector(ordinal)
    },
  }
}

async function explainDiskErrors<T>(dataDir: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof AccordError || code === undefined) throw error
    throw new AccordError(`Writing to ${dataDir} failed: check DATA_DIR, its permissions and the space on its disk`, {
      cause: error,
    })
  }
}

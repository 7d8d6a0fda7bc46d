import { isDeepStrictEqual } from 'node:util'
import { AccordError, describeError } from '../errors.ts'
import type { Embedder } from '../models/embedder.ts'
import type { Acceptance } from '../search-index/manifest.ts'
import { createIndexInMemory, createSearchIndex, type SearchIndex } from '../search-index/search-index.ts'
import { currentVersion, versionFolder } from '../search-index/snapshot.ts'
import { readSnapshot, type Snapshot } from '../search-index/snapshot-read.ts'
import { writeSnapshot } from '../search-index/snapshot-write.ts'
import { isHashed } from '../search-index/vectors-hnsw.ts'
import { createEarlierKnowledge } from './earlier-knowledge.ts'
import { embedPassages, joinVectors, type KnownVectors, unknownPassages, usableVectors } from './embed-passages.ts'
import { createEmbeddingJournal } from './embedding-journal.ts'
import { indexTerms } from './index-terms.ts'
import { comparePassages, type PassageChanges } from './passage-changes.ts'
import { convertKnowledge, type Knowledge, readKnowledge } from './read-knowledge.ts'
import { recipeOf } from './recipe.ts'
import { calibrateRefusal } from './refusal-ratio.ts'

export interface IngestOptions {
  knowledgeDir: string
  dataDir: string
  embedder: Embedder
  now: () => Date
  /** Names the code that ingests; worked out from its files without it. */
  code?: string
  /** Passages embedded so far of those that must be, then passages indexed. */
  onProgress?: (done: number, total: number, doing: 'embedding' | 'indexing') => void
  /** Called before each stage with its name. */
  onStage?: (stage: string) => void
  /** How many versions are kept; 5 without it. */
  keepSnapshots?: number
  /** Called with what would be in use, before it is; what it throws stops the refresh. Not when nothing has changed. */
  review?: Review
  /** Writes nothing. Nor is anything embedded, unless a review wants to see the outcome. */
  check?: boolean
}

export type Review = (refresh: Refresh) => Promise<Acceptance | undefined>

/** What a refresh would put in the place of what. */
export interface Refresh {
  /** Undefined when there is none yet, or none that opens. */
  before: SearchIndex | undefined
  after: SearchIndex
}

export interface IngestReport extends PassageChanges {
  /** The version in use afterwards; with `check` undefined when there is none yet. */
  version: string | undefined
  /** False with `check`, and when the version in use has this very content. */
  written: boolean
  documents: number
  passages: number
  embeddingCalls: number
  /** With `check` and no review, how many would be embedded. */
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
  const { knowledgeDir, dataDir, embedder, now, code, keepSnapshots, review, check = false } = options
  const { onProgress = () => {}, onStage = () => {} } = options
  const started = now().getTime()
  onStage('read')
  const recipe = recipeOf(knowledgeDir, code)
  const { present, discarded } = await openPresent(dataDir)
  const earlier = present?.manifest.recipe === recipe ? present : undefined
  const { documents, sections, vocabulary, offTopic } = await read(knowledgeDir, earlier)
  const passages = sections.flat()
  if (passages.length === 0)
    throw new AccordError(`There is nothing to index in ${knowledgeDir}: the documents have no passage`)

  onStage('compare')
  const before = present && createSearchIndex(present, present.version)
  const journal = createEmbeddingJournal(dataDir)
  // A model's vectors follow from the text alone, hashed ones from our code, too.
  const embeddedBefore = isHashed(embedder.model) ? earlier : present
  const known = joinVectors(
    usableVectors(embeddedBefore && knownVectors(embeddedBefore), embedder),
    usableVectors(journal.read(embedder.model), embedder),
  )
  const report = (outcome: Pick<IngestReport, 'version' | 'written' | 'embeddingCalls' | 'embeddedPassages'>) => ({
    ...outcome,
    ...comparePassages(passages, present?.manifest.passages ?? {}),
    documents: documents.length,
    passages: passages.length,
    milliseconds: now().getTime() - started,
    ...(discarded === undefined ? {} : { discarded }),
  })
  if (check && review === undefined) {
    const embeddedPassages = unknownPassages(passages, known).length
    return report({ version: present?.version, written: false, embeddingCalls: 0, embeddedPassages })
  }

  onStage('embed')
  const { vectors, embedding, calls, embedded } = await embedPassages(
    passages,
    embedder,
    known,
    (done, total) => onProgress(done, total, 'embedding'),
    check ? undefined : (of, fresh) => explainDiskError(dataDir, () => journal.append(of, fresh)),
  )
  onStage('index')
  const terms = indexTerms(sections, vocabulary, (done, total) => onProgress(done, total, 'indexing'), earlier)
  const refusalRatio = calibrateRefusal(terms.units, vocabulary.terms, offTopic)
  const content = { documents, passages, vocabulary, ...terms, vectors, embedding, refusalRatio, recipe }
  const embeddings = { embeddingCalls: calls, embeddedPassages: embedded }
  if (check) {
    const after = createIndexInMemory(content)
    if (!isSame(before, after)) await review?.({ before, after })
    return report({ version: present?.version, written: false, ...embeddings })
  }
  const snapshot = await explainDiskErrors(dataDir, () =>
    writeSnapshot(dataDir, content, {
      now,
      onStage,
      ...(keepSnapshots !== undefined && { keep: keepSnapshots }),
      ...(review && {
        review: (built, version) => review({ before, after: createSearchIndex(built, version) }),
      }),
    }),
  )
  journal.remove()
  return report({ ...snapshot, ...embeddings })
}

/** As far as anyone could notice: the files of one in memory have no checksums. */
function isSame(before: SearchIndex | undefined, after: SearchIndex): boolean {
  const contentOf = ({ manifest, documents, passages, vocabulary, refusalRatio }: SearchIndex) => {
    return [manifest.embedding, documents, passages, vocabulary, refusalRatio]
  }
  return before !== undefined && isDeepStrictEqual(contentOf(before), contentOf(after))
}

/** What hasn't changed since `present` is taken from there; unless something is wrong, for what is said of it needs the whole. */
async function read(knowledgeDir: string, present: Snapshot | undefined): Promise<Knowledge> {
  const earlier = present && createEarlierKnowledge(present, knowledgeDir)
  try {
    return readKnowledge(knowledgeDir, await convertKnowledge(knowledgeDir, earlier), earlier)
  } catch (error) {
    if (earlier === undefined || !(error instanceof AccordError)) throw error
    return read(knowledgeDir, undefined)
  }
}

/** A snapshot that is damaged or of another format is no reason to fail: everything is made anew. */
async function openPresent(dataDir: string): Promise<{ present?: PresentSnapshot; discarded?: string }> {
  try {
    const version = currentVersion(dataDir)
    if (version === undefined) return {}
    return { present: { ...(await readSnapshot(versionFolder(dataDir, version), version)), version } }
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
    return { discarded: describeError(error) }
  }
}

interface PresentSnapshot extends Snapshot {
  version: string
}

function knownVectors({ manifest, passages, vectors }: Snapshot): KnownVectors {
  const ordinals = new Map(passages.map(({ hash }, ordinal) => [hash, ordinal]))
  return {
    embedding: manifest.embedding,
    has: (hash) => ordinals.has(hash),
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
    throw explained(dataDir, error)
  }
}

function explainDiskError(dataDir: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    throw explained(dataDir, error)
  }
}

function explained(dataDir: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (error instanceof AccordError || code === undefined) return error
  return new AccordError(`Writing to ${dataDir} failed: check DATA_DIR, its permissions and the space on its disk`, {
    cause: error,
  })
}

import { AccordError } from '../errors.ts'
import type { Document, Passage, Vocabulary } from '../vocabulary.ts'
import { buildLexicalIndex, createLexicalIndex, type LexicalIndex } from './lexical.ts'
import { createManifest, type Manifest } from './manifest.ts'
import { currentVersion, type SnapshotContent, versionFolder } from './snapshot.ts'
import { readSnapshot, type Snapshot } from './snapshot-read.ts'
import type { VectorIndex } from './vector-index.ts'
import { createExactIndex } from './vectors-exact.ts'

/** One snapshot, opened read-only. Passages are numbered by their place in `passages`, in both indexes alike. */
export interface SearchIndex {
  version: string
  manifest: Manifest
  documents: ReadonlyMap<string, Document>
  passages: readonly Passage[]
  ordinalOf(passageId: string): number | undefined
  vocabulary: Vocabulary
  refusalRatio: number
  lexical: LexicalIndex
  sections: LexicalIndex
  /** The number, in `sections`, of each passage's section. */
  sectionOf: Uint32Array
  vectors: VectorIndex
}

export interface OpenOptions {
  /** Without it, the one in use. */
  version?: string
  /** The model that questions are embedded with; a snapshot made with another is refused. */
  embeddingModel?: string
}

/** Throws an AccordError when there is no snapshot, or it's damaged or made with another format or embedding model. */
export async function openSearchIndex(dataDir: string, options: OpenOptions = {}): Promise<SearchIndex> {
  const version = options.version ?? currentVersion(dataDir)
  if (version === undefined) throw new AccordError(`There is no index in ${dataDir}: run \`npm run ingest\``)
  return createSearchIndex(
    await readSnapshot(versionFolder(dataDir, version), version, options.embeddingModel),
    version,
  )
}

/** To search a snapshot that has been read. */
export function createSearchIndex(snapshot: Snapshot, version: string): SearchIndex {
  return {
    ...snapshot,
    ...lookups(snapshot),
    version,
    refusalRatio: snapshot.manifest.refusalRatio,
    lexical: createLexicalIndex(snapshot.lexical),
    sections: createLexicalIndex(snapshot.sections),
  }
}

/** An index that is never written: for tests, and for measuring on collections that aren't ours. */
export function createIndexInMemory(content: SnapshotContent): SearchIndex {
  return {
    ...lookups(content),
    version: 'memory',
    manifest: createManifest(content, {}, '1970-01-01T00:00:00Z'),
    passages: content.passages,
    vocabulary: content.vocabulary,
    refusalRatio: content.refusalRatio,
    lexical: buildLexicalIndex(content.units),
    sections: buildLexicalIndex(content.sections),
    sectionOf: Uint32Array.from(content.sectionOf),
    vectors: createExactIndex(content.vectors, content.embedding.dimension),
  }
}

function lookups({ documents, passages }: Pick<SnapshotContent, 'documents' | 'passages'>) {
  const ordinals = new Map(passages.map(({ id }, ordinal) => [id, ordinal]))
  return {
    documents: new Map(documents.map((document) => [document.id, document])),
    ordinalOf: (passageId: string) => ordinals.get(passageId),
  }
}

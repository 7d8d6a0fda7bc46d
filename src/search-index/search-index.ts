import type { Document, Passage, Vocabulary } from '../vocabulary.ts'
import { buildLexicalIndex, type LexicalIndex } from './lexical.ts'
import { createManifest, type Manifest } from './manifest.ts'
import type { SnapshotContent } from './snapshot.ts'
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

/** An index that is never written: for tests, and for measuring on collections that aren't ours. */
export function createIndexInMemory(content: SnapshotContent): SearchIndex {
  const ordinals = new Map(content.passages.map(({ id }, ordinal) => [id, ordinal]))
  return {
    version: 'memory',
    manifest: createManifest(content, {}, '1970-01-01T00:00:00.000Z'),
    documents: new Map(content.documents.map((document) => [document.id, document])),
    passages: content.passages,
    ordinalOf: (id) => ordinals.get(id),
    vocabulary: content.vocabulary,
    refusalRatio: content.refusalRatio,
    lexical: buildLexicalIndex(content.units),
    sections: buildLexicalIndex(content.sections),
    sectionOf: Uint32Array.from(content.sectionOf),
    vectors: createExactIndex(content.vectors, content.embedding.dimension),
  }
}

import type { Snapshot } from '../search-index/snapshot-read.ts'
import type { Document, Sentence } from '../vocabulary.ts'
import type { Section } from './passage.ts'
import { hashDocumentFile } from './read-files.ts'

/** What the snapshot in use knows of the knowledge folder. It must be one of the same recipe. */
export interface EarlierKnowledge {
  /** The document that this file held, if it holds the same bytes today. The file is only hashed, and only once. */
  unchanged(file: string): Document | undefined
  /** The sections of an unchanged document. */
  sectionsOf(document: Document): Section[]
  /** The sentences of its clauses, by clause, with their proofs in the order in which they're written. */
  sentencesOf(document: Document): ReadonlyMap<string, Sentence[]>
}

export function createEarlierKnowledge(
  { documents, passages, sectionOf }: Snapshot,
  knowledgeDir: string,
): EarlierKnowledge {
  const byFile = new Map(documents.map((document) => [document.file, document]))
  const looked = new Map<string, Document | undefined>()
  const sections = new Map<string, Section[]>()
  for (const [ordinal, passage] of passages.entries()) {
    const ofDocument = sections.get(passage.documentId) ?? []
    sections.set(passage.documentId, ofDocument)
    if (ordinal === 0 || sectionOf[ordinal] !== sectionOf[ordinal - 1]) ofDocument.push([])
    ofDocument.at(-1)!.push(passage)
  }
  const look = (file: string) => {
    const document = byFile.get(file)
    return document && document.hash === hashDocumentFile(knowledgeDir, file) ? document : undefined
  }
  const sectionsOf = ({ id }: Document) => sections.get(id) ?? []
  return {
    unchanged(file) {
      if (!looked.has(file)) looked.set(file, look(file))
      return looked.get(file)
    },
    sectionsOf,
    sentencesOf: (document) => {
      const clauses = sectionsOf(document).flat()
      return new Map(clauses.map(({ clause = '', sentences = [] }) => [clause, sentences]))
    },
  }
}

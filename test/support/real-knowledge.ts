import { join } from 'node:path'
import { type Knowledge, readKnowledge } from '../../src/ingest/read-knowledge.ts'
import type { Document, Passage, Sentence } from '../../src/vocabulary.ts'

export interface StoredSentence extends Sentence {
  passage: Passage
  text: string
}

export interface RealKnowledge extends Knowledge {
  passages: Passage[]
  documentOf: ReadonlyMap<string, Document>
  passageOf: ReadonlyMap<string, Passage>
  /** Of the clauses, in every language. */
  sentences: StoredSentence[]
}

/** The knowledge that Accord ships with. */
export function readRealKnowledge(): RealKnowledge {
  const knowledge = readKnowledge(join(import.meta.dirname, '../../knowledge'))
  const passages = knowledge.sections.flat()
  return {
    ...knowledge,
    passages,
    documentOf: new Map(knowledge.documents.map((document) => [document.id, document])),
    passageOf: new Map(passages.map((passage) => [passage.id, passage])),
    sentences: passages.flatMap((passage) =>
      (passage.sentences ?? []).map((sentence) => ({
        ...sentence,
        passage,
        text: passage.text.slice(sentence.start - passage.start, sentence.end - passage.start),
      })),
    ),
  }
}

import type { LocatedQuote } from '../../src/answer/draft.ts'
import type { VerifiableEvidence } from '../../src/answer/verify/verify.ts'
import type { Document, Passage } from '../../src/vocabulary.ts'

/** A passage that is the whole of the document `doc`, with what a test says of it. */
export function buildPassage(text: string, parts: Partial<Passage> = {}): Passage {
  const span = { start: 0, end: text.length }
  return { id: 'doc#p1', documentId: 'doc', language: 'en', headings: [], hash: '', text, ...span, ...parts }
}

export function buildDocument(text: string, parts: Partial<Document> = {}): Document {
  return {
    id: 'doc',
    title: 'A release',
    kind: 'other',
    language: 'en',
    publisher: 'A ministry',
    published: '2022-08-02',
    url: 'https://example.org/release',
    status: 'signed',
    file: 'doc.md',
    hash: '',
    text,
    ...parts,
  }
}

/** The whole of a passage, as a quote that was found in it. */
export function quoteWhole(text: string, parts: Partial<Passage> = {}): LocatedQuote {
  const passage = buildPassage(text, parts)
  return { passage, text, start: passage.start, end: passage.end }
}

export function buildEvidence(passages: readonly Passage[], documents: readonly Document[] = []): VerifiableEvidence {
  return {
    passages: new Map(passages.map((passage) => [passage.id, passage])),
    documents: new Map(documents.map((document) => [document.id, document])),
  }
}

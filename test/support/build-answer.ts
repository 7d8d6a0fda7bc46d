import type { Answer, Source } from '../../src/vocabulary.ts'

/** An answer with nothing in it but what a test says. */
export function buildAnswer(parts: Partial<Answer> = {}): Answer {
  return {
    id: 'A7F3K2',
    question: 'When was it signed?',
    language: 'en',
    status: 'answered',
    mode: 'extractive',
    statements: [],
    notes: [],
    sources: [],
    suggestions: [],
    indexVersion: '2026-01-05',
    ...parts,
  }
}

export function buildSource(parts: Partial<Source> = {}): Source {
  const quote = parts.quote ?? 'It was signed on 5 August 2022.'
  return {
    number: 1,
    documentId: 'clauses-en',
    documentTitle: 'Points of the memorandum',
    kind: 'clauses',
    passageId: 'clauses-en#signing',
    clause: 'signing',
    language: 'en',
    quote,
    start: 0,
    end: quote.length,
    url: 'https://example.org/release',
    published: '2022-08-02',
    ...parts,
  }
}

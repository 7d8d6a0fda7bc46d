import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readKnowledge } from '../../src/ingest/read-knowledge.ts'
import { canonical } from '../../src/text/canonical.ts'

const { documents, sections, vocabulary } = readKnowledge(join(import.meta.dirname, '../../knowledge'))
const passages = sections.flat()
const documentOf = new Map(documents.map((document) => [document.id, document]))
const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
const sentences = passages.flatMap((passage) => (passage.sentences ?? []).map((sentence) => ({ passage, ...sentence })))
const quotes = sentences.flatMap(({ proofs }) => proofs.filter((proof) => proof.kind === 'quote'))

describe('the knowledge folder', () => {
  it('has passages that are slices of their documents', () => {
    expect(passages.length).toBeGreaterThan(60)
    for (const { documentId, start, end, text } of passages) {
      expect(documentOf.get(documentId)?.text.slice(start, end)).toBe(text)
    }
  })

  it('has sentences that fill their passages, each a line of its own', () => {
    for (const { start, end, sentences = [], documentId, text } of passages.filter(({ clause }) => clause)) {
      const slices = sentences.map((sentence) => documentOf.get(documentId)?.text.slice(sentence.start, sentence.end))
      expect(slices.join('\n')).toBe(text)
      expect([sentences[0]?.start, sentences.at(-1)?.end]).toEqual([start, end])
    }
  })

  it('has quotes that are slices of the passage that they name, and of no summary', () => {
    expect(quotes.length).toBeGreaterThan(30)
    for (const { documentId, passageId, start, end } of quotes) {
      const passage = passageOf.get(passageId)!
      const quote = documentOf.get(documentId)!.text.slice(start, end)
      expect(passage.text.slice(start - passage.start, end - passage.start)).toBe(quote)
      expect(canonical(quote)).toBe(canonical(quote).trim())
      expect(documentOf.get(documentId)?.kind).not.toBe('clauses')
    }
  })

  it('proves each sentence', () => {
    for (const { proofs } of sentences) expect(proofs.length).toBeGreaterThan(0)
  })

  it('has each clause in each language', () => {
    const languages = Map.groupBy(
      passages.filter(({ clause }) => clause),
      ({ clause }) => clause,
    )
    for (const versions of languages.values()) {
      expect(versions.map(({ language }) => language).toSorted()).toEqual(['en', 'ja', 'th'])
    }
  })

  it('has questions for each clause', () => {
    const asked = new Set(vocabulary.questions.map(({ clause }) => clause))
    expect(passages.filter(({ clause }) => clause && !asked.has(clause))).toEqual([])
  })
})

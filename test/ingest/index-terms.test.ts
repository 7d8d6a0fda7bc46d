import { describe, expect, it } from 'vitest'
import { conceptTerm, createPassageTerms, indexTerms } from '../../src/ingest/index-terms.ts'
import { createLexicalIndex } from '../../src/search-index/lexical.ts'
import { buildPostings } from '../../src/search-index/postings.ts'
import type { Passage, Vocabulary } from '../../src/vocabulary.ts'

const vocabulary: Vocabulary = {
  terms: [{ id: 'postal', kind: 'topic', th: ['ไปรษณีย์', 'ปณ.'], en: ['postal', 'mail'], ja: ['郵便'] }],
  gaps: [],
  questions: [{ clause: 'scope-postal', th: ['ส่งพัสดุ'], en: ['parcels', 'parcels and stamps'], ja: ['小包'] }],
}

function buildPassage(parts: Partial<Passage>): Passage {
  return { id: 'd#p', documentId: 'd', language: 'en', start: 0, end: 0, text: '', headings: [], hash: '', ...parts }
}

function weightsOf(passage: Passage): Map<string, number> {
  const weights = new Map<string, number>()
  for (const { term, weight } of createPassageTerms(vocabulary)(passage))
    weights.set(term, (weights.get(term) ?? 0) + weight)
  return weights
}

describe('indexTerms', () => {
  it('finds a passage by the words of its headings and text, as often as they stand there', () => {
    const weights = weightsOf(buildPassage({ headings: ['Scope'], text: 'The scope is wide' }))
    expect(weights.get('scope')).toBe(2)
    expect(weights.get('wide')).toBe(1)
  })

  it('adds a glossary term once, in whatever wording or language it stands there', () => {
    expect(weightsOf(buildPassage({ text: 'Postal mail, postal services' })).get(conceptTerm('postal'))).toBe(1)
    expect(weightsOf(buildPassage({ headings: ['ไปรษณีย์'], language: 'th' })).get('#postal')).toBe(1)
    expect(weightsOf(buildPassage({ text: 'roads' })).has('#postal')).toBe(false)
  })

  it('adds the example questions of a clause in its language, at a lower weight', () => {
    const clause = buildPassage({ clause: 'scope-postal', text: 'Postal cooperation' })
    expect(weightsOf(clause).get('parcels')).toBeCloseTo(0.6)
    expect(weightsOf(clause).has('小包')).toBe(false)
    expect(weightsOf(buildPassage({ text: 'Postal cooperation' })).has('parcels')).toBe(false)
  })

  it('gives a section the terms of its passages, and each passage its section', () => {
    const [a, b, c] = ['one', 'two one', 'three'].map((text) => buildPassage({ text }))
    const progress: number[] = []
    const { units, sections, sectionOf } = indexTerms([[a!, b!], [c!]], vocabulary, (done) => progress.push(done))
    expect(sectionOf).toEqual([0, 0, 1])
    expect(progress).toEqual([2, 3])
    expect(units).toEqual(buildPostings([a!, b!, c!].map(createPassageTerms(vocabulary))))
    expect(sections.size).toBe(2)
    const [first, second] = createLexicalIndex(sections).score([{ term: 'one', weight: 1 }])
    expect(first).toBeGreaterThan(0)
    expect(second).toBe(0)
  })
})

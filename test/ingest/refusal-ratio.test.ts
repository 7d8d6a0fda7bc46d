import { describe, expect, it } from 'vitest'
import { calibrateRefusal } from '../../src/ingest/refusal-ratio.ts'
import { buildLexicalIndex } from '../../src/search-index/lexical.ts'
import { termsOf } from '../../src/text/terms.ts'
import type { GlossaryTerm } from '../../src/vocabulary.ts'

const units = ['the cabinet approved the draft', 'radio and 5G', 'postal services', 'experts visit'].map(termsOf)
const index = buildLexicalIndex(units)
const relevance = (question: string) => index.relevance(termsOf(question))
const others = (count: number) => Array.from({ length: count }, (_, i) => `weather ${i}`)

describe('calibrateRefusal', () => {
  it('is at least 0.25, with or without questions about other things', () => {
    expect(calibrateRefusal(units, [], [])).toBe(0.25)
    expect(calibrateRefusal(units, [], others(40))).toBe(0.25)
  })

  it('is what 95 of 100 questions about other things stay below', () => {
    const close = ['postal services radio', 'the cabinet approved the draft']
    expect(relevance(close[0]!)).toBeGreaterThan(0.25)
    expect(calibrateRefusal(units, [], [...others(19), close[0]!])).toBe(0.25)
    expect(calibrateRefusal(units, [], [...others(18), ...close])).toBeCloseTo(relevance(close[0]!), 5)
  })

  it('asks as questions are asked, with the glossary terms that they speak of', () => {
    const rain: GlossaryTerm = { id: 'rain', kind: 'outside', th: ['ฝน'], en: ['rain'], ja: ['雨'] }
    const asked = ['postal services and rain']
    expect(calibrateRefusal(units, [rain], asked)).toBeLessThan(calibrateRefusal(units, [], asked))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankPassages } from '../../src/retrieve/rank-passages.ts'
import { bestMatches } from '../../src/search-index/best-matches.ts'
import { createIndexInMemory } from '../../src/search-index/search-index.ts'
import { termsOf } from '../../src/text/terms.ts'
import { buildSnapshotContent } from '../support/snapshot-content.ts'

const LINES = ['ลงนามที่กรุงโตเกียว', 'ลงนามที่กรุงเทพ', 'คลื่นความถี่วิทยุ', 'ดาวเทียมสำรวจโลก']
const index = createIndexInMemory(buildSnapshotContent(LINES))
const order = (scores: Float32Array) => bestMatches(scores, 4, 0).map(({ ordinal }) => ordinal)

describe('rankPassages', () => {
  it('puts the passage with the words first', () => {
    expect(order(rankPassages(index, { terms: termsOf('ดาวเทียม') }))[0]).toBe(3)
  })

  it('gives the best passage of the best section 1, its section and vector on top', () => {
    const terms = termsOf('วิทยุ')
    const vector = index.vectors.vector(2)
    const scores = rankPassages(index, { terms, vector }, { parentWeight: 0.5, vectorWeight: 0.25 })
    expect(scores[2]).toBeCloseTo(1.75, 5)
  })

  it('lifts the neighbours of what was found, by the section that they share', () => {
    const scores = rankPassages(index, { terms: termsOf('วิทยุ') })
    expect(order(scores)).toEqual([2, 3])
    expect(scores[3]).toBeCloseTo(0.5, 5)
    expect(order(rankPassages(index, { terms: termsOf('วิทยุ') }, { parentWeight: 0 }))).toEqual([2])
  })

  it('ranks by the vector alone when no term is known', () => {
    const scores = rankPassages(index, { terms: termsOf('zzz'), vector: index.vectors.vector(1) }, { vectorWeight: 1 })
    expect(order(scores)[0]).toBe(1)
  })

  it('does not need a vector', () => {
    const terms = termsOf('ลงนาม')
    expect(rankPassages(index, { terms }, { vectorWeight: 1 })).toEqual(
      rankPassages(index, { terms }, { vectorWeight: 0 }),
    )
  })

  it('finds nothing for nothing', () => {
    expect(Array.from(rankPassages(index, { terms: [] }))).toEqual([0, 0, 0, 0])
    expect(Array.from(rankPassages(index, { terms: [], vector: new Float32Array(8) }))).toEqual([0, 0, 0, 0])
  })

  it('stays between 0 and the sum of the weights, whatever is asked', () => {
    const vectors = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES, 'อื่น')), vectors, (parts, vector) => {
        const query = { terms: termsOf(parts.join(' ')), vector: Float32Array.from(vector) }
        const scores = rankPassages(index, query, { parentWeight: 0.5, vectorWeight: 0.2 })
        for (const score of scores) expect(score).toBeGreaterThanOrEqual(0)
        for (const score of scores) expect(score).toBeLessThanOrEqual(1.7001)
      }),
    )
  })
})

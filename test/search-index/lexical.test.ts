import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildLexicalIndex } from '../../src/search-index/lexical.ts'
import type { WeightedTerm } from '../../src/text/terms.ts'

const K1 = 0.6
const B = 0.3

/** BM25 as the textbook has it, over lists. */
function bm25(units: WeightedTerm[][], question: WeightedTerm[]): number[] {
  const frequency = (unit: WeightedTerm[], term: string) =>
    unit.filter((t) => t.term === term).reduce((sum, { weight }) => sum + weight, 0)
  const length = (unit: WeightedTerm[]) => unit.reduce((sum, { weight }) => sum + weight, 0)
  const average = units.reduce((sum, unit) => sum + length(unit), 0) / units.length
  return units.map((unit) =>
    question.reduce((score, { term, weight }) => {
      const tf = frequency(unit, term)
      const df = units.filter((other) => frequency(other, term) > 0).length
      const idf = Math.log(1 + (units.length - df + 0.5) / (df + 0.5))
      return tf === 0
        ? score
        : score + (weight * idf * tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * length(unit)) / average))
    }, 0),
  )
}

const term = fc.record({
  term: fc.constantFrom('ไทย', 'ไทยแลนด์', 'ญี่ปุ่น', '総務', '総務省', '#signing', '~5gb', 'a', 'ab', 'b', '😀'),
  weight: fc.constantFrom(0.5, 1, 2, 3),
})
const units = fc.array(fc.array(term, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 })

const passages = [
  [
    { term: 'ลงนาม', weight: 1 },
    { term: 'ไทย', weight: 1 },
  ],
  [
    { term: 'ไทย', weight: 1 },
    { term: 'วิทยุ', weight: 1 },
  ],
  [
    { term: 'ไทย', weight: 1 },
    { term: 'ดาวเทียม', weight: 1 },
  ],
]

describe('lexical index', () => {
  it('scores as BM25 does', () => {
    fc.assert(
      fc.property(units, fc.array(term, { maxLength: 8 }), (documents, question) => {
        const scores = buildLexicalIndex(documents).score(question)
        bm25(documents, question).forEach((expected, unit) => {
          expect(scores[unit]).toBeCloseTo(expected, 4)
        })
      }),
    )
  })

  it('writes the scores into the buffer it is given', () => {
    const index = buildLexicalIndex(passages)
    const buffer = Float32Array.of(9, 9, 9)
    expect(index.score([{ term: 'วิทยุ', weight: 1 }], buffer)).toBe(buffer)
    expect(Array.from(buffer, (score) => score > 0)).toEqual([false, true, false])
  })

  it('finds a question more relevant the more of it a passage has', () => {
    const index = buildLexicalIndex(passages)
    const relevances = ['วิทยุ', 'วิทยุ ราคาทอง', 'วิทยุ ราคาทอง หวย'].map((question) =>
      index.relevance(question.split(' ').map((term) => ({ term, weight: 1 }))),
    )
    expect(relevances).toEqual(relevances.toSorted((a, b) => b - a))
    expect(relevances[0]).toBeCloseTo(1 / (K1 + 1), 1)
  })

  it('never finds a question more than wholly relevant', () => {
    fc.assert(
      fc.property(units, fc.array(term, { maxLength: 8 }), (documents, question) => {
        const relevance = buildLexicalIndex(documents).relevance(question)
        expect(relevance).toBeGreaterThanOrEqual(0)
        expect(relevance).toBeLessThan(1)
      }),
    )
  })

  it('counts unknown terms as the rarest, so that they lower the relevance most', () => {
    const index = buildLexicalIndex(passages)
    const known = [{ term: 'วิทยุ', weight: 1 }]
    const withUnknown = [...known, { term: 'ราคาทอง', weight: 1 }]
    const withRare = [...known, { term: 'ลงนาม', weight: 1 }]
    expect(index.ideal(withUnknown)).toBeGreaterThan(index.ideal(withRare))
    expect(index.relevance(withUnknown)).toBeLessThan(index.relevance(withRare))
  })

  it('finds nothing relevant for no terms, unknown terms, or an empty index', () => {
    expect(buildLexicalIndex(passages).relevance([])).toBe(0)
    expect(buildLexicalIndex(passages).relevance([{ term: 'ราคาทอง', weight: 1 }])).toBe(0)
    expect(buildLexicalIndex([]).relevance([{ term: 'ไทย', weight: 1 }])).toBe(0)
  })
})

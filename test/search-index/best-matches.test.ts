import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestMatches } from '../../src/search-index/best-matches.ts'

describe('bestMatches', () => {
  it('is a stable sort by score, cut to the count', () => {
    const scores = fc.float32Array({ noNaN: true, min: -4, max: 4, maxLength: 50 })
    fc.assert(
      fc.property(scores, fc.nat(60), (values, count) => {
        const sorted = Array.from(values, (score, ordinal) => ({ ordinal, score }))
          .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal)
          .slice(0, count)
        expect(bestMatches(values, count)).toEqual(sorted)
      }),
    )
  })

  it('leaves out what is not above the floor', () => {
    expect(bestMatches(Float32Array.of(0, 2, 0, 1), 4, 0)).toEqual([
      { ordinal: 1, score: 2 },
      { ordinal: 3, score: 1 },
    ])
  })
})

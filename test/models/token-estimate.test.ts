import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateTokens } from '../../src/models/token-estimate.ts'

describe('the estimate of tokens', () => {
  it.each([
    ['', 0],
    ['Memorandum of Cooperation', 7],
    ['2022-08-02', 10],
    ['{"a":1}', 7],
    ['บันทึกความร่วมมือ', 26],
    ['総務省', 5],
    ['🇹🇭', 3],
  ])('of %j is %i', (text, tokens) => expect(estimateTokens(text)).toBe(tokens))

  it('is at least one a character of Thai and Japanese', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'กขคงจ้ำเแโะาิดสวモ協力覚書のをは') }), (text) => {
        expect(estimateTokens(text)).toBeGreaterThanOrEqual(text.length)
      }),
    )
  })

  it('is no more for two texts together than for each', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aB 7,{"\nก้日🇹') })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const together = estimateTokens(one + other)
        expect(together).toBeGreaterThanOrEqual(Math.max(estimateTokens(one), estimateTokens(other)))
        expect(together).toBeLessThanOrEqual(estimateTokens(one) + estimateTokens(other))
      }),
    )
  })
})

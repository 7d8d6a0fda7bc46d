import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AccordError } from '../../src/errors.ts'
import { createExactIndex, dotProduct } from '../../src/search-index/vectors-exact.ts'
import { testVectorIndex } from '../contract/vector-index.ts'

testVectorIndex('exact vector index', async (rows, dimension) => createExactIndex(rows, dimension))

describe('dotProduct', () => {
  it('sums the products, for any dimension and row', () => {
    const number = fc.double({ min: -2, max: 2, noNaN: true })
    fc.assert(
      fc.property(fc.array(number, { maxLength: 11 }), fc.nat(3), (values, row) => {
        const vector = Float32Array.from(values)
        const rows = new Float32Array(values.length * 4).map((_, i) => Math.sin(i))
        const offset = row * values.length
        const expected = vector.reduce((sum, value, i) => sum + value * rows[offset + i]!, 0)
        expect(dotProduct(rows, offset, vector)).toBeCloseTo(expected, 10)
      }),
    )
  })
})

describe('createExactIndex', () => {
  it('refuses numbers that are no whole count of vectors', () => {
    expect(() => createExactIndex(new Float32Array(7), 2)).toThrow(AccordError)
  })
})

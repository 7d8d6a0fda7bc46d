import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AccordError } from '../../src/errors.ts'
import { encodeVectors, readVectors } from '../../src/search-index/encode-vectors.ts'

const dense = fc.float32Array({ noNaN: true, maxLength: 100 })
const sparse = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.constantFrom(-0, 1, -0.5)), { maxLength: 200 })
  .map((numbers) => Float32Array.from(numbers))

describe('encoded vectors', () => {
  it('come back bit by bit, dense or sparse, also from bytes that begin at an odd place', () => {
    fc.assert(
      fc.property(fc.oneof(dense, sparse), (vectors) => {
        const bytes = encodeVectors(vectors)
        const shifted = new Uint8Array(bytes.length + 1)
        shifted.set(bytes, 1)
        for (const encoded of [bytes, shifted.subarray(1)]) {
          const decoded = readVectors(encoded).decode()
          expect(new Uint8Array(decoded.slice().buffer)).toEqual(new Uint8Array(vectors.slice().buffer))
        }
      }),
    )
  })

  it('take little room when most numbers are zero', () => {
    const vectors = new Float32Array(3200)
    vectors[3199] = 1
    expect(encodeVectors(vectors)).toHaveLength(4 * (2 + 100 + 1))
  })

  it('are refused when cut off or too long', () => {
    const bytes = encodeVectors(Float32Array.of(0, 0, 0, 1, 0))
    for (const length of [0, 7, bytes.length - 1, bytes.length - 4]) {
      expect(() => readVectors(bytes.slice(0, length))).toThrow(AccordError)
    }
    expect(() => readVectors(Buffer.concat([bytes, bytes]))).toThrow(AccordError)
  })
})

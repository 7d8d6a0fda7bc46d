import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AccordError } from '../../src/errors.ts'
import { decodePostings, encodePostings } from '../../src/search-index/encode-postings.ts'
import { buildPostings } from '../../src/search-index/postings.ts'

const terms = fc.array(fc.record({ term: fc.string({ unit: 'binary', minLength: 1 }), weight: fc.constant(1) }))

describe('postings', () => {
  it('come back from their bytes as they went', () => {
    fc.assert(
      fc.property(fc.array(terms), (units) => {
        const postings = buildPostings(units)
        expect(decodePostings(Buffer.concat(encodePostings(postings)))).toEqual(postings)
      }),
    )
  })

  it('come back from bytes that begin at an odd place', () => {
    const postings = buildPostings([[{ term: 'ไทย', weight: 1 }]])
    const bytes = Buffer.concat(encodePostings(postings))
    const shifted = new Uint8Array(bytes.length + 1)
    shifted.set(bytes, 1)
    expect(decodePostings(shifted.subarray(1))).toEqual(postings)
  })

  it('give the same bytes for the same units', () => {
    const units = [[{ term: 'ไทย', weight: 1 }], [{ term: 'ญี่ปุ่น', weight: 2 }]]
    expect(encodePostings(buildPostings(units))).toEqual(encodePostings(buildPostings(structuredClone(units))))
  })

  it('are refused when cut off or too long', () => {
    const bytes = Buffer.concat(encodePostings(buildPostings([[{ term: 'ไทย', weight: 1 }]])))
    for (const length of [0, 10, bytes.length - 1]) {
      expect(() => decodePostings(bytes.slice(0, length))).toThrow(AccordError)
    }
    expect(() => decodePostings(Buffer.concat([bytes, bytes]))).toThrow(AccordError)
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSeal } from '../../src/storage/seal.ts'

const seal = createSeal(Buffer.from('a key of the settings'))

it('opens what it has closed, and closes nothing twice alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(seal.open(seal.close(text))).toBe(text)
      expect(seal.close(text)).not.toEqual(seal.close(text))
    }),
  )
})

it('opens nothing that was changed, cut short, or closed with another key', () => {
  const closed = seal.close('ลับ')
  for (let at = 0; at < closed.length; at++) {
    const changed = Uint8Array.from(closed)
    changed[at]! ^= 1
    expect(seal.open(changed)).toBeUndefined()
    expect(seal.open(closed.subarray(0, at))).toBeUndefined()
  }
  expect(createSeal(Buffer.from('another')).open(closed)).toBeUndefined()
})

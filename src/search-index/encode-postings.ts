import { AccordError } from '../errors.ts'
import type { Postings } from './postings.ts'

const HEADER_LENGTH = 4

/** Counts of units, terms, postings and characters, then the arrays, one behind the other; all numbers little-endian. */
export function encodePostings(postings: Postings): Uint8Array[] {
  const { size, lengths, termStarts, postingStarts, units, frequencies, characters } = postings
  const header = Uint32Array.of(size, termStarts.length - 1, units.length, characters.length)
  return [header, lengths, termStarts, postingStarts, units, frequencies, characters].map((array) => {
    return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  })
}

/** Views of the bytes, which must not change afterwards. Throws an AccordError when they are too few or too many. */
export function decodePostings(bytes: Uint8Array): Postings {
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  if (bytes.byteLength < HEADER_LENGTH * 4) throw new AccordError('The lexical index ends within its header')
  const [size = 0, terms = 0, postings = 0, characters = 0] = new Uint32Array(buffer, byteOffset, HEADER_LENGTH)
  const expected = 4 * (HEADER_LENGTH + size + 2 * (terms + 1) + 2 * postings) + 2 * characters
  if (bytes.byteLength !== expected) {
    throw new AccordError(`The lexical index has ${bytes.byteLength} bytes, its header asks for ${expected}`)
  }
  let at = byteOffset + HEADER_LENGTH * 4
  const take = <T extends { byteLength: number }>(array: T) => {
    at += array.byteLength
    return array
  }
  return {
    size,
    lengths: take(new Float32Array(buffer, at, size)),
    termStarts: take(new Uint32Array(buffer, at, terms + 1)),
    postingStarts: take(new Uint32Array(buffer, at, terms + 1)),
    units: take(new Uint32Array(buffer, at, postings)),
    frequencies: take(new Float32Array(buffer, at, postings)),
    characters: take(new Uint16Array(buffer, at, characters)),
  }
}

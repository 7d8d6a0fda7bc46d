import { AccordError } from '../errors.ts'

/** Hashed words leave most numbers zero. Below this share of others only those are stored. */
const SPARSE_BELOW = 0.5
const HEADER_LENGTH = 2

/**
 * How many numbers, and how many of them are stored; then, unless that is all, a bit for each number that says whether it's
 * stored, and the stored ones in their order. All little-endian; each number comes back bit by bit as it was.
 */
export function encodeVectors(vectors: Float32Array): Uint8Array {
  const words = new Uint32Array(vectors.buffer, vectors.byteOffset, vectors.length)
  const bits = new Uint32Array(bitmapLength(words.length))
  let count = 0
  for (let i = 0; i < words.length; i++) {
    if (words[i] === 0) continue
    bits[i >>> 5]! |= 1 << (i & 31)
    count++
  }
  const isSparse = count < words.length * SPARSE_BELOW
  const head = HEADER_LENGTH + (isSparse ? bits.length : 0)
  const encoded = new Uint32Array(head + (isSparse ? count : words.length))
  encoded[0] = words.length
  encoded[1] = encoded.length - head
  if (isSparse) {
    encoded.set(bits, HEADER_LENGTH)
    let at = head
    eachStored(bits, (place) => {
      encoded[at++] = words[place]!
    })
  } else encoded.set(words, head)
  return new Uint8Array(encoded.buffer)
}

export interface EncodedVectors {
  /** How many numbers. */
  length: number
  /** A view where all are stored: the bytes must not change afterwards. */
  decode(): Float32Array
}

/** Throws an AccordError when the bytes are too few or too many. */
export function readVectors(bytes: Uint8Array): EncodedVectors {
  if (bytes.byteLength < HEADER_LENGTH * 4) throw new AccordError('The vectors end within their header')
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const [length = 0, stored = 0] = new Uint32Array(buffer, byteOffset, HEADER_LENGTH)
  const bitmap = stored === length ? 0 : bitmapLength(length)
  const expected = 4 * (HEADER_LENGTH + bitmap + stored)
  if (bytes.byteLength !== expected) {
    throw new AccordError(`The vectors have ${bytes.byteLength} bytes, their header asks for ${expected}`)
  }
  const start = byteOffset + 4 * HEADER_LENGTH
  const decode = () => {
    if (stored === length) return new Float32Array(buffer, start, length)
    const words = new Uint32Array(buffer, start + 4 * bitmap, stored)
    const decoded = new Uint32Array(length)
    let at = 0
    eachStored(new Uint32Array(buffer, start, bitmap), (place) => {
      decoded[place] = words[at++]!
    })
    return new Float32Array(decoded.buffer)
  }
  return { length, decode }
}

function eachStored(bits: Uint32Array, take: (place: number) => void): void {
  for (let i = 0; i < bits.length; i++) {
    // The lowest bit that is set, then the next.
    for (let left = bits[i]!; left !== 0; left &= left - 1) take(32 * i + 31 - Math.clz32(left & -left))
  }
}

const bitmapLength = (length: number) => Math.ceil(length / 32)

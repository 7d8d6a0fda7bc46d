import { unitVector } from '../../src/models/unit-vector.ts'

/** Row by row, each of length 1; equal for an equal seed. */
export function randomUnitVectors(count: number, dimension: number, seed = 1): Float32Array {
  const random = mulberry32(seed)
  const rows = new Float32Array(count * dimension)
  for (let row = 0; row < count; row++) {
    rows.set(unitVector(Array.from({ length: dimension }, () => random() - 0.5)), row * dimension)
  }
  return rows
}

/** https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

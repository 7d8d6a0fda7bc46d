import { AccordError } from '../errors.ts'
import { bestMatches } from './best-matches.ts'
import { readVectors } from './encode-vectors.ts'
import type { VectorIndex } from './vector-index.ts'

/** Compares with every vector: never misses, nothing to build. `rows` holds the vectors one after the other. */
export function createExactIndex(rows: Float32Array, dimension: number): VectorIndex {
  checkLength(rows.length, dimension)
  const size = rows.length / dimension
  return {
    size,
    dimension,
    nearest(vector, count) {
      checkDimension(vector, dimension)
      const scores = new Float32Array(size)
      for (let ordinal = 0; ordinal < size; ordinal++) scores[ordinal] = dotProduct(rows, ordinal * dimension, vector)
      return bestMatches(scores, count)
    },
    vector: (ordinal) => rows.subarray(ordinal * dimension, (ordinal + 1) * dimension),
  }
}

/** Of encoded vectors, checked at once and decoded when first asked for: who only verifies a snapshot does without. */
export function openExactIndex(bytes: Uint8Array, dimension: number): VectorIndex {
  const { length, decode } = readVectors(bytes)
  checkLength(length, dimension)
  let decoded: VectorIndex | undefined
  const opened = () => {
    decoded ??= createExactIndex(decode(), dimension)
    return decoded
  }
  return {
    size: length / dimension,
    dimension,
    nearest: (vector, count) => opened().nearest(vector, count),
    vector: (ordinal) => opened().vector(ordinal),
  }
}

function checkLength(length: number, dimension: number): void {
  if (Number.isInteger(length / dimension)) return
  throw new AccordError(`${length} numbers are no whole count of vectors of dimension ${dimension}`)
}

export function checkDimension(vector: Float32Array, dimension: number): void {
  if (vector.length === dimension) return
  throw new AccordError(
    `The question's vector has ${vector.length} dimensions, the index ${dimension}: run \`npm run ingest\``,
  )
}

/** Of `vector` with the row that begins at `offset`. Four sums, so that one addition needn't wait for the other. */
export function dotProduct(rows: Float32Array, offset: number, vector: Float32Array): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let i = 0
  for (; i + 3 < vector.length; i += 4) {
    a += rows[offset + i]! * vector[i]!
    b += rows[offset + i + 1]! * vector[i + 1]!
    c += rows[offset + i + 2]! * vector[i + 2]!
    d += rows[offset + i + 3]! * vector[i + 3]!
  }
  for (; i < vector.length; i++) a += rows[offset + i]! * vector[i]!
  return a + b + c + d
}

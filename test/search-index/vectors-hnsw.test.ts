import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createExactIndex } from '../../src/search-index/vectors-exact.ts'
import { openHnswIndex, writeHnswIndex } from '../../src/search-index/vectors-hnsw.ts'
import { testVectorIndex } from '../contract/vector-index.ts'
import { randomUnitVectors } from '../support/random-vectors.ts'

const folder = mkdtempSync(join(tmpdir(), 'accord-hnsw-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function writeAndOpen(rows: Float32Array, dimension: number) {
  const file = join(folder, 'vectors.hnsw')
  await writeHnswIndex(file, rows, dimension)
  return openHnswIndex(file, dimension)
}

testVectorIndex('HNSW vector index', writeAndOpen)

describe('HNSW vector index', () => {
  it('finds at least 99 % of what the exact index finds, after it was read from its file', async () => {
    const dimension = 32
    const rows = randomUnitVectors(3000, dimension)
    const exact = createExactIndex(rows, dimension)
    const hnsw = await writeAndOpen(rows, dimension)
    const questions = randomUnitVectors(100, dimension, 2)
    let found = 0
    for (let i = 0; i < 100; i++) {
      const question = questions.slice(i * dimension, (i + 1) * dimension)
      const expected = new Set(exact.nearest(question, 10).map(({ ordinal }) => ordinal))
      found += hnsw.nearest(question, 10).filter(({ ordinal }) => expected.has(ordinal)).length
    }
    expect(found / 1000).toBeGreaterThanOrEqual(0.99)
  })
})

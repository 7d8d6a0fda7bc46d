import { describe, expect, it } from 'vitest'
import { AccordError } from '../../src/errors.ts'
import type { VectorIndex } from '../../src/search-index/vector-index.ts'
import { randomUnitVectors } from '../support/random-vectors.ts'

export type BuildVectorIndex = (rows: Float32Array, dimension: number) => Promise<VectorIndex>

/** What every vector index promises, whatever is inside. */
export function testVectorIndex(name: string, build: BuildVectorIndex): void {
  describe(name, () => {
    const dimension = 6
    const rows = randomUnitVectors(40, dimension)
    const row = (ordinal: number) => rows.slice(ordinal * dimension, (ordinal + 1) * dimension)

    it('tells its size and dimension', async () => {
      const index = await build(rows, dimension)
      expect([index.size, index.dimension]).toEqual([40, 6])
    })

    it('finds each of its vectors by itself, with similarity 1', async () => {
      const index = await build(rows, dimension)
      for (let ordinal = 0; ordinal < index.size; ordinal++) {
        const [best] = index.nearest(row(ordinal), 1)
        expect(best?.ordinal).toBe(ordinal)
        expect(best?.score).toBeCloseTo(1, 5)
      }
    })

    it('gives the cosine of opposite and perpendicular vectors', async () => {
      const index = await build(Float32Array.of(1, 0, 0, 1, -1, 0), 2)
      const matches = index.nearest(Float32Array.of(1, 0), 3)
      expect(matches.map(({ ordinal }) => ordinal)).toEqual([0, 1, 2])
      expect(matches.map(({ score }) => Math.round(score * 1e5) / 1e5)).toEqual([1, 0, -1])
    })

    it('gives the best first, each once', async () => {
      const index = await build(rows, dimension)
      const matches = index.nearest(row(3), 10)
      const scores = matches.map(({ score }) => score)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      expect(new Set(matches.map(({ ordinal }) => ordinal)).size).toBe(10)
    })

    it('gives all there are when asked for more, and none when asked for none', async () => {
      const index = await build(rows, dimension)
      expect(index.nearest(row(0), 1000)).toHaveLength(40)
      expect(index.nearest(row(0), 0)).toEqual([])
    })

    it('hands out its vectors', async () => {
      const index = await build(rows, dimension)
      expect(index.vector(5)).toEqual(row(5))
    })

    it('bears a vector without direction', async () => {
      const index = await build(Float32Array.of(0, 0, 1, 0), 2)
      expect(index.nearest(Float32Array.of(1, 0), 1)[0]?.ordinal).toBe(1)
      expect(index.nearest(Float32Array.of(0, 0), 2)).toHaveLength(2)
    })

    it('refuses a vector of another dimension and says what to run', async () => {
      const index = await build(rows, dimension)
      expect(() => index.nearest(new Float32Array(5), 1)).toThrow(AccordError)
      expect(() => index.nearest(new Float32Array(5), 1)).toThrow(/5 dimensions, the index 6.*npm run ingest/)
    })
  })
}

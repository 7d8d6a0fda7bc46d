import { describe, expect, it } from 'vitest'
import type { Embedder } from '../../src/models/embedder.ts'

/** What every embedder promises, whatever is inside. */
export function testEmbedder(name: string, create: () => Embedder): void {
  describe(name, () => {
    it('gives one vector of its dimension a text', async () => {
      const embedder = create()
      const vectors = await embedder.embed(['บันทึกความร่วมมือ', 'メモ', 'Memorandum'])
      expect(vectors).toHaveLength(3)
      expect(embedder.dimension).toBeGreaterThan(0)
      for (const vector of vectors) expect(vector).toHaveLength(embedder.dimension)
    })

    it('gives vectors of length 1', async () => {
      for (const vector of await create().embed(['ไทย', 'a b c d', '総務省'])) {
        expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
      }
    })

    it('gives a text the same vector whenever and with whatever else it is embedded', async () => {
      const [alone] = await create().embed(['ไทยกับญี่ปุ่น'])
      const [, amongOthers] = await create().embed(['อื่น', 'ไทยกับญี่ปุ่น', 'อีก'])
      expect(amongOthers).toEqual(alone)
    })

    it('gives different texts different vectors', async () => {
      const [thai, japanese] = await create().embed(['ไทย', '日本'])
      expect(thai).not.toEqual(japanese)
    })

    it('gives no vectors for no texts', async () => {
      expect(await create().embed([])).toEqual([])
    })

    it('gives finite vectors for empty and very long texts', async () => {
      for (const vector of await create().embed(['', ' ', 'ยาว'.repeat(20_000)])) {
        expect(vector.every(Number.isFinite)).toBe(true)
      }
    })

    it('names its model', () => {
      expect(create().model).toMatch(/\S/)
    })
  })
}

import { describe, expect, it } from 'vitest'
import { createHashingEmbedder } from '../../src/models/embedder-hashing.ts'
import { dotProduct } from '../../src/search-index/vectors-exact.ts'
import { wordsOf } from '../../src/text/terms.ts'
import { testEmbedder } from '../contract/embedder.ts'

const create = () => createHashingEmbedder({ wordsOf })

testEmbedder('hashing embedder', create)

describe('hashing embedder', () => {
  it('says in its name that it only hashes', () => {
    expect(create().model).toBe('hashing-512-v1')
    expect(create().dimension).toBe(512)
  })

  it('finds texts alike that share words', async () => {
    const [question, near, far] = await create().embed([
      'ไทยกับญี่ปุ่นลงนามเมื่อใด',
      'ไทยและญี่ปุ่นลงนามบันทึกความร่วมมือ',
      'สูตรทำขนมปังโฮลวีต',
    ])
    expect(dotProduct(near!, 0, question!)).toBeGreaterThan(dotProduct(far!, 0, question!) + 0.2)
  })

  it('gives the vectors that stored snapshots were made with', async () => {
    const [vector] = await createHashingEmbedder({ wordsOf: () => [{ term: 'mou', weight: 2 }] }).embed(['-'])
    expect([vector!.findIndex((value) => value !== 0), vector!.find((value) => value !== 0)]).toEqual([136, 1])
  })
})

import { describe, expect, it } from 'vitest'
import { embedPassages, type KnownVectors, usableVectors } from '../../src/ingest/embed-passages.ts'
import type { Embedder } from '../../src/models/embedder.ts'
import type { Passage } from '../../src/vocabulary.ts'
import { createCountingEmbedder } from '../support/counting-embedder.ts'

const buildPassages = (count: number): Passage[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `d#p${i}`,
    documentId: 'd',
    language: 'en',
    start: 0,
    end: 0,
    text: `passage ${i}`,
    headings: ['Title'],
    hash: `hash ${i}`,
  }))

/** A service of which the dimension is known after its first answer. */
function createService(dimension: number): Embedder {
  let known = 0
  return {
    model: 'service',
    get dimension() {
      return known
    },
    async embed(texts) {
      known = dimension
      return texts.map(() => Float32Array.from({ length: dimension }, (_, i) => Number(i === 0)))
    },
  }
}

const noProgress = () => {}

describe('embedPassages', () => {
  it('embeds in batches, heading and text, and tells after each how far it is', async () => {
    const embedder = createCountingEmbedder()
    const progress: [number, number][] = []
    const { vectors, calls, embedded } = await embedPassages(buildPassages(300), embedder, undefined, (...at) =>
      progress.push(at),
    )
    expect(progress).toEqual([
      [128, 300],
      [256, 300],
      [300, 300],
    ])
    expect({ calls, embedded, length: vectors.length }).toEqual({
      calls: 3,
      embedded: 300,
      length: 300 * embedder.dimension,
    })
    expect(embedder.calls[0]?.[1]).toBe('Title\npassage 1')
  })

  it('embeds a text that stands there twice once', async () => {
    const embedder = createCountingEmbedder()
    const [passage] = buildPassages(1)
    const { vectors } = await embedPassages([passage!, { ...passage!, id: 'd#again' }], embedder, undefined, noProgress)
    expect(embedder.calls).toEqual([['Title\npassage 0']])
    expect(vectors.slice(0, embedder.dimension)).toEqual(vectors.slice(embedder.dimension))
  })

  it('takes known vectors, and asks nothing when all are known', async () => {
    const known: KnownVectors = {
      embedding: { model: 'service', dimension: 2 },
      has: () => true,
      vectorOf: () => Float32Array.of(0, 1),
    }
    const { vectors, embedding, calls } = await embedPassages(buildPassages(2), createService(2), known, noProgress)
    expect(Array.from(vectors)).toEqual([0, 1, 0, 1])
    expect({ embedding, calls }).toEqual({ embedding: { model: 'service', dimension: 2 }, calls: 0 })
  })

  it('embeds all again when the service now answers in another dimension', async () => {
    const known: KnownVectors = {
      embedding: { model: 'service', dimension: 2 },
      has: (hash) => hash === 'hash 0',
      vectorOf: (hash) => (hash === 'hash 0' ? Float32Array.of(0, 1) : undefined),
    }
    const { vectors, calls, embedded } = await embedPassages(buildPassages(2), createService(3), known, noProgress)
    expect(Array.from(vectors)).toEqual([1, 0, 0, 1, 0, 0])
    expect({ calls, embedded }).toEqual({ calls: 2, embedded: 2 })
  })

  it('refuses an answer with too few vectors', async () => {
    const lazy = { ...createCountingEmbedder(), embed: async () => [] }
    await expect(embedPassages(buildPassages(1), lazy, undefined, noProgress)).rejects.toThrow(
      /no vector of 512 numbers for d#p0/,
    )
  })
})

describe('usableVectors', () => {
  const known: KnownVectors = {
    embedding: { model: 'service', dimension: 2 },
    has: () => false,
    vectorOf: () => undefined,
  }

  it('are those of the same model and dimension', () => {
    expect(usableVectors(known, createService(2))).toBe(known)
    expect(usableVectors(known, { ...createCountingEmbedder(), model: 'service', dimension: 3 })).toBeUndefined()
    expect(usableVectors(known, createCountingEmbedder())).toBeUndefined()
    expect(usableVectors(undefined, createService(2))).toBeUndefined()
  })
})

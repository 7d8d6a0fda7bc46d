import type { Embedder } from '../../src/models/embedder.ts'
import { createHashingEmbedder } from '../../src/models/embedder-hashing.ts'
import { termsOf } from '../../src/text/terms.ts'

export interface CountingEmbedder extends Embedder {
  /** The texts of each call. */
  calls: string[][]
}

/** The hashing embedder, which remembers what it was asked; `model` makes it pass for another one. */
export function createCountingEmbedder(model?: string): CountingEmbedder {
  const embedder = createHashingEmbedder({ wordsOf: termsOf })
  const calls: string[][] = []
  return {
    model: model ?? embedder.model,
    dimension: embedder.dimension,
    calls,
    embed(texts) {
      calls.push([...texts])
      return embedder.embed(texts)
    },
  }
}

import type { Embedder } from './embedder.ts'
import { unitVector } from './unit-vector.ts'

const DIMENSION = 512

/** A word's frequency saturates as in BM25; a text's length needs no share in it, for vectors are normalised. */
const SATURATION = 0.6

export interface HashingEmbedderOptions {
  /** The words of a text, each once, with how often they occur. */
  wordsOf: (text: string) => readonly { term: string; weight: number }[]
}

/**
 * No model: adds each word, with a sign, to one of 512 places, both picked by its hash. It repeats, less exactly, what the
 * lexical index knows, and measured on Thai questions it adds next to nothing to the ranking. It holds the place of an embedding
 * model, so that everything runs without one.
 */
export function createHashingEmbedder({ wordsOf }: HashingEmbedderOptions): Embedder {
  const embedOne = (text: string) => {
    const sums = new Float64Array(DIMENSION)
    for (const { term, weight } of wordsOf(text)) {
      const hash = hashOf(term)
      const sign = hash >>> 31 === 0 ? 1 : -1
      sums[hash % DIMENSION]! += (sign * weight) / (weight + SATURATION)
    }
    return unitVector(sums)
  }
  return {
    model: `hashing-${DIMENSION}-v1`,
    dimension: DIMENSION,
    embed: async (texts) => texts.map(embedOne),
  }
}

/** 32-bit FNV-1a over UTF-16 units, its bits mixed once more: alike terms must differ in the low and the high ones. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

import type { Embedder } from './embedder.ts'

const DIMENSION = 512

/** Frequency saturates as in BM25, without a length: the norm takes care of that. */
const SATURATION = 0.6

export interface HashingEmbedderOptions {
  /** Terms of a text, each once, with their weights. */
  termsOf: (text: string) => readonly { term: string; weight: number }[]
}

/**
 * No model: adds each term, with a sign, to one of 512 places that its hash picks. It repeats, less exactly, what the lexical
 * index knows, and measured on Thai collections it adds nothing to the ranking; it holds the place of an embedding model, so
 * that everything runs without one.
 */
export function createHashingEmbedder({ termsOf }: HashingEmbedderOptions): Embedder {
  return {
    model: `hashing-${DIMENSION}-v1`,
    dimension: DIMENSION,
    embed: async (texts) => texts.map((text) => normalise(hashTerms(termsOf(text)))),
  }
}

function hashTerms(terms: readonly { term: string; weight: number }[]): Float32Array {
  const vector = new Float32Array(DIMENSION)
  for (const { term, weight } of terms) {
    const hash = fnv1a(term)
    const sign = hash >>> 31 ? 1 : -1
    vector[hash % DIMENSION]! += (sign * weight) / (weight + SATURATION)
  }
  return vector
}

/** A vector without direction stays as it is. */
function normalise(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  return norm === 0 ? vector : vector.map((value) => value / norm)
}

/** 32-bit FNV-1a over UTF-16 units, with a last mix since nearby terms must differ in all bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

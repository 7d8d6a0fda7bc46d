import { AccordError } from '../errors.ts'
import type { Embedder } from '../models/embedder.ts'
import type { Embedding } from '../search-index/snapshot.ts'
import type { Passage } from '../vocabulary.ts'
import { headedText } from './passage.ts'

/** Passages a call: small enough that progress shows. */
const BATCH_SIZE = 128

/** Vectors by passage hash: what is known needn't be embedded again. */
export interface KnownVectors {
  embedding: Embedding
  has(hash: string): boolean
  vectorOf(hash: string): Float32Array | undefined
}

export interface EmbeddedPassages {
  /** Row by row, in the order of the passages. */
  vectors: Float32Array
  embedding: Embedding
  calls: number
  /** How many passages were embedded rather than known. */
  embedded: number
}

/** The known vectors that can be compared with those of the embedder: none when it's another model. */
export function usableVectors(known: KnownVectors | undefined, embedder: Embedder): KnownVectors | undefined {
  if (known?.embedding.model !== embedder.model) return undefined
  return embedder.dimension === 0 || embedder.dimension === known.embedding.dimension ? known : undefined
}

/** Those of the first that knows a passage, of models that can be compared. */
export function joinVectors(...all: (KnownVectors | undefined)[]): KnownVectors | undefined {
  const present = all.filter((known) => known !== undefined)
  const [first] = present
  if (first === undefined) return undefined
  const alike = present.filter(({ embedding }) => embedding.dimension === first.embedding.dimension)
  return {
    embedding: first.embedding,
    has: (hash) => alike.some((known) => known.has(hash)),
    vectorOf: (hash) => alike.find((known) => known.has(hash))?.vectorOf(hash),
  }
}

/** The passages whose vectors aren't known, each text once. */
export function unknownPassages(passages: readonly Passage[], known: KnownVectors | undefined): Passage[] {
  const byHash = new Map(passages.map((passage) => [passage.hash, passage]))
  return [...byHash.values()].filter(({ hash }) => !known?.has(hash))
}

export async function embedPassages(
  passages: readonly Passage[],
  embedder: Embedder,
  known: KnownVectors | undefined,
  onProgress: (done: number, total: number) => void,
  onBatch: (embedding: Embedding, vectors: ReadonlyMap<string, Float32Array>) => void = () => {},
): Promise<EmbeddedPassages> {
  const unknown = unknownPassages(passages, known)
  const fresh = new Map<string, Float32Array>()
  let calls = 0
  for (let at = 0; at < unknown.length; at += BATCH_SIZE) {
    const batch = unknown.slice(at, at + BATCH_SIZE)
    const vectors = await embedder.embed(batch.map(headedText))
    calls++
    const added = new Map(batch.map(({ hash }, index) => [hash, vectors[index]!]))
    for (const [hash, vector] of added) fresh.set(hash, vector)
    if (vectors.length === batch.length) onBatch({ model: embedder.model, dimension: vectors[0]!.length }, added)
    onProgress(at + batch.length, unknown.length)
  }
  const dimension = embedder.dimension || (known?.embedding.dimension ?? 0)
  if (known && known.embedding.dimension !== dimension) {
    const again = await embedPassages(passages, embedder, undefined, onProgress, onBatch)
    return { ...again, calls: again.calls + calls }
  }
  const rows = new Float32Array(passages.length * dimension)
  for (const [ordinal, { hash, id }] of passages.entries()) {
    const vector = fresh.get(hash) ?? known?.vectorOf(hash)
    if (vector?.length !== dimension)
      throw new AccordError(`${embedder.model} gave no vector of ${dimension} numbers for ${id}`)
    rows.set(vector, ordinal * dimension)
  }
  return { vectors: rows, embedding: { model: embedder.model, dimension }, calls, embedded: unknown.length }
}

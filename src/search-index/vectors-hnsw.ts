import type { HierarchicalNSW } from 'hnswlib-node'
import { AccordError } from '../errors.ts'
import type { Embedding } from './snapshot.ts'
import type { VectorIndex } from './vector-index.ts'
import { checkDimension } from './vectors-exact.ts'

/**
 * From this many vectors on a snapshot gets a graph. Measured, a graph overtakes the exact scan well before, but up to here a
 * scan is still short beside the rest of an answer, and it never misses, needs no build and no native code.
 */
export const HNSW_FROM = 2000

/** Hashed words weigh next to nothing in ranking: a scan of them is cheaper than building a graph at every ingest. */
export function wantsGraph({ model }: Embedding, size: number): boolean {
  return size >= HNSW_FROM && !isHashed(model)
}

/** Were the vectors worked out here, of the words alone? */
export const isHashed = (model: string) => model.startsWith('hashing-')

/** Links a node has and candidates weighed while it's linked: https://github.com/nmslib/hnswlib/blob/master/ALGO_PARAMS.md */
const M = 16
const EF_CONSTRUCTION = 200
/** Candidates weighed in a search. The file doesn't keep it; hnswlib's own 10 misses much where vectors lie close together. */
const EF = 200

/** Builds the graph of the vectors in `rows` and writes it to `file`; blocks for some milliseconds a vector. */
export async function writeHnswIndex(file: string, rows: Float32Array, dimension: number): Promise<void> {
  const graph = await createGraph(dimension)
  const size = rows.length / dimension
  graph.initIndex({ maxElements: size, m: M, efConstruction: EF_CONSTRUCTION })
  for (let ordinal = 0; ordinal < size; ordinal++) {
    graph.addPoint(Array.from(rows.subarray(ordinal * dimension, (ordinal + 1) * dimension)), ordinal)
  }
  // Not `writeIndex`: its thread doesn't keep the graph from being collected as garbage while it writes.
  graph.writeIndexSync(file)
}

/** The file must be one that was written here, byte for byte: what reads it is native code that trusts it. */
export async function openHnswIndex(file: string, dimension: number): Promise<VectorIndex> {
  const graph = await createGraph(dimension)
  try {
    await graph.readIndex(file)
  } catch (error) {
    throw new AccordError(`${file} is no graph: run \`npm run ingest\``, { cause: error })
  }
  const size = graph.getCurrentCount()
  return {
    size,
    dimension,
    nearest(vector, count) {
      checkDimension(vector, dimension)
      const wanted = Math.min(count, size)
      if (wanted < 1) return []
      graph.setEf(Math.max(EF, wanted))
      const { neighbors, distances } = graph.searchKnn(Array.from(vector), wanted)
      return neighbors
        .map((ordinal, i) => ({ ordinal, score: 1 - distances[i]! }))
        .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal)
    },
    vector: (ordinal) => Float32Array.from(graph.getPoint(ordinal)),
  }
}

/** Loaded when needed: small snapshots do without the native module. */
async function createGraph(dimension: number): Promise<HierarchicalNSW> {
  const { default: hnswlib } = await import('hnswlib-node')
  return new hnswlib.HierarchicalNSW('ip', dimension)
}

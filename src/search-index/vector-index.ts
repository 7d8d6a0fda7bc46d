import type { Match } from './best-matches.ts'

/** Vectors of one dimension, numbered from 0, searched by their dot product. They are L2-normalised, so it's the cosine. */
export interface VectorIndex {
  readonly size: number
  readonly dimension: number
  /** The `count` most similar, best first; fewer when there aren't so many. Throws an AccordError for another dimension. */
  nearest(vector: Float32Array, count: number): Match[]
  /** The vector with this number, so that an unchanged passage needn't be embedded again. Not to be written to: it may be a view. */
  vector(ordinal: number): Float32Array
}

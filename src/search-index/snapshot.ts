import type { WeightedTerm } from '../text/terms.ts'
import type { Document, Passage, Vocabulary } from '../vocabulary.ts'

/** All that a snapshot is made of. Lists of the same length: passages, units, sectionOf, and the rows of `vectors`. */
export interface SnapshotContent {
  documents: Document[]
  passages: Passage[]
  vocabulary: Vocabulary
  /** The terms by which each passage is found. */
  units: WeightedTerm[][]
  /** The terms of each section: what stands around a passage helps to find it. */
  sections: WeightedTerm[][]
  /** The section of each passage. */
  sectionOf: number[]
  /** Row by row, each `embedding.dimension` long and L2-normalised. */
  vectors: Float32Array
  embedding: Embedding
  /** Questions of lower relevance than this are about something else. */
  refusalRatio: number
}

/** Which model made the vectors: those of two models can't be compared. */
export interface Embedding {
  model: string
  dimension: number
}

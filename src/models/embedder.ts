/** Turns texts into vectors whose dot product says how alike the texts are. */
export interface Embedder {
  /** Names what made the vectors; those of another model can't be compared with them. */
  readonly model: string
  /** Length of each vector; of a service, 0 until its first answer tells. */
  readonly dimension: number
  /** One L2-normalised vector a text, in order. */
  embed(texts: readonly string[]): Promise<Float32Array[]>
}

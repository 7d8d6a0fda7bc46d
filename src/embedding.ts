import type { ModelsConfig } from './config.ts'
import type { Embedder } from './models/embedder.ts'
import { createHashingEmbedder } from './models/embedder-hashing.ts'
import { createOpenAIEmbedder } from './models/embedder-openai.ts'
import { HASHED_VECTOR_WEIGHT } from './retrieve/rank-passages.ts'
import { wordsOf } from './text/terms.ts'

export interface Embedding {
  embedder: Embedder
  /** How much its vectors count in ranking, beside the terms' 1. */
  vectorWeight: number
}

/** An embedding model knows paraphrases that terms don't, so it counts about as much as the section that a passage is in. */
const MODEL_VECTOR_WEIGHT = 0.5
/** A person waits for a question's vector, nobody for a document's. */
const QUESTION_TIMEOUT_MILLISECONDS = 2000

/** The embedding model of the settings; without one, hashed words hold its place. */
export function createEmbedding(models: ModelsConfig | undefined, use: 'documents' | 'questions'): Embedding {
  if (models?.embeddingModel === undefined) {
    return { embedder: createHashingEmbedder({ wordsOf }), vectorWeight: HASHED_VECTOR_WEIGHT }
  }
  const { apiKey, baseURL, embeddingModel } = models
  const embedder = createOpenAIEmbedder({
    model: embeddingModel,
    ...(apiKey !== undefined && { apiKey }),
    ...(baseURL !== undefined && { baseURL }),
    ...(use === 'questions' && { timeoutMilliseconds: QUESTION_TIMEOUT_MILLISECONDS, retries: 0 }),
  })
  return { embedder, vectorWeight: MODEL_VECTOR_WEIGHT }
}

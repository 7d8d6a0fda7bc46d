import type { OpenAIEmbeddings } from '@langchain/openai'
import { AccordError } from '../errors.ts'
import type { Embedder } from './embedder.ts'
import { nameService, OPENAI_BASE_URL } from './openai-address.ts'
import { unitVector } from './unit-vector.ts'

export interface OpenAIEmbedderOptions {
  model: string
  /** Local servers do without. */
  apiKey?: string
  /** Of any server that speaks OpenAI's protocol. */
  baseURL?: string
  batchSize?: number
  timeoutMilliseconds?: number
  retries?: number
}

/** Tokens are limited too, 300,000 a request: https://platform.openai.com/docs/api-reference/embeddings/create */
const BATCH_SIZE = 128
const TIMEOUT_MILLISECONDS = 30_000
const RETRIES = 2
const UNEXPECTED = 'it answered with something else than one vector a text; check EMBEDDING_MODEL and OPENAI_BASE_URL'

/** An embedding model behind OpenAI's protocol. `embed` throws an AccordError that names the model and the address. */
export function createOpenAIEmbedder(options: OpenAIEmbedderOptions): Embedder {
  const { model, baseURL = OPENAI_BASE_URL } = options
  const failure = (problem: string) => {
    return new AccordError(`Embedding with ${nameService(model, baseURL)} failed: ${problem}`)
  }
  let dimension = 0
  let client: Promise<OpenAIEmbeddings> | undefined

  const request = async (texts: readonly string[]) => {
    try {
      client ??= createClient({ ...options, baseURL })
      return await (await client).embedDocuments([...texts])
    } catch (error) {
      // Not kept as the cause: a provider's message may repeat the key, or what a person asked.
      throw failure(describe(error))
    }
  }
  return {
    model,
    get dimension() {
      return dimension
    },
    async embed(texts) {
      if (texts.length === 0) return []
      const vectors = (await request(texts)).map(unitVector)
      dimension ||= vectors[0]?.length ?? 0
      const fits = (vector: Float32Array) => vector.length === dimension && vector.every(Number.isFinite)
      if (vectors.length !== texts.length || dimension === 0 || !vectors.every(fits)) {
        throw failure(UNEXPECTED)
      }
      return vectors
    },
  }
}

/** Loaded when first needed: without a model configured nobody pays for it. */
async function createClient(options: OpenAIEmbedderOptions): Promise<OpenAIEmbeddings> {
  const { OpenAIEmbeddings } = await import('@langchain/openai')
  return new OpenAIEmbeddings({
    model: options.model,
    apiKey: options.apiKey || 'none',
    configuration: { baseURL: options.baseURL ?? OPENAI_BASE_URL },
    batchSize: options.batchSize ?? BATCH_SIZE,
    timeout: options.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS,
    maxRetries: options.retries ?? RETRIES,
    // The default, base64, is misread without a word when a server ignores it and sends plain numbers.
    encodingFormat: 'float',
  })
}

function describe(error: unknown): string {
  if (error instanceof TypeError || error instanceof SyntaxError) return UNEXPECTED
  const { status, name } = error as { status?: number; name?: string }
  if (name === 'TimeoutError') return 'no answer in time; try again, or check OPENAI_BASE_URL'
  if (status === undefined) return "it can't be reached; check OPENAI_BASE_URL"
  if (status === 401 || status === 403) return `it refuses the key (HTTP ${status}); check OPENAI_API_KEY`
  if (status === 404) return 'it knows no such model or path (HTTP 404); check EMBEDDING_MODEL and OPENAI_BASE_URL'
  if (status === 429) return 'too many requests or no credit left (HTTP 429); wait, or check the account'
  if (status >= 500) return `it is out of order (HTTP ${status}); try again later`
  return `it refuses the request (HTTP ${status}); check EMBEDDING_MODEL`
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseConfig } from '../src/config.ts'
import { createEmbedding } from '../src/embedding.ts'
import { type EmbeddingServer, startEmbeddingServer } from './support/embedding-server.ts'

const KEY = 'sk-very-secret'
const TEXT = 'บันทึกความร่วมมือ'

let server: EmbeddingServer
beforeAll(async () => {
  server = await startEmbeddingServer()
})
afterAll(() => server[Symbol.asyncDispose]())
beforeEach(() => {
  server.requests.length = 0
  server.failures.length = 0
})

/** As the settings make it, key and all. */
const create = (use: 'documents' | 'questions', environment: Record<string, string> = {}) =>
  createEmbedding(
    parseConfig({ OPENAI_BASE_URL: server.baseURL, EMBEDDING_MODEL: 'test-embedding', ...environment }).models,
    use,
  )

describe('without a service', () => {
  it.each(['documents', 'questions'] as const)('hashes words, of which little is made in ranking (%s)', async (use) => {
    const { embedder, vectorWeight } = createEmbedding(parseConfig({}).models, use)
    const [vector] = await embedder.embed([TEXT])
    expect(Math.hypot(...vector!)).toBeCloseTo(1, 5)
    expect(embedder.model).toMatch(/hash/u)
    expect(vectorWeight).toBeLessThan(0.1)
    expect(server.requests).toEqual([])
  })

  it('gives a question the vector of the same words in a document', async () => {
    const [documents, questions] = [createEmbedding(undefined, 'documents'), createEmbedding(undefined, 'questions')]
    expect(questions.embedder.model).toBe(documents.embedder.model)
    expect(await questions.embedder.embed([TEXT])).toEqual(await documents.embedder.embed([TEXT]))
  })
})

describe('with a service that isn’t asked for embeddings', () => {
  it.each([{ OPENAI_API_KEY: KEY }, { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }])(
    'hashes words all the same (%j)',
    async (environment) => {
      const { embedder } = createEmbedding(parseConfig(environment).models, 'documents')
      expect(embedder.model).toBe(createEmbedding(undefined, 'documents').embedder.model)
      expect(await embedder.embed([TEXT])).toHaveLength(1)
    },
  )
})

describe('with a service', () => {
  it.each(['documents', 'questions'] as const)('asks it, with its key and model (%s)', async (use) => {
    const { embedder } = create(use, { OPENAI_API_KEY: KEY })
    expect(embedder.model).toBe('test-embedding')
    await embedder.embed([TEXT])
    expect(server.requests).toEqual([
      { path: '/v1/embeddings', authorization: `Bearer ${KEY}`, model: 'test-embedding', input: [TEXT] },
    ])
  })

  it('needs no key', async () => {
    await create('questions').embedder.embed([TEXT])
    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]?.authorization).not.toContain(KEY)
  })

  it('makes more of its vectors than of hashed words', () => {
    expect(create('questions').vectorWeight).toBeGreaterThan(createEmbedding(undefined, 'questions').vectorWeight)
    expect(create('questions').vectorWeight).toBe(create('documents').vectorWeight)
  })

  it('tries again for documents, for which nobody waits', async () => {
    server.failures.push({ status: 503 })
    expect(await create('documents').embedder.embed([TEXT])).toHaveLength(1)
    expect(server.requests).toHaveLength(2)
  })

  it('tries once for a question, so that its answer can go out without', async () => {
    server.failures.push({ status: 503 })
    await expect(create('questions').embedder.embed([TEXT])).rejects.toThrow(/out of order/u)
    expect(server.requests).toHaveLength(1)
  })

  it('gives up on a question that the service keeps waiting', async () => {
    server.failures.push('silence')
    await expect(create('questions').embedder.embed([TEXT])).rejects.toThrow(/no answer in time/u)
    expect(server.requests).toHaveLength(1)
  })

  it('is asked for nothing before the first text', () => {
    create('documents', { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' })
    expect(server.requests).toEqual([])
  })
})

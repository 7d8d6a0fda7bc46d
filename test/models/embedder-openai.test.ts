import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccordError, describeError } from '../../src/errors.ts'
import { createOpenAIEmbedder, type OpenAIEmbedderOptions } from '../../src/models/embedder-openai.ts'
import { testEmbedder } from '../contract/embedder.ts'
import { type EmbeddingServer, type Failure, startEmbeddingServer } from '../support/embedding-server.ts'

const KEY = 'sk-very-secret'
const QUESTION = 'คำถามของคนคนหนึ่ง'

let server: EmbeddingServer
beforeAll(async () => {
  server = await startEmbeddingServer()
})
afterAll(() => server[Symbol.asyncDispose]())

const create = (options: Partial<OpenAIEmbedderOptions> = {}) =>
  createOpenAIEmbedder({ model: 'test-embedding', apiKey: KEY, baseURL: server.baseURL, retries: 0, ...options })

testEmbedder('OpenAI embedder', create)

describe('OpenAI embedder', () => {
  it('asks the address it is given, with the key and the model', async () => {
    await create().embed([QUESTION])
    expect(server.requests.at(-1)).toEqual({
      path: '/v1/embeddings',
      authorization: `Bearer ${KEY}`,
      model: 'test-embedding',
      input: [QUESTION],
    })
  })

  it('learns the dimension from the first answer', async () => {
    const embedder = create()
    expect(embedder.dimension).toBe(0)
    await embedder.embed([QUESTION])
    expect(embedder.dimension).toBe(4)
  })

  it('sends many texts in batches and keeps their order', async () => {
    const before = server.requests.length
    const texts = Array.from({ length: 7 }, (_, i) => 'ก'.repeat(i + 1))
    const vectors = await create({ batchSize: 3 }).embed(texts)
    expect(server.requests.slice(before).map(({ input }) => input.length)).toEqual([3, 3, 1])
    expect(vectors[6]).toEqual((await create().embed([texts[6]!]))[0])
  })

  it('works without a key, as local servers do', async () => {
    const { apiKey: _, ...keyless } = { model: 'local', apiKey: KEY, baseURL: server.baseURL }
    expect(await createOpenAIEmbedder(keyless).embed([QUESTION])).toHaveLength(1)
  })

  it('tries again after a passing failure', async () => {
    server.failures.push({ status: 503 })
    expect(await create({ retries: 1 }).embed([QUESTION])).toHaveLength(1)
  })

  const unexpected = JSON.stringify({ data: [] })
  const uneven = JSON.stringify({ data: [{ embedding: [1, 2] }, { embedding: [1] }] })
  it.each<[string, Failure, RegExp]>([
    ['a refused key', { status: 401, message: `Incorrect key ${KEY}` }, /refuses the key.*check OPENAI_API_KEY/],
    ['an unknown model', { status: 404 }, /check EMBEDDING_MODEL/],
    ['too many requests', { status: 429 }, /HTTP 429/],
    ['a failing service', { status: 500 }, /try again later/],
    ['a refused request', { status: 400, message: `Bad input: ${QUESTION}` }, /HTTP 400/],
    ['no answer in time', 'silence', /no answer in time/],
    ['too few vectors', { body: unexpected }, /something else than one vector a text/],
    ['vectors of two dimensions', { body: uneven }, /something else than one vector a text/],
    ['another kind of server', { body: '<html>' }, /something else than one vector a text/],
  ])('says what to do about %s, without the key or the question', async (_, failure, message) => {
    server.failures.push(failure)
    const error: unknown = await create({ timeoutMilliseconds: 200 })
      .embed([QUESTION, 'ที่สอง'])
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(AccordError)
    const described = describeError(error)
    expect(described).toMatch(message)
    expect(described).toContain(`test-embedding at ${server.baseURL}`)
    expect(described).not.toContain(KEY)
    expect(described).not.toContain(QUESTION)
  })

  it('says so when nobody listens, without the password in the address', async () => {
    const embedder = create({ baseURL: 'http://user:password@127.0.0.1:9/v1' })
    const error: unknown = await embedder.embed([QUESTION]).catch((thrown: unknown) => thrown)
    expect(describeError(error)).toMatch(/at http:\/\/127\.0\.0\.1:9\/v1 failed: it can't be reached/)
  })
})

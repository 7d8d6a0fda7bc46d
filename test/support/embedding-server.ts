import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

export interface EmbeddingRequest {
  path: string
  authorization: string | undefined
  model: string
  input: string[]
}

export interface EmbeddingServer extends AsyncDisposable {
  baseURL: string
  requests: EmbeddingRequest[]
  /** What the next requests are answered with instead, in order. */
  failures: Failure[]
}

/** A status with an error in OpenAI's form, a body as it stands, or no answer at all. */
export type Failure = { status: number; message?: string } | { body: string } | 'silence'

const requestSchema = z.object({
  model: z.string(),
  input: z.array(z.string()),
  encoding_format: z.enum(['float', 'base64']).default('float'),
})

/**
 * Stands in for a service that speaks OpenAI's embedding protocol, on loopback:
 * https://platform.openai.com/docs/api-reference/embeddings/create. Its vectors are not of length 1, as some models' aren't.
 */
export async function startEmbeddingServer(dimension = 4): Promise<EmbeddingServer> {
  const requests: EmbeddingRequest[] = []
  const failures: Failure[] = []
  const server = createServer(async (request, response) => {
    const { model, input, encoding_format } = requestSchema.parse(JSON.parse(await bodyOf(request)))
    requests.push({ path: request.url ?? '', authorization: request.headers.authorization, model, input })
    response.setHeader('content-type', 'application/json')
    const failure = failures.shift()
    if (failure === 'silence') return
    if (failure && 'body' in failure) return response.end(failure.body)
    if (failure) {
      response.statusCode = failure.status
      return response.end(JSON.stringify({ error: { message: failure.message ?? '', type: 'error', code: null } }))
    }
    const data = input.map((text, index) => {
      const vector = vectorOf(text, dimension)
      const base64 = Buffer.from(Float32Array.from(vector).buffer).toString('base64')
      return { object: 'embedding', index, embedding: encoding_format === 'base64' ? base64 : vector }
    })
    response.end(JSON.stringify({ object: 'list', data, model, usage: { prompt_tokens: 1, total_tokens: 1 } }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseURL: `http://127.0.0.1:${port}/v1`,
    requests,
    failures,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function vectorOf(text: string, dimension: number): number[] {
  const vector = new Array<number>(dimension).fill(0.5)
  for (let i = 0; i < text.length; i++) vector[i % dimension]! += text.charCodeAt(i) % 101
  return vector
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

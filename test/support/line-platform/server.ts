import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Call } from './calls.ts'
import { type EndpointName, findRoute, type Route } from './endpoints/endpoints.ts'
import type { Handler } from './endpoints/handler.ts'
import type { Failure, Failures } from './failures.ts'
import { invalidMessage } from './messages/check-messages.ts'
import type { RateLimiter } from './rate-limits.ts'
import { type ApiResponse, notFound, refused } from './wire.ts'

const MOST_BYTES = 2 * 1_024 * 1_024

export interface ServerDeps {
  /** What the port stands for: `api.line.me`, `api-data.line.me` or both. */
  hosts: readonly ('api' | 'data')[]
  accessToken: string
  handlers: Readonly<Record<EndpointName, Handler>>
  failures: Failures
  takeRequest: RateLimiter
  calls: Call[]
  newRequestId: () => string
  now: () => number
}

export interface ApiServer extends AsyncDisposable {
  url: string
}

/** One of LINE's hosts on a free port of this machine. */
export async function startApiServer(deps: ServerDeps): Promise<ApiServer> {
  const server = createServer((request, response) => {
    serve(request, response, deps).catch((error) => {
      if (!response.headersSent) send(response, refused(500, `The stand-in itself failed: ${error}`), '')
    })
  })
  await listen(server)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function serve(request: IncomingMessage, response: ServerResponse, deps: ServerDeps): Promise<void> {
  const { hosts, failures, calls, newRequestId, now } = deps
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://line.invalid')
  const requestId = newRequestId()
  const route = findRoute(request.method ?? 'GET', pathname, hosts)
  const at = now()
  const bytes = await readBytes(request)
  const retryKey = request.headers['x-line-retry-key']
  const parsed = parseJson(bytes)
  const call: Call = {
    endpoint: route?.name,
    method: request.method ?? 'GET',
    path: pathname,
    at,
    requestId,
    ...(typeof retryKey === 'string' && { retryKey }),
    body: parsed.value,
    processed: false,
  }
  calls.push(call)
  const failure = route && failures.next(route.name, parsed.value)

  const work = async (): Promise<ApiResponse> => {
    const response = await answer(route, request, bytes, parsed, searchParams, requestId, deps)
    call.processed = true
    call.answer = response.body
    return response
  }
  const finish = (answered: ApiResponse) => {
    call.status = answered.status
    call.answer = answered.body
    send(response, answered, requestId)
  }
  await happen(failure, request, response, work, finish)
}

/** Lets `failure` happen to a request; without one it's worked on and answered. */
async function happen(
  failure: Failure | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  work: () => Promise<ApiResponse>,
  finish: (answered: ApiResponse) => void,
): Promise<void> {
  if (failure && 'processed' in failure && failure.processed) await work()
  switch (failure?.kind) {
    case undefined:
      return finish(await work())
    case 'status': {
      const { status, message = 'Something went wrong', details, retryAfter } = failure
      const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
      return finish({ ...refused(status, message, details), headers })
    }
    case 'refuse-flex': {
      const details = failure.details ?? [{ message: 'invalid property', property: '/body/contents/0' }]
      return finish(invalidMessage(0, details))
    }
    case 'slow': {
      const answered = await work()
      return void setTimeout(() => !response.destroyed && finish(answered), failure.ms).unref()
    }
    case 'garbage':
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(failure.body)
    case 'reset':
      if (!failure.midway) return void request.socket.destroy()
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      return void response.write('{"sentMess', () => request.socket.resetAndDestroy())
    case 'hang':
      return
  }
}

async function answer(
  route: Route | undefined,
  { headers }: IncomingMessage,
  bytes: Buffer | 'too-large',
  parsed: ParsedJson,
  query: URLSearchParams,
  requestId: string,
  { accessToken, handlers, takeRequest, now }: ServerDeps,
): Promise<ApiResponse> {
  const authorised = checkToken(headers.authorization, accessToken)
  if (authorised !== true) return refused(401, `Authentication failed due to the following reason: ${authorised}`)
  if (!route) return notFound()
  if (bytes === 'too-large') return refused(413, 'Request exceeds the max size of 2MB')
  if (!takeRequest(route.name, now())) return refused(429, 'The API rate limit has been exceeded. Try again later.')
  const body = route.endpoint.body
  if (body === 'json' || (body === 'maybe-json' && bytes.length > 0)) {
    const type = headers['content-type'] ?? ''
    if (!/^application\/json\b/i.test(type)) return refused(415, `The content type, ${type}, is not supported`)
    if (!parsed.ok) return refused(400, 'The request body could not be parsed as JSON (line: 1, column: 1)')
  }
  return handlers[route.name]({ params: route.params, query, headers, body: parsed.value, bytes, requestId })
}

function checkToken(header: string | undefined, accessToken: string): true | string {
  if (header === undefined) return 'missing Authorization header'
  return (
    header === `Bearer ${accessToken}` ||
    'invalid token. Confirm that the access token in the authorization header is valid.'
  )
}

interface ParsedJson {
  ok: boolean
  value: unknown
}

function parseJson(bytes: Buffer | 'too-large'): ParsedJson {
  if (bytes === 'too-large') return { ok: false, value: undefined }
  try {
    return { ok: true, value: JSON.parse(bytes.toString()) }
  } catch {
    return { ok: false, value: undefined }
  }
}

async function readBytes(request: IncomingMessage): Promise<Buffer | 'too-large'> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length <= MOST_BYTES) chunks.push(chunk)
  }
  return length > MOST_BYTES ? 'too-large' : Buffer.concat(chunks)
}

function send(response: ServerResponse, { status, headers, body }: ApiResponse, requestId: string): void {
  const isBytes = Buffer.isBuffer(body)
  response.writeHead(status, {
    'x-line-request-id': requestId,
    ...(!isBytes && { 'content-type': 'application/json' }),
    ...headers,
  })
  response.end(isBytes ? body : JSON.stringify(body))
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { ApiError, apiError, internalError } from './api-error.ts'
import type { Failure, Failures } from './failures.ts'
import { formError } from './form-body.ts'
import type { Journal } from './journal.ts'
import type { RateLimits } from './rate-limits.ts'

export interface ApiCall {
  params: Record<string, string>
  query: URLSearchParams
  body: unknown
}

/** Without a body, the answer is 204. */
export interface Route {
  /** Such as `POST /channels/:channel/messages`. */
  name: string
  /** Interaction routes carry no bot token and are outside the global limit. */
  isInteraction?: true
  /** Throws an ApiError when Discord would refuse. */
  handle(call: ApiCall): object | undefined
}

export interface HttpParts {
  routes: readonly Route[]
  token: string
  failures: Failures
  limits: RateLimits
  journal: Journal
  /** How many answers of 401, 403 and 429 it takes until the address is banned. */
  invalidRequests: number
}

const PREFIX = '/api/v10'

interface Reply {
  status: number
  headers?: Record<string, string>
  body?: object | string | undefined
}

/** The REST side: finds the route, and lets it answer unless something is to go wrong. */
export function serveApi(server: Server, parts: HttpParts): void {
  const { journal, failures } = parts
  const routes = parts.routes.map((route) => ({ ...route, matches: matcherOf(route.name) }))
  let invalid = 0

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const path = url.pathname.startsWith(PREFIX) ? url.pathname.slice(PREFIX.length) : undefined
    const raw = await bodyOf(request)
    const body = parseJson(raw)
    const found = routes.flatMap((route) => {
      const params = path === undefined ? undefined : route.matches(request.method ?? '', path)
      return params ? [{ route, params }] : []
    })[0]
    const failure = found && failures.take(found.route.name)
    const answer = () => answerTo(request, found, { raw, body, query: url.searchParams })
    const reply =
      invalid >= parts.invalidRequests ? banned() : failure && !failure.processed ? failedReply(failure) : answer()
    const sent = failure?.processed ? failedReply(failure) : reply
    if ([401, 403, 429].includes(sent?.status ?? 0) && sent?.headers?.['x-ratelimit-scope'] !== 'shared') invalid++
    const code = (sent?.body as { code?: number } | undefined)?.code
    journal.add({
      kind: 'request',
      method: request.method ?? '',
      path: decodeURIComponent(path ?? url.pathname),
      status: sent?.status ?? 0,
      ...(code !== undefined && { code }),
      body,
    })
    if (sent) respond(response, sent)
    else if (failure && 'broken' in failure) breakOff(request, failure.broken)
  }

  function answerTo(
    request: IncomingMessage,
    found: { route: Route; params: Record<string, string> } | undefined,
    { raw, body, query }: { raw: string; body: unknown; query: URLSearchParams },
  ): Reply {
    if (!found) return { status: 404, body: { message: '404: Not Found', code: 0 } }
    const { route, params } = found
    const resource = params.channel ?? params.token ?? ''
    const { headers, retryAfter, scope } = parts.limits.count(route.name, resource, !route.isInteraction)
    if (retryAfter !== undefined) return limited(retryAfter, scope ?? 'user', headers)
    try {
      if (!route.isInteraction && request.headers.authorization !== `Bot ${parts.token}`) throw apiError(0)
      if (raw !== '' && !request.headers['content-type']?.startsWith('application/json'))
        throw formError([
          { path: [], code: 'CONTENT_TYPE_INVALID', message: 'Expected "Content-Type" to be application/json' },
        ])
      if (raw !== '' && body === undefined) throw new ApiError(400, 50_109, 'The request body contains invalid JSON.')
      // https://github.com/discord/discord-api-docs/issues/6561
      if (!isWellFormed(body)) throw internalError()
      const result = route.handle({ params, query, body })
      return result === undefined ? { status: 204, headers } : { status: 200, headers, body: result }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.retryAfter !== undefined) return limited(error.retryAfter, 'user', headers, error.body)
      return { status: error.status, headers, body: error.body }
    }
  }

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    serve(request, response).catch((error: unknown) => {
      journal.add({ kind: 'fault', error })
      respond(response, { status: 599, body: 'The stand-in failed' })
    })
  })
}

/** Undefined: there is no reply. */
function failedReply(failure: Failure): Reply | undefined {
  if ('code' in failure) {
    const { status, body } = apiError(failure.code)
    return { status, body }
  }
  if ('retryAfter' in failure) return limited(failure.retryAfter, failure.scope ?? 'user', {})
  return 'status' in failure ? { status: failure.status, body: 'upstream connect error' } : undefined
}

function limited(
  retryAfter: number,
  scope: 'user' | 'shared' | 'global',
  headers: Record<string, string>,
  body?: object,
): Reply {
  return {
    status: 429,
    headers: {
      ...headers,
      'retry-after': String(Math.max(retryAfter, 0.001)),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' && { 'x-ratelimit-global': 'true' }),
    },
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global: scope === 'global', ...body },
  }
}

function banned(): Reply {
  return {
    status: 429,
    headers: { 'retry-after': '600' },
    body: '<html>Access denied | used Cloudflare to restrict access',
  }
}

function breakOff({ socket }: IncomingMessage, how: 'reset' | 'closed'): void {
  if (how === 'reset') socket.resetAndDestroy()
  else socket.destroy()
}

/** A 204 must have no content-type: the client would parse its empty body. */
function respond(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  if (response.destroyed) return
  const type = typeof body === 'string' ? 'text/html' : 'application/json'
  response.writeHead(status, { ...headers, ...(body !== undefined && { 'content-type': type }) })
  response.end(typeof body === 'object' ? JSON.stringify(body) : body)
}

function matcherOf(name: string): (method: string, path: string) => Record<string, string> | undefined {
  const [method, pattern] = name.split(' ')
  const keys = pattern!.split('/')
  return (actual, path) => {
    const parts = path.split('/')
    if (actual !== method || parts.length !== keys.length) return undefined
    const params: Record<string, string> = {}
    for (const [at, key] of keys.entries()) {
      if (key.startsWith(':')) params[key.slice(1)] = decodeURIComponent(parts[at]!)
      else if (key !== decodeURIComponent(parts[at]!)) return undefined
    }
    return params
  }
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isWellFormed)
}

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

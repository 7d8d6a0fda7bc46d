import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AccordError, describeError } from '../errors.ts'

/** The part of a pino logger that is used here. */
export interface ErrorLog {
  error(fields: Record<string, unknown>, message: string): void
}

/** Answers a request that is refused: `message` says why, to whoever calls an API. */
export type Refuse = (context: Context, status: ContentfulStatusCode, message: string) => Response | Promise<Response>

export interface ServerOptions {
  /** The routes. What they throw is answered in words here; an `HTTPException` below 500 with its own message. */
  app: Hono
  /** How refusals look; `{"error"}` as JSON unless told. */
  refuse?: Refuse
  /** By path: what must be as fast as node:http itself stands before the routes, without their headers and limits. */
  direct?: ReadonlyMap<string, RequestListener>
  host: string
  /** 0 takes any free port. */
  port: number
  /** Milliseconds that requests under way may take when it's disposed; 10 s unless told. */
  closeGrace?: number
  log?: ErrorLog
}

export interface RunningServer extends AsyncDisposable {
  /** Where it listens, without a slash at the end. */
  url: string
}

const maxBodyBytes = 64 * 1024
// A question of 2,000 Thai characters in an address, three code points each and nine bytes a code point, passes Node's 16 KiB.
const maxHeaderBytes = 64 * 1024
const CLOSE_GRACE = 10_000
/** Milliseconds. Who sends a request by drips is cut off; a proxy that keeps its connection (nginx: 60 s) never finds it closed. */
const PATIENCE = {
  headersTimeout: 30_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 75_000,
}

/** All that a caller is told of a failure of ours. */
export const failureMessage = 'Something went wrong on our side. Please try again later.'

/** Listens on `host:port`. Throws an AccordError when it may not. Disposing finishes the requests under way first. */
export async function startServer({
  app,
  refuse = (context, status, message) => context.json({ error: message }, status),
  direct = new Map(),
  host,
  port,
  closeGrace = CLOSE_GRACE,
  log,
}: ServerOptions): Promise<RunningServer> {
  const guarded = new Hono()
  guarded.use(securityHeaders(), limitBody(refuse))
  guarded.route('/', app)
  guarded.notFound((context) => {
    const { method, path } = context.req
    const allowed = methodsFor(path, guarded)
    if (allowed.length === 0 || allowed.includes(method))
      return refuse(context, 404, 'There is nothing at this address.')
    context.header('allow', allowed.join(', '))
    return refuse(context, 405, `This address takes ${allowed.join(' and ')} only.`)
  })
  guarded.onError((error, context) => {
    if (error instanceof HTTPException && error.status < 500) return refuse(context, error.status, error.message)
    log?.error({ method: context.req.method, path: context.req.path, error: describeError(error) }, 'A request failed')
    return refuse(context, 500, failureMessage)
  })

  const routed = getRequestListener(guarded.fetch, { errorHandler: refuseUnreadable })
  const listener: RequestListener = (request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1)
    return (direct.get(path) ?? routed)(request, response)
  }
  const server = createServer({ maxHeaderSize: maxHeaderBytes, ...PATIENCE }, listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(explainListenError(cause, host, port)))
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo

  return {
    url: `http://${reachableHost(host)}:${address.port}`,
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // Node drops what idles now; a connection that is answered later would be kept alive for its next request.
      const sweep = setInterval(() => server.closeIdleConnections(), 50)
      const overdue = setTimeout(() => server.closeAllConnections(), closeGrace)
      await closed
      clearInterval(sweep)
      clearTimeout(overdue)
    },
  }
}

function securityHeaders() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      // The icon alone, which lies in the page itself.
      imgSrc: ['data:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // Whoever ends TLS in front of us decides on this one, for all of the domain.
    strictTransportSecurity: false,
  })
}

/** An address that is none, or a strange `Host`: it never comes as far as the guards. */
function refuseUnreadable(error: unknown): Response {
  const [status, message] =
    error instanceof RequestError ? [400, 'The address or the Host header is malformed.'] : [500, failureMessage]
  const headers = { 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff' }
  return Response.json({ error: message }, { status, headers })
}

/** The methods by which something is at `path`. */
function methodsFor(path: string, { router }: Hono): string[] {
  // What answers to any method are the guards above.
  const guards = router.match('NONE', path)[0].length
  const isTaken = (method: string) => router.match(method, path)[0].length > guards
  return [...(isTaken('GET') ? ['GET', 'HEAD'] : []), ...(isTaken('POST') ? ['POST'] : [])]
}

function limitBody(refuse: Refuse): MiddlewareHandler {
  const counted = bodyLimit({
    maxSize: maxBodyBytes,
    onError: (context) => refuse(context, 413, `The body is larger than ${maxBodyBytes / 1024} kB.`),
  })
  // Node holds a body to its declared length, so only the others are counted: that took as long as the rest of a webhook.
  return (context, next) => {
    const declared = Number(context.req.header('content-length') ?? 0)
    const undeclared = context.req.header('transfer-encoding') !== undefined
    return undeclared || declared > maxBodyBytes ? counted(context, next) : next()
  }
}

function explainListenError(cause: NodeJS.ErrnoException, host: string, port: number): AccordError {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new AccordError(`Port ${port} is taken; set PORT to a free one.`, { cause })
    case 'EACCES':
      return new AccordError(`Port ${port} is not allowed for this user; set PORT to one above 1023.`, { cause })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new AccordError(`${host} is not an address of this machine; set HOST to one that is.`, { cause })
    default:
      return new AccordError(`Cannot listen on ${host}, port ${port}; check HOST and PORT.`, { cause })
  }
}

function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

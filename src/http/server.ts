import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { AccordError, describeError } from '../errors.ts'

/** The part of a pino logger that is used here. */
export interface ErrorLog {
  error(fields: Record<string, unknown>, message: string): void
}

export interface ServerOptions {
  /** The routes. What they throw is answered in words here; an `HTTPException` below 500 with its own message. */
  app: Hono
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

/** All that a caller is told of a failure of ours. */
export const failureMessage = 'Something went wrong on our side. Please try again later.'

/** Listens on `host:port`. Throws an AccordError when it may not. Disposing finishes the requests under way first. */
export async function startServer({
  app,
  host,
  port,
  closeGrace = CLOSE_GRACE,
  log,
}: ServerOptions): Promise<RunningServer> {
  const guarded = new Hono()
  guarded.use(securityHeaders(), limitBody())
  guarded.route('/', app)
  guarded.notFound((context) => context.json({ error: 'There is nothing at this address.' }, 404))
  guarded.onError((error, context) => {
    if (error instanceof HTTPException && error.status < 500)
      return context.json({ error: error.message }, error.status)
    log?.error({ method: context.req.method, path: context.req.path, error: describeError(error) }, 'A request failed')
    return context.json({ error: failureMessage }, 500)
  })

  const server = createServer({ maxHeaderSize: maxHeaderBytes }, getRequestListener(guarded.fetch))
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
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // Whoever ends TLS in front of us decides on this one, for all of the domain.
    strictTransportSecurity: false,
  })
}

function limitBody(): MiddlewareHandler {
  const counted = bodyLimit({
    maxSize: maxBodyBytes,
    onError: (context) => context.json({ error: `The body is larger than ${maxBodyBytes / 1024} kB.` }, 413),
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

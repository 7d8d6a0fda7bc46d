import { Hono } from 'hono'
import type { Assets } from './assets.ts'
import { type ChatRoutesDeps, createChatRoutes } from './chat-routes.ts'
import { createSourcesRoutes, type SourcesRoutesDeps } from './sources-routes.ts'

export interface WebChannelDeps extends Omit<ChatRoutesDeps, 'heartbeatMs'>, SourcesRoutesDeps {
  /** Prometheus' text. */
  metrics: () => string
  /** How often a stream shows that it's alive; nginx cuts one that is silent for 60 s (`proxy_read_timeout`). */
  heartbeatMs?: number
}

/** The page and its JSON: `/`, `/api/ask` (also as a stream), `/sources`, `/assets`, `/healthz`, `/readyz`, `/metrics`. */
export function createWebChannel({ heartbeatMs = 10_000, ...deps }: WebChannelDeps): Hono {
  const app = new Hono()
  app.route('/', createChatRoutes({ ...deps, heartbeatMs }))
  app.route('/', createSourcesRoutes(deps))
  app.route('/', createAssetRoutes(deps.assets))
  app.get('/healthz', (context) => context.text('ok\n'))
  app.get('/readyz', (context) =>
    deps.index() ? context.text('ready\n') : context.text('No index is open yet; run `npm run ingest`.\n', 503),
  )
  app.get('/metrics', (context) =>
    context.body(deps.metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  )
  return app
}

function createAssetRoutes(assets: Assets): Hono {
  const app = new Hono()
  app.get('/assets/:version/:name', (context) => {
    const asset = assets.find(context.req.param('name'))
    if (asset === undefined) return context.notFound()
    const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/u.test(context.req.header('accept-encoding') ?? '')
    // A page that was made before an update is given today's files, but not to keep.
    const isToday = context.req.param('version') === assets.version
    return context.body(takesGzip ? asset.gzipped : asset.content, 200, {
      'content-type': asset.type,
      'cache-control': isToday ? 'public, max-age=31536000, immutable' : 'no-store',
      vary: 'Accept-Encoding',
      ...(takesGzip && { 'content-encoding': 'gzip' }),
    })
  })
  return app
}

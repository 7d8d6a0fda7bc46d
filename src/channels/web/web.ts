import { readFile } from 'node:fs/promises'
import { type Context, Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { languageDetector } from 'hono/language'
import { describeError } from '../../errors.ts'
import type { ErrorLog } from '../../http/server.ts'
import type { Answer, Document, Language } from '../../vocabulary.ts'
import { formatDocument, formatDocuments, formatNoSuchDocument, parseSpan } from './documents.ts'
import { formatFailedTurn, formatTurn, type Html } from './format.ts'
import { labels } from './labels.ts'
import { formatChat, formatPage } from './page.ts'
import { type Ask, receiveJson, receiveRequest } from './receive.ts'
import { streamAnswer } from './stream-answer.ts'

/** What the page shows of the index in use. */
export interface OpenIndex {
  version: string
  documents: ReadonlyMap<string, Document>
}

export interface WebChannelDeps {
  ask: Ask
  /** Undefined while no index is open. */
  index: () => OpenIndex | undefined
  /** Questions to begin with, each answerable. */
  suggestions: (language: Language) => string[]
  /** Prometheus' text. */
  metrics: () => string
  log?: ErrorLog
  /** How often a stream shows that it's alive; nginx cuts one that is silent for 60 s (`proxy_read_timeout`). */
  heartbeatMs?: number
}

/** The page and its JSON: `/`, `/api/ask` (also as a stream), `/sources`, `/assets`, `/healthz`, `/readyz`, `/metrics`. */
export function createWebChannel(deps: WebChannelDeps): Hono {
  const { ask, index, suggestions, metrics, log, heartbeatMs = 10_000 } = deps
  const streaming = { ask, heartbeatMs, ...(log && { log }) }
  const app = new Hono()
  // Mounted beside other channels, so its middleware stays with its own routes.
  const page = [compress(), interfaceLanguage()] as const

  async function turnOf(query: Record<string, string>, question: string, language: Language, path: string) {
    const words = labels[language]
    const received = receiveRequest(query)
    if (!received.ok) {
      const message = { empty: words.empty, 'too-long': words.tooLong, malformed: words.malformed }[received.problem]
      return { status: 400, turn: formatFailedTurn(question, message) } as const
    }
    try {
      return { status: 200, turn: formatTurn(await ask(received.request), language) } as const
    } catch (error) {
      log?.error({ path, error: describeError(error) }, 'A question could not be answered')
      return { status: 500, turn: formatFailedTurn(question, words.failed) } as const
    }
  }

  app.get('/', ...page, async (context) => {
    const language = languageOf(context)
    const { lang: _, ...query } = context.req.query()
    const chat = { language, suggestions: suggestions(language) }
    const options = { language, title: `Accord · ${labels[language].agreement}`, query, kind: 'chat' } as const
    if (query.question === undefined) return send(context, formatPage(options, formatChat(chat)))
    const { status, turn } = await turnOf(query, query.question, language, context.req.path)
    return send(context, formatPage(options, formatChat({ ...chat, turn })), status)
  })

  app.post('/api/ask', interfaceLanguage(), async (context) => {
    const received = receiveJson(await context.req.text())
    if (!received.ok) return context.json({ error: received.message }, 400)
    if (wantsEvents(context)) {
      const language = languageOf(context)
      const asTurn = context.req.query('turn') === 'html' ? (answer: Answer) => formatTurn(answer, language) : undefined
      return streamAnswer(context, received.request, streaming, asTurn)
    }
    return context.json(await ask(received.request, { signal: context.req.raw.signal }), 200, {
      'cache-control': 'no-store',
    })
  })

  app.get('/sources', ...page, (context) => {
    const language = languageOf(context)
    const options = { language, title: `${labels[language].documents} · Accord`, query: {}, kind: 'documents' } as const
    return send(context, formatPage(options, formatDocuments(index()?.documents ?? new Map(), language)))
  })

  app.get('/sources/:documentId', ...page, (context) => {
    const language = languageOf(context)
    const { start, end } = context.req.query()
    const documents = index()?.documents ?? new Map<string, Document>()
    const document = documents.get(context.req.param('documentId'))
    if (!document) {
      const options = { language, title: 'Accord', query: {}, kind: 'documents' } as const
      return send(context, formatPage(options, formatNoSuchDocument(language)), 404)
    }
    const quote = parseSpan(start, end, document.text)
    const query = quote ? { start: String(quote.start), end: String(quote.end) } : {}
    const options = { language, title: `${document.title} · Accord`, query, kind: 'documents' } as const
    return send(context, formatPage(options, formatDocument(document, documents, language, quote)))
  })

  app.get('/assets/:name', compress(), etag(), async (context) => {
    const type = assetTypes.get(context.req.param('name'))
    if (type === undefined) return context.notFound()
    const content = await readFile(new URL(`./assets/${context.req.param('name')}`, import.meta.url), 'utf8')
    return context.body(content, 200, { 'content-type': type, 'cache-control': 'no-cache' })
  })

  app.get('/healthz', (context) => context.text('ok\n'))
  app.get('/readyz', (context) =>
    index() ? context.text('ready\n') : context.text('No index is open yet; run `npm run ingest`.\n', 503),
  )
  app.get('/metrics', (context) =>
    context.body(metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  )
  return app
}

const assetTypes: ReadonlyMap<string, string> = new Map([
  ['page.css', 'text/css; charset=utf-8'],
  ['chat.css', 'text/css; charset=utf-8'],
  ['documents.css', 'text/css; charset=utf-8'],
  ['chat.js', 'text/javascript; charset=utf-8'],
  ['event-stream.js', 'text/javascript; charset=utf-8'],
  ['icon.svg', 'image/svg+xml'],
])

function wantsEvents(context: Context): boolean {
  const json = 'application/json'
  const events = 'text/event-stream'
  return accepts(context, { header: 'Accept', supports: [json, events], default: json }) === events
}

function interfaceLanguage() {
  return languageDetector({
    order: ['querystring', 'header'],
    lookupQueryString: 'lang',
    supportedLanguages: ['th', 'en', 'ja'],
    fallbackLanguage: 'th',
    caches: false,
  })
}

function languageOf(context: Context): Language {
  return context.get('language') as Language
}

/** Not `no-store`: it would empty the page when someone comes back from a source. */
function send(context: Context, content: Html, status: 200 | 400 | 404 | 500 = 200) {
  return context.html(content, status, { 'cache-control': 'private, no-cache' })
}

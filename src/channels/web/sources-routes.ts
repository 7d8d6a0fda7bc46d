import { type Context, Hono } from 'hono'
import type { Assets } from './assets.ts'
import { labels } from './labels.ts'
import { limitRequests, type RequestLimit } from './limit-requests.ts'
import { type DocumentsOf, type FoundDocument, findDocument } from './locate-quote.ts'
import { formatPage, formatRefusalPage } from './page.ts'
import { formatEarlier, formatQuotedPassage, formatReader } from './reader.ts'
import { readerAddress } from './reader-address.ts'
import { readerLabels } from './reader-labels.ts'
import { languageOf, pageMiddleware, sendPage } from './respond.ts'
import { formatSources, type OpenIndex } from './sources-page.ts'

export interface SourcesRoutesDeps {
  /** Undefined while no index is open. */
  index: () => OpenIndex | undefined
  documentsOf: DocumentsOf
  assets: Assets
  /** The address that people reach Accord at; without it, the one that they asked at. */
  publicUrl?: string
  limit?: RequestLimit
}

/** `GET /sources`, all documents, and `GET /sources/:documentId?start&end&v`, one of them with a quote marked. */
export function createSourcesRoutes({ index, documentsOf, assets, publicUrl, limit }: SourcesRoutesDeps): Hono {
  const app = new Hono()
  const page = [...pageMiddleware(), limitRequests(limit, assets)] as const

  app.get('/sources', ...page, (context) => {
    const language = languageOf(context)
    const title = `${labels[language].documents} · Accord`
    const content = formatSources(index(), language)
    return sendPage(context, formatPage({ assets, language, title, query: {}, script: 'reader.js' }, content))
  })

  app.get('/sources/:documentId', ...page, async (context) => {
    const language = languageOf(context)
    const { start, end, v: version, as, part } = context.req.query()
    const open = index()
    const asked = { documentId: context.req.param('documentId'), start, end, version }
    const found = open && (await findDocument(asked, open, documentsOf))
    if (open === undefined || found === undefined) {
      return sendPage(context, formatRefusalPage(readerLabels[language].noSuchDocument, { assets, language }), 404)
    }
    const address = readerAddress(found.document.id, language, addressed(found, version))
    if (part === 'passage') {
      return sendPage(context, formatQuotedPassage(found, { index: open, language, address }))
    }
    const view = { index: open, language, address: `${publicUrl ?? originOf(context)}${address}` }
    const { quote } = found
    const isEarlier = as === 'then' && quote?.kind === 'changed'
    const content = isEarlier
      ? formatEarlier(quote.earlier, quote.then, quote.version, view)
      : formatReader(found, view)
    const title = `${found.document.title} · Accord`
    const { searchParams, hash: fragment } = new URL(address, 'http://localhost')
    const query = { ...Object.fromEntries(searchParams), ...(isEarlier && { as }) }
    return sendPage(context, formatPage({ assets, language, title, query, fragment, script: 'reader.js' }, content))
  })
  return app
}

/** The span and version by which the same quote is found again. */
function addressed({ quote, version }: FoundDocument, asked: string | undefined) {
  if (quote === undefined || quote.kind === 'missing') return undefined
  if (quote.kind === 'changed') return { span: quote.then, version: quote.version }
  return { span: quote.span, version: quote.kind === 'unchecked' && asked !== undefined ? asked : version }
}

function originOf(context: Context): string {
  return new URL(context.req.url).origin
}

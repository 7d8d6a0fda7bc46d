import type { Context, MiddlewareHandler } from 'hono'
import { clientAddress } from '../../http/client-address.ts'
import type { RateLimit } from '../../http/rate-limit.ts'
import type { Assets } from './assets.ts'
import { labels } from './labels.ts'
import { formatRefusalPage } from './page.ts'
import { languageOf, sendPage } from './respond.ts'

export interface RequestLimit {
  /** Counts in pages; a question costs as much as ten. */
  rateLimit: RateLimit
  /** How many proxies of ours every request comes through. */
  trustedProxies: number
}

/** What a question costs beside a page. */
export const QUESTION_COST = 10

/** Holds one address to its share: so many questions a minute, ten times as many pages. To stand after `interfaceLanguage`. */
export function limitRequests(limit: RequestLimit | undefined, assets: Assets): MiddlewareHandler {
  return async (context, next) => {
    if (limit === undefined) return next()
    const isQuestion = context.req.method === 'POST' || context.req.query('question') !== undefined
    const wait = limit.rateLimit.take(clientAddress(context, limit.trustedProxies), isQuestion ? QUESTION_COST : 1)
    return wait === 0 ? next() : refuse(context, Math.ceil(wait / 1000), assets)
  }
}

function refuse(context: Context, seconds: number, assets: Assets) {
  context.header('retry-after', String(seconds))
  if (context.req.path === '/api/ask') {
    return context.json({ error: `Too many questions from this address; ask again in ${seconds} s.` }, 429)
  }
  const language = languageOf(context)
  return sendPage(context, formatRefusalPage(labels[language].tooMany, { assets, language }), 429)
}

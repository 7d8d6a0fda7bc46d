import { type Context, Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { describeError } from '../../errors.ts'
import type { ErrorLog } from '../../http/server.ts'
import type { Answer, Language } from '../../vocabulary.ts'
import type { Assets } from './assets.ts'
import { formatChat } from './chat.ts'
import { formatFailedTurn, formatTurn } from './format.ts'
import { labels } from './labels.ts'
import { limitRequests, type RequestLimit } from './limit-requests.ts'
import { formatPage } from './page.ts'
import { type Ask, receiveJson, receiveRequest } from './receive.ts'
import { interfaceLanguage, languageOf, pageMiddleware, sendPage } from './respond.ts'
import { streamAnswer } from './stream-answer.ts'

export interface ChatRoutesDeps {
  ask: Ask
  assets: Assets
  /** Questions to begin with, each answerable. */
  suggestions: (language: Language) => string[]
  /** How often a stream shows that it's alive, in ms. */
  heartbeatMs: number
  /** Without it, every address may ask as much as it likes. */
  limit?: RequestLimit
  log?: ErrorLog
}

/** `GET /`, the chat page, and `POST /api/ask`, its JSON and its stream. */
export function createChatRoutes({ ask, assets, suggestions, heartbeatMs, limit, log }: ChatRoutesDeps): Hono {
  const limited = limitRequests(limit, assets)
  const streaming = { ask, heartbeatMs, ...(log && { log }) }
  const app = new Hono()

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

  app.get('/', ...pageMiddleware(), limited, async (context) => {
    const language = languageOf(context)
    const { lang: _, ...query } = context.req.query()
    const chat = { language, suggestions: suggestions(language) }
    const title = `Accord · ${labels[language].agreement}`
    const options = { assets, language, title, query, script: 'chat.js' } as const
    if (query.question === undefined) return sendPage(context, formatPage(options, formatChat(chat)))
    const { status, turn } = await turnOf(query, query.question, language, context.req.path)
    return sendPage(context, formatPage(options, formatChat({ ...chat, turn })), status)
  })

  app.post('/api/ask', interfaceLanguage(), limited, async (context) => {
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
  return app
}

function wantsEvents(context: Context): boolean {
  const json = 'application/json'
  const events = 'text/event-stream'
  return accepts(context, { header: 'Accept', supports: [json, events], default: json }) === events
}

import { accepts } from 'hono/accepts'
import type { Refuse } from '../../http/server.ts'
import type { Assets } from './assets.ts'
import { labels } from './labels.ts'
import { formatRefusalPage } from './page.ts'
import { interfaceLanguage, languageOf, sendPage } from './respond.ts'

/** Refuses whoever asks for HTML with a page in their language, and everybody else with `{"error"}` as JSON. */
export function createRefuse(assets: Assets): Refuse {
  const detectLanguage = interfaceLanguage()
  return async (context, status, message) => {
    const [json, page] = ['application/json', 'text/html']
    const wanted = accepts(context, { header: 'Accept', supports: [json, page], default: json })
    if (wanted === json) return context.json({ error: message }, status)
    await detectLanguage(context, async () => {})
    const language = languageOf(context)
    const words = labels[language]
    const reason = status < 500 ? words.noSuchPage : words.pageFailed
    return sendPage(context, formatRefusalPage(reason, { assets, language }), status)
  }
}

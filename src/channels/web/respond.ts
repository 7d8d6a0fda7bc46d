import type { Context } from 'hono'
import { compress } from 'hono/compress'
import { languageDetector } from 'hono/language'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Language } from '../../vocabulary.ts'
import type { Html } from './format.ts'

/** Detects which language the interface has: `?lang=`, else what the browser prefers, else Thai. */
export function interfaceLanguage() {
  return languageDetector({
    order: ['querystring', 'header'],
    lookupQueryString: 'lang',
    supportedLanguages: ['th', 'en', 'ja'],
    fallbackLanguage: 'th',
    caches: false,
  })
}

/** What every page goes through. Channels are mounted side by side, so it's given to each route. */
export function pageMiddleware() {
  return [compress(), interfaceLanguage()] as const
}

export function languageOf(context: Context): Language {
  return context.get('language') as Language
}

/** Not `no-store`: it would empty the page when someone comes back from a source. */
export function sendPage(context: Context, content: Html, status: ContentfulStatusCode = 200) {
  return context.html(content, status, { 'cache-control': 'private, no-cache' })
}

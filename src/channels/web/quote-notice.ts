import { html } from 'hono/html'
import type { Language } from '../../vocabulary.ts'
import type { Html } from './format.ts'
import type { FoundDocument } from './locate-quote.ts'
import { type QuoteAddress, readerAddress } from './reader-address.ts'
import { readerLabels } from './reader-labels.ts'

/** What is to be said of a quote whose document has changed, has gone, or can't be held against its snapshot; mostly nothing. */
export function formatQuoteNotice(found: FoundDocument, language: Language): Html | '' {
  const words = readerLabels[language]
  const { document, quote, isRemoved } = found
  if (isRemoved) return html`<div class="notice changed"><p>${words.removed}</p></div>`
  if (quote === undefined || quote.kind === 'current') return ''
  if (quote.kind === 'missing') return html`<div class="notice changed"><p>${words.missing}</p></div>`
  if (quote.kind === 'unchecked') return html`<div class="notice changed"><p>${words.unchecked}</p></div>`
  const { earlier, version, then, now } = quote
  if (now.kind === 'same') return html`<div class="notice changed"><p>${words.changedElsewhere}</p></div>`
  return html`<div class="notice changed" id="quote" tabindex="-1">
<p><b>${words.changed}</b></p>
<p class="label">${words.wordingThen}</p>
<blockquote class="then" lang="${earlier.language}"><mark>${earlier.text.slice(then.start, then.end)}</mark></blockquote>
<p class="label">${words.wordingNow}</p>
${
  now.kind === 'gone'
    ? html`<p>${words.wordingGone}</p>`
    : html`<blockquote lang="${document.language}"><a href="#present">${document.text.slice(now.span.start, now.span.end)}</a></blockquote>`
}
<p class="links"><a href="${earlierAddress(earlier.id, { span: then, version }, language)}">${words.readThen}</a></p>
</div>`
}

function earlierAddress(documentId: string, quote: QuoteAddress, language: Language): string {
  return readerAddress(documentId, language, quote).replace('#', '&as=then#')
}

import { html } from 'hono/html'
import type { Document, Language } from '../../vocabulary.ts'
import { formatCalendars } from './calendars.ts'
import { formatWebLink, type Html, nameLanguage } from './format.ts'
import { labels } from './labels.ts'
import type { OpenDocuments } from './locate-quote.ts'
import { readerAddress } from './reader-address.ts'
import { readerLabels } from './reader-labels.ts'

/** What a document is, who published it and when, and which snapshot it's shown from. */
export function formatParticulars(document: Document, { version, documents }: OpenDocuments, language: Language): Html {
  const words = readerLabels[language]
  const translated = document.translationOf === undefined ? undefined : documents.get(document.translationOf)
  return html`<dl class="particulars">
<div><dt>${words.documentKind}</dt><dd>${labels[language].kinds[document.kind]}</dd></div>
<div><dt>${words.documentStatus}</dt><dd>${nameStatus(document.status, language)}</dd></div>
<div><dt>${words.publisher}</dt><dd lang="${document.language}">${document.publisher}</dd></div>
<div><dt>${words.published}</dt><dd>${formatCalendars(document.published, language)}</dd></div>
<div><dt>${words.documentLanguage}</dt><dd>${nameLanguage(document.language, language)}</dd></div>
${translated && html`<div><dt>${words.translationOf}</dt><dd lang="${translated.language}"><a href="${readerAddress(translated.id, language)}">${translated.title}</a></dd></div>`}
<div><dt>${labels[language].officialPublication}</dt><dd>${formatWebLink(document.url, document.url)}</dd></div>
<div><dt>${words.snapshot}</dt><dd><code>${version}</code></dd></div>
</dl>`
}

function nameStatus(status: string, language: Language): string {
  const { documentStatuses } = readerLabels[language]
  return (Object.hasOwn(documentStatuses, status) && documentStatuses[status]) || status
}

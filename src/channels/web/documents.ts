import { html } from 'hono/html'
import type { Document, Language, Span } from '../../vocabulary.ts'
import { formatDate, formatWebLink, type Html, nameLanguage } from './format.ts'
import { labels } from './labels.ts'

/** The list of what answers rest on. */
export function formatDocuments(documents: ReadonlyMap<string, Document>, language: Language): Html {
  const words = labels[language]
  return html`<main class="documents">
<h1>${words.documents}</h1>
<p>${documents.size > 0 ? words.documentsIntroduction : words.noDocuments}</p>
<ul>${Array.from(
    documents.values(),
    (document) => html`<li>
<h2 lang="${document.language}"><a href="${readerAddress(document.id, language)}">${document.title}</a></h2>
${formatParticulars(document, documents, language)}
</li>`,
  )}</ul>
<p class="links"><a href="/?lang=${language}">${words.backToQuestions}</a></p>
</main>`
}

/** One stored document, with `quote` marked in it. */
export function formatDocument(
  document: Document,
  documents: ReadonlyMap<string, Document>,
  language: Language,
  quote: Span | undefined,
): Html {
  const words = labels[language]
  return html`<main class="reader">
<h1 lang="${document.language}">${document.title}</h1>
${formatParticulars(document, documents, language)}
<div class="text" lang="${document.language}">${formatText(document.text, quote)}</div>
<p class="links"><a href="/sources?lang=${language}">${words.backToDocuments}</a> <a href="/?lang=${language}">${words.backToQuestions}</a></p>
</main>`
}

export function formatNoSuchDocument(language: Language): Html {
  const words = labels[language]
  return html`<main class="reader">
<h1>${words.noSuchDocument}</h1>
<p class="links"><a href="/sources?lang=${language}">${words.backToDocuments}</a> <a href="/?lang=${language}">${words.backToQuestions}</a></p>
</main>`
}

/** The span that an address names; undefined when it isn't one of `text`, or would cut a character in two. */
export function parseSpan(start: string | undefined, end: string | undefined, text: string): Span | undefined {
  if (!/^\d{1,9}$/u.test(start ?? '') || !/^\d{1,9}$/u.test(end ?? '')) return undefined
  const span = { start: Number(start), end: Number(end) }
  if (span.start >= span.end || span.end > text.length) return undefined
  return text.slice(span.start, span.end).isWellFormed() ? span : undefined
}

function readerAddress(documentId: string, language: Language): string {
  return `/sources/${encodeURIComponent(documentId)}?lang=${language}`
}

function formatParticulars(document: Document, documents: ReadonlyMap<string, Document>, language: Language): Html {
  const words = labels[language]
  const translated = document.translationOf === undefined ? undefined : documents.get(document.translationOf)
  return html`<dl class="particulars">
<dt>${words.documentStatus}</dt><dd>${words.kinds[document.kind]} · ${Object.hasOwn(words.documentStatuses, document.status) ? words.documentStatuses[document.status] : document.status}</dd>
<dt>${words.publisher}</dt><dd lang="${document.language}">${document.publisher}</dd>
<dt>${words.published}</dt><dd>${formatDate(document.published, language)}</dd>
<dt>${words.documentLanguage}</dt><dd>${nameLanguage(document.language, language)}</dd>
${translated && html`<dt>${words.translationOf}</dt><dd lang="${translated.language}"><a href="${readerAddress(translated.id, language)}">${translated.title}</a></dd>`}
<dt>${words.officialPublication}</dt><dd>${formatWebLink(document.url, document.url)}</dd>
</dl>`
}

/** Line by line, so that a heading looks like one while every shown character keeps its offset. */
function formatText(text: string, quote: Span | undefined): Html[] {
  let marked = false
  return Array.from(text.matchAll(/[^\r\n]+/gu), (match) => {
    const line = match[0]
    const { element, before, after } = dressing(line)
    const start = match.index + before
    const end = match.index + line.length - after
    const from = quote ? Math.max(start, quote.start) : end
    const to = quote ? Math.min(end, quote.end) : end
    if (from >= to) return wrap(element, html`${text.slice(start, end)}`)
    const mark = marked
      ? html`<mark>${text.slice(from, to)}</mark>`
      : html`<mark id="quote" tabindex="-1">${text.slice(from, to)}</mark>`
    marked = true
    return wrap(element, html`${text.slice(start, from)}${mark}${text.slice(to, end)}`)
  })
}

type LineElement = 'h2' | 'h3' | 'blockquote' | 'p'

/** What a line is, and how many units of Markdown's own signs stand before and after its words. */
function dressing(line: string): { element: LineElement; before: number; after: number } {
  const heading = /^(#{1,6})\s+/u.exec(line)
  if (heading) {
    const anchor = /\s*\{#[^{}]*\}\s*$/u.exec(line)
    return { element: heading[1] === '###' ? 'h3' : 'h2', before: heading[0].length, after: anchor?.[0].length ?? 0 }
  }
  const quotation = /^>\s*/u.exec(line)
  return quotation
    ? { element: 'blockquote', before: quotation[0].length, after: 0 }
    : { element: 'p', before: 0, after: 0 }
}

function wrap(element: LineElement, content: Html): Html {
  switch (element) {
    case 'h2':
      return html`<h2>${content}</h2>`
    case 'h3':
      return html`<h3>${content}</h3>`
    case 'blockquote':
      return html`<blockquote>${content}</blockquote>`
    case 'p':
      return html`<p>${content}</p>`
  }
}

import { html } from 'hono/html'
import type { Document, Language, Passage, Span } from '../../vocabulary.ts'
import { type ClauseFamily, findFamily, formatClause, formatClauses, formatIntroduction } from './clauses-view.ts'
import { formatContents } from './contents.ts'
import { formatText, linesAround, linesOf, type Marking } from './document-text.ts'
import type { Html } from './format.ts'
import { labels } from './labels.ts'
import type { FoundDocument } from './locate-quote.ts'
import { formatParticulars } from './particulars.ts'
import { formatQuoteNotice } from './quote-notice.ts'
import { readerAddress } from './reader-address.ts'
import { readerLabels } from './reader-labels.ts'
import { formatShare } from './share.ts'
import type { OpenIndex } from './sources-page.ts'

export interface ReaderView {
  index: OpenIndex
  /** Of the interface. */
  language: Language
  /** Of what is read. On a page it's whole, to be shared. */
  address: string
}

/** One stored document with the quoted words marked, and what is to be said of them. */
export function formatReader(found: FoundDocument, view: ReaderView): Html {
  const { document } = found
  const { index, language } = view
  const words = readerLabels[language]
  const marked = markedWords(found)
  const family = clausesToShow(found, index, marked)
  const share = formatShare(
    document,
    { quote: quotedWords(found), address: view.address },
    language,
    family === undefined,
  )
  return html`<main class="reader ${family ? 'wide' : 'prose'}">
<p class="links"><a href="/sources?lang=${language}">← ${words.backToDocuments}</a></p>
<h1 lang="${document.language}">${document.title}</h1>
${formatQuoteNotice(found, language)}
<div class="columns">
<div class="body">${
    family
      ? formatClauses(family, { language, index, ...(marked && { quote: marked, share }) })
      : html`<div class="text" lang="${document.language}">${formatText(document.text, marked)}</div>`
  }</div>
<aside class="side">
${family && html`<nav aria-labelledby="contents"><h2 id="contents">${words.contents}</h2>${formatContents(document, index.passages, language)}</nav>`}
<section aria-labelledby="about"><h2 id="about">${words.about}</h2>${formatParticulars(document, { ...index, version: found.version }, language)}</section>
${!(family && marked) && share}
</aside>
</div>
</main>`
}

/** A document as it was when it was quoted. */
export function formatEarlier(earlier: Document, quote: Span, version: string, view: ReaderView): Html {
  const { index, language } = view
  const words = readerLabels[language]
  return html`<main class="reader prose">
<p class="links"><a href="/sources?lang=${language}">← ${words.backToDocuments}</a></p>
<h1 lang="${earlier.language}">${earlier.title}</h1>
<div class="notice changed"><p><b>${words.shownThen}</b></p>
<p class="links"><a href="${readerAddress(earlier.id, language)}">${words.readNow}</a></p></div>
<div class="columns">
<div class="body"><div class="text" lang="${earlier.language}">${formatText(earlier.text, { span: quote, id: 'quote' })}</div></div>
<aside class="side"><section aria-labelledby="about"><h2 id="about">${words.about}</h2>${formatParticulars(earlier, { ...index, version }, language)}</section></aside>
</div>
</main>`
}

/** The quoted words with what stands around them: a fragment, to be shown beside an answer. */
export function formatQuotedPassage(found: FoundDocument, view: ReaderView): Html {
  const { document } = found
  const { index, language } = view
  const marked = markedWords(found)
  const family = clausesToShow(found, index, marked)
  const clause = marked && family && clauseAt(index.passages, document, marked.span)
  const lines = marked ? linesAround(document.text, marked.span) : linesOf(document.text)
  return html`<section class="passage">
<h3 lang="${document.language}">${document.title}</h3>
${formatQuoteNotice(found, language)}
${
  clause && family
    ? html`${formatIntroduction(alone(family))}${formatClause(clause, alone(family), { language, index, quote: marked })}`
    : html`<div class="text" lang="${document.language}">${formatText(document.text, marked, lines)}</div>`
}
<p class="links"><a href="${view.address}">${labels[language].readInDocument}</a></p>
</section>`
}

/** The words that are marked in the document as it's shown. When they were reworded, the address leads to where both wordings are. */
function markedWords({ quote }: FoundDocument): Marking | undefined {
  if (quote === undefined || quote.kind === 'missing') return undefined
  if (quote.kind !== 'changed') return { span: quote.span, id: 'quote' }
  const { now } = quote
  return now.kind === 'gone' ? undefined : { span: now.span, id: now.kind === 'same' ? 'quote' : 'present' }
}

/** The words to cite: only what the document is known to say. */
function quotedWords({ quote, document }: FoundDocument): string | undefined {
  const isSame = quote?.kind === 'current' || (quote?.kind === 'changed' && quote.now.kind === 'same')
  if (!isSame) return undefined
  const { start, end } = quote.kind === 'current' ? quote.span : quote.then
  return (quote.kind === 'current' ? document : quote.earlier).text.slice(start, end)
}

/** Clauses are shown as such when all that is to be marked lies within one; else the text is shown as it's stored. */
function clausesToShow(found: FoundDocument, index: OpenIndex, marked: Marking | undefined): ClauseFamily | undefined {
  const { document, isRemoved } = found
  if (isRemoved || (marked && !clauseAt(index.passages, document, marked.span))) return undefined
  return findFamily(document, index.documents, index.passages)
}

function clauseAt(passages: readonly Passage[], document: Document, span: Span): Passage | undefined {
  return passages.find(
    ({ documentId, clause, start, end }) =>
      documentId === document.id && clause !== undefined && start <= span.start && span.end <= end,
  )
}

/** Only the version that is read. */
function alone(family: ClauseFamily): ClauseFamily {
  return { ...family, versions: family.versions.filter(({ document }) => document === family.document) }
}

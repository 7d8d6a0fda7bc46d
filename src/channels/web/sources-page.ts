import { html } from 'hono/html'
import type { Document, Language, Passage } from '../../vocabulary.ts'
import { formatContents } from './contents.ts'
import type { Html } from './format.ts'
import { labels } from './labels.ts'
import type { OpenDocuments } from './locate-quote.ts'
import { formatParticulars } from './particulars.ts'
import { readerAddress } from './reader-address.ts'
import { readerLabels } from './reader-labels.ts'
import { readTimeline } from './timeline.ts'
import { formatTimeline } from './timeline-drawing.ts'

/** The index in use, as far as pages show it. */
export interface OpenIndex extends OpenDocuments {
  passages: readonly Passage[]
}

/** All that answers rest on: the documents, and of the agreement its events and its clauses. */
export function formatSources(index: OpenIndex | undefined, language: Language): Html {
  const words = readerLabels[language]
  const clauses = index && clausesIn(index, language)
  return html`<main class="wide documents">
<h1>${labels[language].documents}</h1>
<p class="lead">${index ? words.documentsIntroduction : words.noDocuments}</p>
${index && html`<ul class="cards">${originalsFirst(index.documents).map((document) => formatCard(document, index, language))}</ul>`}
${index && clauses && formatAgreement(clauses, index, language)}
<p class="links"><a href="/?lang=${language}">${labels[language].backToQuestions}</a></p>
</main>`
}

function formatCard(document: Document, index: OpenIndex, language: Language): Html {
  return html`<li>
<h2 lang="${document.language}"><a href="${readerAddress(document.id, language)}">${document.title}</a></h2>
${formatParticulars(document, index, language)}
</li>`
}

function formatAgreement(document: Document, { passages, version }: OpenIndex, language: Language): Html {
  const words = readerLabels[language]
  const events = readTimeline(document, passages)
  return html`${
    events.length > 0 &&
    html`<section class="events-of"><h2>${words.timeline}</h2>
${formatTimeline(events, { document, version }, language)}</section>`
  }
<section><h2>${words.agreement}</h2>
${formatContents(document, passages, language)}</section>`
}

function originalsFirst(documents: ReadonlyMap<string, Document>): Document[] {
  const isTranslation = ({ translationOf }: Document) => Number(translationOf !== undefined)
  return [...documents.values()].sort((one, other) => isTranslation(one) - isTranslation(other))
}

/** The clauses in this language, or else in any. */
function clausesIn({ documents, passages }: OpenIndex, language: Language): Document | undefined {
  const ids = new Set(passages.filter(({ clause }) => clause !== undefined).map(({ documentId }) => documentId))
  const withClauses = [...documents.values()].filter(({ id }) => ids.has(id))
  return withClauses.find((document) => document.language === language) ?? withClauses[0]
}

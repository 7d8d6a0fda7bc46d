import { html } from 'hono/html'
import { languageNames } from '../../conversation/answer-words.ts'
import { writeDate } from '../../text/calendar.ts'
import { detectLanguage } from '../../text/language.ts'
import type { Answer, Language, Note, Quotation, Source } from '../../vocabulary.ts'
import { readIsoDate } from './calendars.ts'
import { type Labels, labels } from './labels.ts'
import { readerAddress } from './reader-address.ts'

/** Escaped markup: `html` escapes whatever isn't markup already. */
export type Html = ReturnType<typeof html>

const wordJoiner = '\u2060'

/** One turn of the thread: the question and its answer. `language` is the interface's. */
export function formatTurn(answer: Answer, language: Language): Html {
  const words = labels[language]
  const premises = answer.notes.filter((note) => note.kind === 'premise')
  // A note that says what is missing says more than the status.
  const saysMissing = answer.notes.some(({ kind }) => kind === 'nearest')
  const otherNotes = answer.notes.filter((note) => note.kind !== 'premise')
  const asked = detectLanguage(answer.question)
  return html`<article class="turn">
<h2 class="question" lang="${asked.known && asked.language}">${answer.question}</h2>
<div class="answer">
${answer.status !== 'answered' && !saysMissing && html`<p class="status">${words.statuses[answer.status]}</p>`}
${premises.map((note) => formatNote(note, answer, words))}
${answer.statements.map(({ text, citations }) => html`<p class="statement" lang="${answer.language}">${text}${formatCitations(citations, answer, words)}</p>`)}
${otherNotes.map((note) => formatNote(note, answer, words))}
${answer.sources.length > 0 && formatCitedSources(answer, language)}
${formatSuggestions(answer.suggestions, answer.language, words.askNext, language)}
${formatFooter(answer, language)}
</div>
</article>`
}

/** A turn whose answer is being written. What comes bit by bit isn't announced: the whole turn is, when it takes this one's place. */
export function formatPendingTurn(language: Language): Html {
  const words = labels[language]
  return html`<article class="turn">
<h2 class="question"></h2>
<div class="answer">
<p class="pending searching">${words.searching}</p>
<div class="written" aria-live="off" hidden><p class="pending">${words.writing}</p></div>
</div>
</article>`
}

/** A turn that has no answer: what went wrong, in words. */
export function formatFailedTurn(question: string, message: string): Html {
  return html`<article class="turn">
<h2 class="question">${question}</h2>
<div class="answer"><p class="status" role="alert">${message}</p></div>
</article>`
}

/** Questions as buttons. Without script, each is the submit button of a plain form. */
export function formatSuggestions(questions: string[], spoken: Language, title: string, language: Language): Html | '' {
  if (questions.length === 0) return ''
  return html`<form class="suggestions" action="/" method="get" aria-label="${title}" data-ask>
<p class="label">${title}</p>
<input type="hidden" name="lang" value="${language}">
${questions.map((question) => html`<button name="question" value="${question}" lang="${spoken}">${question}</button>`)}
</form>`
}

export function formatDate(isoDate: string, language: Language): Html {
  const date = readIsoDate(isoDate)
  return html`<time datetime="${isoDate}">${date ? writeDate(date, language) : isoDate}</time>`
}

/** The name of one language in another. */
export function nameLanguage(named: Language, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(named) ?? named
}

/** A link only when the address is of the web: never `javascript:` and the like. */
export function formatWebLink(url: string, text: string): Html {
  return /^https?:\/\//iu.test(url)
    ? html`<a href="${url}" rel="noopener noreferrer">${text}</a>`
    : html`${text}: ${url}`
}

function formatNote({ kind, text, citations }: Note, answer: Answer, words: Labels): Html {
  const isRefusal = kind === 'nearest' && answer.status === 'off-topic'
  return html`<div class="note ${kind}" role="note"><p class="label">${isRefusal ? words.statuses['off-topic'] : words.notes[kind]}</p>
<p lang="${answer.language}">${text}${formatCitations(citations, answer, words)}</p></div>`
}

function formatCitations(citations: number[], answer: Answer, words: Labels): Html[] {
  return citations.map((number) => {
    const target = encodeURIComponent(sourceElementId(answer, number))
    return html`${wordJoiner}<a class="citation" href="#${target}" aria-label="${words.source} ${number}">[${number}]</a>`
  })
}

function sourceElementId(answer: Answer, number: number): string {
  return `source-${answer.id}-${number}`
}

function formatCitedSources(answer: Answer, language: Language): Html {
  return html`<section class="sources" aria-live="off"><h3>${labels[language].sources}</h3>
<ol>${answer.sources.map((source) => formatSource(source, answer, language))}</ol></section>`
}

function formatSource(source: Source, answer: Answer, language: Language): Html {
  const words = labels[language]
  const { original } = source
  const publication = formatWebLink(source.url, words.officialPublication)
  return html`<li id="${sourceElementId(answer, source.number)}" tabindex="-1">
<p class="title"><span class="number">[${source.number}]</span> <cite lang="${source.language}">${source.documentTitle}</cite></p>
<p class="about">${words.kinds[source.kind]} · ${formatDate(source.published, language)}${source.clause && html` · ${words.clause} <code>${source.clause}</code>`}</p>
${formatQuotation(source, answer.indexVersion, language, original ? '' : publication)}
${original && html`<p class="label">${words.originalWords} (${nameLanguage(original.language, language)})</p>${formatQuotation(original, answer.indexVersion, language, publication)}`}
</li>`
}

function formatQuotation(quotation: Quotation, version: string, language: Language, publication: Html | ''): Html {
  const { documentId, start, end } = quotation
  const address = readerAddress(documentId, language, { span: { start, end }, version })
  return html`<blockquote lang="${quotation.language}">${quotation.quote}</blockquote>
<p class="links"><a class="read" href="${address}">${labels[language].readInDocument}</a> ${publication}</p>`
}

function formatFooter(answer: Answer, language: Language): Html {
  const words = labels[language]
  const others = (Object.keys(languageNames) as Language[]).filter((other) => other !== answer.language)
  return html`<footer>
<form class="answer-in" action="/" method="get" data-ask>
<input type="hidden" name="lang" value="${language}"><input type="hidden" name="question" value="${answer.question}">
<span>${words.answerIn}</span>
${others.map((other) => html`<button name="language" value="${other}" lang="${other}">${languageNames[other]}</button>`)}
</form>
<p>${answer.sources.length > 0 && `${words.modes[answer.mode]} · `}${words.receipt} <code>${answer.id}</code></p>
</footer>`
}

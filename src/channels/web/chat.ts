import { html } from 'hono/html'
import { longestQuestion } from '../../text/question-text.ts'
import type { Language } from '../../vocabulary.ts'
import { formatFailedTurn, formatPendingTurn, formatSuggestions, type Html } from './format.ts'
import { labels } from './labels.ts'

export interface ChatOptions {
  language: Language
  suggestions: string[]
  /** The turn that was asked for without script. */
  turn?: Html
}

/** A character as people count them takes up to so many units in Thai and Japanese; the browser counts those, and cuts silently. */
const MOST_UNITS = 3 * longestQuestion

/** The chat page's content. It is a plain form; the script only saves the reload. */
export function formatChat({ language, suggestions, turn }: ChatOptions): Html {
  const words = labels[language]
  return html`<main class="chat">
<section class="welcome">
<h1>${words.agreement}</h1>
<p>${words.introduction}</p>
${turn === undefined && formatSuggestions(suggestions, language, words.tryAsking, language)}
</section>
<div id="thread" role="log" aria-label="${words.thread}">${turn}</div>
<form id="ask" class="composer" action="/" method="get" data-ask>
<input type="hidden" name="lang" value="${language}">
<label for="question">${words.question}</label>
<a class="restart" href="/?lang=${language}">${words.newConversation}</a>
<textarea id="question" name="question" rows="1" required maxlength="${MOST_UNITS}" placeholder="${words.placeholder}" autocomplete="off" enterkeyhint="send"></textarea>
<button>${words.ask}</button>
</form>
<template id="pending">${formatPendingTurn(language)}</template>
<template id="failed">${formatFailedTurn('', words.failed)}</template>
<template id="too-long">${formatFailedTurn('', words.tooLong)}</template>
<template id="limited">${formatFailedTurn('', words.tooMany)}</template>
</main>
<dialog id="beside" class="beside" aria-labelledby="beside-title">
<div class="bar"><h2 id="beside-title" tabindex="-1">${words.source}</h2><form method="dialog"><button class="close">${words.close}</button></form></div>
<div class="passages"></div>
<template><p class="pending">${words.searching}</p></template>
</dialog>`
}

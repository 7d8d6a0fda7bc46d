import { html } from 'hono/html'
import { longestQuestion } from '../../text/question-text.ts'
import type { Language } from '../../vocabulary.ts'
import { formatFailedTurn, formatPendingTurn, formatSuggestions, type Html } from './format.ts'
import { labels, languageNames } from './labels.ts'

export interface PageOptions {
  language: Language
  title: string
  /** The address's query, so that switching the language keeps it. */
  query: Record<string, string>
  /** Which style it has beside the common one; the chat has a script, too. */
  kind: 'chat' | 'documents'
}

/** The whole page around `content`. Every style and script is a file of ours: the content security policy forbids inline ones. */
export function formatPage({ language, title, query, kind }: PageOptions, content: Html): Html {
  const words = labels[language]
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/page.css">
<link rel="stylesheet" href="/assets/${kind}.css">
${
  kind === 'chat' &&
  html`<link rel="modulepreload" href="/assets/event-stream.js">
<script type="module" src="/assets/chat.js"></script>`
}
</head>
<body>
<header class="top">
<a class="brand" href="/?lang=${language}">Accord</a>
<nav><a href="/sources?lang=${language}">${words.documents}</a></nav>
<nav class="languages" aria-label="${words.interfaceLanguage}">
${(Object.keys(languageNames) as Language[]).map((other) => formatLanguageLink(other, language, query))}
</nav>
</header>
${content}
</body>
</html>`
}

function formatLanguageLink(other: Language, current: Language, query: Record<string, string>): Html {
  // Relative, so that no path of a request ever becomes part of a link.
  const address = `?${new URLSearchParams({ ...query, lang: other })}`
  return html`<a href="${address}" lang="${other}" hreflang="${other}"${other === current && html` aria-current="true"`}>${languageNames[other]}</a>`
}

export interface ChatOptions {
  language: Language
  suggestions: string[]
  /** The turn that was asked for without script. */
  turn?: Html
}

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
<textarea id="question" name="question" rows="1" required maxlength="${longestQuestion}" placeholder="${words.placeholder}" autocomplete="off" enterkeyhint="send"></textarea>
<button>${words.ask}</button>
</form>
<template id="pending">${formatPendingTurn(language)}</template>
<template id="failed">${formatFailedTurn('', words.failed)}</template>
</main>`
}

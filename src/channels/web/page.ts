import { html } from 'hono/html'
import { languageNames } from '../../conversation/answer-words.ts'
import type { Language } from '../../vocabulary.ts'
import type { Assets } from './assets.ts'
import type { Html } from './format.ts'
import { labels } from './labels.ts'

export interface PageOptions {
  assets: Assets
  language: Language
  title: string
  /** The address's query, so that switching the language keeps it. */
  query: Record<string, string>
  /** The address's fragment with its `#`, so that switching the language leads to the same place. */
  fragment?: string
  script: keyof typeof MODULES
}

/** What each script imports, so that the browser needn't read it first. */
const MODULES = { 'chat.js': ['event-stream.js', 'beside.js'], 'reader.js': [] } as const

/** The whole page around `content`. Every style and script is a file of ours: the content security policy forbids inline ones. */
export function formatPage(options: PageOptions, content: Html): Html {
  const { assets, language, title, script } = options
  const words = labels[language]
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${title}</title>
<link rel="stylesheet" href="${assets.address('site.css')}">
<link rel="icon" href="${assets.icon}">
${MODULES[script].map((name) => html`<link rel="modulepreload" href="${assets.address(name)}">`)}
<script type="module" src="${assets.address(script)}"></script>
</head>
<body>
<header class="top">
<a class="brand" href="/?lang=${language}">Accord</a>
<nav aria-label="Accord"><a href="/sources?lang=${language}">${words.documents}</a></nav>
<nav class="languages" aria-label="${words.interfaceLanguage}">
${(Object.keys(languageNames) as Language[]).map((other) => formatLanguageLink(other, options))}
</nav>
</header>
${content}
</body>
</html>`
}

/** The whole page for who can't be given the one that they asked for: why, and where to go on. */
export function formatRefusalPage(
  message: string,
  { assets, language }: Pick<PageOptions, 'assets' | 'language'>,
): Html {
  const words = labels[language]
  const content = html`<main class="prose">
<h1>${message}</h1>
<p class="links"><a href="/?lang=${language}">${words.backToQuestions}</a> <a href="/sources?lang=${language}">${words.documents}</a></p>
</main>`
  return formatPage({ assets, language, title: 'Accord', query: {}, script: 'reader.js' }, content)
}

function formatLanguageLink(other: Language, { language, query, fragment = '' }: PageOptions): Html {
  // Relative, so that no path of a request ever becomes part of a link.
  const address = `?${new URLSearchParams({ ...query, lang: other })}${fragment}`
  return html`<a href="${address}" lang="${other}" hreflang="${other}"${other === language && html` aria-current="true"`}>${languageNames[other]}</a>`
}

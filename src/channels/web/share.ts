import { html } from 'hono/html'
import type { Document, Language } from '../../vocabulary.ts'
import { type CitationStyle, citeAs } from './cite-as.ts'
import type { Html } from './format.ts'
import { readerLabels } from './reader-labels.ts'

/** The address and the citations as text that one tap selects whole; the script adds what copies them. */
export function formatShare(
  document: Document,
  { quote, address }: { quote: string | undefined; address: string },
  language: Language,
  isOpen: boolean,
): Html {
  const words = readerLabels[language]
  const citations = citeAs(document, quote, address)
  const styles = Object.keys(words.styles) as CitationStyle[]
  return html`<details class="share"${isOpen && html` open`} data-copy="${words.copy}" data-copied="${words.copied}">
<summary>${words.share}</summary>
<p class="label">${words.link}</p><p class="copied-text">${address}</p>
${styles.map((style) => html`<p class="label">${words.styles[style]}</p><p class="copied-text" lang="${document.language}">${citations[style]}</p>`)}
</details>`
}

import { html } from 'hono/html'
import type { Document, Language, Passage } from '../../vocabulary.ts'
import type { Html } from './format.ts'
import { clauseAddress } from './reader-address.ts'

/** A document's groups and clauses, each a link to where it's read: the agreement's table of contents. */
export function formatContents(document: Document, passages: readonly Passage[], language: Language): Html {
  const clauses = passages.filter(({ documentId, clause }) => documentId === document.id && clause !== undefined)
  const groups = Map.groupBy(clauses, ({ group }) => group)
  return html`<ol class="contents" lang="${document.language}">${Array.from(
    groups.values(),
    (members) => html`<li><p class="group-name">${members[0]?.headings.at(-2)}</p>
<ol>${members.map(({ clause = '', headings }) => html`<li><a href="${clauseAddress(document.id, language, clause)}">${headings.at(-1)}</a></li>`)}</ol></li>`,
  )}</ol>`
}

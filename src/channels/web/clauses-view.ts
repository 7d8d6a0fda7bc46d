import { html } from 'hono/html'
import { languageNames } from '../../conversation/answer-words.ts'
import type { Document, Language, Passage, Proof, Sentence } from '../../vocabulary.ts'
import { formatMarked, type Marking, overlaps } from './document-text.ts'
import { formatDate, formatWebLink, type Html } from './format.ts'
import type { OpenDocuments } from './locate-quote.ts'
import { clauseElementId, readerAddress } from './reader-address.ts'
import { readerLabels } from './reader-labels.ts'

/** Documents with the same clauses, each in a language of its own, and what is stored of each. */
export interface ClauseFamily {
  /** The one that is read. */
  document: Document
  versions: ClauseVersion[]
}

export interface ClauseVersion {
  document: Document
  passages: ReadonlyMap<string, Passage>
}

export interface ClausesView {
  index: OpenDocuments
  /** Of the interface. */
  language: Language
  quote?: Marking
  /** By which the quoted words are shared; shown with them. */
  share?: Html
}

/** The document with those in other languages that have clauses of its; undefined when it has none itself. */
export function findFamily(
  document: Document,
  documents: ReadonlyMap<string, Document>,
  passages: readonly Passage[],
): ClauseFamily | undefined {
  const clausesOf = Map.groupBy(
    passages.filter(({ clause }) => clause !== undefined),
    ({ documentId }) => documentId,
  )
  const own = new Set(clausesOf.get(document.id)?.map(({ clause }) => clause))
  if (own.size === 0) return undefined
  const versions = (Object.keys(languageNames) as Language[]).flatMap((language) => {
    const inLanguage = [document, ...documents.values()].find(
      (other) => other.language === language && clausesOf.get(other.id)?.some(({ clause }) => own.has(clause)),
    )
    if (inLanguage === undefined) return []
    const members = clausesOf.get(inLanguage.id) ?? []
    return [{ document: inLanguage, passages: new Map(members.map((passage) => [passage.clause ?? '', passage])) }]
  })
  return { document, versions }
}

/** Every clause in every language: side by side where there's room, else one at a time, chosen without script. */
export function formatClauses(family: ClauseFamily, view: ClausesView): Html {
  const { document, versions } = family
  const words = readerLabels[view.language]
  const own = versions.find((version) => version.document === document)
  const groups = Map.groupBy(own?.passages.values() ?? [], ({ group }) => group)
  return html`<div class="parallel">
${versions.map(({ document: { language } }) => html`<input type="radio" class="choice" name="shown" id="shown-${language}" autocomplete="off"${language === document.language && html` checked`}>`)}
<div class="tabs" role="group" aria-label="${words.shownLanguage}">${versions.map(({ document: { language } }) => html`<label for="shown-${language}" lang="${language}">${languageNames[language]}</label>`)}</div>
<div class="clauses">
${formatIntroduction(family)}
${Array.from(
  groups.values(),
  (members) => html`<section class="group">
<h2 lang="${document.language}">${members[0]?.headings.at(-2)}</h2>
${members[0]?.examples && html`<p class="examples">${words.examples}</p>`}
${members.map((passage) => formatClause(passage, family, view))}
</section>`,
)}</div>
</div>`
}

/** What each document says of itself before its first clause: that it summarises. */
export function formatIntroduction({ versions }: ClauseFamily): Html {
  return html`<div class="notice versions">${versions.map(({ document }) => {
    const introduction = document.text.split(/^#/mu, 1)[0]?.trim()
    return introduction && html`<p class="version ${document.language}" lang="${document.language}">${introduction}</p>`
  })}</div>`
}

/** One clause in every language with its proof. */
export function formatClause(passage: Passage, { document, versions }: ClauseFamily, view: ClausesView): Html {
  const { clause = '' } = passage
  const isQuoted = view.quote !== undefined && overlaps(passage, view.quote.span)
  return html`<section class="clause${isQuoted && ' quoted'}" id="${clauseElementId(clause)}">
<div class="versions">${versions.map((version) => {
    const inLanguage = version.passages.get(clause)
    const { language } = version.document
    const quote = version.document === document ? view.quote : undefined
    return html`<div class="version ${language}" lang="${language}">${inLanguage && formatVersion(inLanguage, version.document, quote)}</div>`
  })}</div>
${formatProofs(passage.sentences ?? [], document, view)}
${isQuoted && view.share}
</section>`
}

function formatVersion(passage: Passage, { text }: Document, quote: Marking | undefined): Html {
  const firstMarked = quote && passage.sentences?.findIndex((sentence) => overlaps(sentence, quote.span))
  return html`<h3>${passage.headings.at(-1)}</h3>
${passage.sentences?.map((sentence, at) => html`<p>${formatMarked(text, sentence, quote && (at === firstMarked ? quote : { span: quote.span }))}</p>`)}`
}

function formatProofs(sentences: readonly Sentence[], document: Document, view: ClausesView): Html {
  const words = readerLabels[view.language]
  const proven = new Map<string, { proof: Proof; numbers: number[] }>()
  for (const [at, { proofs }] of sentences.entries()) {
    for (const proof of proofs) {
      const key = JSON.stringify(proof)
      const known = proven.get(key) ?? { proof, numbers: [] }
      known.numbers.push(at + 1)
      proven.set(key, known)
    }
  }
  return html`<div class="proofs">${document.kind === 'clauses' && html`<p class="standing">${words.documentStatuses.summary}</p>`}
<p class="label">${words.proof}</p>
<ul>${Array.from(
    proven.values(),
    ({ proof, numbers }) => html`<li>
${sentences.length > 1 && html`<span class="of">${words.sentence} ${numbers.join(', ')}</span>`}
${formatProof(proof, document, view)}
</li>`,
  )}</ul></div>`
}

function formatProof(proof: Proof, document: Document, { index, language }: ClausesView): Html {
  if (proof.kind === 'address') {
    return html`<span>${readerLabels[language].notStored}: ${formatWebLink(proof.url, proof.url)} (${formatDate(proof.published, language)})</span>`
  }
  const source = index.documents.get(proof.documentId) ?? document
  const address = readerAddress(proof.documentId, language, { span: proof, version: index.version })
  return html`<a href="${address}" lang="${source.language}">${source.text.slice(proof.start, proof.end)}</a>`
}

import { languageNames } from '../../conversation/answer-words.ts'
import type { Lexicon } from '../../text/lexicon.ts'
import type { Document, Language, Passage, TermKind } from '../../vocabulary.ts'
import { type Block, pack, textsOf } from './blocks.ts'
import { escapeLine, webAddress } from './escape.ts'
import { shorten } from './fit.ts'
import { documentLink, formatDate } from './format-source.ts'
import { buildMessage, buildText, type DiscordMessage } from './message.ts'
import { notices } from './notices.ts'
import { words } from './words.ts'

/** What these show of the snapshot in use. */
export interface ReferenceIndex {
  version: string
  manifest: { created: string }
  documents: ReadonlyMap<string, Document>
  passages: readonly Passage[]
}

const titleLength = 200
const mostLinks = 5
/** Of a term, in each language. */
const mostWordings = 12
const DAY = 86_400_000
/** What the agreement speaks of; the rest of the glossary is there to tell questions about other things. */
const OURS: ReadonlySet<TermKind> = new Set<TermKind>([
  'agreement',
  'topic',
  'instrument',
  'side',
  'organisation',
  'person',
  'place',
])

export function formatHelp(language: Language): DiscordMessage {
  return buildText(notices[language].help)
}

/** The documents, with where each was published. */
export function formatSources({ documents }: ReferenceIndex, language: Language, publicUrl?: string): DiscordMessage[] {
  const listed = [...documents.values()].map((document) => ({ document, block: documentBlock(document, language) }))
  const heading: Block = { section: 'answer', text: `**${notices[language].documents}**` }
  const links = [...documents.values()].flatMap((document) => documentLink(document, publicUrl, language) ?? [])
  return pack([heading, ...listed.map(({ block }) => block)]).map((page, at, pages) =>
    buildMessage({ texts: textsOf(page), ...(at === pages.length - 1 && { links: links.slice(0, mostLinks) }) }),
  )
}

function documentBlock(
  { title, kind, language: written, publisher, published, url }: Document,
  language: Language,
): Block {
  const address = webAddress(url)
  const parts = [
    words[language].kinds[kind],
    languageNames[written],
    escapeLine(shorten(publisher, titleLength)),
    formatDate(published, language),
    ...(address === undefined ? [] : [`[${words[language].officialPublication}](<${address}>)`]),
  ]
  return { section: 'answer', text: `**${escapeLine(shorten(title, titleLength))}**\n-# ${parts.join(' · ')}` }
}

/** Which version is in use, how old and how large, and how answers are made. `model`: the language model's name, if any. */
export function formatStatus(
  { version, manifest, documents, passages }: ReferenceIndex,
  language: Language,
  { model, now }: { model?: string; now: number },
): DiscordMessage {
  const { status, age } = notices[language]
  const days = Math.max(0, Math.floor((now - Date.parse(manifest.created)) / DAY))
  const lines = [
    `**${status.title}**`,
    `${status.version}: \`${version.replaceAll('`', '')}\``,
    `${status.made}: ${formatDate(manifest.created, language)} (${age(days)})`,
    `${status.documents}: ${documents.size}`,
    `${status.passages}: ${passages.length}`,
    `${status.mode}: ${model === undefined ? status.extractive : status.generated(escapeLine(shorten(model, titleLength)))}`,
  ]
  return buildText(lines.join('\n'))
}

/** Terms that somebody typed, each in three languages with its other wordings. Undefined when there are none. */
export function formatTerms(typed: string, lexicon: Lexicon, language: Language): DiscordMessage[] | undefined {
  const ids = lexicon.read(typed, { forgiving: true }).terms
  const terms = [...ids].flatMap((id) => lexicon.term(id) ?? []).filter(({ kind }) => OURS.has(kind))
  if (terms.length === 0) return undefined
  const blocks = terms.map((term): Block => {
    const lines = (Object.keys(languageNames) as Language[]).flatMap((each) => {
      const [label, ...others] = term[each]
      if (label === undefined) return []
      const rest = others.slice(0, mostWordings).map((other) => escapeLine(other))
      const also = rest.length === 0 ? '' : `\n-# ${notices[language].alsoWritten}: ${rest.join(', ')}`
      return [`${languageNames[each]}: **${escapeLine(label)}**${also}`]
    })
    return { section: 'answer', text: lines.join('\n') }
  })
  return pack(blocks).map((page) => buildMessage({ texts: textsOf(page) }))
}

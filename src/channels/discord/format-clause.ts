import type { APIButtonComponentWithURL } from 'discord.js'
import { languageNames } from '../../conversation/answer-words.ts'
import type { Document, Language, Passage, Proof, Quotation, Sentence } from '../../vocabulary.ts'
import { type Block, pack, textsOf } from './blocks.ts'
import { escapeLine, escapeText, webAddress } from './escape.ts'
import { fits, splitText } from './fit.ts'
import { formatDate, quoteBlock, readerLink } from './format-source.ts'
import { buildMessage, type DiscordMessage } from './message.ts'
import { notices } from './notices.ts'
import { titleOf } from './suggest.ts'
import { words } from './words.ts'

export interface ClauseSources {
  /** Of the snapshot. */
  version: string
  documents: ReadonlyMap<string, Document>
  passages: readonly Passage[]
}

export interface ClauseFormatOptions {
  /** Of the words around it; its own version comes first. */
  language: Language
  publicUrl?: string
}

/** A clause in every language that it has, sentence by sentence with its proof. Undefined where there's no such clause. */
export function formatClause(
  clause: string,
  { version, documents, passages }: ClauseSources,
  { language, publicUrl }: ClauseFormatOptions,
): DiscordMessage[] | undefined {
  const versions = passages
    .filter((passage) => passage.clause === clause)
    .toSorted((one, other) => Number(other.language === language) - Number(one.language === language))
  if (versions.length === 0) return undefined
  const blocks = [...versions.flatMap(statedIn), ...proofsOf(versions[0]!, documents, language), footOf(language)]
  const links = versions.flatMap(
    (passage, at) => linkTo(passage, at + 1, publicUrl, { language, indexVersion: version }) ?? [],
  )
  return pack(blocks).map((page, at, pages) =>
    buildMessage({ texts: textsOf(page), ...(at === pages.length - 1 && { links }) }),
  )
}

function statedIn(passage: Passage): Block[] {
  const heading = `**${escapeLine(titleOf(passage))}** · ${languageNames[passage.language]}`
  const texts = splitText(passage.text, (piece) => fits([escapeText(piece)])).map(escapeText)
  return [{ section: 'answer', text: heading }, ...texts.map((text): Block => ({ section: 'answer', text }))]
}

/** The same words stand behind each version: they're shown once. */
function proofsOf({ sentences = [] }: Passage, documents: ReadonlyMap<string, Document>, language: Language): Block[] {
  const blocks: Block[] = [{ section: 'sources', text: `**${notices[language].proof}**` }]
  const shown = new Set<string>()
  for (const [at, { proofs }] of sentences.entries()) {
    for (const proof of proofs) {
      for (const text of proofTexts(proof, documents, language)) {
        const numbered = sentences.length > 1 ? `${numberMark(sentences, at)}${text}` : text
        if (shown.has(text)) continue
        shown.add(text)
        blocks.push({ section: 'sources', text: text.startsWith('>') ? text : numbered })
      }
    }
  }
  return blocks.length === 1 ? [] : blocks
}

function numberMark(sentences: readonly Sentence[], at: number): string {
  return `-# ${at + 1}/${sentences.length} · `
}

function proofTexts(proof: Proof, documents: ReadonlyMap<string, Document>, language: Language): string[] {
  if (proof.kind === 'address') return [publication(proof.url, proof.published, language)]
  const document = documents.get(proof.documentId)
  if (document === undefined) return []
  const quote = document.text.slice(proof.start, proof.end)
  const quoted = splitText(quote, (piece) => fits([quoteBlock(piece)])).map(quoteBlock)
  return [`${escapeLine(document.title)} · ${publication(document.url, document.published, language)}`, ...quoted]
}

function publication(url: string, published: string, language: Language): string {
  const address = webAddress(url)
  const date = formatDate(published, language)
  return address === undefined ? date : `${date} · [${words[language].officialPublication}](<${address}>)`
}

function footOf(language: Language): Block {
  return { section: 'foot', text: `-# ${words[language].kinds.clauses}` }
}

function linkTo(
  { documentId, id, language, text, start, end }: Passage,
  number: number,
  publicUrl: string | undefined,
  shown: { language: Language; indexVersion: string },
): APIButtonComponentWithURL | undefined {
  const quotation: Quotation = { documentId, passageId: id, language, quote: text, start, end }
  const link = readerLink(number, quotation, publicUrl, shown)
  return link && { ...link, label: `${languageNames[language]}: ${words[shown.language].readInDocument}` }
}

import type { CheckedClaim, CheckedText } from '../../conversation/check-text.ts'
import type { Language, Source } from '../../vocabulary.ts'
import { type Block, pack, sourceBlocks, textsOf } from './blocks.ts'
import { escapeText } from './escape.ts'
import { fits, splitText } from './fit.ts'
import { formatNotice } from './format.ts'
import { quoteBlock, readerLink } from './format-source.ts'
import { buildMessage, type DiscordMessage } from './message.ts'
import { notices } from './notices.ts'

const linksPerMessage = 10

/** A colleague's text, claim by claim, each with what the documents say of it: verdicts are rules', and rules can be fooled. */
export function formatCheck(
  { claims, sources, unchecked, indexVersion }: CheckedText,
  language: Language,
  publicUrl?: string,
): DiscordMessage[] {
  const { check, noText } = notices[language]
  if (claims.length === 0) return [formatNotice(noText)]
  const blocks: Block[] = [
    { section: 'answer', text: `**${check.title}**` },
    ...claims.flatMap((claim) => claimBlocks(claim, sources, language)),
    ...sourceBlocks({ sources, language }).flatMap((block) => [block, ...originalBlocks(block.source!)]),
    ...(unchecked > 0 ? [{ section: 'foot' as const, text: `-# ${check.notChecked(unchecked)}` }] : []),
    { section: 'foot', text: `-# ${check.limit}` },
  ]
  return pack(blocks).map((page) =>
    buildMessage({ texts: textsOf(page), links: linksOf(page, publicUrl, { language, indexVersion }) }),
  )
}

/** What was claimed, what became of it, and the documents' own words to hold it against. */
function claimBlocks(
  { text, verdict, citations }: CheckedClaim,
  sources: readonly Source[],
  language: Language,
): Block[] {
  const marks = citations.map((number) => `[${number}]`).join('')
  const head = `**${notices[language].check[verdict]}** ${marks}`.trim()
  const quotes = verdict === 'verbatim' ? [] : sources.filter(({ number }) => citations.includes(number))
  const block = (shown: string): Block => ({ section: 'answer', text: shown })
  const claimed = piecesOf(text, (piece) => `${escapeText(piece)}\n${head}`)
  return [
    ...claimed.slice(0, -1).map((piece) => block(escapeText(piece))),
    block([...claimed.slice(-1).map(escapeText), head].join('\n')),
    ...quotes.flatMap(({ quote }) => piecesOf(quote, quoteBlock).map((piece) => block(quoteBlock(piece)))),
  ]
}

/** The official words behind a source. */
function originalBlocks(source: Source): Block[] {
  const { original } = source
  if (original === undefined) return []
  return piecesOf(original.quote, quoteBlock).map(
    (piece): Block => ({ section: 'sources', text: quoteBlock(piece), source }),
  )
}

/** Such that each can be shown. */
function piecesOf(text: string, shown: (piece: string) => string): string[] {
  return splitText(text, (piece) => fits([shown(piece)]))
}

function linksOf(
  blocks: readonly Block[],
  publicUrl: string | undefined,
  at: { language: Language; indexVersion: string },
) {
  const sources = [...new Set(blocks.flatMap(({ source }) => source ?? []))]
  return sources
    .flatMap((source) => readerLink(source.number, source.original ?? source, publicUrl, at) ?? [])
    .slice(0, linksPerMessage)
}

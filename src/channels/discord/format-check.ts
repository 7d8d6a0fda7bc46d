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

/** A colleague's text, claim by claim: what the documents say to each, and the words that say so. */
export function formatCheck(
  { claims, sources, unchecked }: CheckedText,
  language: Language,
  publicUrl?: string,
): DiscordMessage[] {
  const { check, noText } = notices[language]
  if (claims.length === 0) return [formatNotice(noText)]
  const blocks: Block[] = [
    { section: 'answer', text: `**${check.title}**` },
    ...claims.flatMap((claim) => claimBlocks(claim, language)),
    ...sourceBlocks({ sources, language }).flatMap((block) => [block, ...quoteBlocks(block.source!)]),
    ...(unchecked > 0 ? [{ section: 'foot' as const, text: `-# ${check.notChecked(unchecked)}` }] : []),
    { section: 'foot', text: `-# ${check.limit}` },
  ]
  return pack(blocks).map((page) => buildMessage({ texts: textsOf(page), links: linksOf(page, publicUrl, language) }))
}

function claimBlocks({ text, verdict, citations }: CheckedClaim, language: Language): Block[] {
  const marks = citations.map((number) => `[${number}]`).join('')
  const head = `**${notices[language].check[verdict]}** ${marks}`.trim()
  const pieces = splitText(text, (piece) => fits([`${head}\n${escapeText(piece)}`]))
  return pieces.map((piece, at) => ({
    section: 'answer',
    text: at === 0 ? `${head}\n${escapeText(piece)}` : escapeText(piece),
  }))
}

/** The words that decide, and the official ones behind them. */
function quoteBlocks(source: Source): Block[] {
  const quotes = [source.quote, ...(source.original ? [source.original.quote] : [])]
  return quotes.flatMap((quote) =>
    splitText(quote, (piece) => fits([quoteBlock(piece)])).map(
      (piece): Block => ({
        section: 'sources',
        text: quoteBlock(piece),
        source,
      }),
    ),
  )
}

function linksOf(blocks: readonly Block[], publicUrl: string | undefined, language: Language) {
  const sources = [...new Set(blocks.flatMap(({ source }) => source ?? []))]
  return sources
    .flatMap((source) => readerLink(source.number, source.original ?? source, publicUrl, { language }) ?? [])
    .slice(0, linksPerMessage)
}

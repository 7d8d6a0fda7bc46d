import { type APIButtonComponentWithURL, ButtonStyle, ComponentType } from 'discord.js'
import type { Answer, Document, Language, Quotation, Source } from '../../vocabulary.ts'
import { escapeLine, escapeText, webAddress } from './escape.ts'
import { shorten } from './fit.ts'
import { limits } from './limits.ts'
import { words } from './words.ts'

const dates: Record<Language, Intl.DateTimeFormat> = {
  th: new Intl.DateTimeFormat('th-TH-u-ca-buddhist', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  ja: new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeZone: 'UTC' }),
}
/** A title may be cut, which no statement or quote ever is. */
const titleLength = 120
const clauseLength = 60
/** As much of a button's label as Discord's clients show. */
const shownLabel = 34

/** What a source is, in one line of small print. */
export function sourceLine(source: Source, language: Language): string {
  const { kinds, clause, officialPublication } = words[language]
  const address = webAddress(source.url)
  const parts = [
    kinds[source.kind],
    formatDate(source.published, language),
    ...(source.clause === undefined ? [] : [`${clause} ${escapeLine(shorten(source.clause, clauseLength))}`]),
    ...(address === undefined ? [] : [`[${officialPublication}](<${address}>)`]),
  ]
  return `-# **[${source.number}]** ${escapeLine(shorten(source.documentTitle, titleLength))} · ${parts.join(' · ')}`
}

/** Words of a document as a quote, in their own language. */
export function quoteBlock(quote: string): string {
  return escapeText(quote)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}

/** The words that prove a source: the official ones where it summarises or translates. None when they're said already. */
export function provingWords(source: Source, answer: Answer): string | undefined {
  if (source.original) return source.original.quote
  return answer.statements.some(({ text }) => text === source.quote) ? undefined : source.quote
}

/** A button to the quote in the reader page; undefined where there's no such page, or its address is too long. */
export function readerLink(
  number: number,
  { documentId, start, end }: Quotation,
  publicUrl: string | undefined,
  {
    language,
    indexVersion,
  }: { language: Language /** The snapshot that the quote counts in. */; indexVersion: string },
): APIButtonComponentWithURL | undefined {
  const query = `start=${start}&end=${end}&lang=${language}&v=${encodeURIComponent(indexVersion)}#quote`
  return readerButton(`[${number}] ${words[language].readInDocument}`, { documentId, query, publicUrl })
}

/** A button to a document as it is now; undefined as above. */
export function documentLink(
  { id, title }: Document,
  publicUrl: string | undefined,
  language: Language,
): APIButtonComponentWithURL | undefined {
  return readerButton(shorten(title, shownLabel) || id, { documentId: id, query: `lang=${language}`, publicUrl })
}

function readerButton(
  label: string,
  { documentId, query, publicUrl }: { documentId: string; query: string; publicUrl: string | undefined },
): APIButtonComponentWithURL | undefined {
  if (publicUrl === undefined || !URL.canParse(publicUrl)) return undefined
  const path = `/sources/${encodeURIComponent(documentId.toWellFormed())}?${query}`
  const url = publicUrl.replace(/\/+$/, '') + path
  if (url.length > limits.buttonUrl) return undefined
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url }
}

export function formatDate(isoDate: string, language: Language): string {
  const date = new Date(isoDate)
  if (Number.isNaN(date.getTime())) return escapeLine(shorten(isoDate, clauseLength))
  return dates[language].format(date)
}

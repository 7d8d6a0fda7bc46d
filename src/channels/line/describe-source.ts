import type { messagingApi } from '@line/bot-sdk'
import type { Answer, Language, Quotation, Source } from '../../vocabulary.ts'
import { longestUri } from './limits.ts'
import { writePostback } from './postback.ts'
import { words } from './words.ts'

const dateOptions: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'UTC' }
const dates: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  th: new Intl.DateTimeFormat('th-TH-u-ca-buddhist', dateOptions),
  en: new Intl.DateTimeFormat('en-GB', dateOptions),
  ja: new Intl.DateTimeFormat('ja-JP', dateOptions),
}

/** What is told of a source. */
export interface DescribedSource {
  title: string
  /** Kind, clause and date. */
  about: string
  /** The words that prove it, with their heading if they aren't the source's own. */
  quotations: { label?: string; text: string }[]
  action: messagingApi.Action | undefined
  /** Where the words can be read; the publication when there is no reader. */
  address: string
}

/** `publicUrl` is where Accord's own pages are, if anywhere. */
export function describeSource(source: Source, answer: Answer, publicUrl: string | undefined): DescribedSource {
  const { language } = answer
  const say = words[language]
  const { original, clause } = source
  const about = [say.kinds[source.kind], clause && `${say.clause} ${clause}`, longDate(source.published, language)]
  const reader = publicUrl === undefined ? undefined : readerAddress(original ?? source, answer, publicUrl)
  return {
    title: `[${source.number}] ${source.documentTitle}`,
    about: about.filter(Boolean).join(' · '),
    quotations: quotationsOf(source, answer),
    action:
      reader === undefined ? passageAction(source, language) : { type: 'uri', label: say.readInDocument, uri: reader },
    address: reader ?? source.url,
  }
}

/** A clause's sentence that is the answer's own needn't be read twice when the official words stand behind it. */
function quotationsOf({ quote, original }: Source, { statements, language }: Answer): DescribedSource['quotations'] {
  const isSaid = original !== undefined && statements.some(({ text }) => text === quote)
  const found = [
    ...(isSaid ? [] : [{ text: quote }]),
    ...(original ? [{ label: words[language].originalWords, text: original.quote }] : []),
  ]
  return found.filter(({ text }) => text !== '')
}

/** The web page that marks these words; undefined when its address would be too long for LINE. */
function readerAddress(
  { documentId, start, end }: Quotation,
  { language, indexVersion }: Answer,
  publicUrl: string,
): string | undefined {
  const page = new URL(`sources/${encodeURIComponent(documentId.toWellFormed())}`, withSlash(publicUrl))
  page.search = new URLSearchParams({
    lang: language,
    start: String(start),
    end: String(end),
    v: indexVersion,
  }).toString()
  page.hash = 'quote'
  return page.href.length <= longestUri ? page.href : undefined
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`
}

function passageAction({ passageId, number }: Source, language: Language): messagingApi.Action | undefined {
  const data = writePostback({ action: 'passage', passageId, language })
  const { showPassage } = words[language]
  return data === undefined
    ? undefined
    : { type: 'postback', label: showPassage, data, displayText: `${showPassage} [${number}]` }
}

/** In the calendar of the reader; what is no date is shown as it is. */
export function longDate(isoDate: string, language: Language): string {
  const date = new Date(isoDate)
  return Number.isNaN(date.getTime()) ? isoDate : dates[language].format(date)
}

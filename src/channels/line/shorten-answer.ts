import type { Answer, Note, Source, Statement } from '../../vocabulary.ts'
import { cutText, showable, textBytes } from './measure.ts'

/** An answer as it's rendered: nothing in it is empty, and all that is cited is there. */
export interface ShortAnswer extends Answer {
  /** Something had to be left out, or cut. */
  isShortened: boolean
}

/** How much of an answer is shown; bytes are those of JSON. */
interface Extent {
  /** Of each quotation: the button beside it leads to the whole. */
  quoteBytes: number
  statements: number
  notes: number
  /** Of each statement and note. */
  textBytes: number
  /** Of each statement and note. */
  citations: number
}

const all = Number.POSITIVE_INFINITY

/** From all of an answer to what surely fits five messages: quotations shrink first, statements last. */
const extents: readonly Extent[] = [
  { quoteBytes: 6_000, statements: all, notes: all, textBytes: all, citations: all },
  { quoteBytes: 900, statements: all, notes: all, textBytes: all, citations: all },
  { quoteBytes: 900, statements: 30, notes: 6, textBytes: 3_000, citations: 3 },
  { quoteBytes: 300, statements: 5, notes: 3, textBytes: 1_500, citations: 2 },
  { quoteBytes: 300, statements: 2, notes: 2, textBytes: 1_000, citations: 1 },
]

const titleBytes = 400
const longestAddress = 1_000

/** The answer, whole and then ever shorter; what has more UTF-16 units than can be shown isn't tried. */
export function* shortenAnswer(answer: Answer, mostUnits: number): Generator<ShortAnswer> {
  const whole = { ...answer, statements: showableParts(answer.statements), notes: showableParts(answer.notes) }
  for (const extent of extents) {
    const short = shortenTo(whole, extent)
    if (unitsOf(short) <= mostUnits) yield short
  }
}

function showableParts<Part extends Statement | Note>(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => {
    const text = showable(part.text)
    return text === undefined ? [] : { ...part, text }
  })
}

function unitsOf({ statements, notes, sources }: Answer): number {
  const quotes = sources.flatMap(({ quote, original }) => [quote, original?.quote ?? ''])
  return [...statements, ...notes].reduce((sum, { text }) => sum + text.length, quotes.join('').length)
}

/** Keeps every shown statement with the sources that it cites. */
function shortenTo(answer: Answer, extent: Extent): ShortAnswer {
  const statements = shortenParts(answer.statements, extent.statements, extent)
  const notes = shortenParts(answer.notes, extent.notes, extent)
  const keepsAll = extent.citations === all
  const cited = new Set([...statements, ...notes].flatMap(({ citations }) => citations))
  const sources = answer.sources.filter(({ number }) => keepsAll || cited.has(number))
  const lost = [answer.sources.length - sources.length, lengthOf(answer) - lengthOf({ statements, notes })]
  return {
    ...answer,
    statements,
    notes,
    sources: sources.map((source) => shortenSource(source, extent.quoteBytes)),
    isShortened: lost.some((count) => count > 0),
  }
}

function shortenParts<Part extends Statement | Note>(parts: readonly Part[], most: number, extent: Extent): Part[] {
  return parts.slice(0, most).map((part) => ({
    ...part,
    text: cutText(part.text, extent.textBytes, textBytes),
    citations: part.citations.slice(0, extent.citations),
  }))
}

function lengthOf({ statements, notes }: Pick<Answer, 'statements' | 'notes'>): number {
  return [...statements, ...notes].reduce((sum, { text, citations }) => sum + text.length + citations.length, 0)
}

function shortenSource(source: Source, quoteBytes: number): Source {
  const cut = (text: string, limit: number) => cutText(showable(text) ?? '', limit, textBytes)
  const { original, clause } = source
  return {
    ...source,
    documentTitle: cut(source.documentTitle, titleBytes),
    published: cut(source.published, titleBytes),
    // An address that is cut leads nowhere.
    url: source.url.length > longestAddress ? '' : (showable(source.url) ?? ''),
    ...(clause !== undefined && { clause: cut(clause, titleBytes) }),
    quote: cut(source.quote, quoteBytes),
    ...(original && { original: { ...original, quote: cut(original.quote, quoteBytes) } }),
  }
}

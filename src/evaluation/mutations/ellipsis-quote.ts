import type { Language } from '../../vocabulary.ts'
import type { Mutator, PerLanguage } from './mutation.ts'
import { stands } from './quoted-words.ts'

/** What stands for the words left out; nothing at all, too. */
const ELLIPSES: PerLanguage<string> = {
  en: ['…', ' ... ', ' [...] ', ' ', ' [omitted] ', ' – ', ' (...) '],
  th: ['…', ' ... ', ' ฯลฯ ', ' ', '[...]', ' (ตัดทอน) ', '....'],
  ja: ['…', '……', '(中略)', '', '[...]', '〜', '...'],
}

/** The parts of a quote, of 1, that are left out. */
const GAPS: readonly [from: number, to: number][] = [
  [0.35, 0.65],
  [0.2, 0.45],
  [0.55, 0.8],
]

/** A right statement whose quote leaves out words from its middle. */
export const ellipsisQuote: Mutator = ({ origin, language, quotes }, passages) => {
  if (origin !== 'own') return []
  const [first, ...rest] = quotes
  return ELLIPSES[language].flatMap((ellipsis, index) => {
    const [from, to] = GAPS[index % GAPS.length]!
    const borders = wordBorders(first!.quote, language)
    const at = (share: number) => borders[Math.round((borders.length - 1) * share)]!
    const quote = {
      ...first!,
      quote: first!.quote.slice(0, at(from)).trimEnd() + ellipsis + first!.quote.slice(at(to)).trimStart(),
    }
    return stands(quote, passages) ? [] : { quotes: [quote, ...rest] }
  })
}

function wordBorders(text: string, language: Language): number[] {
  const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(text)
  return [...Array.from(words, ({ index }) => index), text.length]
}

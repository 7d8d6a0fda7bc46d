import { canonical } from './canonical.ts'

/** What is searched by. In a passage `weight` is how often the term stands there, in a question how much it counts. */
export interface WeightedTerm {
  term: string
  weight: number
}

/** Dots inside an abbreviation: พ.ศ. is found by พศ. */
const ABBREVIATION_DOT = /(?<=\p{sc=Thai})\.(?=\p{sc=Thai}{1,2}(?!\p{sc=Thai}))/gu
/** Any other dot after Thai: the segmenter would take what stands on its two sides for one word. */
const THAI_DOT = /(?<=\p{sc=Thai})\./gu
const THOUSANDS_SEPARATOR = /(?<=\d),(?=\d{3}(?!\d))/gu
const REPETITION_OR_ET_CETERA = /ๆ|ฯลฯ/gu
const PAIYANNOI = /ฯ/gu

const KANA_OR_KANJI = String.raw`[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}ー々〆]`
const RUN = new RegExp(String.raw`(?<cjk>${KANA_OR_KANJI}+)|(?:(?!${KANA_OR_KANJI})[\p{L}\p{M}\p{N}])+`, 'gu')

const NGRAM_WEIGHT = 0.5
/** Keeps n-grams apart from words: no word begins with it. */
const NGRAM_PREFIX = '~'

/** One for all languages: ICU cuts Thai and Japanese by dictionary whatever locale is asked for. */
const words = new Intl.Segmenter('th', { granularity: 'word' })

/**
 * The terms of a text, a document's and a question's alike, each once: its words with weight 1 and, since no two texts are
 * cut into words quite alike, its 3-grams (of kana and kanji 2-grams) with weight ½, times how often they occur.
 */
export function termsOf(text: string): WeightedTerm[] {
  const folded = foldForSearch(text)
  return [...weigh(cutWords(folded), 1), ...weigh(cutNgrams(folded), NGRAM_WEIGHT)]
}

/** The words alone, where n-grams would be too many. */
export function wordsOf(text: string): WeightedTerm[] {
  return weigh(cutWords(foldForSearch(text)), 1)
}

function* cutWords(folded: string): Generator<string> {
  for (const { segment, isWordLike } of words.segment(folded)) if (isWordLike) yield segment
}

function* cutNgrams(folded: string): Generator<string> {
  for (const { 0: run, groups } of folded.matchAll(RUN)) {
    const length = groups?.cjk === undefined ? 3 : 2
    for (let at = 0; at + length <= run.length; at++) yield NGRAM_PREFIX + run.slice(at, at + length)
  }
}

function weigh(terms: Iterable<string>, weight: number): WeightedTerm[] {
  const weights = new Map<string, number>()
  for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + weight)
  return Array.from(weights, ([term, weight]) => ({ term, weight }))
}

/** The canonical form without what only a reader needs. It loses the way back to the text, so it's for searching alone. */
function foldForSearch(text: string): string {
  return canonical(text)
    .replace(REPETITION_OR_ET_CETERA, ' ')
    .replace(PAIYANNOI, '')
    .replace(ABBREVIATION_DOT, '')
    .replace(THAI_DOT, ' ')
    .replace(THOUSANDS_SEPARATOR, '')
}

import type { Lexicon } from '../../text/lexicon.ts'
import type { Span } from '../../vocabulary.ts'
import type { TextAnalysis, Word } from './analyse-text.ts'
import { isName } from './check-names.ts'
import { isGrammarWord } from './grammar-words.ts'
import { stemOf } from './stem.ts'

/** Words that report, count among or give as an example. */
const ALWAYS_MEANT = '*'
const KANA_TAIL = /(?<=[\p{sc=Han}\p{sc=Katakana}])[\p{sc=Hiragana}]+$/u
const KANA_HEAD = /^[\p{sc=Hiragana}]+(?=[\p{sc=Han}\p{sc=Katakana}])/u
const LATIN_WORD = /^[\p{sc=Latin}\p{N}'’]+$/u
/** A Thai letter alone is a piece of a word. */
/** Found in longer words by chance: สี่ in เสี่ยง. */
const SHORT_THAI = /^\p{sc=Thai}{2,3}$/u
const LONE_THAI = /^\p{sc=Thai}$/u

/**
 * Every word that says something must stand in the quotes, or in the words that the documents themselves have for them in
 * another language, or mean the same as one that does. Names, numbers and dates have rules of their own. Returns a word that
 * says more than the quotes.
 */
export function checkWording(
  statement: TextAnalysis,
  supports: readonly TextAnalysis[],
  lexicon: Lexicon,
): string | undefined {
  const isMeant = (id: string) => id === ALWAYS_MEANT || supports.some(({ meant }) => meant.has(id))
  const texts = supports.map(({ compact }) => compact)
  const covered = [
    ...statement.meanings.filter(({ ids }) => ids.some(isMeant)),
    ...statement.matches.filter(({ id }) => isName(id, lexicon) || lexicon.term(id)?.kind === 'agreement'),
  ]
  const isCovered = ({ start, end }: Span) => covered.some((span) => span.start <= start && end <= span.end)
  const isKnown = (word: Word) => {
    if (isGrammarWord(word.text) || LONE_THAI.test(word.text) || isCovered(word)) return true
    if (SHORT_THAI.test(word.text)) return supports.some(({ words }) => words.some(({ text }) => text === word.text))
    return LATIN_WORD.test(word.text)
      ? supports.some(({ stems }) => stems.has(stemOf(word.text)))
      : texts.some((text) => text.includes(word.text))
  }
  const isKnownPiece = (start: number, end: number) =>
    isKnown({ text: statement.compact.slice(start, end), start, end })
  const stray = statement.words.find((word, at) => {
    const core = coreOf(word)
    if (isKnown(core)) return false
    // No two texts are cut into words quite alike: เป็นก|ระทรวง are two words that were cut at the wrong place.
    if (LATIN_WORD.test(core.text)) return true
    const start = statement.words[at - 1]?.end === word.start ? statement.words[at - 1]!.start : word.start
    const end = statement.words[at + 1]?.start === word.end ? statement.words[at + 1]!.end : word.end
    return !canBeCut(start, end, isKnownPiece)
  })
  return stray?.text
}

const SHORTEST_PIECE = 2

/** Can a stretch of text be cut into pieces that are all known? */
function canBeCut(start: number, end: number, isKnownPiece: (start: number, end: number) => boolean): boolean {
  const reached = new Set([start])
  for (let at = start; at < end; at++) {
    if (!reached.has(at)) continue
    for (let to = at + SHORTEST_PIECE; to <= end; to++) if (isKnownPiece(at, to)) reached.add(to)
  }
  return reached.has(end)
}

/** A Japanese word without the particles and endings, which say only how it is joined to the rest. */
function coreOf({ text, start }: Word): Word {
  const [head = ''] = KANA_HEAD.exec(text) ?? []
  const core = text.slice(head.length).replace(KANA_TAIL, '')
  return { text: core, start: start + head.length, end: start + head.length + core.length }
}

import type { Lexicon } from '../../text/lexicon.ts'
import type { Span } from '../../vocabulary.ts'
import type { TextAnalysis, Word } from './analyse-text.ts'
import { isName } from './check-names.ts'
import { isGrammarWord } from './grammar-words.ts'

/** Words that report, count among or give as an example. */
const ALWAYS_MEANT = '*'
const KANA_TAIL = /(?<=[\p{sc=Han}\p{sc=Katakana}])[\p{sc=Hiragana}]+$/u
const KANA_HEAD = /^[\p{sc=Hiragana}]+(?=[\p{sc=Han}\p{sc=Katakana}])/u
const LATIN_WORD = /^[\p{sc=Latin}\p{N}'’]+$/u
/** A Thai letter alone is a piece of a word. */
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
  const meant = new Set([ALWAYS_MEANT, ...supports.flatMap(({ meanings }) => meanings.flatMap(({ ids }) => ids))])
  const latin = new Set(supports.flatMap(({ words }) => words.map(({ text }) => stemOf(text))))
  const texts = supports.map(({ compact }) => compact)
  const covered = [
    ...statement.meanings.filter(({ ids }) => ids.some((id) => meant.has(id))),
    ...statement.matches.filter(({ id }) => isName(id, lexicon) || lexicon.term(id)?.kind === 'agreement'),
  ]
  const isCovered = ({ start, end }: Span) => covered.some((span) => span.start <= start && end <= span.end)
  const isKnown = (word: Word) => {
    if (isGrammarWord(word.text) || LONE_THAI.test(word.text) || isCovered(word)) return true
    return LATIN_WORD.test(word.text) ? latin.has(stemOf(word.text)) : texts.some((text) => text.includes(word.text))
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

/** An English word without the endings of number, person and tense. */
function stemOf(word: string): string {
  return word
    .replace(/['’]s$|s['’]$/u, '')
    .replace(/ies$|ied$/u, 'y')
    .replace(/(?<=.{3})(?:ing|ed)$/u, '')
    .replace(/(?<=[sxz]|ch|sh)es$/u, '')
    .replace(/(?<=[^s].)s$/u, '')
    .replace(/e$/u, '')
}

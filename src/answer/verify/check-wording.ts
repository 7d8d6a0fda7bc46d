import { isBorder } from '../../text/canonical.ts'
import type { Lexicon } from '../../text/lexicon.ts'
import type { Span } from '../../vocabulary.ts'
import type { TextAnalysis, Word } from './analyse-text.ts'
import { isName } from './check-names.ts'
import { isGrammarWord } from './grammar-words.ts'
import { stemOf } from './stem.ts'

/** The id of words that report, count among or give as an example. */
const ALWAYS_MEANT = '*'
const KANA_TAIL = /(?<=[\p{sc=Han}\p{sc=Katakana}])[\p{sc=Hiragana}]+$/u
const KANA_HEAD = /^[\p{sc=Hiragana}]+(?=[\p{sc=Han}\p{sc=Katakana}])/u
const LATIN_WORD = /^[\p{sc=Latin}\p{N}'’]+$/u
/** A Thai letter alone is a piece of a word. */
const LONE_THAI = /^\p{sc=Thai}$/u
const MARKS_ALONE = /^\p{M}+$/u

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
  const covered = [
    ...statement.meanings.filter(({ ids }) => ids.some(isMeant)),
    ...statement.matches.filter(({ id }) => isName(id, lexicon) || lexicon.term(id)?.kind === 'agreement'),
  ]
  const isCovered = ({ start, end }: Span) => covered.some((span) => span.start <= start && end <= span.end)
  const isKnown = (word: Word) => {
    if (MARKS_ALONE.test(word.text)) return false
    if (isGrammarWord(word.text) || isCovered(word)) return true
    return LATIN_WORD.test(word.text)
      ? supports.some(({ stems }) => stems.has(stemOf(word.text)))
      : supports.some((support) => hasWords(support, word.text))
  }
  const isKnownPiece = (start: number, end: number) =>
    isBorder(statement.compact, start) &&
    isBorder(statement.compact, end) &&
    isKnown({ text: statement.compact.slice(start, end), start, end })
  const stray = statement.words.find((word, at) => {
    const core = coreOf(word)
    if (LONE_THAI.test(core.text) || isKnown(core)) return false
    // No two texts are cut into words quite alike: เป็นก|ระทรวง are two words that were cut at the wrong place.
    if (LATIN_WORD.test(core.text)) return true
    const start = statement.words[at - 1]?.end === word.start ? statement.words[at - 1]!.start : word.start
    const end = statement.words[at + 1]?.start === word.end ? statement.words[at + 1]!.end : word.end
    return !canBeCut(start, end, isKnownPiece)
  })
  if (stray !== undefined) return stray.text
  return saysSomething(statement, supports) ? undefined : statement.compact
}

/** Does it have a word, a name or a date of its quotes? "That is so" agrees to anything. */
function saysSomething({ meanings, matches, words, dates }: TextAnalysis, supports: readonly TextAnalysis[]): boolean {
  if (dates.length > 0 || matches.length > 1) return true
  const isTold = (ids: readonly string[]) => ids.some((id) => supports.some(({ meant }) => meant.has(id)))
  if (meanings.some(({ ids }) => isTold(ids))) return true
  return words.some((word) => !isGrammarWord(word.text) && supports.some((support) => hasWords(support, word.text)))
}

/** What joins a Japanese word to the rest cuts nothing off. */
const HIRAGANA = /\p{sc=Hiragana}/u

/** Whole words: the สี่ in ความเสี่ยง is no four. */
function hasWords({ compact, wordStarts, wordEnds }: TextAnalysis, text: string): boolean {
  for (let at = compact.indexOf(text); at !== -1; at = compact.indexOf(text, at + 1)) {
    const end = at + text.length
    const begins = wordStarts.has(at) || HIRAGANA.test(compact[at - 1] ?? '')
    if (begins && (wordEnds.has(end) || HIRAGANA.test(compact[end] ?? ''))) return true
  }
  return false
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

import { thaiFaults } from '../broken-thai.ts'

/**
 * The private code points under which old Thai fonts keep the shapes that are moved left, down or cut, as Windows fonts have them:
 * https://linux.thai.net/~thep/th-otf/
 */
const PRIVATE_GLYPHS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู', (letter, at) => [String.fromCharCode(0xf700 + at), letter]),
)

const CONSONANT = '[\u0E01-\u0E2E]'
const TONE = '[\u0E48-\u0E4B]'
const GAP = '[ \u00A0\u200B]+'
/** Written above or below a consonant, so that a space before one can't be meant. */
const DETACHED_MARK = new RegExp(
  `(?<=[\u0E01-\u0E2E\u0E31\u0E34-\u0E3A\u0E47-\u0E4E])${GAP}(?=[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E])`,
  'gu',
)
const TORN_SARA_AM = new RegExp(`\u0E4D(${TONE}?)(?:${GAP})?\u0E32|(${TONE}?)\u0E4D(?:${GAP})?\u0E32`, 'gu')
const DETACHED_SARA_AM = new RegExp(`(?<=${CONSONANT}${TONE}?)${GAP}(?=\u0E33)`, 'gu')
/** A vowel that follows its consonant begins no word: either it was torn off, or a sara am lost its ring. */
const DETACHED_SARA_A = new RegExp(`(?<=${CONSONANT}${TONE}?)${GAP}\u0E32`, 'gu')
const TWICE = /([\u0E31\u0E34-\u0E3A\u0E47-\u0E4E])\1+/gu
const TONE_BEFORE_VOWEL = new RegExp(`(${TONE})([\u0E31\u0E34-\u0E3A])`, 'gu')

/** Letters on either side in which words are looked for. */
const REACH = 30

const words = new Intl.Segmenter('th', { granularity: 'word' })

export interface RepairedThai {
  text: string
  /** What couldn't be repaired, with code points; then the text can't be trusted. */
  faults: string[]
}

/** Mends what bad fonts and PDFs do to Thai, as far as only one reading is possible or the dictionary knows but one. */
export function repairThai(source: string): RepairedThai {
  const text = source
    .replace(/[\uF700-\uF71A]/gu, (glyph) => PRIVATE_GLYPHS[glyph] ?? glyph)
    .replaceAll('เเ', 'แ')
    .replace(DETACHED_MARK, '')
    .replace(TORN_SARA_AM, (_, after = '', before = '') => `${after || before}ำ`)
    .replace(DETACHED_SARA_AM, '')
    .replace(TWICE, '$1')
    .replace(TONE_BEFORE_VOWEL, '$2$1')
  const faults: string[] = []
  const whole = text.replace(DETACHED_SARA_A, (torn, at: number) => {
    const letter = likelierVowel(text, at, torn.length)
    if (letter === undefined) faults.push(`"${around(text, at, torn.length)}" may be า or ำ; correct it in the source`)
    return letter ?? torn
  })
  return { text: whole, faults: [...faults, ...thaiFaults(whole), ...unknownGlyphs(whole)] }
}

/** The one with which the letters around it are fewer words. What else is torn there lost its ring, as most do. */
function likelierVowel(text: string, at: number, length: number): string | undefined {
  const mended = (part: string) => part.replace(DETACHED_SARA_A, 'ำ')
  const before = /[\u0E01-\u0E4E]*$/u.exec(mended(text.slice(Math.max(0, at - REACH), at)))?.[0] ?? ''
  const after = /^[\u0E01-\u0E4E]*/u.exec(mended(text.slice(at + length, at + length + REACH)))?.[0] ?? ''
  const [aa, am] = ['า', 'ำ'].map((vowel) => Array.from(words.segment(before + vowel + after)).length)
  return aa === am ? undefined : aa! < am! ? 'า' : 'ำ'
}

function around(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - 10), at + length + 10).replaceAll('\n', ' ')
}

function unknownGlyphs(text: string): string[] {
  const glyphs = new Set(text.match(/[\uE000-\uF8FF\uFFFD]|(?![\t\n\f\r])\p{Cc}/gu))
  return Array.from(glyphs, (glyph) => {
    const code = glyph.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    return `U+${code} stands for a letter that only its font knows; export it again with another font, or type the words`
  })
}

/** Numbers in words, 1 to 99 in Thai and English (what days and counts need), and kanji numerals. For canonical text. */

const THAI_DIGITS = 'หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า'.split(' ')
const ENGLISH_DIGITS = 'one two three four five six seven eight nine'.split(' ')
const ENGLISH_TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const ENGLISH_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ENGLISH_ORDINAL_DIGITS = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ')
const ENGLISH_ORDINAL_TEENS =
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(' ')
const KANJI_DIGITS = '〇一二三四五六七八九'
const KANJI_POWERS = '十百千'

const ENGLISH_VALUES: ReadonlyMap<string, number> = new Map([
  ...[ENGLISH_DIGITS, ENGLISH_ORDINAL_DIGITS].flatMap((words) => words.map((word, i) => [word, i + 1] as const)),
  ...[ENGLISH_TEENS, ENGLISH_ORDINAL_TEENS].flatMap((words) => words.map((word, i) => [word, i + 10] as const)),
  ...ENGLISH_TENS.map((word, i) => [word, (i + 2) * 10] as const),
  ['twentieth', 20],
  ['thirtieth', 30],
])

const thaiDigit = THAI_DIGITS.join('|')
const englishDigit = ENGLISH_DIGITS.join('|')
const englishOrdinalDigit = ENGLISH_ORDINAL_DIGITS.join('|')

/** Sources of the patterns that find number words. English ordinals go to 31, the last day of a month. */
export const NUMBER_WORDS = {
  th: `(?:(?:ยี่|${thaiDigit})?สิบ(?:เอ็ด|${thaiDigit})?|${thaiDigit})`,
  en: `(?:(?:${ENGLISH_TENS.join('|')})(?:[- ](?:${englishDigit}))?|${ENGLISH_TEENS.join('|')}|${englishDigit})(?![a-z])`,
  enOrdinal: `(?:(?:twenty|thirty)[- ](?:${englishOrdinalDigit})|twentieth|thirtieth|${ENGLISH_ORDINAL_TEENS.join('|')}|${englishOrdinalDigit})(?![a-z])`,
  ja: '[〇零○一二三四五六七八九十百千]{1,10}',
}

export function thaiNumber(words: string): number {
  if (!words.includes('สิบ')) return THAI_DIGITS.indexOf(words) + 1
  const [tens = '', digit = ''] = words.split('สิบ')
  return 10 * thaiTens(tens) + (digit === 'เอ็ด' ? 1 : THAI_DIGITS.indexOf(digit) + 1)
}

/** A cardinal or an ordinal. */
export function englishNumber(words: string): number {
  return words.split(/[- ]/).reduce((sum, word) => sum + (ENGLISH_VALUES.get(word) ?? 0), 0)
}

/** 二十九 by powers of ten, 二〇二二 by position; 元, an era's first year, is 1. */
export function kanjiNumber(numerals: string): number {
  if (numerals === '元') return 1
  let sum = 0
  let pending: number | undefined
  for (const numeral of numerals.replace(/[零○]/g, '〇')) {
    const power = KANJI_POWERS.indexOf(numeral) + 1
    if (power > 0) {
      sum += (pending ?? 1) * 10 ** power
      pending = undefined
    } else {
      pending = (pending ?? 0) * 10 + KANJI_DIGITS.indexOf(numeral)
    }
  }
  return sum + (pending ?? 0)
}

function thaiTens(word: string): number {
  if (word === '') return 1
  return word === 'ยี่' ? 2 : THAI_DIGITS.indexOf(word) + 1
}

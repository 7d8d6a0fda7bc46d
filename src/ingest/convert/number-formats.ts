const THAI_ZERO = 0x0e50
const WIDE_ZERO = 0xff10
const LETTERS = 26
/** ฃ, ฅ and ฆ aren't counted with. After ร programs differ. */
const THAI_LETTERS = 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยร'
const ROMAN: readonly [number, string][] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
const KANJI = '〇一二三四五六七八九'

/** How Word writes a number, by the name of its format; undefined where that isn't known: https://ooxml.info/docs/17/17.18/17.18.59 */
export function writeNumber(number: number, format: string): string | undefined {
  return Object.hasOwn(FORMATS, format) ? FORMATS[format]!(number) : undefined
}

const FORMATS: Readonly<Record<string, (number: number) => string | undefined>> = {
  none: () => '',
  decimal: String,
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: (number) => inDigits(number, WIDE_ZERO),
  thaiNumbers: (number) => inDigits(number, THAI_ZERO),
  thaiLetters: (number) => THAI_LETTERS[number - 1],
  lowerLetter: letters,
  upperLetter: (number) => letters(number)?.toUpperCase(),
  lowerRoman: roman,
  upperRoman: (number) => roman(number)?.toUpperCase(),
  japaneseCounting: kanji,
  chineseCounting: kanji,
}

function inDigits(number: number, zero: number): string {
  return String(number).replace(/\d/gu, (digit) => String.fromCharCode(zero + Number(digit)))
}

/** a … z, aa, bb … */
function letters(number: number): string | undefined {
  if (number < 1) return undefined
  const letter = String.fromCharCode(0x61 + ((number - 1) % LETTERS))
  return letter.repeat(Math.ceil(number / LETTERS))
}

function roman(number: number): string | undefined {
  if (number < 1 || number >= 400) return undefined
  let rest = number
  return ROMAN.flatMap(([value, sign]) => {
    const times = Math.floor(rest / value)
    rest %= value
    return sign.repeat(times)
  }).join('')
}

function kanji(number: number): string | undefined {
  if (number < 1 || number > 99) return undefined
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? KANJI[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? KANJI[ones] : ''}`
}

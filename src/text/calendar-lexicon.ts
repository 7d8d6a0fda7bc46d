import { ERAS, eraNamed } from './calendar-eras.ts'
import { MONTH_PATTERNS, monthNamed, WEEKDAY_PATTERNS, weekdayNamed } from './calendar-names.ts'
import { readDigits, readEnglishWords, readKanji, readThaiWords } from './calendar-numbers.ts'
import { isCapital, type LexicalContext, type Reader, type Token, type TokenRest } from './calendar-token.ts'
import { englishNumber, NUMBER_WORDS } from './number-words.ts'

// Every source is matched against canonical text: lower case, one kind of digit, dash and space.
const { raw } = String
const END = '(?![a-z])'
const BEFORE_DIGIT = raw`(?= ?\d)`

const ADDRESS = [
  raw`https?:\/\/[!-~]+`,
  raw`www\.[!-~]+`,
  // Bounded as the domain name system bounds names, so that no long text is searched again from each of its letters.
  raw`(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}\/[!-~]*`,
  raw`[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,253}`,
].join('|')
const PHONE_NUMBER = raw`\+\d[\d -]{6,16}\d|(?<!\d)0\d{0,3}[- ]?\d{3,4}[- ]\d{3,4}(?!\d)`
const VERSION_NUMBER = raw`\d+(?:\.\d+){2,}`

/** Not a piece of a longer code. */
const FREE = raw`(?<![a-z0-9]|[a-z][-./:]|\d[./:])`
const FREE_BEHIND = raw`(?!\d|[-./]\d|(?!t\d)[a-z])`
const NUMERIC_DATE = [
  raw`\d{1,2} ?\/ ?\d{1,2} ?\/ ?(?:\d{4}|\d{1,2})`,
  raw`\d{4} ?\/ ?\d{1,2} ?\/ ?\d{1,2}`,
  raw`\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})`,
  raw`\d{4}-\d{1,2}-\d{1,2}`,
  // Not 1.2.22: that is a version.
  raw`\d{1,2}\.\d{1,2}\.\d{4}`,
  raw`\d{4}\.\d{1,2}\.\d{1,2}`,
].join('|')
const NUMERIC_MONTH = raw`\d{4}-(?:0[1-9]|1[0-2])|\d{4}\/(?:0?[1-9]|1[0-2])|\d{1,2}\/\d{4}`
const FRACTION = raw`\d{1,2}\/(?!0+(?!\d))\d{1,2}`
const TIME_OF_DAY = raw`\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}\.\d{2} ?น\.`

const JAPANESE_ERAS = ERAS.map((era) => era.ja).join('|')
const ERA_LETTER = '(?<![a-z0-9])[rhstm]'
const NUMERIC_ERA_DATE =
  raw`(?:${ERA_LETTER}|${JAPANESE_ERAS})\.?(?:\d{1,2}|元)` +
  raw`(?:\.\d{1,2}\.\d{1,2}|\/\d{1,2}\/\d{1,2}|-\d{1,2}-\d{1,2})`
const ERA = [
  raw`(?:reiwa|heisei|sh[oō]wa|taish[oō]|meiji)(?: era)?,?(?: year)?${END}`,
  raw`(?:รัชศก|ศักราช|ยุค|ปี)? ?(?:เรวะ|เรย์วะ|เฮเซ(?:อิ|ย์)?|โชวะ|ไทโช|เมจิ)(?: ?ปี)?(?: ?ที่)?`,
  JAPANESE_ERAS,
].join('|')
const BUDDHIST = raw`(?:ปี ?)?(?:พ\. ?ศ\.?|พุทธศักราช|(?<!เ)พศ\.?${BEFORE_DIGIT})|仏暦|タイ暦`
const GREGORIAN = raw`(?:ปี ?)?(?:ค\. ?ศ\.?|คริสต์?ศักราช|คศ\.?${BEFORE_DIGIT})|西暦`
const OTHER_ERA = raw`(?:bce|bc|b\.c\.(?:e\.)?)${END}|[รจฮม]\. ?ศ\.${BEFORE_DIGIT}|皇紀|民国|紀元前`

/** What makes the number behind it the number of a thing, a share or an amount of money, by unit. */
const PREFIXES: readonly (readonly [unit: string, source: string])[] = [
  ['fiscal-year', raw`(?:fiscal year|fy)(?= ?'?\d)|ปีงบ(?:ประมาณ)?(?: ?พ\. ?ศ\.?)?${BEFORE_DIGIT}`],
  ['article', `(?:articles?|มาตรา)${BEFORE_DIGIT}`],
  ['clause', `(?:clauses?|ข้อ(?:ที่)?)${BEFORE_DIGIT}`],
  ['section', `sections?${BEFORE_DIGIT}`],
  ['chapter', `(?:chapters?|หมวด)${BEFORE_DIGIT}`],
  ['paragraph', `(?:paragraphs?|วรรค|ย่อหน้า)${BEFORE_DIGIT}`],
  ['page', `(?:pages?|(?<!ข้าง)หน้า(?:ที่)?)${BEFORE_DIGIT}`],
  ['decade', `ทศวรรษ(?:ที่)?${BEFORE_DIGIT}`],
  ['percent', 'ร้อยละ'],
  ['usd', raw`us\$|\$|usd${BEFORE_DIGIT}`],
  ['baht', `฿|thb${BEFORE_DIGIT}`],
  ['yen', `¥|jpy${BEFORE_DIGIT}`],
  ['eur', `€|eur${BEFORE_DIGIT}`],
  [
    'ordinal',
    raw`(?:nos?\.|no|number)${BEFORE_DIGIT}|ที่(?= ?\d{1,4}\/\d{4})|第` +
      `|(?:ครั้ง|ฉบับ|ปี|ศตวรรษ|ระยะ|รุ่น|ลำดับ|อันดับ|เฟส|ชั้น|คน|มติ|คำสั่ง|ไตรมาส)ที่${BEFORE_DIGIT}`,
  ],
  [
    'name',
    raw`(?:version|ver\.?|iso|rfc|ieee|room|tel\.?|phone|ext\.?|windows|wi-?fi|zoom id)${BEFORE_DIGIT}` +
      raw`|(?:เลขที่|หมายเลข|รหัส|โทร\.?|เบอร์|ห้อง)${BEFORE_DIGIT}|#(?=\d)`,
  ],
]

/** A word with a number is a name (COVID-19, 5G in a word, MP3); "mid-2022" is about a year. */
const YEAR_PREFIX = raw`(?:pre|mid|post|late|early)-(?=\d{4}(?!\d))`
const CODE = raw`[a-z]+\d[a-z0-9]*(?:[-_.+][a-z0-9]+)*`
const WORD = raw`[a-z][a-z0-9]*(?:[-_+](?=[a-z0-9]*\d)[a-z0-9]+)*`
const DIGITS = raw`\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?`

const kind = (kind: string, rest: Partial<Token> = {}): Reader => {
  const token = { kind, ...rest }
  return () => token
}

/** In order of precedence; a reader may lengthen its match. */
export const LEXICON: readonly (readonly [source: string, read: Reader])[] = [
  [ADDRESS, kind('.')],
  [PHONE_NUMBER, kind('.')],
  [NUMERIC_ERA_DATE + FREE_BEHIND, readEraDate],
  [raw`${ERA_LETTER}(?=(?:\d{1,2}|元)年)`, readEra],
  [`${FREE}(?:${NUMERIC_DATE})${FREE_BEHIND}`, kind('N')],
  [`${FREE}(?:${NUMERIC_MONTH})${FREE_BEHIND}`, readNumericMonth],
  [FREE + FRACTION + FREE_BEHIND, kind('S')],
  [TIME_OF_DAY, kind('c')],
  [VERSION_NUMBER, kind('.')],
  [MONTH_PATTERNS.en, readMonth],
  [MONTH_PATTERNS.th, readMonth],
  [WEEKDAY_PATTERNS.en, (matched) => ({ kind: 'W', value: weekdayNamed(matched, 'en') })],
  [WEEKDAY_PATTERNS.th, (matched) => ({ kind: 'W', value: weekdayNamed(matched, 'th'), language: 'th' })],
  [WEEKDAY_PATTERNS.ja, (matched) => ({ kind: 'W', value: weekdayNamed(matched, 'ja') })],
  [OTHER_ERA, kind('z')],
  [raw`(?:b\.e\.?|be)${END}`, readLatinEra('B')],
  [raw`(?:c\.e\.?|ce|a\.d\.?|ad)${END}`, readLatinEra('G')],
  [BUDDHIST, kind('B')],
  [GREGORIAN, kind('G')],
  [ERA, readEra],
  ['(?<! )-(?! )', kind('-')],
  [`(?:to|until|till|through|thru)${END}|จนถึง|ถึง|から|より|[-~〜]`, kind('~')],
  [`(?:and|or)${END}|และ|หรือ|กับ|及び|および|&|と|、|・`, kind('&')],
  [`(?:of|the)${END}`, kind('o')],
  ...PREFIXES.map(([unit, source]) => [source, kind('p', { unit })] as const),
  [NUMBER_WORDS.enOrdinal, (matched) => ({ kind: 't', value: englishNumber(matched) })],
  [NUMBER_WORDS.en, readEnglishWords],
  [YEAR_PREFIX, kind('.')],
  [`${CODE}|${WORD}`, kind('.')],
  ['วัน ?ที่', kind('d', { language: 'th' })],
  // Lunar months are counted, too, after the day of the moon.
  ['(?<!ค่ำ ?)เดือน', kind('m', { language: 'th' })],
  ['ปี', kind('y', { language: 'th' })],
  [NUMBER_WORDS.th, readThaiWords],
  ['年(?!間|度|代)', kind('年')],
  ['月', kind('月')],
  ['日(?!間)', kind('日')],
  [`${NUMBER_WORDS.ja}|元(?=年)`, readKanji],
  [DIGITS, readDigits],
  [',', kind(',')],
  ["'", kind("'")],
  [raw`(?<! )\/(?! )`, kind('/')],
  [raw`\(`, kind('(')],
  [raw`\)`, kind(')')],
]

const MONTH_LEAD_IN = /(?<![a-z])(?:in|of|by|since|until|during|last|next|early|late|mid)[ -]$/

function readMonth(matched: string, start: number, context: LexicalContext): TokenRest {
  const { month, language, standsAlone: isClear } = monthNamed(matched)
  const before = context.text.slice(Math.max(0, start - 8), start)
  const standsAlone = isClear || (language === 'en' && MONTH_LEAD_IN.test(before))
  return { kind: 'M', value: month, language, standsAlone, capital: isCapital(start, start + 1, context) }
}

function readEra(matched: string): TokenRest {
  return { kind: 'J', era: eraNamed(matched) }
}

function readEraDate(matched: string, start: number, context: LexicalContext): TokenRest {
  return { kind: /^[a-z]/.test(matched) && !isCapital(start, start + 1, context) ? '.' : 'N' }
}

/** "3/2565" is March 2022, and after ครั้งที่ the third meeting of the year. */
function readNumericMonth(matched: string, _: number, { previous }: LexicalContext): TokenRest {
  return previous?.kind === 'p' ? { kind: 'q', value: Number.parseInt(matched, 10) } : { kind: 'P' }
}

/** "be" and "ad" are words, "BE" and "A.D." eras. */
function readLatinEra(kind: string): Reader {
  return (matched, start, context) => {
    const isEra = matched.includes('.') || isCapital(start, start + matched.length, context)
    return isEra ? { kind, language: 'en' } : { kind: '.' }
  }
}

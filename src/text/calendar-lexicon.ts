import type { Language } from '../vocabulary.ts'
import { ERAS, type Era, eraNamed } from './calendar-eras.ts'
import { MONTH_PATTERNS, monthNamed, WEEKDAY_PATTERNS, weekdayNamed } from './calendar-names.ts'
import type { Canonical } from './canonical.ts'
import { englishNumber, kanjiNumber, NUMBER_WORDS, thaiNumber } from './number-words.ts'
import { type UnitMatch, unitAfter, unitAfterWords } from './quantities-units.ts'

/**
 * What a token is, in one character, so that the shape of a date is a regular expression over the kinds of a sentence:
 * numbers `1` (one digit), `2` (two, up to 31), `9` (two, above 31), `4` (four), `Q` (a year, or a count of the noun behind
 * it), `q` (of a quantity or a numbered thing), `#` (any other); `t` ordinal word; `M` month, `W` weekday, `B` `G`
 * `J` era mark; the words `d` day, `m` month, `y` year, `o` of/the; `年` `月` `日`; `N` date in digits, `P` month with
 * year, `S` day with month; `p` mark of a numbered thing, `z` mark of another era; `-` to, `&` and, `,` `'` `/` `(` `)`;
 * `c` time of day; `.` anything else.
 */
export interface Token {
  kind: string
  /** Offsets in the canonical text. */
  start: number
  end: number
  value: number
  text: string
  /** Of `M`: its language; of other words of a date: Thai or nothing. */
  language?: Language
  /** Of `M`: a month even without a day or a year beside it. */
  standsAlone?: boolean
  capital?: boolean
  /** 5th. */
  ordinal?: boolean
  era?: Era
  /** Of `p`: the unit that it gives to its number; `name` when the number is none. */
  unit?: string
}

/** Where a reader stands. */
export interface LexicalContext {
  source: string
  canonical: Canonical
  text: string
  previous: Token | undefined
}

type TokenRest = Partial<Token> & { kind: string }
type Reader = (matched: string, start: number, context: LexicalContext) => TokenRest

const NOT_LATIN = '(?![a-z])'
const FREE = '(?<![a-z0-9]|[a-z][-./:]|\\d[./:])'
const NOT_NUMBERED = '(?!\\d|[-./]\\d|(?!t\\d)[a-z])'
const ERA_NAMES = ERAS.map((era) => era.ja).join('|')
const MONTH_AHEAD = new RegExp(` ?(?:เดือน ?)?(?:${MONTH_PATTERNS.th})`, 'uy')
const kind =
  (kind: string, rest: Partial<Token> = {}): Reader =>
  () => ({ kind, ...rest })

/** In order of precedence; a reader may lengthen its match. */
export const LEXICON: readonly (readonly [source: string, read: Reader])[] = [
  [
    'https?:\\/\\/[!-~]+|www\\.[!-~]+|(?:[a-z0-9-]{1,63}\\.){1,5}[a-z]{2,24}\\/[!-~]*|[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,253}',
    kind('.'),
  ],
  ['\\+\\d[\\d -]{6,16}\\d|(?<!\\d)0\\d{0,3}[- ]?\\d{3,4}[- ]\\d{3,4}(?!\\d)', kind('.')],
  [
    `(?:(?<![a-z0-9])[rhstm]|${ERA_NAMES})\\.?(?:\\d{1,2}|元)(?:\\.\\d{1,2}\\.\\d{1,2}|\\/\\d{1,2}\\/\\d{1,2}|-\\d{1,2}-\\d{1,2})${NOT_NUMBERED}`,
    (matched, start, context) =>
      /^[a-z]/.test(matched) && !isCapital(start, start + 1, context) ? { kind: '.' } : { kind: 'N' },
  ],
  ['(?<![a-z0-9])[rhstm](?=(?:\\d{1,2}|元)年)', (matched) => ({ kind: 'J', era: eraNamed(matched) })],
  [
    `${FREE}(?:\\d{1,2} ?\\/ ?\\d{1,2} ?\\/ ?(?:\\d{4}|\\d{1,2})|\\d{4} ?\\/ ?\\d{1,2} ?\\/ ?\\d{1,2}|\\d{1,2}-\\d{1,2}-(?:\\d{4}|\\d{2})|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{4}\\.\\d{1,2}\\.\\d{1,2})${NOT_NUMBERED}`,
    kind('N'),
  ],
  [
    `${FREE}(?:\\d{4}-(?:0[1-9]|1[0-2])|\\d{4}\\/(?:0?[1-9]|1[0-2])|\\d{1,2}\\/\\d{4})${NOT_NUMBERED}`,
    (matched, _, { previous }) =>
      previous?.kind === 'p' ? { kind: 'q', value: Number.parseInt(matched, 10) } : { kind: 'P' },
  ],
  [`${FREE}\\d{1,2}\\/(?!0+(?!\\d))\\d{1,2}${NOT_NUMBERED}`, kind('S')],
  ['\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)|\\d{1,2}\\.\\d{2} ?น\\.', kind('c')],
  ['\\d+(?:\\.\\d+){2,}', kind('.')],
  [MONTH_PATTERNS.en, readMonth],
  [MONTH_PATTERNS.th, readMonth],
  [WEEKDAY_PATTERNS.en, (matched) => ({ kind: 'W', value: weekdayNamed(matched, 'en') })],
  [WEEKDAY_PATTERNS.th, (matched) => ({ kind: 'W', value: weekdayNamed(matched, 'th'), language: 'th' })],
  [WEEKDAY_PATTERNS.ja, (matched) => ({ kind: 'W', value: weekdayNamed(matched, 'ja') })],
  ['(?:bce|bc|b\\.c\\.(?:e\\.)?)(?![a-z])|[รจฮม]\\. ?ศ\\.(?= ?\\d)|皇紀|民国|紀元前', kind('z')],
  [`(?:b\\.e\\.?|be)${NOT_LATIN}`, readLatinEra('B')],
  [`(?:c\\.e\\.?|ce|a\\.d\\.?|ad)${NOT_LATIN}`, readLatinEra('G')],
  ['(?:ปี ?)?(?:พ\\. ?ศ\\.?|พุทธศักราช|(?<!เ)พศ\\.?(?= ?\\d))|仏暦|タイ暦', kind('B')],
  ['(?:ปี ?)?(?:ค\\. ?ศ\\.?|คริสต์?ศักราช|คศ\\.?(?= ?\\d))|西暦', kind('G')],
  [
    `(?:reiwa|heisei|sh[oō]wa|taish[oō]|meiji)(?: era)?,?(?: year)?${NOT_LATIN}|(?:รัชศก|ศักราช|ยุค|ปี)? ?(?:เรวะ|เรย์วะ|เฮเซ(?:อิ|ย์)?|โชวะ|ไทโช|เมจิ)(?: ?ปี)?(?: ?ที่)?|${ERA_NAMES}`,
    (matched) => ({ kind: 'J', era: eraNamed(matched) }),
  ],
  [`(?:to|until|till|through|thru)${NOT_LATIN}|จนถึง|ถึง|から|より|[-~〜]`, kind('-')],
  [`(?:and|or)${NOT_LATIN}|และ|หรือ|กับ|及び|および|&|と|、|・`, kind('&')],
  [`(?:of|the)${NOT_LATIN}`, kind('o')],
  [`(?:fiscal year|fy)(?= ?'?\\d)|ปีงบ(?:ประมาณ)?(?: ?พ\\. ?ศ\\.?)?(?= ?\\d)`, kind('p', { unit: 'fiscal-year' })],
  ['(?:articles?|มาตรา)(?= ?\\d)', kind('p', { unit: 'article' })],
  ['(?:clauses?|ข้อ(?:ที่)?)(?= ?\\d)', kind('p', { unit: 'clause' })],
  ['(?:sections?)(?= ?\\d)', kind('p', { unit: 'section' })],
  ['(?:chapters?|หมวด)(?= ?\\d)', kind('p', { unit: 'chapter' })],
  ['(?:paragraphs?|วรรค|ย่อหน้า)(?= ?\\d)', kind('p', { unit: 'paragraph' })],
  ['(?:pages?|(?<!ข้าง)หน้า(?:ที่)?)(?= ?\\d)', kind('p', { unit: 'page' })],
  ['ทศวรรษ(?:ที่)?(?= ?\\d)', kind('p', { unit: 'decade' })],
  ['ร้อยละ', kind('p', { unit: 'percent' })],
  ['us\\$|\\$|usd(?= ?\\d)', kind('p', { unit: 'usd' })],
  ['฿|thb(?= ?\\d)', kind('p', { unit: 'baht' })],
  ['¥|jpy(?= ?\\d)', kind('p', { unit: 'yen' })],
  ['€|eur(?= ?\\d)', kind('p', { unit: 'eur' })],
  [
    '(?:nos?\\.|no|number)(?= ?\\d)|(?:ครั้ง|ฉบับ|ปี|ศตวรรษ|ระยะ|รุ่น|ลำดับ|อันดับ|เฟส|ชั้น|คน|มติ|คำสั่ง|ไตรมาส)ที่(?= ?\\d)|ที่(?= ?\\d{1,4}\\/\\d{4})|第',
    kind('p', { unit: 'ordinal' }),
  ],
  [
    '(?:version|ver\\.?|iso|rfc|ieee|room|tel\\.?|phone|ext\\.?|windows|wi-?fi|zoom id)(?= ?\\d)|(?:เลขที่|หมายเลข|รหัส|โทร\\.?|เบอร์|ห้อง)(?= ?\\d)|#(?=\\d)',
    kind('p', { unit: 'name' }),
  ],
  [NUMBER_WORDS.enOrdinal, (matched) => ({ kind: 't', value: englishNumber(matched) })],
  [NUMBER_WORDS.en, readEnglishWords],
  // "mid-2022" is about a year, "COVID-19" is a name.
  ['(?:pre|mid|post|late|early)-(?=\\d{4}(?!\\d))', kind('.')],
  ['[a-z]+\\d[a-z0-9]*(?:[-_.+][a-z0-9]+)*|[a-z][a-z0-9]*(?:[-_+](?=[a-z0-9]*\\d)[a-z0-9]+)*', kind('.')],
  ['วัน ?ที่', kind('d', { language: 'th' })],
  ['(?<!ค่ำ ?)เดือน', kind('m', { language: 'th' })],
  ['ปี', kind('y', { language: 'th' })],
  [NUMBER_WORDS.th, readThaiWords],
  ['年(?!間|度|代)', kind('年')],
  ['月', kind('月')],
  ['日(?!間)', kind('日')],
  [`${NUMBER_WORDS.ja}|元(?=年)`, readKanji],
  ['\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?', readDigits],
  [',', kind(',')],
  ["'", kind("'")],
  ['(?<! )\\/(?! )', kind('/')],
  ['\\(', kind('(')],
  ['\\)', kind(')')],
]

const MONTH_AHEAD_EN = new RegExp(MONTH_PATTERNS.en, 'uy')
const ORDINAL_SUFFIX = /(?:st|nd|rd|th)(?![a-z])/y
const ERA_AHEAD = /(?:b\.?e|c\.?e|a\.?d|bce?)(?![a-z])/y
/** 5G, 5จี, 第5世代: names, whatever their number. */
const NAME_AHEAD = /(?:st|nd|rd|th)? ?(?:g(?![a-z])|จี(?!น)|世代|generation|เจเนอเรชัน)/y
const MONTH_LEAD_IN = /(?<![a-z])(?:in|of|by|since|until|during|last|next|early|late|mid)[ -]$/
const LATIN_RUN = /[a-z][a-z0-9]*/y
const DATE_MARK_AHEAD = /(?:(?:[-~〜]|から)[〇一二三四五六七八九十]{1,4})?[年月日]/y
const KANJI_COUNTER_AHEAD = /[条章項回次号期節版]/y

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

function readDigits(matched: string, start: number, { text, previous }: LexicalContext): TokenRest {
  const end = start + matched.length
  const value = Number(matched.replaceAll(',', ''))
  const nameEnd = matchEnd(NAME_AHEAD, text, end)
  if (nameEnd !== undefined || previous?.unit === 'name') return { kind: '.', end: nameEnd ?? end }

  const ordinalEnd = matchEnd(ORDINAL_SUFFIX, text, end)
  if (ordinalEnd !== undefined) return { kind: digitKind(value, matched), value, end: ordinalEnd, ordinal: true }

  const unit = unitAfter(text, end)
  const counted = unit !== undefined && !isDatePart(unit, previous)
  const runEnd = matchEnd(LATIN_RUN, text, end)
  const known =
    counted || matchEnd(MONTH_AHEAD_EN, text, end) !== undefined || matchEnd(ERA_AHEAD, text, end) !== undefined
  if (runEnd !== undefined && !known) return { kind: '.', end: runEnd }
  if (/^\d+\.0$/.test(matched) && !counted) return { kind: '.' }
  if (previous?.kind === 'p') return { kind: 'q', value }
  const plain = previous?.kind === 'z' ? '#' : digitKind(value, matched)
  if (!counted) return { kind: plain, value }
  const mayBeYear = plain === '4' || (plain === '9' && previous?.language === 'th' && !unit.isTime)
  return { kind: mayBeYear && !unit.certain ? 'Q' : 'q', value }
}

/** In "วันที่ 5 เดือน 8 ปี 2565" the words after the numbers name the next part of the date. */
function isDatePart({ unit }: UnitMatch, previous: Token | undefined): boolean {
  return (previous?.kind === 'd' && unit === 'month') || (previous?.kind === 'm' && unit === 'year')
}

function digitKind(value: number, digits: string): string {
  if (/[,.]/.test(digits)) return '#'
  if (digits.length === 2) return value > 31 ? '9' : '2'
  return digits.length === 1 ? '1' : digits.length === 4 ? '4' : '#'
}

function readThaiWords(matched: string, start: number, { text, previous }: LexicalContext): TokenRest {
  const value = thaiNumber(matched)
  const end = start + matched.length
  const isDay = previous?.kind === 'd' || matchEnd(MONTH_AHEAD, text, end) !== undefined
  if (isDay) return { kind: digitKind(value, String(value)), value }
  return { kind: unitAfter(text, end) === undefined ? '.' : 'q', value }
}

function readEnglishWords(matched: string, start: number, { text }: LexicalContext): TokenRest {
  return { kind: unitAfterWords(text, start + matched.length) === undefined ? '.' : 'q', value: englishNumber(matched) }
}

function readKanji(matched: string, start: number, { text, previous }: LexicalContext): TokenRest {
  const value = kanjiNumber(matched)
  const end = start + matched.length
  const digits = /[十百千元]/.test(matched) ? String(value) : matched
  if (matchEnd(DATE_MARK_AHEAD, text, end) !== undefined) return { kind: digitKind(value, digits), value }
  if (previous?.kind === 'p') return { kind: matchEnd(KANJI_COUNTER_AHEAD, text, end) === undefined ? '.' : 'q', value }
  const unit = unitAfter(text, end)
  // 十分 is "enough" and 一時 "for a while".
  const counted = unit !== undefined && unit.unit !== 'minute' && unit.unit !== 'clock'
  return { kind: counted ? 'q' : '.', value }
}

function readMonth(matched: string, start: number, context: LexicalContext): TokenRest {
  const { month, language, standsAlone: isClear } = monthNamed(matched)
  const before = context.text.slice(Math.max(0, start - 8), start)
  const standsAlone = isClear || (language === 'en' && MONTH_LEAD_IN.test(before))
  return { kind: 'M', value: month, language, standsAlone, capital: isCapital(start, start + 1, context) }
}

function readLatinEra(kind: string): Reader {
  return (matched, start, context) =>
    matched.includes('.') || isCapital(start, start + matched.length, context)
      ? { kind, language: 'en' }
      : { kind: '.' }
}

function isCapital(start: number, end: number, { source, canonical }: LexicalContext): boolean {
  return !/\p{Ll}/u.test(source.slice(canonical.starts[start], canonical.ends[end - 1]))
}

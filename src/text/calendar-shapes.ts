import type { Token } from './calendar-token.ts'
import type { TokenizedText } from './calendar-tokenize.ts'

/** One date as it was written: its first and last token, and the tokens that say its parts. */
export interface WrittenDate {
  first: Token
  last: Token
  day: Token | undefined
  month: Token | undefined
  year: Token | undefined
  era: Token | undefined
  /** A date in digits; says all parts at once. */
  numeric: Token | undefined
  weekday: Token | undefined
  /** The year again in another calendar: 令和4年（2022年）. */
  twin: { year: Token; era: Token | undefined } | undefined
  /** Something beside the year says that it is one. */
  marked: boolean
}

export interface ShapeMatch {
  /** Index of the token behind the match. */
  next: number
  /** More than one for a range or a list; parts said once are in each. */
  dates: WrittenDate[]
  /** The dates must ascend: they are joined by "to" or a dash. */
  isRange: boolean
}

type Groups = Readonly<Record<string, readonly Token[]>>

interface Shape {
  pattern: RegExp
  /** What kinds alone can't tell; `rest` is the text behind the match. */
  accepts: (groups: Groups, rest: string) => boolean
}

const DAY = '(?:W,?)?[do]?(?:W,?)?[129]'
const DAYS = `(?<days>(?:${DAY}(?:,${DAY}){0,9},?[-~&])?(?:${DAY}|(?:W,?)?o?t(?=oM)))`
const NOT_DAY = '(?!o?M|[年月日])'
const YEAR = `(?<era>[BGJ])?'?(?<years>[4Q]|[29]${NOT_DAY}|(?<=J)1)(?<eraAfter>[BG](?![294Q]))?`
const YEAR_TO = `[-/][29]${NOT_DAY}|[-~&/]4`
/** Digits joined to others by a dash or a stroke are codes. */
const UNJOINED = '(?<![1294#qQNPS][-/]|[#z])'
const UNJOINED_AFTER = '(?![-/][1294#q]|z)'
const DAY_ENDS = /^(?:$| ?[,.;:?!)]| (?:in|at|and|to|by|with|between|when|as)(?![a-z]))/
const JAPANESE_DAY_ENDS = /^(?:に(?! ?\d|一)|、|付|夜|朝|午前|午後|現在)/

const shape = (pattern: string, accepts: Shape['accepts'] = () => true): Shape => ({
  pattern: new RegExp(pattern, 'dy'),
  accepts,
})

const SHAPES: readonly Shape[] = [
  // 5 สิงหาคม 2565, Tuesday 2nd of August, 2022, 2-5 ส.ค. 65
  shape(`${DAYS}o?m?(?<months>M)(?:,?o?y?${YEAR})?`),
  shape(`(?<days>[129])-(?<months>M)-(?<years>[294Q])`),
  // August 5, 2022
  shape(
    `(?:W,?)?(?<months>M)o?(?<days>[12](?:[-~&][12])?(?!o?M)|t)(?:,?(?<era>[BGJ])?'?(?<years>[49Q]|(?<=')2)(?<eraAfter>[BG](?![294Q]))?)?`,
    ({ months, years }) => isEnglish(months) && (!!years || !!months?.[0]?.standsAlone || !!months?.[0]?.capital),
  ),
  // สิงหาคม 2565, July–August 2022, Aug-2022
  shape(`m?(?<months>M(?:[-~&]m?M)?)(?:,?o?y?${YEAR})`),
  shape('(?<months>M)-(?<years>[94Q])'),
  shape('(?<months>m?M(?:[-~&]m?M)?)', ({ months = [] }) =>
    months.some(
      (token) => token.kind === 'm' || token.kind === '-' || token.kind === '~' || token.standsAlone === true,
    ),
  ),
  // 2565 สิงหาคม, 2022 August 5
  shape(
    `y?(?<era>[BGJ])?(?<years>[4Q]|(?<=[yB])[29])m?(?<months>M)(?<days>[12](?!o?M))?(?!,?o?y?[BGJ]?[49Q])`,
    ({ months, days }) => months?.[0]?.standsAlone === true && (!days || isEnglish(months)),
  ),
  // วันที่ 5 เดือน 8 ปี 2565
  shape(`d(?<days>[12])m(?<months>[12])(?:y?${YEAR})?`),
  shape(`(?<!q)m(?<months>[12])(?:y${YEAR}|(?![-/&1294#]))`),
  // 令和4年（2022年）8月2日から5日
  shape(
    `(?<era>[BGJ])?(?<years>[1294Q])年(?:\\((?<twinEra>[BGJ])?(?<twin>[1294])年?\\))?` +
      `(?:(?<months>(?:[129]月?[-~&]){0,9}[129])月(?:(?<days>(?:[129]日?W?[-~&]){0,9}[129])日W?)?)?`,
    ({ era, years, months }) => !!era || !!months || isFourDigits(years),
  ),
  shape(`(?<era>[BGJ])?(?<years>[1294]年?[-~&/][1294])年(?![129]月)`, ({ era, years }) => !!era || isFourDigits(years)),
  shape(`(?<months>(?:[129]月?[-~&]){0,9}[129])月(?:(?<days>(?:[129]日?W?[-~&]){0,9}[129])日W?)?`),
  // พ.ศ. 2560-2565, 2565 BE, ปี 65, 2017–2022, Heisei 29
  shape(`y?(?<era>[BG])'?(?<years>[294Q](?:${YEAR_TO})?)`),
  shape(`(?<years>4(?:${YEAR_TO})?)(?<eraAfter>[BG](?![1294Q]))`),
  shape(`(?<![q4Q])y(?<years>[294Q](?:${YEAR_TO})?)`),
  shape(`${UNJOINED}(?<years>4(?:${YEAR_TO})?)${UNJOINED_AFTER}`),
  shape(`(?<era>J)(?<years>[129](?:[-~/&][129]${NOT_DAY})?)(?!年)`),
  // 5/8/2565, 2-5/8/65, 08/2022, วันที่ 5/8
  shape(`(?:W,?)?d?${UNJOINED}(?<days>(?:[12][-~])?N)`),
  shape(`m?${UNJOINED}P`),
  shape('dS'),
  // วันที่ 5, on the 5th, 5日に
  shape('d(?<days>[12](?:[-~&]d?[12]){0,9})(?![-/])', (_, rest) => !/^ ?ของ/.test(rest)),
  shape('o(?<days>[12])', ({ days }, rest) => days?.[0]?.ordinal === true && DAY_ENDS.test(rest)),
  shape('(?<days>[12])日W?', (_, rest) => JAPANESE_DAY_ENDS.test(rest)),
]

/** The longest date, or list of dates, that begins at a token. */
export function matchShape({ canonical, tokens, kinds }: TokenizedText, at: number): ShapeMatch | undefined {
  let longest: { groups: Groups; next: number } | undefined
  for (const { pattern, accepts } of SHAPES) {
    pattern.lastIndex = at
    const match = pattern.exec(kinds)
    const next = pattern.lastIndex
    if (match === null || next <= (longest?.next ?? at)) continue
    const groups = groupTokens(match, tokens)
    const behind = tokens[next - 1]!.end
    if (accepts(groups, canonical.text.slice(behind, behind + 12))) longest = { groups, next }
  }
  return longest && { next: longest.next, ...splitList(tokens.slice(at, longest.next), longest.groups) }
}

function groupTokens(match: RegExpExecArray, tokens: readonly Token[]): Groups {
  const ranges = Object.entries(match.indices?.groups ?? {})
  return Object.fromEntries(ranges.flatMap(([name, range]) => (range ? [[name, tokens.slice(...range)]] : [])))
}

const isEnglish = (months: readonly Token[] | undefined) => months?.[0]?.language === 'en'
const isFourDigits = (years: readonly Token[] | undefined) => years?.[0]?.value !== undefined && years[0].value > 999

/** Cuts "2-5 ส.ค. 2565" between its days, so that each date has its own words and all have the month and the year. */
function splitList(tokens: readonly Token[], groups: Groups): Pick<ShapeMatch, 'dates' | 'isRange'> {
  const list = [groups.days, groups.months, groups.years].find((group) => members(group).length > 1) ?? []
  const isJoint = (token: Token, i: number) =>
    list.includes(token) && '-~&,/'.includes(token.kind) && tokens[i - 1]?.kind !== 'W'
  const pieces: Token[][] = [[]]
  for (const [i, token] of tokens.entries()) {
    if (isJoint(token, i)) pieces.push([])
    else pieces.at(-1)!.push(token)
  }
  return {
    dates: pieces.filter((piece) => piece.length > 0).map((piece) => writtenDate(piece, tokens, groups)),
    isRange: list.some(({ kind }) => '-~/'.includes(kind)),
  }
}

function members(group: readonly Token[] | undefined): Token[] {
  return (group ?? []).filter(({ kind }) => /[1294QtMN]/.test(kind))
}

function writtenDate(piece: readonly Token[], all: readonly Token[], groups: Groups): WrittenDate {
  const part = (group: readonly Token[] | undefined) => {
    const choices = members(group)
    return choices.length > 1 ? choices.find((token) => piece.includes(token)) : choices[0]
  }
  const day = part(groups.days)
  const twin = groups.twin?.[0]
  return {
    first: piece.find(({ kind }) => !'o,&'.includes(kind))!,
    last: piece.at(-1)!,
    day: day?.kind === 'N' ? undefined : day,
    month: part(groups.months),
    year: fullYear(part(groups.years), members(groups.years)[0]),
    era: (groups.era ?? groups.eraAfter)?.[0],
    numeric: all.find(({ kind }) => 'NPS'.includes(kind)),
    weekday: piece.find(({ kind }) => kind === 'W'),
    twin: twin && { year: twin, era: groups.twinEra?.[0] },
    marked: groups.months !== undefined || all.some(({ kind }) => kind === '年' || kind === 'y'),
  }
}

/** In "2560-65" the second year is 2565. */
function fullYear(year: Token | undefined, first: Token | undefined): Token | undefined {
  if (year === undefined || first === undefined || first.value < 1000 || year.value > 99) return year
  return { ...year, kind: '4', value: first.value - (first.value % 100) + year.value }
}

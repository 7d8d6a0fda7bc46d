import type { Span } from '../vocabulary.ts'
import { type CalendarText, readCalendar } from './calendar-read.ts'
import type { Token } from './calendar-token.ts'
import { readYear } from './calendar-years.ts'
import { type UnitMatch, unitAfter, unitAfterWords } from './quantities-units.ts'

/** A number that is a fact and no date. `text.slice(start, end) === quantity.text`, prefix and unit included. */
export interface Quantity extends Span {
  text: string
  /** With its magnitude and scale: 100 ล้านบาท is 100,000,000, 2.6 GHz is 2,600,000,000 hertz, 10:30 is 10.5. */
  value: number
  /**
   * The same in every language: day, month, year, percent, baht, yen, usd, person, time, company, project, article, clause,
   * hertz, clock (a time of day, in hours), ordinal (the third), fiscal-year (Gregorian number) and so on; undefined when
   * none is written or known.
   */
  unit: string | undefined
}

/** A quantity while it is put together; offsets are those of canonical text. */
interface Draft extends Span {
  value: number
  unit: string | undefined
  factor: number
}

/** The quantities of a text in order. None overlaps a date; digits of names, codes and addresses are left out. */
export function readQuantities(text: string): Quantity[] {
  return quantitiesOf(readCalendar(text))
}

/** The same of a text whose dates have been read. */
export function quantitiesOf(calendar: CalendarText): Quantity[] {
  const { source, canonical } = calendar.written
  return draftsOf(calendar).map(({ start, end, value, unit }) => {
    const from = canonical.starts[start]!
    const to = canonical.ends[end - 1]!
    return { start: from, end: to, text: source.slice(from, to), value, unit }
  })
}

/** "[1]" cites and "1." at the start of a line counts paragraphs: neither is a fact. */
const LIST_MARKER = /(?<=(?:^|\n)[ \t>*-]{0,8}\(?)\p{Nd}{1,2}[.)](?=\s)/uy

function draftsOf({ written, used }: CalendarText): Draft[] {
  const { tokens, source, canonical } = written
  const drafts: Draft[] = []
  let last: { draft: Draft; index: number } | undefined
  for (const [index, token] of tokens.entries()) {
    if (token.start < (last?.draft.end ?? 0)) continue
    if (used.has(index) || !isNumber(token) || isMarker(token, source, canonical.starts[token.start]!)) continue
    const draft = draftOf(tokens, index, canonical.text, used)
    if (last && isContinued(last.draft, draft)) {
      Object.assign(last.draft, { ...draft, start: last.draft.start, value: last.draft.value + draft.value })
      last.index = index
      continue
    }
    if (last && draft.start < last.draft.end) draft.start = token.start
    if (last?.index === index - 2 && '-~'.includes(tokens[index - 1]!.kind)) shareUnit(last.draft, draft)
    drafts.push(draft)
    last = { draft, index }
  }
  // 2.6 × 10⁹ isn't exact in binary.
  return drafts.map((draft) => ({ ...draft, value: Number(draft.value.toPrecision(15)) }))
}

/** Digits, a number word that counts something, a fraction or a time of day. */
function isNumber({ kind }: Token): boolean {
  return '1294Qq#Sc'.includes(kind)
}

function isMarker({ start, end }: Token, source: string, at: number): boolean {
  LIST_MARKER.lastIndex = at
  return LIST_MARKER.test(source) || (source[at - 1] === '[' && source[at + end - start] === ']')
}

function draftOf(tokens: readonly Token[], index: number, text: string, used: ReadonlySet<number>): Draft {
  const token = tokens[index]!
  const before = tokens[index - 1]
  const next = tokens[index + 1]
  const alone: Draft = { start: token.start, end: token.end, value: token.value, unit: undefined, factor: 1 }
  if (token.kind === 'c' || token.kind === 'S') return { ...alone, ...pairOf(token) }

  const found = /[a-z]$/.test(token.text) ? unitAfterWords(text, token.end) : unitAfter(text, token.end)
  const own = found && isFree(found.end, index, tokens, used) ? found : undefined
  if (before?.kind === 'p') return withPrefix(alone, before, token, own)
  if (own?.unit === 'fiscal-year') return { ...alone, ...fiscalYear(before, token, used.has(index - 1)), end: own.end }
  if (token.ordinal) return { ...alone, unit: 'ordinal' }
  if (own) return counted(alone, own)
  const mark = next?.start === token.end && !used.has(index + 1) ? next : undefined
  if (mark?.kind === '年' || mark?.kind === '日') {
    return { ...alone, end: mark.end, unit: mark.kind === '年' ? 'year' : 'day' }
  }
  return alone
}

/** In "2565 เดือน 5" the word behind the first number begins a date, so it's no unit. */
function isFree(end: number, index: number, tokens: readonly Token[], used: ReadonlySet<number>): boolean {
  for (let i = index + 1; i < tokens.length && tokens[i]!.start < end; i++) if (used.has(i)) return false
  return true
}

function counted(draft: Draft, { factor, unit, half, end }: UnitMatch): Draft {
  return { ...draft, end, value: (draft.value + (half ? 0.5 : 0)) * factor, unit, factor }
}

/** มาตรา 5, $5 million, ครั้งที่ 3, 第5条. */
function withPrefix(draft: Draft, prefix: Token, token: Token, own: UnitMatch | undefined): Draft {
  const start = prefix.start
  if (prefix.unit === 'fiscal-year') return { ...draft, ...fiscalYear(prefix, token, false), start }
  const isNumberedThing = own?.unit === 'article' || own?.unit === 'chapter' || own?.unit === 'paragraph'
  if (prefix.unit === 'ordinal') {
    return own && (isNumberedThing || prefix.text === '第')
      ? { ...counted(draft, own), start, unit: isNumberedThing ? own.unit : 'ordinal' }
      : { ...draft, start, unit: 'ordinal' }
  }
  const isSame = own !== undefined && (own.unit === undefined || own.unit === prefix.unit)
  return isSame ? { ...counted(draft, own), start, unit: prefix.unit } : { ...draft, start, unit: prefix.unit }
}

/** ปีงบประมาณ 2565, FY2022 and 令和4年度 are named alike and begin on different days: no calendar year, so no date. */
function fiscalYear(before: Token | undefined, { start, value, text }: Token, isUsed: boolean): Partial<Draft> {
  const mark = before && !isUsed && 'BGJ'.includes(before.kind) ? before : undefined
  const calendar = mark?.kind === 'B' ? 'buddhist' : mark?.kind === 'G' ? 'gregorian' : 'japanese'
  const [reading] =
    readYear({
      value,
      digits: text.length < 3 ? 2 : 4,
      mark: mark && { ...mark, calendar },
      habit: before?.text.startsWith('ปี') ? 'th' : undefined,
      marked: true,
    }) ?? []
  return { start: mark?.start ?? start, value: reading?.year ?? value, unit: 'fiscal-year' }
}

function pairOf({ kind, text }: Token): Pick<Draft, 'value' | 'unit'> {
  const [first = 0, second = 0] = (text.match(/\d+/g) ?? []).map(Number)
  return kind === 'c' ? { value: first + second / 60, unit: 'clock' } : { value: first / second, unit: undefined }
}

/** 1億2000万円, 1 ล้าน 5 แสนบาท: one number in descending magnitudes. */
function isContinued(last: Draft, { start, factor }: Draft): boolean {
  return (
    last.unit === undefined && last.factor > factor && (start === last.end || (factor > 1 && start - last.end === 1))
  )
}

/** In "3-5 ล้านบาท" both numbers are millions of baht, in "ข้อ 2-5" both are clauses. */
function shareUnit(first: Draft, second: Draft): void {
  if (first.unit === undefined && first.factor === 1 && second.unit !== undefined) {
    first.unit = second.unit
    first.value *= second.factor
  } else if (second.unit === undefined && second.factor === 1) {
    second.unit = first.unit
  }
}

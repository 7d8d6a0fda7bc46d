import type { Language } from '../vocabulary.ts'
import { type CalendarDate, type DateMention, type ImpossibleDate, isPossible } from './calendar-date.ts'
import { type Reading, readingsOf } from './calendar-resolve.ts'
import { matchShape, type WrittenDate } from './calendar-shapes.ts'
import type { Token } from './calendar-token.ts'
import { type TokenizedText, tokenize } from './calendar-tokenize.ts'

/** All that a text says in dates. */
export interface CalendarText {
  written: TokenizedText
  dates: DateMention[]
  impossible: ImpossibleDate[]
  /** Indexes of the tokens that dates, possible or not, are made of. */
  used: Set<number>
}

/** The dates of a text in order, never overlapping, each as long as it is written. */
export function readDates(text: string): DateMention[] {
  return readCalendar(text).dates
}

/** What a text writes as a date and cannot be one. A statement that has one is wrong, whatever its sources say. */
export function readImpossibleDates(text: string): ImpossibleDate[] {
  return readCalendar(text).impossible
}

export function readCalendar(text: string): CalendarText {
  const written = tokenize(text)
  const dates: DateMention[] = []
  const impossible: ImpossibleDate[] = []
  const used = new Set<number>()
  let previousEnd = -1
  for (let at = 0; at < written.tokens.length; ) {
    const match = matchShape(written, at)
    if (match === undefined) {
      at++
      continue
    }
    const readings = match.dates.map((date) => readingsOf(date, habitOf(date, written)))
    if (readings.every(isRead) && !(match.isRange && descends(readings))) {
      const mentions = match.dates.map((date, i) => mentionOf(date, readings[i]!, written))
      const joint = at - previousEnd === 1 ? written.kinds[previousEnd]! : ''
      if (/[-~&]/.test(joint)) dates.push(...shareParts(dates.pop()!, mentions[0]!, joint), ...mentions.slice(1))
      else dates.push(...mentions)
      previousEnd = match.next
    } else if (readings.every((reading) => reading !== undefined)) {
      impossible.push(spanOf(match.dates[0]!.first, match.dates.at(-1)!.last, written))
    }
    if (readings.every((reading) => reading !== undefined)) for (let i = at; i < match.next; i++) used.add(i)
    at = match.next
  }
  return { written, dates, impossible, used }
}

type Readings = [Reading, ...Reading[]]

function isRead(readings: Reading[] | undefined): readings is Readings {
  return readings?.[0] !== undefined
}

/** Whose habits a date follows: those of its own words, then those of the text around it. */
function habitOf({ first, last, month }: WrittenDate, { canonical: { text } }: TokenizedText): Language | undefined {
  if (/[年月日]/.test(text.slice(first.start, last.end))) return 'ja'
  if (/[\u0e01-\u0e4e]/.test(text)) return 'th'
  return month?.language ?? (/[\u3041-\u30fe\u4e00-\u9fff]/.test(text) ? 'ja' : undefined)
}

function mentionOf(date: WrittenDate, [likeliest, ...others]: Readings, written: TokenizedText): DateMention {
  const isSaid = others.every(({ calendar }) => calendar === likeliest.calendar)
  return {
    ...spanOf(date.first, date.last, written),
    calendar: isSaid ? likeliest.calendar : undefined,
    date: likeliest.date,
    alternatives: others.map((reading) => reading.date),
  }
}

function spanOf(first: Token, last: Token, { source, canonical }: TokenizedText): ImpossibleDate {
  const start = canonical.starts[first.start]!
  const end = canonical.ends[last.end - 1]!
  return { start, end, text: source.slice(start, end) }
}

function descends(list: readonly Readings[]): boolean {
  return list.some(([{ date }], i) => i > 0 && isAfter(list[i - 1]![0].date, date))
}

function isAfter(a: CalendarDate, b: CalendarDate): boolean {
  const order = (date: CalendarDate) => (date.year ?? 0) * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0)
  return order(a) > order(b)
}

/**
 * In "30 ก.ค. ถึง 5 ส.ค. 2565" both dates have the year that is written once: by custom the last of Thai and English dates,
 * the first of Japanese ones and of any from-to. Not when the first date would then be the later one.
 */
function shareParts(first: DateMention, second: DateMention, joint: string): [DateMention, DateMention] {
  const isJapanese = /[年月日]/.test(second.text)
  const isYear = second.date.month === undefined && second.date.day === undefined
  const sharesBack = !isJapanese && first.date.month !== undefined && second.date.month !== undefined
  const sharesOn = !isYear && (isJapanese || joint !== '&')
  const firstFull = sharesBack ? completed(first, second, ['year']) : first
  const secondFull = sharesOn ? completed(second, first, second.date.month ? ['year'] : ['month', 'year']) : second
  return isAfter(firstFull.date, secondFull.date) ? [first, second] : [firstFull, secondFull]
}

function completed(mention: DateMention, other: DateMention, parts: readonly ('year' | 'month')[]): DateMention {
  const missing = parts.filter((part) => mention.date[part] === undefined && other.date[part] !== undefined)
  const complete = (source: CalendarDate): CalendarDate => ({
    ...mention.date,
    ...Object.fromEntries(missing.map((part) => [part, source[part]])),
  })
  if (missing.length === 0) return mention
  const date = complete(other.date)
  if (!isPossible(date)) return mention
  return {
    ...mention,
    calendar: other.calendar,
    date,
    alternatives: other.alternatives.map(complete).filter(isPossible),
  }
}

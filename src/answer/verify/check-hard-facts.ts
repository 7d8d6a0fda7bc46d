import { agrees, daysBetween, monthsBetween, weekdayOf, yearsBetween } from '../../text/calendar.ts'
import { canonical } from '../../text/canonical.ts'
import type { Quantity } from '../../text/quantities.ts'
import { type Facts, strayFacts } from '../../text/stray-facts.ts'
import type { ComputedSpan } from '../draft.ts'

/**
 * Every date, number and amount of the statement must stand in its quotes, in whichever calendar, or have been computed from
 * dates that do. Returns what doesn't, in words.
 */
export function checkHardFacts(
  statement: Facts,
  quotes: readonly Facts[],
  computed?: ComputedSpan,
): string | undefined {
  const { dates, impossibleDates, quantities, numbers } = strayFacts(statement, quotes)
  if (dates[0] !== undefined) return `the date ${dates[0]} is not in the quotes`
  const strayWeekday = weekdaysIn(statement).find((weekday) => !quotes.some((quote) => hasWeekday(quote, weekday)))
  if (strayWeekday !== undefined) return 'a weekday is not that of its date'
  if (isInOtherEra(statement)) return 'a year is not one of the era that it is given in'
  if (impossibleDates[0] !== undefined) return `${impossibleDates[0]} is no date, and not in the quotes`

  if (computed !== undefined) {
    const quotedDates = quotes.flatMap((quote) => quote.dates)
    const strayEnd = [computed.from, computed.to].find((date) => !quotedDates.some((quote) => agrees(date, quote.date)))
    if (strayEnd !== undefined) return 'a date that it was computed from is not in the quotes'
  }
  const namesTwo = quotes.some(({ text }) => NAMES_TWO.test(text))
  const strayQuantity = quantities.find(
    (quantity) => !isComputed(quantity, computed) && !isOneOfThem(quantity) && !(namesTwo && BOTH.test(quantity.text)),
  )
  if (strayQuantity !== undefined) return `${strayQuantity.text} is not in the quotes`
  return numbers[0] === undefined ? undefined : `the number ${numbers[0]} is not in the quotes`
}

const WEEKDAYS = [
  /อาทิตย์|\bsun(?:day)?\b|日曜/iu,
  /จันทร์|\bmon(?:day)?\b|月曜/iu,
  /อังคาร|\btue(?:s|sday)?\b|火曜/iu,
  /วันพุธ|\bwed(?:nesday)?\b|水曜/iu,
  /พฤหัส|\bthu(?:rs|rsday)?\b|木曜/iu,
  /ศุกร์|\bfri(?:day)?\b|金曜/iu,
  /เสาร์|\bsat(?:urday)?\b|土曜/iu,
]

/** The text without its dates, which are read with their own weekday and era. */
function apartFromDates({ text, dates, impossibleDates }: Facts): string {
  return [...dates, ...impossibleDates].reduce(
    (left, { start, end }) => left.slice(0, start) + '#'.repeat(end - start) + left.slice(end),
    text,
  )
}

function weekdaysIn(statement: Facts): number[] {
  const rest = apartFromDates(statement)
  return [...WEEKDAYS.keys()].filter((weekday) => WEEKDAYS[weekday]!.test(rest))
}

const BUDDHIST = /พ\.ศ\.|พุทธศักราช|\bbuddhist\b|仏暦/iu
const GREGORIAN = /ค\.ศ\.|คริสต์?ศักราช|\b(?:christian|common|gregorian)\b|西暦/iu
/** No Buddhist year that anyone writes of is earlier, no Gregorian one later. */
const BUDDHIST_FROM = 2400

/** "2 August 2022 of the Buddhist Era". */
function isInOtherEra(statement: Facts): boolean {
  const rest = apartFromDates(statement)
  const written = statement.dates.flatMap(({ text }) => (canonical(text).match(/\d{4}/gu) ?? []).map(Number))
  if (written.length === 0) return false
  const isBuddhist = BUDDHIST.test(rest)
  if (isBuddhist === GREGORIAN.test(rest)) return false
  return written.every((year) => year >= BUDDHIST_FROM !== isBuddhist)
}

function hasWeekday({ text, dates }: Facts, weekday: number): boolean {
  return WEEKDAYS[weekday]!.test(text) || dates.some(({ date }) => weekdayOf(date) === weekday)
}

/** Two sides, as "both sides" has them too. */
const BOTH =
  /(?:สอง|2|๒) ?(?:ฝ่าย|ฝั่ง|ประเทศ|กระทรวง)|ทั้งคู่|\btwo (?:sides|countries|parties|ministries|ministers)\b|\bboth\b|双方|両(?:国|者|省|当事者)|2(?:か国|者)/iu

const NAMES_TWO = new RegExp(`${BOTH.source}|คู่ภาคี|ระหว่าง|\\bbetween\\b|\\bparties\\b|当事者|間`, 'iu')

/** "One of the activities" counts nothing. */
function isOneOfThem({ value, text }: Quantity): boolean {
  return value === 1 && /^(?:one|หนึ่ง|一つ|ひとつ|1つ)$/u.test(text)
}

function isComputed({ value, unit }: Quantity, computed: ComputedSpan | undefined): boolean {
  if (computed === undefined) return false
  const { from, to } = computed
  return (
    (unit === 'day' && value === daysBetween(from, to)) ||
    (unit === 'month' && value === monthsBetween(from, to)) ||
    (unit === 'year' && value === yearsBetween(from, to))
  )
}

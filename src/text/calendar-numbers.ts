import { MONTH_PATTERNS } from './calendar-names.ts'
import { type LexicalContext, matchEnd, type Token, type TokenRest } from './calendar-token.ts'
import { englishNumber, kanjiNumber, thaiNumber } from './number-words.ts'
import { type UnitMatch, unitAfter, unitAfterWords } from './quantities-units.ts'

const ENGLISH_MONTH_AHEAD = new RegExp(MONTH_PATTERNS.en, 'uy')
const THAI_MONTH_AHEAD = new RegExp(` ?(?:เดือน ?)?(?:${MONTH_PATTERNS.th})`, 'uy')
const ORDINAL_SUFFIX = /(?:st|nd|rd|th)(?![a-z])/y
const ERA_AHEAD = /(?:b\.?e|c\.?e|a\.?d|bce?)(?![a-z])/y
/** 5G, 5จี, 第5世代: names, whatever their number. */
const NAME_AHEAD = /(?:st|nd|rd|th)? ?(?:g(?![a-z])|จี(?!น)|世代|generation|เจเนอเรชัน)/y
const LATIN_RUN = /[a-z][a-z0-9]*/y
const DATE_MARK_AHEAD = /(?:(?:[-~〜]|から)[〇一二三四五六七八九十]{1,4})?[年月日]/y
const KANJI_COUNTER_AHEAD = /[条章項回次号期節版]/y

export function readDigits(matched: string, start: number, { text, previous }: LexicalContext): TokenRest {
  const end = start + matched.length
  const value = Number(matched.replaceAll(',', ''))
  const nameEnd = matchEnd(NAME_AHEAD, text, end)
  if (nameEnd !== undefined || previous?.unit === 'name') return { kind: '.', end: nameEnd ?? end }

  const ordinalEnd = matchEnd(ORDINAL_SUFFIX, text, end)
  if (ordinalEnd !== undefined) return { kind: digitKind(value, matched), value, end: ordinalEnd, ordinal: true }

  const unit = unitAfter(text, end)
  const isYearOf = matched.length === 4 && unit?.certain === false && isSingular(text.slice(end, unit.end))
  const counted = unit !== undefined && !isDatePart(unit, previous) && !isYearOf
  const runEnd = matchEnd(LATIN_RUN, text, end)
  const known =
    counted || matchEnd(ENGLISH_MONTH_AHEAD, text, end) !== undefined || matchEnd(ERA_AHEAD, text, end) !== undefined
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

/** "The 2017 agreement" is of that year; a count would have a plural. */
function isSingular(unit: string): boolean {
  return /[a-rt-z]$/.test(unit) && !/(?:people|memoranda)$/.test(unit)
}

function digitKind(value: number, digits: string): string {
  if (/[,.]/.test(digits)) return '#'
  if (digits.length === 2) return value > 31 ? '9' : '2'
  return digits.length === 1 ? '1' : digits.length === 4 ? '4' : '#'
}

export function readThaiWords(matched: string, start: number, { text, previous }: LexicalContext): TokenRest {
  const value = thaiNumber(matched)
  const end = start + matched.length
  const isDay = previous?.kind === 'd' || matchEnd(THAI_MONTH_AHEAD, text, end) !== undefined
  if (isDay) return { kind: digitKind(value, String(value)), value }
  return { kind: unitAfter(text, end) === undefined ? '.' : 'q', value }
}

export function readEnglishWords(matched: string, start: number, { text }: LexicalContext): TokenRest {
  return { kind: unitAfterWords(text, start + matched.length) === undefined ? '.' : 'q', value: englishNumber(matched) }
}

export function readKanji(matched: string, start: number, { text, previous }: LexicalContext): TokenRest {
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

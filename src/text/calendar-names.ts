import type { Language } from '../vocabulary.ts'

export const THAI_MONTHS =
  'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(' ')
export const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** Spoken short forms and common misspellings, by month. */
const THAI_VARIANTS = [
  'มกรา',
  'กุมภาพันธุ์ กุมภาพันธ กุมภาพัน กุมภา',
  'มีนา',
  'เมษา',
  'พฤกษภาคม พฤศภาคม พฤษภา',
  'มิถุนา',
  'กรกฏาคม กรกฎา กรกฏา',
  'สิงหา',
  'กันยา',
  'ตุลา',
  'พฤษจิกายน พฤศจิกา พฤษจิกา',
  'ธันวา',
].map((forms) => forms.split(' '))
const THAI_INITIALS = 'ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค'.split(' ')
const ENGLISH_INITIALS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** 0 is Sunday, as in `Date`. */
const THAI_WEEKDAYS = 'อาทิตย์ จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์'.split(' ')
const ENGLISH_WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ')
const JAPANESE_WEEKDAYS = '日月火水木金土'

const NOT_THAI = '(?![.\\u0e01-\\u0e4e])'
const NOT_LATIN = '(?![a-z])'

/** Sources of the patterns that find names in canonical text. */
export const MONTH_PATTERNS = { th: thaiMonthPattern(), en: englishMonthPattern() }
export const WEEKDAY_PATTERNS = {
  th: `(?:วัน ?)?(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัส(?:บดี|ฯ)?|ศุกร์|เสาร์) ?ที่(?= ?\\d)|วัน(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัส(?:บดี|ฯ)?|ศุกร์|เสาร์)`,
  en: `(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?${NOT_LATIN}\\.?`,
  ja: `\\([日月火水木金土](?:曜日?)?(?:[・/]?祝)?\\)|[日月火水木金土]曜日?`,
}

export interface MonthName {
  month: number
  language: Language
  /** Unmistakable without a day or a year beside it: สิงหาคม and August are, ส.ค., สิงหา and May are not. */
  standsAlone: boolean
}

const MONTH_NAMES: ReadonlyMap<string, MonthName> = monthNames()

/** What a match of MONTH_PATTERNS names. */
export function monthNamed(matched: string): MonthName {
  return MONTH_NAMES.get(monthKey(matched))!
}

/** The weekday that a match of WEEKDAY_PATTERNS names, 0 for Sunday. */
export function weekdayNamed(matched: string, language: Language): number {
  if (language === 'en') return ENGLISH_WEEKDAYS.indexOf(matched.slice(0, 3))
  if (language === 'ja') return JAPANESE_WEEKDAYS.indexOf(matched.replace('(', '').charAt(0))
  return THAI_WEEKDAYS.findIndex((name) => matched.includes(name.slice(0, 4)))
}

function monthNames(): Map<string, MonthName> {
  const names = new Map<string, MonthName>()
  for (let month = 1; month <= 12; month++) {
    const thai = THAI_MONTHS[month - 1]!
    const english = ENGLISH_MONTHS[month - 1]!.toLowerCase()
    const weakThai = [...THAI_VARIANTS[month - 1]!, monthKey(THAI_INITIALS[month - 1]!)]
    for (const name of weakThai) names.set(name, { month, language: 'th', standsAlone: /(?:คม|ยน)$/u.test(name) })
    names.set(thai, { month, language: 'th', standsAlone: true })
    names.set(ENGLISH_INITIALS[month - 1]!, { month, language: 'en', standsAlone: false })
    names.set(english, { month, language: 'en', standsAlone: english !== 'may' && english !== 'march' })
  }
  names.set('sept', { month: 9, language: 'en', standsAlone: false })
  return names
}

function monthKey(matched: string): string {
  return matched.replace(/[. ]/g, '')
}

function thaiMonthPattern(): string {
  const names = [...THAI_MONTHS, ...THAI_VARIANTS.flat()].sort((a, b) => b.length - a.length)
  const initials = THAI_INITIALS.map((pair) => {
    const [first, second] = pair.split('.')
    return `${first}(?:\\. ?${second}(?:\\.|${NOT_THAI})|${second}(?:\\.|${NOT_THAI}))`
  })
  // Offices are abbreviated alike (ก.พ.ร., อ.ก.พ., ส.ค.ส.), judges begin as October does, and a throne as August.
  return (
    `(?:${names.join('|')})(?<!ตุลา(?=การ))(?<!สิงหา(?=สน))` +
    `|(?<![ก-ฮ]\\.)(?:${initials.join('|')})(?!(?!พ\\.? ?ศ|ค\\.? ?ศ)[ก-ฮ]\\.)`
  )
}

function englishMonthPattern(): string {
  const full = ENGLISH_MONTHS.map((name) => name.toLowerCase()).join('|')
  return `(?:${full})${NOT_LATIN}|(?:${ENGLISH_INITIALS.join('|')}|sept)${NOT_LATIN}\\.?`
}

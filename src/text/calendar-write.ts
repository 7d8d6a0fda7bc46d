import type { Language } from '../vocabulary.ts'
import type { CalendarDate, CalendarName } from './calendar-date.ts'
import { BUDDHIST_OFFSET, eraOf, hasBuddhistYear } from './calendar-eras.ts'
import { ENGLISH_MONTHS, THAI_MONTHS } from './calendar-names.ts'

const USUAL: Readonly<Record<Language, CalendarName>> = { th: 'buddhist', en: 'gregorian', ja: 'gregorian' }

/**
 * The date in a language and a calendar: 5 สิงหาคม 2565, 5 August B.E. 2565, 令和4年8月5日. A year that the calendar can't
 * state for certain (Buddhist before 1941, Japanese before 1873) is written in the Gregorian calendar, and says so in Thai.
 */
export function writeDate(date: CalendarDate, language: Language, calendar: CalendarName = USUAL[language]): string {
  const { month, day } = date
  if (language === 'ja') {
    return [writeYear(date, 'ja', calendar), month && `${month}月`, day && `${day}日`].filter(Boolean).join('')
  }
  const months = language === 'th' ? THAI_MONTHS : ENGLISH_MONTHS
  return [day, month && months[month - 1], writeYear(date, language, calendar)].filter(Boolean).join(' ')
}

function writeYear(date: CalendarDate, language: Language, calendar: CalendarName): string {
  const { year } = date
  if (year === undefined) return ''
  if (calendar === 'buddhist' && hasBuddhistYear(date)) return writeBuddhistYear(year + BUDDHIST_OFFSET, date, language)
  const era = calendar === 'japanese' ? eraOf(date) : undefined
  if (era) {
    const eraYear = year - era.yearOne + 1
    if (language === 'th') return `ปี${era.th}ที่ ${eraYear}`
    return language === 'en' ? `${era.en} ${eraYear}` : `${era.ja}${eraYear === 1 ? '元' : eraYear}年`
  }
  return language === 'th' ? `ค.ศ. ${year}` : language === 'ja' ? `${year}年` : String(year)
}

function writeBuddhistYear(year: number, { month }: CalendarDate, language: Language): string {
  if (language === 'en') return `B.E. ${year}`
  if (language === 'ja') return `仏暦${year}年`
  // Out of this range, or alone, a bare number wouldn't be known for a Buddhist year.
  return month !== undefined && year >= 2450 && year <= 2650 ? String(year) : `พ.ศ. ${year}`
}

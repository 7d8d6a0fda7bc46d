import { html } from 'hono/html'
import { type CalendarDate, type CalendarName, writeDate } from '../../text/calendar.ts'
import type { Language } from '../../vocabulary.ts'
import type { Html } from './format.ts'

const USUAL_FIRST: Readonly<Record<Language, readonly CalendarName[]>> = {
  th: ['buddhist', 'gregorian', 'japanese'],
  en: ['gregorian', 'buddhist', 'japanese'],
  ja: ['gregorian', 'japanese', 'buddhist'],
}

/** An ISO date in the three calendars of the agreement's people, the language's own first. What is no date stays as it is. */
export function formatCalendars(isoDate: string, language: Language): Html {
  const date = readIsoDate(isoDate)
  if (date === undefined) return html`${isoDate}`
  const [usual = '', ...others] = writeCalendars(date, language)
  return html`<time datetime="${isoDate}">${usual}</time> <span class="calendars">${others.join(' · ')}</span>`
}

/** The date once for each calendar, the language's own first. */
export function writeCalendars(date: CalendarDate, language: Language): string[] {
  return [...new Set(USUAL_FIRST[language].map((calendar) => writeDate(date, language, calendar)))]
}

export function readIsoDate(isoDate: string): CalendarDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(isoDate) ?? []
  const isReal = day !== undefined && !Number.isNaN(Date.parse(isoDate))
  return isReal ? { year: Number(year), month: Number(month), day: Number(day) } : undefined
}

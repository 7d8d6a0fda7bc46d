import { type CalendarDate, type CalendarName, sameDate, writeDate } from '../text/calendar.ts'
import type { Language } from '../vocabulary.ts'

const OTHER_CALENDARS: Readonly<Record<Language, readonly CalendarName[]>> = {
  th: ['gregorian', 'japanese'],
  en: ['buddhist', 'japanese'],
  ja: ['japanese', 'buddhist'],
}

/** The dates of an answer as its reader's neighbours write them: "5 August 2022 = 5 August B.E. 2565 = 5 August Reiwa 4". */
export function calendarEquations(dates: readonly CalendarDate[], language: Language): string {
  const distinct = dates.filter(
    (date, at) => date.year !== undefined && dates.findIndex((other) => sameDate(date, other)) === at,
  )
  return distinct
    .map((date) => formsOf(date, language))
    .filter((forms) => forms.length > 1)
    .map((forms) => forms.join(' = '))
    .join('; ')
}

/** A calendar that can't state a date is written as the usual one. */
function formsOf(date: CalendarDate, language: Language): string[] {
  const others = OTHER_CALENDARS[language].map((name) => writeDate(date, language, name))
  return [...new Set([writeDate(date, language), ...others])]
}

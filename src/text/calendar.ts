/** Front door of the calendar engine: what dates a text says, in any of three calendars, and how a date is written. */
export type { CalendarDate, CalendarName, DateMention, ImpossibleDate } from './calendar-date.ts'
export { agrees, daysBetween, monthsBetween, sameDate, weekdayOf, yearsBetween } from './calendar-date.ts'
export { readDates, readImpossibleDates } from './calendar-read.ts'
export { writeDate } from './calendar-write.ts'

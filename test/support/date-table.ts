import { type CalendarDate, type CalendarName, readDates, readImpossibleDates } from '../../src/text/calendar.ts'

const LETTERS: Readonly<Record<CalendarName, string>> = { buddhist: 'B', gregorian: 'G', japanese: 'J' }

/**
 * The rows of a table "text => what it says": dates as 2022-08-05, 2022-08, 2022, --08-05, --08 or ---05, each with the letter of
 * its calendar (- when it is open) and its other readings, apart by semicolons; "refused" and "none" where there is no date.
 */
export function dateTable(rows: string): [text: string, says: string][] {
  return rows
    .trim()
    .split('\n')
    .map((row) => row.split(' => ').map((cell) => cell.trim()) as [string, string])
}

export function whatItSays(text: string): string {
  const dates = readDates(text).map(({ date, calendar, alternatives }) =>
    [isoLike(date), calendar ? LETTERS[calendar] : '-', ...alternatives.map(isoLike)].join(' '),
  )
  return [...dates, ...readImpossibleDates(text).map(() => 'refused')].join('; ') || 'none'
}

function isoLike({ year, month, day }: CalendarDate): string {
  const two = (part: number) => String(part).padStart(2, '0')
  if (year === undefined && month === undefined) return `---${two(day!)}`
  const parts = [month, day].filter((part) => part !== undefined).map(two)
  return [year ?? '-', ...parts].join('-')
}

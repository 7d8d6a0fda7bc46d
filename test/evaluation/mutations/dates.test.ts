import { describe, expect, it } from 'vitest'
import { generateMutations } from '../../../src/evaluation/mutations/mutations.ts'
import { agrees, type CalendarDate, readDates, readImpossibleDates } from '../../../src/text/calendar.ts'
import { realSources } from './real-mutations.ts'

const made = generateMutations(realSources(), [])

describe.each(['date', 'era', 'calendar'])('a mutation of the kind %s', (kind) => {
  it('says a date that none of its quotes says, in whatever way it is read', () => {
    const agreeing = made.filter((mutation) => mutation.kind === kind && !saysAnotherDate(mutation))
    expect(agreeing).toEqual([])
  })
})

it('a duration of five years is never put where the dates are five years apart', () => {
  const isFiveYears = /\b(?:5|five) years|(?:5|ห้า) ?ปี(?!ละ)|[5五]年間/u
  const over = made.filter(({ kind, text }) => kind === 'duration' && isFiveYears.test(text))
  const years = over.map(({ quotes }) => new Set(quotes.flatMap(({ quote }) => datesIn(quote)).map(({ year }) => year)))
  expect(over.length).toBeGreaterThan(30)
  expect(years.filter(({ size }) => size > 1)).toEqual([])
})

/** One that can't be is another one, too. */
function saysAnotherDate({ text, quotes }: { text: string; quotes: { quote: string }[] }): boolean {
  if (readImpossibleDates(text).length > 0) return true
  const quoted = quotes.flatMap(({ quote }) => datesIn(quote))
  return readDates(text).some(({ date, alternatives }) =>
    [date, ...alternatives].every((said) => !quoted.some((stored) => agrees(said, stored))),
  )
}

function datesIn(text: string): CalendarDate[] {
  return readDates(text).flatMap(({ date, alternatives }) => [date, ...alternatives])
}

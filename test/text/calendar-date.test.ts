import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agrees,
  type CalendarDate,
  daysBetween,
  monthsBetween,
  sameDate,
  weekdayOf,
  yearsBetween,
} from '../../src/text/calendar.ts'

const TERM_END = { year: 2022, month: 6, day: 7 }
const APPROVAL = { year: 2022, month: 8, day: 2 }
const SIGNING = { year: 2022, month: 8, day: 5 }
const day = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }))

describe('agrees', () => {
  it.each<[CalendarDate, boolean]>([
    [{ year: 2022 }, true],
    [{ year: 2022, month: 8 }, true],
    [{ month: 8, day: 5 }, true],
    [{ month: 8 }, true],
    [{ day: 5 }, true],
    [SIGNING, true],
    [APPROVAL, false],
    [{ year: 2017 }, false],
    [{ year: 2022, month: 6 }, false],
    [{ month: 8, day: 2 }, false],
    [{ day: 6 }, false],
  ])('of %j and the day of signing is %s', (part, expected) => {
    expect(agrees(part, SIGNING)).toBe(expected)
  })

  it('never holds for what says more than the whole', () => {
    expect(agrees(SIGNING, { year: 2022, month: 8 })).toBe(false)
    expect(agrees({ year: 2022 }, { month: 8, day: 5 })).toBe(false)
  })

  it('holds both ways only for the same date', () => {
    const near = fc.record({
      year: fc.integer({ min: 2021, max: 2022 }),
      month: fc.constant(8),
      day: fc.constantFrom(2, 5),
    })
    fc.assert(
      fc.property(near, near, (a, b) => {
        expect(agrees(a, b) && agrees(b, a)).toBe(sameDate(a, b))
      }),
    )
  })
})

describe('daysBetween', () => {
  it('counts from the end of the old term and from the approval to the signing', () => {
    expect(daysBetween(TERM_END, SIGNING)).toBe(59)
    expect(daysBetween(APPROVAL, SIGNING)).toBe(3)
    expect(daysBetween(SIGNING, APPROVAL)).toBe(-3)
    expect(daysBetween(SIGNING, SIGNING)).toBe(0)
  })

  it('counts leap days', () => {
    expect(daysBetween({ year: 2024, month: 2, day: 28 }, { year: 2024, month: 3, day: 1 })).toBe(2)
    expect(daysBetween({ year: 1900, month: 2, day: 28 }, { year: 1900, month: 3, day: 1 })).toBe(1)
    expect(daysBetween({ year: 99, month: 1, day: 1 }, { year: 100, month: 1, day: 1 })).toBe(365)
  })

  it('needs two full dates', () => {
    expect(daysBetween({ year: 2022, month: 6 }, SIGNING)).toBeUndefined()
    expect(daysBetween(TERM_END, { month: 8, day: 5 })).toBeUndefined()
  })

  it('adds up', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        expect(daysBetween(a, b)! + daysBetween(b, c)!).toBe(daysBetween(a, c))
      }),
    )
  })
})

describe('monthsBetween and yearsBetween', () => {
  it('count whole ones only', () => {
    expect(monthsBetween(TERM_END, SIGNING)).toBe(1)
    expect(monthsBetween({ year: 2022, month: 6, day: 5 }, SIGNING)).toBe(2)
    expect(monthsBetween({ year: 2022, month: 6 }, { year: 2022, month: 8 })).toBe(2)
    expect(yearsBetween({ year: 2017, month: 6, day: 7 }, TERM_END)).toBe(5)
    expect(yearsBetween({ year: 2017, month: 6, day: 8 }, TERM_END)).toBe(4)
    expect(yearsBetween({ year: 2017 }, { year: 2022 })).toBe(5)
  })

  it('compare only dates that are equally precise', () => {
    expect(monthsBetween({ year: 2022 }, SIGNING)).toBeUndefined()
    expect(monthsBetween({ year: 2022, month: 6 }, SIGNING)).toBeUndefined()
    expect(yearsBetween({ year: 2017 }, SIGNING)).toBeUndefined()
    expect(yearsBetween({ month: 6 }, SIGNING)).toBeUndefined()
  })

  it('turn their sign with the direction', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(monthsBetween(a, b)! + monthsBetween(b, a)!).toBe(0)
        expect(yearsBetween(a, b)! + yearsBetween(b, a)!).toBe(0)
      }),
    )
  })
})

describe('weekdayOf', () => {
  it('knows the days of the release', () => {
    expect(weekdayOf(APPROVAL)).toBe(2)
    expect(weekdayOf(SIGNING)).toBe(5)
    expect(weekdayOf({ year: 2022, month: 8 })).toBeUndefined()
  })
})

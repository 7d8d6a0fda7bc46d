import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRateLimit } from '../../src/http/rate-limit.ts'

test('a share is spent at once or bit by bit, and comes back in the course of a minute', () => {
  let now = 0
  const { take } = createRateLimit({ perMinute: 60, now: () => now })
  expect(take('a', 60)).toBe(0)
  expect(take('a', 1)).toBe(1000)
  expect(take('a', 10)).toBe(10_000)
  expect(take('b', 60)).toBe(0)
  now = 9_999
  expect(take('a', 10)).toBe(1)
  now = 10_000
  expect(take('a', 10)).toBe(0)
  now = 10 * 60_000
  expect(take('a', 61)).toBeGreaterThan(0)
})

test('a clock that goes back gives nothing and takes nothing', () => {
  let now = 60_000
  const { take } = createRateLimit({ perMinute: 1, now: () => now })
  expect(take('a', 1)).toBe(0)
  now = 0
  expect(take('a', 1)).toBe(60_000)
})

test('in any minute nobody takes more than twice their share, and who waits as told is let through', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5_000), fc.integer({ min: 1, max: 5 }))), (requests) => {
      let now = 0
      const { take } = createRateLimit({ perMinute: 20, now: () => now })
      const taken: { at: number; cost: number }[] = []
      for (const [pause, cost] of requests) {
        now += pause
        const wait = take('a', cost)
        if (wait > 0) {
          now += wait
          expect(take('a', cost)).toBe(0)
        }
        taken.push({ at: now, cost })
      }
      for (const { at } of taken) {
        const within = taken.filter((other) => other.at > at - 60_000 && other.at <= at)
        expect(within.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(40)
      }
    }),
  )
})

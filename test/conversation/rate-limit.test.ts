import { expect, it } from 'vitest'
import { createRateLimit } from '../../src/conversation/rate-limit.ts'

it('allows so many at once, and as many again over the time', () => {
  const take = createRateLimit({ most: 2, perMilliseconds: 1_000 })
  expect([take('a', 0), take('a', 0), take('a', 0), take('a', 0)]).toEqual([
    'allowed',
    'allowed',
    'refused-first',
    'refused',
  ])
  expect(take('b', 0)).toBe('allowed')
  expect([take('a', 500), take('a', 500)]).toEqual(['allowed', 'refused-first'])
})

it('is not deceived by events out of order', () => {
  const take = createRateLimit({ most: 1, perMilliseconds: 1_000 })
  expect([take('a', 5_000), take('a', 0), take('a', 5_100)]).toEqual(['allowed', 'refused-first', 'refused'])
})

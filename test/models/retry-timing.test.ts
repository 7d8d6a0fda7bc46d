import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRetryAfter, retryDelay } from '../../src/models/retry-timing.ts'

const NOW = Date.parse('2026-01-01T00:00:00Z')
const read = (headers: Record<string, string>) => readRetryAfter(new Headers(headers), NOW)

describe('how long a service asks to wait', () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': ' 0 ' }, 0],
    [{ 'retry-after': '1.5' }, 1500],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' }, 60_000],
    [{ 'retry-after': 'Wed, 31 Dec 2025 23:59:00 GMT' }, 0],
    [{ 'retry-after-ms': '250', 'retry-after': '7' }, 250],
    [{ 'retry-after-ms': 'soon', 'retry-after': '7' }, 7000],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-7' }, undefined],
    [{ 'retry-after': '' }, undefined],
    [{}, undefined],
  ])('is read from %j', (headers, expected) => expect(read(headers)).toBe(expected))
})

describe('the delay before another attempt', () => {
  it('doubles, to a limit', () => {
    expect([1, 2, 3, 4, 5, 6, 50].map((attempt) => retryDelay(attempt, undefined, 0))).toEqual([
      250, 500, 1000, 2000, 4000, 4000, 4000,
    ])
  })

  it('is up to a half shorter by chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const longest = retryDelay(attempt, undefined, 0)
        const delay = retryDelay(attempt, undefined, random)
        expect(delay).toBeLessThanOrEqual(longest)
        expect(delay).toBeGreaterThanOrEqual(longest / 2)
      }),
    )
  })

  it('is never less than what was asked for', () => {
    expect(retryDelay(1, 9000, 0.5)).toBe(9000)
    expect(retryDelay(3, 10, 0)).toBe(1000)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryUsageStore, createTokenBudget } from '../../src/models/token-budget.ts'

const NOON = new Date(2026, 7, 2, 12).getTime()
const DAY = '2026-08-02'

function create(perDay: number, at = { time: NOON }) {
  const store = createMemoryUsageStore()
  return { store, at, budget: createTokenBudget({ perDay, store, now: () => at.time }) }
}

describe('the budget of tokens', () => {
  it('gives what a call may use, and counts what it used', () => {
    const { budget, store } = create(100)
    budget.reserve(80)!.settle(30)
    expect(store.tokensUsed(DAY)).toBe(30)
    expect(budget.reserve(71)).toBeUndefined()
    expect(budget.reserve(70)).toBeDefined()
  })

  it('sets aside what calls under way may use', () => {
    const { budget } = create(100)
    const first = budget.reserve(60)!
    expect(budget.reserve(60)).toBeUndefined()
    first.release()
    expect(budget.reserve(60)).toBeDefined()
  })

  it('counts a call once, however often it ends', () => {
    const { budget, store } = create(100)
    const reservation = budget.reserve(60)!
    reservation.settle(10)
    reservation.settle(10)
    reservation.release()
    expect(store.tokensUsed(DAY)).toBe(10)
    expect(budget.reserve(90)).toBeDefined()
    expect(budget.reserve(1)).toBeUndefined()
  })

  it('counts a call that used more than was set aside', () => {
    const { budget, store } = create(100)
    budget.reserve(10)!.settle(150)
    expect(store.tokensUsed(DAY)).toBe(150)
    expect(budget.reserve(1)).toBeUndefined()
  })

  it('begins anew with the day of the server, and counts a call for the day on which it began', () => {
    const { budget, store, at } = create(100)
    at.time = new Date(2026, 7, 2, 23, 59, 59, 999).getTime()
    const late = budget.reserve(100)!
    expect(budget.reserve(1)).toBeUndefined()
    at.time++
    expect(budget.reserve(100)).toBeDefined()
    late.settle(90)
    expect([store.tokensUsed(DAY), store.tokensUsed('2026-08-03')]).toEqual([90, 0])
  })

  it('has nothing to give when it is 0', () => expect(create(0).budget.reserve(1)).toBeUndefined())

  it('is never overshot by calls at once that use no more than they may', () => {
    const call = fc.record({ most: fc.integer({ min: 1, max: 50 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(call, { maxLength: 60 }), fc.integer({ min: 1, max: 10 }), (calls, atOnce) => {
        const { budget, store } = create(200)
        const running: (() => void)[] = []
        for (const { most, share } of calls) {
          const reservation = budget.reserve(most)
          if (reservation) running.push(() => reservation.settle(Math.floor(most * share)))
          if (running.length > atOnce) running.shift()!()
        }
        for (const end of running) end()
        expect(store.tokensUsed(DAY)).toBeLessThanOrEqual(200)
      }),
    )
  })
})

describe('the store of a process', () => {
  it('adds up by day, and forgets the days before', () => {
    const store = createMemoryUsageStore()
    store.addTokens('2026-08-02', 5)
    store.addTokens('2026-08-02', 7)
    expect(store.tokensUsed('2026-08-02')).toBe(12)
    store.addTokens('2026-08-03', 1)
    expect([store.tokensUsed('2026-08-02'), store.tokensUsed('2026-08-03')]).toEqual([0, 1])
  })
})

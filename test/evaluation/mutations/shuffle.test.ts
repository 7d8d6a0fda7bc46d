import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRandom, shuffle } from '../../../src/evaluation/mutations/shuffle.ts'

it('a shuffle keeps every item, and is the same for the same seed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      const shuffled = shuffle(items, seed)
      expect(shuffled.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b))
      expect(shuffle(items, seed)).toEqual(shuffled)
    }),
  )
})

it('another seed gives another order', () => {
  const items = Array.from({ length: 20 }, (_, index) => index)
  expect(shuffle(items, 'date en')).not.toEqual(shuffle(items, 'date ja'))
})

it('random numbers lie from 0 to below 1', () => {
  const random = createRandom('seed')
  const numbers = Array.from({ length: 1000 }, random)
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true)
  expect(new Set(numbers).size).toBeGreaterThan(990)
})

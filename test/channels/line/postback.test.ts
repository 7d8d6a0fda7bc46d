import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Postback, readPostback, writePostback } from '../../../src/channels/line/postback.ts'

const id = fc.string({ minLength: 1, maxLength: 20 })
const language = fc.constantFrom('th', 'en', 'ja')
const postbacks = fc.oneof<fc.Arbitrary<Postback>[]>(
  fc.record({ action: fc.constant('passage'), passageId: id, language }),
  fc.record({ action: fc.constant('language'), answerId: id, language }),
  fc.record({ action: fc.constant('original'), answerId: id }),
  fc.record({ action: fc.constant('ask'), answerId: id, suggestion: fc.integer({ min: 0, max: 99 }) }),
)

test('what is written is read', () => {
  fc.assert(
    fc.property(postbacks, (postback) => {
      const data = writePostback(postback)
      if (data !== undefined) expect(readPostback(data)).toEqual(postback)
    }),
  )
})

test('is short, and of ids alone', () => {
  expect(writePostback({ action: 'passage', passageId: 'clauses-th#signing', language: 'th' })).toBe(
    'v=1&a=p&id=clauses-th%23signing&l=th',
  )
  expect(writePostback({ action: 'ask', answerId: 'DD7BW4FB', suggestion: 2 })).toBe('v=1&a=a&id=DD7BW4FB&n=2')
})

test('is not written when LINE would not take it', () => {
  expect(writePostback({ action: 'original', answerId: 'a'.repeat(289) })).toHaveLength(300)
  expect(writePostback({ action: 'original', answerId: 'a'.repeat(290) })).toBeUndefined()
})

test.each([
  '',
  'hello',
  'v=2&a=o&id=a',
  'v=1&a=o',
  'v=1&a=x&id=a',
  'v=1&a=p&id=a&l=de',
  'v=1&a=a&id=a&n=-1',
  'v=1&a=a&id=a',
])('%s is not ours', (data) => {
  expect(readPostback(data)).toBeUndefined()
})

import { describe, expect, it } from 'vitest'
import { checkCompleteness } from '../../../src/answer/verify/check-completeness.ts'
import { WORDING } from '../../../src/answer/wording.ts'
import { quoteWhole } from '../../support/build-passage.ts'
import { readRealKnowledge } from '../../support/real-knowledge.ts'

const { sentences } = readRealKnowledge()
const RADIO = 'The scope includes the use of open and secure 5G.'
const overExamples = (text: string) => checkCompleteness(text, [quoteWhole(RADIO, { examples: true })])
const overWhole = (text: string) => checkCompleteness(text, [quoteWhole(RADIO)])

const CLAIMS = [
  'นี่คือขอบเขตทั้งหมดของความร่วมมือ',
  'มีกิจกรรมทั้งสิ้น 6 ข้อ',
  'ระบุไว้อย่างครบถ้วน',
  'ครอบคลุมเรื่อง 5G เท่านั้น',
  'มีเพียงเรื่อง 5G',
  'ร่วมมือกันทุกด้าน',
  'ครอบคลุมทุกสาขา',
  'ร่วมมือทุก\u200bเรื่อง',
  'These are all the areas.',
  'The scope is only 5G.',
  'ONLY 5G IS COVERED',
  'This is the entire scope.',
  'The whole of the cooperation is 5G.',
  'It is a complete list.',
  'Exhaustive: 5G.',
  'It covers exclusively 5G.',
  'Every field is covered.',
  'The scope is limited to 5G.',
  '範囲は5Gがすべてです。',
  'これで全てです。',
  '協力は5Gのみです。',
  '対象は5Gだけです。',
  '協力は5Gに限られます。',
  '範囲は5Gに限定されます。',
  'あらゆる分野を網羅しています。',
  '協力は5Gに限ります。',
  'すべてであります。',
  'ไม่ใช่ 6G แต่เป็น 5G เท่านั้น',
  'It is not 6G, only 5G.',
  // The rule weighs words, not sense: a denial is refused too.
  'That is not the complete list.',
]

const NO_CLAIMS = [
  'ขอบเขตรวมถึงการใช้ 5G',
  'ข้อมูลไม่เพียงพอ',
  'ทุกปีมีการประชุม',
  'The cooperation includes 5G, among others.',
  'The sides shall install technical systems overall.',
  'It is the common wholesale commonly used.',
  '範囲には5Gなどが含まれます。',
]

describe('over what the source gives as examples', () => {
  it.each(CLAIMS)('refuses: %s', (text) => expect(overExamples(text)).toMatch(/^“.+” claims more than the quotes do$/u))
  it.each(NO_CLAIMS)('accepts: %s', (text) => expect(overExamples(text)).toBeUndefined())

  it('refuses when one quote of several is an example', () => {
    const quotes = [quoteWhole('The parties are MDES and MIC.'), quoteWhole(RADIO, { examples: true })]
    expect(checkCompleteness('All of it is 5G.', quotes)).toBeDefined()
  })

  it('accepts a claim that the source itself makes, and no other beside it', () => {
    const quotes = [quoteWhole('ขอบเขตครอบคลุมเรื่อง 5G เท่านั้น', { examples: true })]
    expect(checkCompleteness('ครอบคลุม 5G เท่านั้น', quotes)).toBeUndefined()
    expect(checkCompleteness('ครอบคลุม 5G เท่านั้น และนี่คือทั้งหมด', quotes)).toContain('ทั้งหมด')
  })

  it.each([
    ['all', 'The sides shall share technical installations.'],
    ['every', 'Everyday services.'],
    ['only', 'The commonly used systems.'],
  ])('takes no part of a longer word in the source for the claim “%s”', (word, quote) => {
    expect(checkCompleteness(`${word} of it`, [quoteWhole(quote, { examples: true })])).toContain(word)
  })
})

it.each(CLAIMS)('over words that do not claim it refuses: %s', (text) => expect(overWhole(text)).toBeDefined())

it('a note without a quote has nothing to claim it of', () =>
  expect(checkCompleteness('Everything, all of it', [], 'note')).toBeUndefined())

it('what Accord itself says of examples is no claim', () => {
  for (const { examplesOnly, premise } of Object.values(WORDING)) {
    const quotes = [quoteWhole(RADIO, { examples: true })]
    expect(checkCompleteness(examplesOnly, quotes, 'note')).toBeUndefined()
    expect(checkCompleteness(premise.complete, quotes, 'note')).toBeUndefined()
  }
})

it('the clauses claim no completeness of their examples', () => {
  const examples = sentences.filter(({ passage }) => passage.examples)
  expect(examples.length).toBeGreaterThan(30)
  for (const { text } of examples) expect(overExamples(text)).toBeUndefined()
})

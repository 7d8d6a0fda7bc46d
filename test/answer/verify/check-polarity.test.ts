import { describe, expect, it } from 'vitest'
import { checkPolarity } from '../../../src/answer/verify/check-polarity.ts'
import { realAnalyst } from '../../support/real-analyst.ts'

const { analyse, verdictOn } = realAnalyst()
const problemWith = (text: string, ...quotes: string[]) => checkPolarity(analyse(text), quotes.map(analyse))

const DENIES = 'denies what the quotes say, or the reverse'
const POSSIBLE = 'makes certain what is possible, or the reverse'
const OBLIGES = 'makes a duty of what is none, or the reverse'

describe('a statement may not', () => {
  it.each([
    ['deny what the quote says', 'It was not signed.', 'It was signed.', DENIES],
    ['deny what the quote says, in Thai', 'ไม่ได้ลงนาม', 'ลงนามแล้ว', DENIES],
    ['deny what the quote says, in Japanese', '署名されていません。', '署名されました。', DENIES],
    ['say what the quote denies', 'It was signed.', 'It was never signed.', DENIES],
    ['say what the quote denies, in Thai', 'ลงนามแล้ว', 'มิได้ลงนาม', DENIES],
    ['say what the quote denies, in Japanese', '署名された。', '署名されず。', DENIES],
    ['deny in another language', '署名されませんでした。', 'ลงนามแล้ว', DENIES],
    ['make possible what is certain', 'It may be renewed.', 'It is renewed.', POSSIBLE],
    ['make possible what is certain, in Thai', 'อาจต่ออายุ', 'ต่ออายุ', POSSIBLE],
    ['make possible what is certain, in Japanese', '延長できます。', '延長されます。', POSSIBLE],
    ['make certain what is possible', 'It is renewed.', 'อาจต่ออายุ', POSSIBLE],
    ['oblige', 'The sides shall cooperate.', 'The sides cooperate.', OBLIGES],
    ['oblige, in Thai', 'ทั้งสองฝ่ายต้องร่วมมือกัน', 'ทั้งสองฝ่ายร่วมมือกัน', OBLIGES],
    ['oblige, in Japanese', '協力しなければなりません。', '協力しません。', OBLIGES],
    ['free of a duty', 'The sides cooperate.', 'ทั้งสองฝ่ายต้องร่วมมือกัน', OBLIGES],
    ['make a duty a choice', 'It may be signed.', 'It must be signed.', POSSIBLE],
  ])('%s', (_, text, quote, problem) => expect(problemWith(text, quote)).toBe(problem))

  it.each([
    ['give a cause', 'It was signed because of the visit.', 'It was signed during the visit.'],
    ['give a cause, in Thai', 'ลงนามเพราะการเยือน', 'ลงนามในการเยือน'],
    ['give a cause, in Japanese', '訪問のため、署名した。', '訪問し、署名した。'],
  ])('%s', (_, text, quote) => expect(problemWith(text, quote)).toBe('gives a cause that the quotes do not'))

  it.each([
    ['put in an order of time', 'It was signed before the visit.', 'It was signed. The visit began.'],
    ['put in an order of time, in Thai', 'ลงนามหลังจากการเยือน', 'ลงนามและเยือน'],
    ['put in an order of time, in Japanese', '訪問した後に署名した。', '訪問し、署名した。'],
  ])('%s', (_, text, quote) => expect(problemWith(text, quote)).toBe('puts in an order of time what the quotes do not'))
})

describe('a statement may', () => {
  it.each([
    ['deny what the quote denies', 'It was not signed.', 'ไม่ได้ลงนาม'],
    ['deny in other words', '署名されなかった。', 'It was never signed.'],
    ['allow what the quote allows', 'It can be renewed.', 'อาจต่ออายุ'],
    ['allow in Japanese', '延長できる。', 'It may be renewed.'],
    ['oblige as the quote does', 'ต้องร่วมมือ', 'The sides shall cooperate.'],
    ['oblige in Japanese', '協力すべきです。', 'The sides should cooperate.'],
    ['say as plainly what the quote says plainly', 'ลงนามแล้ว', 'It was signed.'],
    ['leave the cause out', 'It was signed.', 'It was signed because of the visit.'],
    ['leave the order of time out', 'ลงนามแล้ว', 'ลงนามหลังจากการเยือน'],
    ['name May', 'It was signed in May 2022.', 'ลงนามเมื่อเดือนพฤษภาคม 2565'],
  ])('%s', (_, text, quote) => expect(problemWith(text, quote)).toBeUndefined())

  it('take each mood from another of its quotes', () => {
    expect(problemWith('It must not be renewed.', 'It must be signed.', 'It is not renewed.')).toBeUndefined()
  })

  it('take a cause or an order of time from what supports its quotes', () => {
    const [text, quote] = [analyse('It was signed because of the visit.'), analyse('It was signed during the visit.')]
    expect(checkPolarity(text, [quote], [quote, analyse('訪問のため、署名した。')])).toBeUndefined()
  })

  it('not take its denial from there', () => {
    const [text, quote] = [analyse('It was not signed.'), analyse('It was signed.')]
    expect(checkPolarity(text, [quote], [quote, analyse('ไม่ได้ลงนาม')])).toBe(DENIES)
  })
})

it.each([
  ['It was not signed.', 'It was signed.', /\bit denies what the quotes say\b/u],
  ['อาจต่ออายุ', 'ต่ออายุ', /\bit makes certain what is possible, or the reverse\b/u],
  ['協力しなければなりません。', '協力しません。', /\bit makes a duty of what is none\b/u],
])('says what is wrong: %s', (text, quote, reason) => {
  expect(verdictOn(text, quote)).toEqual({
    verified: false,
    rule: 'polarity',
    reason: expect.stringMatching(reason),
  })
})

import { describe, expect, it } from 'vitest'
import type { LocatedQuote } from '../../../src/answer/draft.ts'
import { checkSplices } from '../../../src/answer/verify/check-splices.ts'
import { buildPassage, quoteWhole } from '../../support/build-passage.ts'
import { realAnalyst } from '../../support/real-analyst.ts'

const EN = ['The new text was signed in the capital.', 'The old text ended in the summer of that year.'] as const
const TH = ['ฉบับใหม่ลงนามที่เมืองหลวงแล้ว', 'ฉบับเก่าสิ้นสุดในฤดูร้อนปีนั้น'] as const
const JA = ['新しい文書は首都において署名されました。', '古い文書はその年の夏に終了しました。'] as const

const problemWith = (text: string, quotes: readonly LocatedQuote[]) => checkSplices(text, quotes)
const whole = (...texts: string[]) => texts.map((text, at) => quoteWhole(text, { id: `doc#p${at}` }))

describe('the beginning of one sentence with the end of another is refused', () => {
  it.each([
    ['The new text was signed in the summer of that year.', EN],
    ['The new text ended in the summer of that year.', EN],
    ['ฉบับใหม่ลงนามในฤดูร้อนปีนั้น', TH],
    ['新しい文書は首都においてその年の夏に終了しました。', JA],
  ])('%s', (text, quotes) => {
    const where = problemWith(text, whole(...quotes))
    expect(where).toBeDefined()
    expect(text.toLowerCase()).toContain(where)
  })

  it('and so it is when both stand in one quote, a line each', () => {
    expect(problemWith('The new text ended in the summer of that year.', whole(EN.join('\n')))).toBeDefined()
  })

  it('however it is typed', () => {
    expect(problemWith('THE  NEW text ended in\u00a0the summer\u200b of that year.', whole(...EN))).toBeDefined()
  })
})

describe('what is no splice passes', () => {
  it.each([
    ['a whole sentence', EN[0], EN],
    ['a whole sentence, in Thai', TH[1], TH],
    ['a whole sentence, in Japanese', JA[0], JA],
    ['the beginning of a sentence', 'The new text was signed', EN],
    ['the end of a sentence', 'text ended in the summer of that year.', EN],
    ['two whole sentences', EN.join(' '), EN],
    ['other words', 'The signing of the new text took place in the capital.', EN],
    ['a short piece', 'The new year.', EN],
    ['nothing', '', EN],
  ])('%s', (_, text, quotes) => expect(problemWith(text, whole(...quotes))).toBeUndefined())

  it('a sentence whose end stands in another too', () => {
    const ends = ['The first text was signed in the capital.', 'A second text was signed in the capital.']
    for (const text of ends) expect(problemWith(text, whole(...ends))).toBeUndefined()
  })

  it('without a quote', () => expect(problemWith(EN[0], [])).toBeUndefined())

  it.each([
    [
      'The scope includes weather, and radio technologies.',
      ['The scope includes weather, and post.', 'It has disasters, and radio technologies.'],
    ],
    ['ขอบเขตรวมถึงสภาพอากาศและวิทยุสื่อสาร', ['ขอบเขตรวมถึงสภาพอากาศและไปรษณีย์', 'กิจกรรมมีดาวเทียมและวิทยุสื่อสาร']],
  ])('a list that is put together of examples, and of nothing else: %s', (text, quotes) => {
    const examples = quotes.map((quote) => {
      const passage = buildPassage(quote, { examples: true })
      return { passage, text: quote, start: 0, end: quote.length }
    })
    expect(problemWith(text, examples)).toBeUndefined()
    expect(problemWith(text, whole(...quotes))).toBeDefined()
  })
})

it('says where the two are joined', () => {
  const { verdictOn } = realAnalyst()
  const quotes = ['Kaneko signed it, and the term began.', 'Chaiwut signed it, and the visit to Bangkok ended.']
  expect(verdictOn('Kaneko signed it, and the visit to Bangkok ended.', ...quotes)).toMatchObject({
    verified: false,
    rule: 'roles',
    reason: expect.stringMatching(/^“.+” joins two sentences$/u),
  })
})

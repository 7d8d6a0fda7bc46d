import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractSentence } from '../../src/answer/extract-sentence.ts'
import type { Language } from '../../src/vocabulary.ts'

const extract = (text: string, question: string, language: Language = 'en') => {
  const { start, end } = extractSentence(text, language, question)
  return text.slice(start, end)
}

describe('the sentence of a prose passage', () => {
  const english =
    'The annual budget of the cooperation is 12 million baht. Neither Participant may transfer classified information to a third country without prior written consent. Meetings are held twice a year.'

  it('is whole, its negation and its condition included', () => {
    expect(extract(english, 'May a Participant transfer classified information to a third country?')).toBe(
      'Neither Participant may transfer classified information to a third country without prior written consent.',
    )
    expect(extract(english, 'What is the budget?')).toBe('The annual budget of the cooperation is 12 million baht.')
  })

  it('is a line in Thai, which marks no sentence ends', () => {
    const thai = 'งบประมาณปีละ 12 ล้านบาท ทั้งสองฝ่ายออกฝ่ายละครึ่ง\nประชุมปีละสองครั้ง'
    expect(extract(thai, 'งบประมาณเท่าไร', 'th')).toBe('งบประมาณปีละ 12 ล้านบาท ทั้งสองฝ่ายออกฝ่ายละครึ่ง')
  })

  it('ends at a Japanese full stop', () => {
    expect(extract('予算は年間12億円です。会合は年2回開かれます。', '会合は何回？', 'ja')).toBe(
      '会合は年2回開かれます。',
    )
  })

  it('is the whole text when nothing is shared', () => {
    expect(extract(english, 'ไปรษณีย์')).toBe(english)
  })

  it('lies within any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.constantFrom<Language>('th', 'en', 'ja'),
        (text, question, language) => {
          const { start, end } = extractSentence(text, language, question)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeLessThanOrEqual(end)
        },
      ),
    )
  })
})

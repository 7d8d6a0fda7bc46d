import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractWindow } from '../../src/answer/extract-window.ts'
import { readDates } from '../../src/text/calendar.ts'
import { readQuantities } from '../../src/text/quantities.ts'
import { readRealKnowledge } from '../support/real-knowledge.ts'

const prose = readRealKnowledge().passages.filter(({ clause }) => clause === undefined)
const extract = (text: string, question: string) => {
  const { start, end } = extractWindow(text, question)
  return text.slice(start, end)
}
const LONGEST = 240

describe('the window of a prose text', () => {
  it('is the piece that a question is about', () => {
    const text = 'The weather was fine. The lunch-time menu had soup. Umbrellas cost nothing.'
    expect(extract(text, 'what did umbrellas cost?')).toBe('Umbrellas cost')
    expect(extract(text, 'menu')).toBe('menu')
  })

  it.each([
    ['มีความร่วมมือด้านไปรษณีย์ไหม', 'ไปรษณีย์'],
    ['ฉบับเดิมสิ้นสุดอายุเมื่อไร', '7 มิ.ย. 2565'],
    ['เรื่องสภาพอากาศและภัยพิบัติ', 'ภัยพิบัติ'],
    ['แลกเปลี่ยนผู้เชี่ยวชาญ', 'การแลกเปลี่ยนผู้เชี่ยวชาญ'],
  ])('holds what answers %s in the release', (question, words) => {
    const { text } = prose.find((passage) => passage.text.includes(words))!
    expect(extract(text, question)).toContain(words)
  })

  it('counts a word the more, the rarer it is in the text', () => {
    const filler = Array.from({ length: 30 }, (_, i) => `บันทึกความร่วมมือ ${'ก'.repeat(20)}${i}x`).join(' ')
    expect(extract(`${filler} กล่าวถึงดาวเทียม ${filler}`, 'บันทึกความร่วมมือพูดถึงดาวเทียมไหม')).toContain('ดาวเทียม')
  })

  it('compares in canonical form', () => {
    expect(extract('อื่นๆ นํ้าท่วม\u00a0 ５Ｇ และอื่น', 'น้ำท่วม')).toBe('นํ้าท่วม')
    expect(extract('อื่นๆ นํ้าท่วม\u00a0 ５Ｇกกก และอื่น', '5gกกก')).toBe('５Ｇกกก')
  })

  it('begins and ends at words, and is no longer than a sentence', () => {
    const question = fc.constantFrom('ลงนามเมื่อไร', '5G', 'ใครเป็นผู้แถลง', 'xyz', '', 'ความร่วมมือด้านใดบ้าง และเริ่มเมื่อไร')
    const passage = fc.constantFrom(...prose)
    fc.assert(
      fc.property(passage, passage, question, (a, b, asked) => {
        const text = `${a.text}\n${b.text}`
        const { start, end } = extractWindow(text, asked)
        const shown = text.slice(start, end)
        expect(shown).toBe(shown.trim())
        expect(shown).not.toBe('')
        expect(text[start - 1] ?? ' ').toMatch(/\s/u)
        expect(text[end] ?? ' ').toMatch(/\s/u)
        expect(shown.length <= LONGEST || !/\s/u.test(shown)).toBe(true)
      }),
    )
  })

  it('cuts no date and no amount in two', () => {
    const words = fc.constantFrom(
      'ลงนามเมื่อวันที่',
      'งบประมาณ',
      'ครม. เห็นชอบ',
      'It was signed on',
      'for',
      'และ',
      'ที่กรุงเทพฯ',
      'ก'.repeat(90),
    )
    const facts = fc.constantFrom(
      '5 ส.ค. 2565',
      '7 June 2022',
      '100 ล้านบาท',
      '2.6 GHz',
      '3 ปี',
      'พ.ศ. 2560',
      '２０２２年 ８月',
      '20 คน',
    )
    const text = fc.array(fc.oneof(words, facts), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(text, fc.oneof(words, facts), (source, question) => {
        const { start, end } = extractWindow(source, question)
        for (const fact of [...readDates(source), ...readQuantities(source)]) {
          for (const cut of [start, end]) expect(fact.start < cut && cut < fact.end).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is the first piece when nothing is shared, and the text when it has no piece', () => {
    expect(extract('  หนึ่ง สอง สาม', 'xyz')).toBe('หนึ่ง')
    expect(extractWindow('', 'xyz')).toEqual({ start: 0, end: 0 })
  })

  it('is a whole piece, however long: Thai may go on without a space', () => {
    const long = `${'ก'.repeat(400)}ไปรษณีย์`
    expect(extract(`สั้น ${long} สั้น`, 'ไปรษณีย์')).toBe(long)
  })
})

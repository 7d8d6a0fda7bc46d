import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../src/text/canonical.ts'
import { compact, compactWithOffsets, writtenBorders } from '../../src/text/compact.ts'
import { readRealKnowledge } from '../support/real-knowledge.ts'

const { sentences } = readRealKnowledge()
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })

/** A stored sentence with what writers and copies put between its characters. */
const retyped = fc
  .tuple(
    fc.constantFrom(...sentences.map(({ text }) => text)),
    fc.infiniteStream(fc.constantFrom('', '', '', '', ' ', '\u00a0', '\u200b', '  ')),
    fc.boolean(),
  )
  .map(([text, between, wide]) => {
    const characters = Array.from(graphemes.segment(text), ({ segment }) => segment + between.next().value)
    const said = characters.join('')
    return wide ? said.replace(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit))) : said
  })
const anything = fc.oneof(
  retyped,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'กข้ำํเแา่ 12๒Aaé\u0301ｶﾞ\u200b\u00a0\n令和あア年😀-'), maxLength: 60 }),
)

describe('the compact form with offsets', () => {
  it('is the compact form, with the borders that the writer set', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const found = compactWithOffsets(text)
        expect(found.text).toBe(compact(text))
        expect(new Set(found.borders)).toEqual(writtenBorders(text))
      }),
      { numRuns: 500 },
    )
  })

  it('says of every unit where in the text it begins, in order', () => {
    fc.assert(
      fc.property(anything, (source) => {
        const { text, starts, borders } = compactWithOffsets(source)
        expect(starts).toHaveLength(text.length)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
        for (const start of starts) expect(start).toBeLessThan(source.length)
        for (const border of borders) expect(border).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 500 },
    )
  })

  it('leads every unit back to the very character that it stands for', () => {
    fc.assert(
      fc.property(retyped, (source) => {
        const { text, starts } = compactWithOffsets(source)
        const led = starts.map((start) => canonical(source[start]!))
        expect(led.join('')).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['ลงนาม เมื่อ\u200b ๕ ส.ค.', 'ลงนามเมื่อ5ส.ค.', 'เมื่อ', 'เมื่อ'],
    ['กํา\u200bหนด การ', 'กำหนดการ', 'การ', 'การ'],
    ['日本 の\u3000総務省', '日本の総務省', '総務省', '総務省'],
    ['MoC ฉบับ  ใหม่', 'mocฉบับใหม่', 'ใหม่', 'ใหม่'],
    ['The  new\u00a0MoC', 'the new moc', 'moc', 'MoC'],
    ['２０２２ 年', '2022年', '2022', '２０２２'],
  ])('finds a word of the compact form where the text has it: %s', (source, form, word, written) => {
    const { text, starts } = compactWithOffsets(source)
    expect(text).toBe(form)
    const at = starts[text.indexOf(word)]!
    expect(source.slice(at, at + written.length)).toBe(written)
  })
})

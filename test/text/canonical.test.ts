import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, canonicalWithOffsets, findQuote } from '../../src/text/canonical.ts'

const sameForm: [string, string, string][] = [
  ['sara am in two pieces', 'กำหนด', 'กํ\u0e32หนด'],
  ['sara am torn around its tone', 'น้ำ', 'นํ้\u0e32'],
  ['sara am before its tone', 'น้ำ', 'นำ้'],
  ['a space before sara am', 'กำหนด', 'ก \u0e33หนด'],
  ['two sara e for sara ae', 'แปล', 'เเปล'],
  ['tone typed before the vowel', 'ที่', 'ท\u0e48\u0e35'],
  ['a doubled tone mark', 'ที่', 'ท\u0e35\u0e48\u0e48'],
  ['Thai digits', '2 ส.ค. 2565', '๒ ส.ค. ๒๕๖๕'],
  ['full-width digits', '2022年8月5日', '２０２２年８月５日'],
  ['no-break spaces and runs of spaces', 'เมื่อ วันที่ 7', 'เมื่อ\u00a0วันที่ \u00a0 7'],
  ['zero-width characters', 'ลงนาม', 'ลง\u200bนาม\ufeff'],
  ['invisible tag characters', '5G', '5\u{e0041}G'],
  ['half-width kana with its voicing mark', 'ガ', 'ｶﾞ'],
  ['a composed accent', 'é', 'e\u0301'],
  ['case', 'mdes', 'MDES'],
  ['typographic quotes and dashes', '"asean-japan"', '“ASEAN–Japan”'],
]

const differentForm: [string, string][] = [
  ['มา', 'ม้า'],
  ['ที', 'ที่'],
  ['5G', '56'],
  ['2565', '2560'],
  ['は', 'ば'],
]

const text = fc.string({ unit: fc.constantFrom(...'กขคน้ำํเแา ี่่ 12๒๕Aaé\u0301ｶﾞ\u200b\u00a0\n令和5年😀-–'), maxLength: 60 })

describe('canonical form', () => {
  it.each(sameForm)('is the same for %s', (_, a, b) => {
    expect(canonical(a)).toBe(canonical(b))
  })
  it.each(differentForm)('keeps %s and %s apart', (a, b) => expect(canonical(a)).not.toBe(canonical(b)))

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(canonical(canonical(source))).toBe(canonical(source))
      }),
      { numRuns: 2000 },
    )
  })

  it('maps every position back into the stored text, in order', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (source) => {
        const { text, starts, ends } = canonicalWithOffsets(source)
        expect(starts).toHaveLength(text.length)
        expect(ends).toHaveLength(text.length)
        for (let i = 0; i < text.length; i++) {
          expect(starts[i]).toBeLessThan(ends[i]!)
          expect(ends[i]).toBeLessThanOrEqual(source.length)
          if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1]!)
        }
      }),
    )
  })
})

describe('finding a quote', () => {
  const stored = 'ได้สิ้นสุดอายุการบังคับเมื่อวันที่\u00a07 มิ.ย. 2565\nน้ำ ระบบ 5G แบบเปิดกว้าง'
  const form = canonicalWithOffsets(stored)
  const shown = (quote: string) => {
    const span = findQuote(form, quote)
    return span && stored.slice(span.start, span.end)
  }

  it('shows the stored words, however the quote was typed', () => {
    expect(shown('เมื่อวันที่ ๗ มิ.ย. ๒๕๖๕')).toBe('เมื่อวันที่\u00a07 มิ.ย. 2565')
    expect(shown('5g แบบเปิดกว้าง')).toBe('5G แบบเปิดกว้าง')
  })

  it('finds every piece of a text that is cut between characters', () => {
    const graphemes = [...new Intl.Segmenter('th').segment(stored)].map((part) => part.index)
    const borders = fc.constantFrom(...graphemes)
    fc.assert(
      fc.property(borders, borders, (a, b) => {
        const quote = stored.slice(Math.min(a, b), Math.max(a, b))
        const found = shown(quote)
        if (found !== undefined) expect(canonical(found)).toBe(canonical(quote).trim())
      }),
    )
  })

  it.each([
    ['a part of a number', 'มิ.ย. 256'],
    ['a letter without its mark', 'เม'],
    ['an ellipsis', 'ได้สิ้นสุด…2565'],
    ['other words', 'ได้สิ้นสุดอายุการบังคับเมื่อวันที่ 8'],
    ['nothing', ' \u200b '],
  ])('refuses %s', (_, quote) => expect(findQuote(form, quote)).toBeUndefined())
})

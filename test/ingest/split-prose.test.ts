import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_PIECE, MIN_PIECE, splitProse } from '../../src/ingest/split-prose.ts'
import type { Span } from '../../src/vocabulary.ts'

const slices = (text: string, spans = splitProse(text)): string[] =>
  spans.map(({ start, end }) => text.slice(start, end))

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })
const graphemeBorders = (text: string): Set<number> =>
  new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length))

const word = fc.constantFrom(
  'ความร่วมมือ',
  'ดิจิทัล',
  'ซึ่ง',
  'น้ำ',
  'กำหนด',
  '5G',
  'MDES',
  '日本国の総務省。',
  'Signed.',
  '𠮷野家',
  '👩‍👩‍👧',
  'ก๊าซ',
  '2565',
)
const gap = fc.constantFrom('', '', ' ', ' ', '\u00a0', '\n', '\r\n', '\n\n', '\u200b', '   ')
const prose = (minLength = 0) =>
  fc.array(fc.tuple(word, gap), { minLength, maxLength: 400, size: 'max' }).map((parts) => parts.flat().join(''))
const hostile = fc.constantFrom('ก', '\u0e48', ' ', '\n', '\u0600', '\ud842', '\udfb7', '\u200d')
const anything = fc.oneof(
  prose(),
  fc.string({ unit: 'binary', maxLength: 1500, size: 'max' }),
  fc.string({ unit: hostile, maxLength: 1500, size: 'max' }),
)

describe('splitProse', () => {
  it('covers every character that is not a space, in order', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const spans = splitProse(text)
        let reached = 0
        for (const [index, { start, end }] of spans.entries()) {
          expect(text.slice(reached, Math.max(start, reached)).trim()).toBe('')
          expect(start).toBeGreaterThan(index ? spans[index - 1]!.start : -1)
          expect(end).toBeGreaterThan(reached)
          reached = end
        }
        expect(text.slice(reached).trim()).toBe('')
      }),
    )
  })

  it('never cuts a grapheme or a surrogate pair', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const borders = graphemeBorders(text)
        for (const { start, end } of splitProse(text)) expect(borders.has(start) && borders.has(end)).toBe(true)
      }),
    )
  })

  it('keeps pieces of a long paragraph within 200 to 400 units', () => {
    const paragraph = prose(201)
      .map((text) => text.replace(/\s*[\r\n]\s*/g, ' ').trim())
      .filter((text) => text.length > MAX_PIECE)
    fc.assert(
      fc.property(paragraph, (text) => {
        for (const { start, end } of splitProse(text)) {
          expect(end - start).toBeLessThanOrEqual(MAX_PIECE)
          expect(end - start).toBeGreaterThanOrEqual(MIN_PIECE)
        }
      }),
    )
  })

  it('gives the same pieces of a section as of its text alone', () => {
    fc.assert(
      fc.property(prose(), prose(), (before, text) => {
        const from = before.length + 1
        const shifted = splitProse(`${before}\n${text}\n${before}`, from, from + text.length)
        const back = ({ start, end }: Span): Span => ({ start: start - from, end: end - from })
        expect(shifted.map(back)).toEqual(splitProse(text))
      }),
    )
  })

  it('has no piece for a text without words', () => {
    expect(splitProse('')).toEqual([])
    expect(splitProse(' \n\u00a0\n')).toEqual([])
  })

  it('joins short paragraphs up to 400 units and leaves long ones alone', () => {
    const long = 'ก'.repeat(390)
    expect(slices(`สั้น\nสั้นมาก\n\n${long}\n`)).toEqual(['สั้น\nสั้นมาก', long])
  })

  it('cuts before a conjunction rather than at a later space', () => {
    const head = 'ความร่วมมือ'.repeat(22)
    const text = `${head} ซึ่งจะเป็นบันทึก ${'ความร่วมมือ'.repeat(30)}`
    expect(slices(text)[0]).toBe(head)
  })

  it('cuts at a sentence end rather than before a conjunction', () => {
    const head = `${'The ministries agree '.repeat(12)}on it.`
    expect(slices(`${head} They meet โดย ${'agreement '.repeat(30)}`)[0]).toBe(head)
  })

  it('does not cut a date at its spaces', () => {
    const text = `${'ความร่วมมือ '.repeat(33)}7 มิ.ย. 2565 ${'ดิจิทัล'.repeat(40)}`
    expect(slices(text)[0]).toBe('ความร่วมมือ '.repeat(32).trim())
  })

  it('takes a no-break space for a space', () => {
    const head = 'ความร่วมมือ'.repeat(25)
    expect(slices(`${head}\u00a0${'ดิจิทัล'.repeat(40)}`)[0]).toBe(head)
  })

  it('cuts Thai without spaces between words', () => {
    for (const piece of slices('ดิจิทัล'.repeat(200))) expect(piece).toMatch(/^(?:ดิจิทัล)+$/)
  })

  it('reaches back for a last piece that would be short', () => {
    const text = 'ความร่วมมือ ดิจิทัล '.repeat(22).trim()
    const [first, last, ...rest] = splitProse(text)
    expect(rest).toEqual([])
    expect(last!.start).toBeLessThan(first!.end)
    expect(last!.end - last!.start).toBeGreaterThanOrEqual(MIN_PIECE)
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cutGraphemes,
  cutText,
  jsonBytes,
  type Measure,
  showable,
  splitText,
  textBytes,
  units,
} from '../../../src/channels/line/measure.ts'

test('counts units as JavaScript does, and bytes as JSON has them', () => {
  expect(units('🤨')).toBe(2)
  expect(textBytes('ที่')).toBe(9)
  expect(textBytes('"\n')).toBe(4)
  expect(jsonBytes({ a: 'ก' })).toBe(11)
})

test('shows what can be seen, in one kind of line break and without control characters', () => {
  expect(showable(' a\r\nb\rc\u0007\ud83e ')).toBe('a\nb\nc\ufffd')
  for (const nothing of ['', ' \n', '\u200b', '\u0000', '\u0301', '\ud83e']) expect(showable(nothing)).toBeUndefined()
})

test('keeps what fits, and marks what was cut', () => {
  expect(cutGraphemes('ที่'.repeat(20), 20)).toBe('ที่'.repeat(20))
  expect(cutGraphemes('ที่'.repeat(21), 20)).toBe(`${'ที่'.repeat(19)}…`)
  expect(cutGraphemes('one two', 5)).toBe('one…')
  expect(cutGraphemes('Is there compensation for delays?', 20)).toBe('Is there compensati…')
  expect(cutGraphemes('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2)).toBe('👨‍👩‍👧…')
  expect(cutText('ลงนาม', 5, units)).toBe('ลงนาม')
  expect(cutText('ลงนามเมื่อไร', 6, units)).toBe('ลงนาม…')
  expect(cutText('one two three', 9, units)).toBe('one two…')
  expect(cutText('👨‍👩‍👧👨‍👩‍👧', 9, units)).toBe('👨‍👩‍👧…')
})

test('breaks Thai and English between words', () => {
  expect(splitText('บันทึกความร่วมมือ', 6, units)).toEqual(['บันทึก', 'ความ', 'ร่วม', 'มือ'])
  expect(splitText('the old memorandum', 8, units)).toEqual(['the old', 'memorand', 'um'])
})

const texts = fc.string({
  unit: fc.constantFrom('กำ', 'ที่', 'ค', '日', '本', 'a', 'b', ' ', '\n', '👍🏽', '👨‍👩‍👧', '"', 'e\u0301'),
})
const measures = fc.constantFrom<Measure>(units, textBytes)
const bare = (text: string) => text.replace(/\s/gu, '')
const graphemes = (text: string) =>
  Array.from(new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(bare(text)), ({ segment }) => segment)

test('no piece is too long, and no grapheme is lost, or cut if it fits', () => {
  fc.assert(
    fc.property(texts, measures, fc.integer({ min: 25, max: 60 }), (text, measure, limit) => {
      const pieces = splitText(text, limit, measure)
      for (const piece of pieces) expect(measure(piece)).toBeLessThanOrEqual(limit)
      expect(bare(pieces.join(''))).toBe(bare(text))
      expect(pieces.flatMap(graphemes)).toEqual(graphemes(text))
      expect(measure(cutText(text, limit, measure))).toBeLessThanOrEqual(limit)
      expect(graphemes(cutGraphemes(text, limit)).length).toBeLessThanOrEqual(limit)
    }),
  )
})

test('a grapheme without end is divided rather than kept', () => {
  const endless = `a${'\u0301'.repeat(100)}`
  expect(splitText(endless, 10, units).every((piece) => piece.length <= 10)).toBe(true)
})

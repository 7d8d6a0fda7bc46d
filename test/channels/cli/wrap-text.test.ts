import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { wrapText } from '../../../src/channels/cli/wrap-text.ts'

test('English breaks at spaces, and not at a hyphen, an apostrophe or a full stop', () => {
  expect(wrapText("the old MoC's term ended on 2022-06-07, B.E. 2565.", 12)).toEqual([
    'the old',
    "MoC's term",
    'ended on',
    '2022-06-07,',
    'B.E. 2565.',
  ])
})

test('Thai breaks between words, and its signs stay with the word before', () => {
  expect(wrapText('การอำนวยความสะดวกในโครงการร่วมต่างๆ ตามบันทึกความร่วมมือฯ', 14)).toEqual([
    'การอำนวยความ',
    'สะดวกในโครงการ',
    'ร่วมต่างๆ ตาม',
    'บันทึกความร่วมมือฯ',
  ])
})

test('Japanese breaks between words, never before a closing sign, after an opening one or after a number', () => {
  expect(wrapText('新しい協力覚書は、2022年8月5日に「署名」されました。', 10)).toEqual([
    '新しい協力',
    '覚書は、',
    '2022年8月',
    '5日に',
    '「署名」さ',
    'れました。',
  ])
})

test('an address is never cut, however long', () => {
  const url = 'https://www.thaigov.go.th/news/contents/details/57536'
  expect(wrapText(`ที่มา ${url} ครับ`, 20)).toEqual(['ที่มา', url, 'ครับ'])
})

test('a no-break space is no place to break, and stays', () => {
  expect(wrapText('a day in 5\u00a0Aug', 10)).toEqual(['a day in', '5\u00a0Aug'])
})

test('keeps line breaks and inner spaces, drops control characters', () => {
  expect(wrapText('one  two\r\n\nthree\u001b[31m', 40)).toEqual(['one  two', '', 'three[31m'])
})

const texts = fc.string({
  unit: fc.constantFrom('กำ', 'ที่', 'ค', '日', 'ー', '、', 'a', '5', ' ', '👍🏽', '(', ')', '\u00a0'),
})

test('no line is wider than the width, and no grapheme is lost or cut', () => {
  const bare = (text: string) => text.replace(/ /gu, '')
  const graphemes = (text: string) =>
    Array.from(new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 30 }), (text, width) => {
      const lines = wrapText(text, width)
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width)
      expect(bare(lines.join(''))).toBe(bare(text))
      expect(lines.flatMap((line) => graphemes(bare(line)))).toEqual(graphemes(bare(text)))
    }),
  )
})

import { expect, test } from 'vitest'
import { fold, holds } from '../../src/evaluation/match.ts'

test('folds width, case, Thai digits, emphasis and every kind of space', () => {
  expect(fold('**ＭｏＣ**  `๒๕๖๕`\u00a0\n_5Ｇ_')).toBe('moc 2565 5g')
})

test.each([
  ['ลงนามวันที่ ๕\u00a0ส.ค.  ๒๕๖๕', '5 ส.ค. 2565'],
  ['ลงนาม 5 ส.ค. 2565ครับ', '๕ ส.ค. ๒๕๖๕'],
  ['signed on **5 August** 2022.', '5 august 2022'],
  ['（令和4年）', '(令和4年)'],
  ['การทำงาน', 'ทำ'],
  ['in 15 or 5 days', '5 days'],
  ['by MIC, of Japan', 'MIC'],
])('"%s" holds "%s"', (text, wanted) => {
  expect(holds(text, wanted)).toBe(true)
})

test.each([
  ['on 15 August 2022', '5 August 2022'],
  ['in B.E. 25605', '2560'],
  ['๑๕ ส.ค. ๒๕๖๕', '5 ส.ค. 2565'],
  ['microphone', 'MIC'],
  ['an economic matter', 'MIC'],
  ['MIC2', 'MIC'],
  ['5 ส.ค. 2566', '5 ส.ค. 2565'],
  ['anything', '  '],
])('"%s" does not hold "%s"', (text, wanted) => {
  expect(holds(text, wanted)).toBe(false)
})

test('a letter may touch a number at its digit end', () => {
  expect(holds('5Gแบบเปิด', '5G')).toBe(true)
  expect(holds('in FY2022', '2022')).toBe(true)
})

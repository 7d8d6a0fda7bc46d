import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFacts, strayFacts } from '../../src/text/stray-facts.ts'
import { numberedText } from '../support/text-fragments.ts'

const stray = (text: string, ...quotes: string[]) => {
  const { dates, impossibleDates, quantities, numbers } = strayFacts(readFacts(text), quotes.map(readFacts))
  return [...dates, ...impossibleDates, ...quantities.map((quantity) => quantity.text), ...numbers]
}

describe('the facts of a text', () => {
  it.each([
    ['ลงนามเมื่อ 5 ส.ค. 2565 มีอายุ 3 ปี เลขที่ 12', ['5 ส.ค. 2565'], ['3 ปี'], ['12']],
    ['Signed on 5 August 2022 for three years, code X-25.', ['5 August 2022'], ['three years'], ['25']],
    ['2022年8月5日に署名、5Gなど3件。', ['2022年8月5日'], ['3件'], ['5']],
    ['ไม่มีตัวเลข', [], [], []],
  ])('are its dates, amounts and loose numbers, each once: %s', (text, dates, quantities, numbers) => {
    const facts = readFacts(text)
    expect(facts.text).toBe(text)
    expect(facts.dates.map((date) => date.text)).toEqual(dates)
    expect(facts.quantities.map((quantity) => quantity.text)).toEqual(quantities)
    expect(facts.numbers).toEqual(numbers)
  })

  it.each(['ระบบ ๕G', '5Gシステム', 'a ５Ｇ network'])('have numbers in one script: %s', (text) => {
    expect(readFacts(text).numbers).toEqual(['5'])
  })

  it.each([
    'ดู https://www.thaigov.go.th/news/contents/details/57536',
    'See https://example.org/v2/a-17 for it.',
    '出典:https://example.jp/01tsushin09_02000133.html',
  ])('are not the digits of an address: %s', (text) => expect(readFacts(text).numbers).toEqual([]))

  it.each(['31 กุมภาพันธ์ 2565', '31 February 2022', '2022年2月31日'])('tell what can be no date: %s', (text) => {
    expect(readFacts(text).impossibleDates.map((date) => date.text)).toEqual([text])
    expect(readFacts(text).dates).toEqual([])
  })
})

describe('a fact is borne out', () => {
  it.each([
    ['a date in another calendar', 'ลงนามเมื่อ 5 ส.ค. 2565', '2022年8月5日'],
    ['a date of a Japanese era', 'Signed on 5 August 2022.', '令和4年8月5日'],
    ['a date of which less is said', '5 August 2022', 'ในเดือนสิงหาคม 2565'],
    ['an amount in another language', 'มีอายุ 3 ปี', 'three years'],
    ['an amount in another magnitude', 'วงเงิน 100 ล้านบาท', '100,000,000 baht'],
    ['a loose number in another script', 'ระบบ 5G', '５Ｇ'],
    ['what can be no date, in the words of the source', 'มีผล 31 ก.พ. 2565', 'มีผล 31 ก.พ. 2565'],
  ])('by %s', (_, quote, text) => expect(stray(text, quote)).toEqual([]))

  it('by one quote of several', () => {
    expect(stray('5 August 2022, three years, 5G', 'อายุ 3 ปี', 'ลงนาม 5 ส.ค. 2565', '5Gの利用')).toEqual([])
  })
})

describe('a fact is stray, as the text has it', () => {
  it.each([
    ['another day', 'ลงนาม 5 ส.ค. 2565', 'ลงนาม 6 ส.ค. 2565', '6 ส.ค. 2565'],
    ['more of a date than is said', 'in August 2022', 'on 5 August 2022', '5 August 2022'],
    ['a year of another era', '令和4年に署名', '平成4年に署名', '平成4年'],
    ['another amount', '3年間', '5年間', '5年間'],
    ['another unit', 'มีอายุ 3 ปี', 'มีอายุ 3 เดือน', '3 เดือน'],
    ['another number', 'ระบบ 5G', 'ระบบ 6G', '6'],
    ['a date that is a number there', 'เลขที่ 2565', 'ในปี 2565', 'ปี 2565'],
    ['what can be no date', '5 August 2022', '35 August 2022', '35 August 2022'],
  ])('%s', (_, quote, text, words) => expect(stray(text, quote)).toContain(words))

  it('when nothing is quoted', () => {
    expect(stray('ลงนาม 5 ส.ค. 2565')).toEqual(['5 ส.ค. 2565'])
    expect(stray('ลงนามแล้ว')).toEqual([])
  })
})

describe('any text', () => {
  it('bears out itself', () => {
    fc.assert(
      fc.property(numberedText, (text) => {
        expect(stray(text, text)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('has no more that is stray when more is quoted', () => {
    fc.assert(
      fc.property(numberedText, numberedText, numberedText, (text, one, other) => {
        const alone = stray(text, one)
        expect(alone).toEqual(expect.arrayContaining(stray(text, one, other)))
      }),
      { numRuns: 1000 },
    )
  })
})

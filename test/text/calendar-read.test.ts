import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDates, readImpossibleDates } from '../../src/text/calendar.ts'
import { numberedText } from '../support/text-fragments.ts'

const textsOf = (text: string) => readDates(text).map((mention) => mention.text)

describe('readDates', () => {
  it('gives the words of each date as the text has them', () => {
    const text = 'ครม. วันอังคารที่ ๒ สิงหาคม\u00a0๒๕๖๕ เห็นชอบ (5 Aug. 2022) ２０２２年８月５日（金）に署名'
    expect(textsOf(text)).toEqual(['วันอังคารที่ ๒ สิงหาคม\u00a0๒๕๖๕', '5 Aug. 2022', '２０２２年８月５日（金）'])
  })

  it('gives each end of a range its own words', () => {
    expect(textsOf('2-5 ส.ค. 2565')).toEqual(['2', '5 ส.ค. 2565'])
    expect(textsOf('August 5–7, 2022')).toEqual(['August 5', '7, 2022'])
    expect(textsOf('令和4年8月2日から5日')).toEqual(['令和4年8月2日', '5日'])
    expect(textsOf('2560–2565')).toEqual(['2560', '2565'])
  })

  it('leaves out the words around a date that are no part of it', () => {
    expect(textsOf('It was signed on the 5th of August, in 2022.')).toEqual(['5th of August', '2022'])
    expect(textsOf('ลงนามเมื่อวันที่ 7 มิ.ย. 2560 ค่ะ')).toEqual(['วันที่ 7 มิ.ย. 2560'])
  })

  it('goes on over the end of a line, not over the end of a paragraph', () => {
    expect(textsOf('signed on 5\nAugust 2022')).toEqual(['5\nAugust 2022'])
    expect(textsOf('สิงหาคม\n\n2565')).toEqual(['สิงหาคม', '2565'])
  })

  it('takes no footnote for a digit', () => {
    expect(textsOf('5 สิงหาคม 2565¹ และปี 2560②')).toEqual(['5 สิงหาคม 2565', 'ปี 2560'])
  })

  it('lets the weekday decide between the readings of a short year', () => {
    expect(readDates('5 ส.ค. 65')[0]?.alternatives).toEqual([{ year: 1965, month: 8, day: 5 }])
    expect(readDates('วันศุกร์ที่ 5 ส.ค. 65')[0]).toMatchObject({ calendar: 'buddhist', alternatives: [] })
  })

  it('reads a short year as its surroundings do', () => {
    expect(readDates('ลงนาม 5 Aug 65')[0]?.date.year).toBe(2022)
    expect(readDates('signed 5 Aug 65')[0]?.date.year).toBe(1965)
  })

  it('reads all the dates of the release', () => {
    const text = `ที่ทั้ง 2 ฝ่ายได้ลงนามไปเมื่อปี 2560 และได้สิ้นสุดอายุการบังคับเมื่อวันที่ 7 มิ.ย. 2565
สำหรับกำหนดการลงนามในบันทึกความร่วมมือฯ ฉบับใหม่ จะมีขึ้นในวันที่ 5 ส.ค. 2565 ได้แก่ การปรับใช้และใช้งาน 5G แบบเปิดกว้าง
ที่มา : https://www.thaigov.go.th/news/contents/details/57536`
    expect(readDates(text).map((mention) => mention.date)).toEqual([
      { year: 2017 },
      { year: 2022, month: 6, day: 7 },
      { year: 2022, month: 8, day: 5 },
    ])
  })

  it('gives dates in order, apart, and with the words at their offsets, whatever the text', () => {
    fc.assert(
      fc.property(numberedText, (text) => {
        const spans = [...readDates(text), ...readImpossibleDates(text)].sort((a, b) => a.start - b.start)
        for (const [i, span] of spans.entries()) {
          expect(span.text).toBe(text.slice(span.start, span.end))
          expect(span.start).toBeLessThan(span.end)
          expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0)
        }
        expect(readDates(text)).toEqual(readDates(text).toSorted((a, b) => a.start - b.start))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    '1',
    '1-',
    '1/',
    '5,',
    '2565-',
    'a',
    'a.',
    'a1.-',
    ' ',
    '5 ส.ค.-',
    'วันที่ 5 ',
    '一',
    '5月-',
    '5日と',
    '5年5月5日',
    'สิบ',
    'may ',
    '令和',
  ])('reads 20,000 characters of %j without losing its way', (unit) => {
    const text = unit.repeat(Math.ceil(20_000 / unit.length))
    for (const mention of readDates(text)) expect(mention.text).toBe(text.slice(mention.start, mention.end))
  })
})

describe('readImpossibleDates', () => {
  it('finds what is written as a date and is none', () => {
    expect(readImpossibleDates('ลงนาม 31 เม.ย. 2565 และ 5 ส.ค. 2565')).toEqual([
      { start: 6, end: 19, text: '31 เม.ย. 2565' },
    ])
    expect(readImpossibleDates('Thursday, 5 August 2022').map(({ text }) => text)).toEqual(['Thursday, 5 August 2022'])
  })

  it('finds nothing in possible dates and mere numbers', () => {
    expect(readImpossibleDates('5 ส.ค. 2565, 25/2565, 9999, 5G, 3 วัน')).toEqual([])
  })
})

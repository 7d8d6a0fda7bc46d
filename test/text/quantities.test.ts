import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDates, readImpossibleDates } from '../../src/text/calendar.ts'
import { readQuantities } from '../../src/text/quantities.ts'
import { numberedText } from '../support/text-fragments.ts'

const saidIn = (text: string) => readQuantities(text).map(({ value, unit }) => [value, unit])

describe('readQuantities', () => {
  it.each<[string, number, string | undefined]>([
    ['3 วัน', 3, 'day'],
    ['๓ วัน', 3, 'day'],
    ['３日間', 3, 'day'],
    ['3 days', 3, 'day'],
    ['59 days', 59, 'day'],
    ['59-day', 59, 'day'],
    ['59日間', 59, 'day'],
    ['59日後', 59, 'day'],
    ['สามวัน', 3, 'day'],
    ['ห้าสิบเก้าวัน', 59, 'day'],
    ['three days', 3, 'day'],
    ['fifty-nine days', 59, 'day'],
    ['三日間', 3, 'day'],
    ['2 สัปดาห์', 2, 'week'],
    ['2 weeks', 2, 'week'],
    ['2週間', 2, 'week'],
    ['6 เดือน', 6, 'month'],
    ['6 months', 6, 'month'],
    ['6か月', 6, 'month'],
    ['6ヶ月間', 6, 'month'],
    ['5 ปี', 5, 'year'],
    ['5 ปีที่ผ่านมา', 5, 'year'],
    ['5 years', 5, 'year'],
    ['5-year', 5, 'year'],
    ['5年間', 5, 'year'],
    ['5年後', 5, 'year'],
    ['五年間', 5, 'year'],
    ['หนึ่งปี', 1, 'year'],
    ['3 ปีครึ่ง', 3.5, 'year'],
    ['1年半', 1.5, 'year'],
    ['2 ชั่วโมง', 2, 'hour'],
    ['30 minutes', 30, 'minute'],
    ['30分', 30, 'minute'],
    ['100%', 100, 'percent'],
    ['100 %', 100, 'percent'],
    ['๑๐๐%', 100, 'percent'],
    ['ร้อยละ 5', 5, 'percent'],
    ['5 เปอร์เซ็นต์', 5, 'percent'],
    ['5 per cent', 5, 'percent'],
    ['5パーセント', 5, 'percent'],
    ['3割', 30, 'percent'],
    ['100 ล้านบาท', 100e6, 'baht'],
    ['๑๐๐ ล้านบาท', 100e6, 'baht'],
    ['3 หมื่นล้านบาท', 30e9, 'baht'],
    ['1 ล้าน 5 แสนบาท', 1.5e6, 'baht'],
    ['฿100 million', 100e6, 'baht'],
    ['THB 500', 500, 'baht'],
    ['1.5 million yen', 1.5e6, 'yen'],
    ['¥5m', 5e6, 'yen'],
    ['1億円', 100e6, 'yen'],
    ['1億2000万円', 120e6, 'yen'],
    ['５００万円', 5e6, 'yen'],
    ['300 ล้านเยน', 300e6, 'yen'],
    ['$5 million', 5e6, 'usd'],
    ['US$ 5', 5, 'usd'],
    ['5 ดอลลาร์สหรัฐ', 5, 'usd'],
    ['20 คน', 20, 'person'],
    ['1,000 คน', 1000, 'person'],
    ['2565 คน', 2565, 'person'],
    ['20 people', 20, 'person'],
    ['20人', 20, 'person'],
    ['3万5千人', 35_000, 'person'],
    ['3 ครั้ง', 3, 'time'],
    ['3 times', 3, 'time'],
    ['3回', 3, 'time'],
    ['12 บริษัท', 12, 'company'],
    ['12 companies', 12, 'company'],
    ['12社', 12, 'company'],
    ['5 โครงการ', 5, 'project'],
    ['five joint projects', 5, 'project'],
    ['10 ประเทศ', 10, 'country'],
    ['10か国', 10, 'country'],
    ['ทั้ง 2 ฝ่าย', 2, 'side'],
    ['ทั้งสองฝ่าย', 2, 'side'],
    ['both sides, two parties', 2, 'side'],
    ['6つ', 6, 'item'],
    ['6分野', 6, 'field'],
    ['ข้อ 5', 5, 'clause'],
    ['ข้อ ๕', 5, 'clause'],
    ['clause 5', 5, 'clause'],
    ['มาตรา 12', 12, 'article'],
    ['Article 12', 12, 'article'],
    ['第12条', 12, 'article'],
    ['第三条', 3, 'article'],
    ['ครั้งที่ 3', 3, 'ordinal'],
    ['第3回', 3, 'ordinal'],
    ['the 3rd meeting', 3, 'ordinal'],
    ['28 GHz', 28e9, 'hertz'],
    ['2.6 GHz', 2.6e9, 'hertz'],
    ['700 MHz', 700e6, 'hertz'],
    ['700 เมกะเฮิรตซ์', 700e6, 'hertz'],
    ['28ギガヘルツ', 28e9, 'hertz'],
    ['10:30', 10.5, 'clock'],
    ['10.30 น.', 10.5, 'clock'],
    ['ปีงบประมาณ 2565', 2022, 'fiscal-year'],
    ['ปีงบ 65', 2022, 'fiscal-year'],
    ['FY2022', 2022, 'fiscal-year'],
    ['令和4年度', 2022, 'fiscal-year'],
    ['2022年度', 2022, 'fiscal-year'],
    ['the 1990s', 1990, 'decade'],
    ['2020年代', 2020, 'decade'],
    ['๑๐๐', 100, undefined],
    ['100', 100, undefined],
    ['1,234.5', 1234.5, undefined],
    ['100 ล้าน', 100e6, undefined],
    ['1/4', 0.25, undefined],
  ])('reads %s', (text, value, unit) => {
    expect(saidIn(text)).toEqual([[value, unit]])
  })

  it.each<[string, [number, string | undefined][]]>([
    [
      '3-5 ล้านบาท',
      [
        [3e6, 'baht'],
        [5e6, 'baht'],
      ],
    ],
    [
      '3–5 years',
      [
        [3, 'year'],
        [5, 'year'],
      ],
    ],
    [
      'ข้อ 2-5',
      [
        [2, 'clause'],
        [5, 'clause'],
      ],
    ],
    [
      '2 ปี 3 เดือน',
      [
        [2, 'year'],
        [3, 'month'],
      ],
    ],
    [
      '2 ล้าน 3 คน',
      [
        [2e6, undefined],
        [3, 'person'],
      ],
    ],
  ])('reads every quantity of %s', (text, said) => {
    expect(saidIn(text)).toEqual(said)
  })

  it.each([
    '5G',
    '5จี',
    '5 จี',
    '5 G',
    '6G',
    'Web3',
    'COVID-19',
    'G20',
    'MP3',
    'Thailand 4.0',
    'Society 5.0',
    '第5世代',
    'ISO 27001',
    'v1.2.3',
    '192.168.1.1',
    'https://www.thaigov.go.th/news/contents/details/57536',
    'soumu.go.jp/s-news/01tsushin09_02000133.html',
    'โทร. 02-141-6747',
    '+81-3-5253-5111',
    'เลขที่ 120',
    'room 101',
    '[1] ครม. เห็นชอบ',
    '1. ขอบเขต',
    'สามารถ',
    'อย่างหนึ่ง',
    'one of the parties',
    '十分な',
    '一時的',
    '一般',
    '第三者',
    '二国間',
    '5 สิงหาคม 2565',
    '2565',
    '31 เม.ย. 2565',
  ])('finds no quantity in %s', (text) => {
    expect(saidIn(text)).toEqual([])
  })

  it('keeps dates and quantities apart', () => {
    expect(saidIn('ลงนาม 5 ส.ค. 2565 หลังครม. เห็นชอบ 3 วัน')).toEqual([[3, 'day']])
    expect(saidIn('ใน 3 วันที่ 5 สิงหาคม')).toEqual([[3, undefined]])
    expect(saidIn('อีก 5 ปี 2565')).toEqual([[5, 'year']])
    expect(saidIn('2 ปีเรวะที่ 4')).toEqual([[2, undefined]])
  })

  it('takes no footnote and no fraction for a digit', () => {
    expect(saidIn('5² 20③ 3½')).toEqual([
      [5, undefined],
      [20, undefined],
      [3, undefined],
    ])
  })

  it('does not count with the first word of the next paragraph', () => {
    expect(saidIn('ทั้งหมด 100\n\nบาทหลวง')).toEqual([[100, undefined]])
  })

  it('gives quantities in order, apart from each other and from dates, with the words at their offsets', () => {
    fc.assert(
      fc.property(numberedText, (text) => {
        const quantities = readQuantities(text)
        const spans = [...quantities, ...readDates(text), ...readImpossibleDates(text)].sort(
          (a, b) => a.start - b.start,
        )
        for (const [i, span] of spans.entries()) {
          expect(span.text).toBe(text.slice(span.start, span.end))
          expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0)
        }
        expect(quantities).toEqual(quantities.toSorted((a, b) => a.start - b.start))
        for (const { value } of quantities) expect(value).not.toBeNaN()
      }),
      { numRuns: 3000 },
    )
  })

  it.each(['1', '1,', '5 ', '5 ล้าน ', 'ข้อ 5-', 'สิบ', '一', '$1 ', '1億'])(
    'reads 20,000 characters of %j without losing its way',
    (unit) => {
      const text = unit.repeat(Math.ceil(20_000 / unit.length))
      for (const quantity of readQuantities(text)) expect(quantity.text).toBe(text.slice(quantity.start, quantity.end))
    },
  )
})

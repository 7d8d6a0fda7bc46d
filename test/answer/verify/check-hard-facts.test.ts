import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComputedSpan } from '../../../src/answer/draft.ts'
import { checkHardFacts } from '../../../src/answer/verify/check-hard-facts.ts'
import { type CalendarDate, type CalendarName, sameDate, writeDate } from '../../../src/text/calendar.ts'
import { readFacts } from '../../../src/text/stray-facts.ts'
import type { Language } from '../../../src/vocabulary.ts'
import { buildEvidence } from '../../support/build-passage.ts'
import { readRealKnowledge, type StoredSentence } from '../../support/real-knowledge.ts'
import { realVerifier } from '../../support/real-verifier.ts'

const { documents, passages, sentences } = readRealKnowledge()
const { verify } = realVerifier()
const evidence = buildEvidence(passages, documents)

/** What the rule has against a statement over one quote. */
const problemWith = (quote: string, text: string, computed?: ComputedSpan) =>
  checkHardFacts(readFacts(text), [readFacts(quote)], computed)

const verdictOn = ({ passage, text: quote }: StoredSentence, text: string) =>
  verify({ text, quotes: [{ passageId: passage.id, quote }] }, evidence)

describe('the sentences of the clauses', () => {
  it('pass over their own words', () => {
    expect(sentences.filter((sentence) => !verdictOn(sentence, sentence.text).verified)).toEqual([])
  })

  it.each<Language>(['th', 'en', 'ja'])(
    'pass over no number of theirs that is changed in one digit (%s)',
    (language) => {
      const passed: string[] = []
      let changes = 0
      for (const sentence of sentences.filter(({ passage }) => passage.language === language)) {
        for (const { 0: digit, index } of sentence.text.matchAll(/\d/gu)) {
          // How a year is read that begins with 0 is the calendar's affair.
          for (const other of /\d/u.test(sentence.text[index - 1] ?? '') ? '0123456789' : '123456789') {
            if (other === digit) continue
            changes++
            const changed = sentence.text.slice(0, index) + other + sentence.text.slice(index + 1)
            if (verdictOn(sentence, changed).verified) passed.push(changed)
          }
        }
      }
      expect(changes).toBeGreaterThan(300)
      expect(passed).toEqual([])
    },
  )

  it.each([
    ['the month', 'signing', '5 August 2022', '5 September 2022'],
    ['the month, in Thai', 'signing', '5 สิงหาคม 2565', '5 กันยายน 2565'],
    ['the month, abbreviated', 'supersedes', '7 มิถุนายน 2565', '7 ก.ค. 2565'],
    ['the calendar', 'signing', '5 August 2022', '5 August B.E. 2022'],
    ['the calendar, in Thai', 'signing', '5 สิงหาคม 2565', '5 สิงหาคม ค.ศ. 2565'],
    ['the calendar, in Japanese', 'signing', '2022年8月5日', '仏暦2022年8月5日'],
    ['the era', 'signing', '2022年8月5日', '平成4年8月5日'],
    ['the era of a year alone', 'origin', '2017年', '昭和29年'],
    ['the weekday', 'approval', 'Tuesday 2 August 2022', 'Monday 2 August 2022'],
    ['the weekday, in Thai', 'approval', 'วันอังคารที่ 2 สิงหาคม 2565', 'วันพุธที่ 2 สิงหาคม 2565'],
    ['the weekday, in Japanese', 'approval', '2022年8月2日(火)', '2022年8月2日(水)'],
    ['the day to one that no month has', 'signing', '5 August 2022', '35 August 2022'],
    ['the name of a technology', 'scope-radio', '5G', '6G'],
    ['the order of day and month', 'supersedes', '2022年6月7日', '2022年7月6日'],
  ])('do not pass with %s changed', (_, clause, from, to) => {
    const changed = sentences.filter(({ passage, text }) => passage.clause === clause && text.includes(from))
    expect(changed).not.toEqual([])
    for (const sentence of changed) {
      expect(verdictOn(sentence, sentence.text.replace(from, to))).toMatchObject({
        verified: false,
        rule: 'hard-facts',
      })
    }
  })

  it.each([
    ['2022年8月5日', '令和4年8月5日'],
    ['2022年8月5日', 'พ.ศ. 2565'],
    ['5 August 2022', '5 สิงหาคม 2565'],
    ['5 August 2022', '๕ ส.ค. ๖๕'],
    ['5 August 2022', '5 August B.E. 2565'],
    ['5 August 2022', 'August 5, Reiwa 4'],
    ['5 August 2022', '２０２２年８月５日'],
    ['5 August 2022', '8/5/2022'],
    ['5 August 2022', '5/8/2022'],
    ['5 สิงหาคม 2565', '2022-08-05'],
    ['5 สิงหาคม 2565', 'R4.8.5'],
    ['2 สิงหาคม 2565', 'Tuesday, 2nd of August 2022'],
    ['ปี 2560', '平成29年'],
    ['ปี 2560', 'the year 2017'],
  ])('pass with %s written %s', (from, to) => {
    const rewritten = sentences.filter(({ text }) => text.includes(from))
    expect(rewritten).not.toEqual([])
    for (const { text } of rewritten) expect(problemWith(text, text.replace(from, to))).toBeUndefined()
  })
})

describe('a date', () => {
  const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }).map(
    (day): Required<CalendarDate> => ({
      year: day.getUTCFullYear(),
      month: day.getUTCMonth() + 1,
      day: day.getUTCDate(),
    }),
  )
  const writing = fc.record({
    language: fc.constantFrom<Language>('th', 'en', 'ja'),
    calendar: fc.constantFrom<CalendarName>('buddhist', 'gregorian', 'japanese'),
  })
  interface Writing {
    language: Language
    calendar: CalendarName
  }
  const SENTENCE: Readonly<Record<Language, (written: string) => string>> = {
    th: (written) => `มีการลงนามเมื่อ ${written} ที่กรุงเทพฯ`,
    en: (written) => `It was signed on ${written} in Bangkok.`,
    ja: (written) => `${written}にバンコクで署名されました。`,
  }
  const say = (said: CalendarDate, { language, calendar }: Writing) =>
    SENTENCE[language](writeDate(said, language, calendar))

  it('passes in every language and calendar that it is written in', () => {
    fc.assert(
      fc.property(date, writing, writing, (said, inQuote, inStatement) => {
        expect(problemWith(say(said, inQuote), say(said, inStatement))).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('is refused when the quote has another one, however both are written', () => {
    fc.assert(
      fc.property(date, date, writing, writing, (said, other, inQuote, inStatement) => {
        fc.pre(!sameDate(said, other))
        expect(problemWith(say(said, inQuote), say(other, inStatement))).toMatch(/^the date .* is not in the quotes$/u)
      }),
      { numRuns: 1000 },
    )
  })

  it('is refused when it is off by a day, a month or a year', () => {
    const step = fc.constantFrom<Partial<CalendarDate>>({ day: 1 }, { month: 1 }, { year: 1 })
    fc.assert(
      fc.property(date, step, writing, writing, ({ year, month, day }, by, inQuote, inStatement) => {
        const said = { year, month: Math.min(month, 11), day: Math.min(day, 27) }
        const other = {
          year: year + (by.year ?? 0),
          month: said.month + (by.month ?? 0),
          day: said.day + (by.day ?? 0),
        }
        expect(problemWith(say(said, inQuote), say(other, inStatement))).toBeDefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('passes with less precision than the quote has, and is refused with more', () => {
    fc.assert(
      fc.property(date, writing, writing, ({ year, month, day }, inQuote, inStatement) => {
        const precise = { year, month, day }
        for (const vague of [{ year, month }, { year }]) {
          expect(problemWith(say(precise, inQuote), say(vague, inStatement))).toBeUndefined()
          expect(problemWith(say(vague, inQuote), say(precise, inStatement))).toBeDefined()
        }
      }),
      { numRuns: 500 },
    )
  })

  it('that cannot be passes in the words of the source alone', () => {
    const quote = 'On Monday 2 August 2022 the draft was approved.'
    expect(problemWith(quote, quote)).toBeUndefined()
    expect(problemWith(quote, 'Approved on Friday 2 August 2022.')).toMatch(/Friday 2 August 2022 is no date/u)
  })
})

describe('a quantity', () => {
  it.each([
    ['มีอายุ 3 ปี', 'It lasts three years.'],
    ['It lasts 3 years.', '有効期間は3年間です。'],
    ['วงเงิน 100 ล้านบาท', 'It costs 100,000,000 baht.'],
    ['予算は1億2000万円です。', 'The budget is 120 million yen.'],
    ['อบรม ๒๐ คน', 'Twenty people are trained.'],
    ['ร้อยละ 15.5', '15.5%'],
    ['ทั้ง 2 ฝ่าย', 'both of the two sides'],
    ['ย่านความถี่ 2.6 GHz', 'คลื่น 2600 MHz'],
    ['第5条', 'มาตรา 5 ของเอกสาร'],
  ])('passes in other words of the same value: %s / %s', (quote, text) => {
    expect(problemWith(quote, text)).toBeUndefined()
    expect(problemWith(text, quote)).toBeUndefined()
  })

  it.each([
    ['another value', 'มีอายุ 3 ปี', 'มีอายุ 5 ปี'],
    ['another value in words', 'It lasts three years.', 'It lasts four years.'],
    ['another value in kanji', '有効期間は三年間です。', '有効期間は五年間です。'],
    ['another unit', 'มีอายุ 3 ปี', 'มีอายุ 3 เดือน'],
    ['another currency', 'วงเงิน 100 ล้านบาท', '100 million yen'],
    ['another magnitude', 'วงเงิน 100 ล้านบาท', 'วงเงิน 100 บาท'],
    ['another decimal', 'ร้อยละ 15.5', 'ร้อยละ 15.6'],
    ['a count where the quote has an ordinal', 'ครั้งที่ 3', '3 ครั้ง'],
    ['a number where the quote has none', 'มีการอบรม', 'มีการอบรม 20 คน'],
    ['a count that is a date in the quote', 'On 5 August 2022 experts met.', 'On 5 August 2022 five experts met.'],
    [
      'a technology that is a date in the quote',
      'Signed on 5 August 2022.',
      'A 5G agreement, signed on 5 August 2022.',
    ],
    ['a date that is a count in the quote', '2022 people came.', 'They came in 2022.'],
    ['a code that the quote lacks', 'ประกาศของกระทรวง', 'ประกาศของกระทรวง เลขที่ 12'],
  ])('is refused as %s', (_, quote, text) => expect(problemWith(quote, text)).toBeDefined())

  it('may be spread over several quotes', () => {
    const statement = readFacts('Signed on 5 August 2022 for 3 years.')
    const quotes = ['ลงนามเมื่อ 5 ส.ค. 2565', 'มีอายุ 3 ปี'].map(readFacts)
    expect(checkHardFacts(statement, quotes)).toBeUndefined()
    expect(checkHardFacts(statement, quotes.slice(0, 1))).toMatch(/3 years is not in the quotes/u)
  })

  it.each([
    ['วันที่ 5 สิงหาคม 2565', 'การประชุมวันที่ 5', 'สิงหาคม 2565 มีฝน'],
    ['on 5 August 2022', 'It met on the 5', 'August 2022 was wet.'],
    ['2022年8月', '2022年', '8月の総会'],
    ['5 million baht', 'It is 5', 'million baht are many.'],
    ['5 ล้านบาท', 'จำนวน 5', 'ล้านบาท'],
  ])('cannot be put together where two quotes meet: %s', (text, ...quotes) => {
    expect(checkHardFacts(readFacts(text), quotes.map(readFacts))).toBeDefined()
  })

  it('needs a quote at all', () => {
    expect(checkHardFacts(readFacts('It was signed in 2022.'), [])).toBeDefined()
    expect(checkHardFacts(readFacts('It was signed.'), [])).toBeUndefined()
  })
})

describe('a computed number', () => {
  const quote = 'The draft was approved on 2 August 2022 and signed on 5 August 2022.'
  const computed: ComputedSpan = { from: { year: 2022, month: 8, day: 2 }, to: { year: 2022, month: 8, day: 5 } }

  it.each([['3 days lie between the two.'], ['ห่างกัน 3 วัน'], ['3日後でした。'], ['three days later']])(
    'passes when the dates in the quotes give it: %s',
    (text) => {
      expect(problemWith(quote, text, computed)).toBeUndefined()
    },
  )

  it('is refused when it is not said to be computed', () => expect(problemWith(quote, 'ห่างกัน 3 วัน')).toBeDefined())

  it.each([
    ['the number is another', 'ห่างกัน 4 วัน', computed],
    ['the unit is another', 'ห่างกัน 3 เดือน', computed],
    ['there is a second number', 'ห่างกัน 3 วัน ใช้คน 7 คน', computed],
    ['one date is not in the quotes', 'ห่างกัน 4 วัน', { ...computed, to: { year: 2022, month: 8, day: 6 } }],
    ['a date says nothing', 'ห่างกัน 3 วัน', { ...computed, to: {} }],
  ])('is refused when %s', (_, text, span) => expect(problemWith(quote, text, span)).toBeDefined())

  it('may be in years and days alike', () => {
    const span = { from: { year: 2017, month: 6, day: 7 }, to: { year: 2022, month: 6, day: 7 } }
    const dates = 'ลงนาม 7 มิ.ย. 2560 สิ้นสุด 7 มิ.ย. 2565'
    expect(problemWith(dates, '5 years, or 1826 days', span)).toBeUndefined()
    expect(problemWith(dates, '60 เดือน', span)).toBeUndefined()
    expect(problemWith(dates, '6 years', span)).toBeDefined()
  })
})

it('an address is no number', () => {
  expect(problemWith('เผยแพร่แล้ว', 'อ่านได้ที่ https://www.thaigov.go.th/news/contents/details/57536')).toBeUndefined()
})

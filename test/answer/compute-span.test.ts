import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChosenSentence } from '../../src/answer/choose-sentences.ts'
import { computeSpan } from '../../src/answer/compute-span.ts'
import { WORDING } from '../../src/answer/wording.ts'
import { type CalendarDate, daysBetween, readDates, sameDate, writeDate } from '../../src/text/calendar.ts'
import type { Language } from '../../src/vocabulary.ts'
import { buildEvidence, buildPassage } from '../support/build-passage.ts'
import { realVerifier } from '../support/real-verifier.ts'

const { verify } = realVerifier()

/** Sentences as they were chosen, each the whole of a passage of its own unless a passage is named. */
function choose(...sentences: (string | { text: string; passageId: string })[]): ChosenSentence[] {
  return sentences.map((sentence, at) => {
    const { text, passageId } = typeof sentence === 'string' ? { text: sentence, passageId: `doc#p${at}` } : sentence
    const dates = readDates(text).map(({ date }) => date)
    const profiled = { text, dates, terms: new Set<string>(), tells: new Set<never>(), start: 0, end: text.length }
    return { passage: buildPassage(text, { id: passageId }), sentence: profiled }
  })
}

const APPROVED = 'ครม. เห็นชอบเมื่อวันที่ 2 สิงหาคม 2565'
const SIGNED = 'It was signed on 5 August 2022.'
const ENDED = '前の覚書は2022年6月7日に終了しました。'
const EARLIER = 'The earlier MoC was signed on 7 June 2017.'

describe('the time between two events', () => {
  it.each<[Language, string]>([
    ['th', 'จากวันที่ 2 สิงหาคม 2565 ถึงวันที่ 5 สิงหาคม 2565 ห่างกัน 3 วัน (คำนวณจากวันที่ในเอกสาร)'],
    ['en', 'From 2 August 2022 to 5 August 2022 it is 3 days (computed from the dates in the sources).'],
    ['ja', '2022年8月2日から2022年8月5日までは3日間です(資料の日付から計算)。'],
  ])('is told with both dates, as computed (%s)', (language, text) => {
    expect(computeSpan(choose(APPROVED, SIGNED), language)).toEqual({
      text,
      quotes: [
        { passageId: 'doc#p0', quote: APPROVED },
        { passageId: 'doc#p1', quote: SIGNED },
      ],
      computed: { from: { year: 2022, month: 8, day: 2 }, to: { year: 2022, month: 8, day: 5 } },
    })
  })

  it('runs from the earlier to the later, whichever was chosen first', () => {
    const span = computeSpan(choose(SIGNED, ENDED), 'en')
    expect(span?.text).toContain('From 7 June 2022 to 5 August 2022 it is 59 days ')
    expect(span?.quotes.map(({ quote }) => quote)).toEqual([ENDED, SIGNED])
  })

  it.each<[Language, string, string, string]>([
    ['en', EARLIER, ENDED, '5 years, or 1826 days'],
    ['th', EARLIER, ENDED, '5 ปี หรือ 1826 วัน'],
    ['ja', EARLIER, ENDED, '5年、または1826日'],
    ['en', 'On 5 July 2022.', SIGNED, '1 month, or 31 days'],
    ['en', 'On 4 August 2022.', SIGNED, 'it is 1 day ('],
    ['en', 'On 5 August 2021.', SIGNED, '1 year, or 365 days'],
    ['en', 'On 5 February 2021.', SIGNED, '18 months, or 546 days'],
    ['en', 'On 29 February 2020.', 'On 28 February 2021.', 'it is 365 days'],
    ['en', 'On 31 January 2022.', 'On 28 February 2022.', 'it is 28 days'],
  ])('is also told in whole years or months when it is that (%s: %s / %s)', (language, from, to, span) => {
    expect(computeSpan(choose(from, to), language)?.text).toContain(span)
  })

  it('counts the last full date of a sentence: it ends what the sentence tells', () => {
    const both = 'It was signed on 7 June 2017 and ended on 7 June 2022, two months before August.'
    expect(computeSpan(choose(both, SIGNED), 'en')?.computed?.from).toEqual({ year: 2022, month: 6, day: 7 })
  })

  it('leaves out what has no full date', () => {
    const sentences = choose('In May 2015 they issued a statement.', APPROVED, 'No date.', SIGNED, 'Signed in 2017.')
    expect(computeSpan(sentences, 'en')?.text).toContain('3 days')
  })

  it('may lie between two sentences of one passage', () => {
    const sentences = choose({ text: APPROVED, passageId: 'doc#p1' }, { text: SIGNED, passageId: 'doc#p1' })
    expect(computeSpan(sentences, 'en')?.text).toContain('3 days')
  })

  it.each([
    ['there is no sentence', []],
    ['no sentence has a full date', choose('In 2017.', 'In May 2015.')],
    ['only one has', choose(SIGNED, 'In 2017.')],
    ['both have the same', choose(SIGNED, '2022年8月5日に署名されました。')],
    ['there are three events', choose(APPROVED, SIGNED, ENDED)],
  ])('is not told when %s', (_, sentences) => expect(computeSpan(sentences, 'en')).toBeUndefined())
})

it('what is told passes verification over its own quotes, and no other number would', () => {
  const date = fc
    .date({ min: new Date('2019-06-01'), max: new Date('2024-04-30'), noInvalidDate: true })
    .map((day): CalendarDate => ({ year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }))
  const language = fc.constantFrom<Language>('th', 'en', 'ja')
  fc.assert(
    fc.property(date, date, language, language, (a, b, ofQuotes, ofAnswer) => {
      fc.pre(!sameDate(a, b))
      const chosen = choose(writeDate(a, ofQuotes), writeDate(b, ofQuotes))
      const evidence = buildEvidence(chosen.map(({ passage }) => passage))
      const span = computeSpan(chosen, ofAnswer)!
      expect(verify(span, evidence)).toMatchObject({ verified: true })

      const { days } = WORDING[ofAnswer]
      const count = Math.abs(daysBetween(a, b)!)
      const wrong = span.text.replace(days(count), days(count + 1))
      expect(wrong).not.toBe(span.text)
      expect(verify({ ...span, text: wrong }, evidence)).toMatchObject({ verified: false, rule: 'hard-facts' })
    }),
    { numRuns: 300 },
  )
})

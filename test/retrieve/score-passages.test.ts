import { beforeAll, describe, expect, it } from 'vitest'
import type { PassageProfile, QuestionPart } from '../../src/question.ts'
import { createQuestionAnalyst, type QuestionAnalyst } from '../../src/retrieve/analyse-question.ts'
import { createProfiler } from '../../src/retrieve/passage-profile.ts'
import { createTermScorer, mentions, sharesDate, type TermScorer } from '../../src/retrieve/score-passages.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { realIndex } from '../support/real-index.ts'

let analyst: QuestionAnalyst
let profiles: PassageProfile[]
let scorer: TermScorer

beforeAll(async () => {
  const index = await realIndex()
  const lexicon = createLexicon(index.vocabulary)
  const profile = createProfiler(index, lexicon)
  profiles = index.passages
    .map((_, ordinal) => profile(ordinal))
    .filter(({ passage }) => passage.language === 'en' && passage.clause !== undefined)
  scorer = createTermScorer(lexicon, profiles)
  analyst = createQuestionAnalyst(lexicon, () => true)
})

const partOf = (question: string): QuestionPart => analyst.analyse(question).parts[0]!
const profileOf = (clause: string) => profiles.find(({ passage }) => passage.clause === clause)!
const score = (question: string, clause: string) => scorer.score(partOf(question), profileOf(clause))
const bestOf = (question: string) => {
  const part = partOf(question)
  return profiles.toSorted((a, b) => scorer.score(part, b) - scorer.score(part, a))[0]?.passage.clause
}

describe('the passage that scores best', () => {
  it.each([
    ['When was the new MoC signed?', 'signing'],
    ['When was it signed?', 'signing'],
    ['When was the old MoC signed?', 'earlier-signing'],
    ['Who signed the joint statement?', 'origin'],
    ['Who approved the draft?', 'approval'],
    ['Why is there a new MoC?', 'why-new'],
    ['What is the objective?', 'objective'],
    ['On which principles?', 'principles'],
    ['Is 5G part of it?', 'scope-radio'],
    ['Exchange of experts?', 'activities-experts'],
    ['What of disasters?', 'scope-disaster'],
    ['新しい覚書はいつ署名されましたか', 'signing'],
    ['ฉบับเดิมลงนามเมื่อไหร่', 'earlier-signing'],
  ])('for %s is %s', (question, clause) => expect(bestOf(question)).toBe(clause))
})

describe('a score', () => {
  it('is 0 when nothing is shared', () => {
    expect(score('What about postal services?', 'principles')).toBe(0)
    expect(score('Hello?', 'signing')).toBe(0)
  })

  it('says nothing for the agreement as a whole, which every passage is about', () =>
    expect(profiles.every((profile) => scorer.score(partOf('the MoC'), profile) === 0)).toBe(true))

  it('is higher for a term of the heading than for one of the text', () =>
    expect(score('Was it signed?', 'signing')).toBeGreaterThan(score('Was it signed?', 'supersedes')))

  it('counts a wider and a narrower term for each other', () => {
    expect(score('What of weather?', 'scope-disaster')).toBeGreaterThan(0)
    expect(score('Any human resource development?', 'activities-experts')).toBeGreaterThan(0)
  })

  it('falls where the passage is about another memorandum than the one that is asked for', () =>
    expect(score('When was the old MoC signed?', 'signing')).toBeLessThan(score('When was it signed?', 'signing')))

  it('rises with a date that is asked about', () =>
    expect(score('What was signed on 5 August 2022?', 'signing')).toBeGreaterThan(score('What was signed?', 'signing')))

  it('does not rise with a date that is to be confirmed', () => {
    const signed = score('Kaneko signed, right?', 'signing')
    expect(score('Kaneko signed on 5 August 2022, right?', 'signing')).toBe(signed)
  })

  it('finds a passage by its date alone', () => {
    expect(score('May 2015', 'origin')).toBeGreaterThan(0)
    expect(score('May 2015', 'signing')).toBe(0)
  })
})

describe('a term', () => {
  it.each(['sign', 'old', 'mic', 'kaneko', 'bangkok', '5g'])('tells passages apart: %s', (term) =>
    expect(scorer.isTelling(term)).toBe(true),
  )

  it.each(['moc', 'new', 'thailand', 'rejected', 'outside', 'no-such-term'])('tells nothing apart: %s', (term) =>
    expect(scorer.isTelling(term)).toBe(false),
  )

  it('that stands in the title of all tells nothing apart', () => expect(scorer.isTelling('ict')).toBe(false))

  it('names an instrument, and an earlier one', () => {
    const kinds = ['new', 'old', 'joint-statement', 'postal-moc', 'sign'].map((term) => [
      scorer.isInstrument(term),
      scorer.isEarlierInstrument(term),
    ])
    expect(kinds).toEqual([
      [true, false],
      [true, true],
      [true, true],
      [true, true],
      [false, false],
    ])
  })
})

describe('a date', () => {
  const dateOf = (text: string) => partOf(text).dates[0]!

  it.each([
    ['7 June 2017', 'earlier-signing', true],
    ['2017', 'earlier-signing', true],
    ['June 2017', 'earlier-signing', true],
    ['7 มิถุนายน 2560', 'earlier-signing', true],
    ['平成29年6月7日', 'earlier-signing', true],
    ['8 June 2017', 'earlier-signing', false],
    ['7 June 2017', 'signing', false],
  ])('%s is shared with %s: %s', (text, clause, shared) =>
    expect(sharesDate(dateOf(text), profileOf(clause))).toBe(shared),
  )

  it('that can be read in two ways agrees in either', () => {
    const mention = dateOf('5/8/2022')
    expect(mentions(mention, { year: 2022, month: 8, day: 5 })).toBe(true)
    expect(mentions(mention, { year: 2022, month: 5, day: 8 })).toBe(true)
    expect(mentions(mention, { year: 2022, month: 8, day: 6 })).toBe(false)
  })
})

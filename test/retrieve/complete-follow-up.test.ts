import { beforeAll, describe, expect, it } from 'vitest'
import type { Question } from '../../src/question.ts'
import { createQuestionAnalyst } from '../../src/retrieve/analyse-question.ts'
import { activeGaps, completeFollowUp } from '../../src/retrieve/complete-follow-up.ts'
import type { Lexicon } from '../../src/text/lexicon.ts'
import { realStages } from '../support/real-index.ts'

let lexicon: Lexicon
let analyse: (text: string) => Question

beforeAll(async () => {
  ;({ lexicon } = (await realStages()).retriever)
  analyse = createQuestionAnalyst(lexicon, () => true).analyse
})

/** The last question, with what it takes from those before it. */
const ask = (...questions: string[]): Question =>
  questions.reduce<Question | undefined>((before, text) => completeFollowUp(analyse(text), before, lexicon), undefined)!
const termsOf = ({ parts }: Question) => new Set(parts.flatMap(({ terms }) => [...terms]))
const asksOf = ({ parts }: Question) => new Set(parts.flatMap(({ asks }) => [...asks]))
const gapsOf = ({ parts }: Question) => parts.flatMap(({ gaps }) => [...gaps])

describe('a first question', () => {
  it('stays as it is', () => {
    const question = analyse('When was it signed?')
    expect(completeFollowUp(question, undefined, lexicon)).toBe(question)
  })
})

describe('a follow-up without a topic', () => {
  it.each([
    ['Who signed the MoC?', 'When?', 'when', 'who'],
    ['ใครลงนาม', 'แล้วที่ไหน', 'where', 'who'],
    ['いつ署名されましたか', '誰が?', 'who', 'when'],
  ] as const)('after %s, %s keeps the topic and asks anew', (first, second, asked, before) => {
    const question = ask(first, second)
    expect(termsOf(question)).toContain('sign')
    expect(asksOf(question)).toContain(asked)
    expect(asksOf(question)).not.toContain(before)
  })

  it.each([
    ['When was it signed?', 'And the old MoC?'],
    ['ลงนามเมื่อไหร่', 'แล้วฉบับเดิมล่ะ'],
    ['いつ署名されましたか', '前の覚書は?'],
  ])('after %s, %s changes the memorandum and keeps what is asked', (first, second) => {
    const question = ask(first, second)
    expect(termsOf(question).isSupersetOf(new Set(['old', 'sign']))).toBe(true)
    expect(asksOf(question)).toContain('when')
  })

  it('gives up the memorandum of before for its own', () => {
    const terms = termsOf(ask('Who signed the old MoC?', 'And the new one?'))
    expect(terms).toContain('new')
    expect(terms).not.toContain('old')
  })

  it('changes the side and keeps the rest', () => {
    const question = ask('Who signed for the Thai side?', 'And the Japanese side?')
    expect(termsOf(question)).toContain('japan')
    expect(termsOf(question)).not.toContain('thailand')
    expect(asksOf(question)).toContain('who')
  })

  it('takes over the date of before, unless it says one', () => {
    const yearsOf = ({ parts }: Question) => parts.flatMap(({ dates }) => dates.map(({ date }) => date.year))
    expect(yearsOf(ask('What happened in 2017?', 'Where?'))).toEqual([2017])
    expect(yearsOf(ask('What happened in 2017?', 'And in 2022?'))).toEqual([2022])
  })

  it('remembers across a turn that inherited', () => {
    expect(termsOf(ask('Who signed the old MoC?', 'When?', 'Where?')).isSupersetOf(new Set(['old', 'sign']))).toBe(true)
  })

  it.each([
    ['What is the budget?', 'Who decides?'],
    ['งบประมาณเท่าไหร่', 'แล้วฝ่ายญี่ปุ่นล่ะ'],
    ['予算はいくらですか', '日本側は?'],
  ])('after %s, %s still asks for what no source states', (first, second) =>
    expect(gapsOf(ask(first, second))).toContain('budget'),
  )

  it('closes a gap that the old memorandum does not have', () => {
    expect(gapsOf(ask('When does the new MoC expire?'))).toEqual(['term'])
    expect(gapsOf(ask('When does the new MoC expire?', 'And the old one?'))).toEqual([])
  })
})

describe('a follow-up with a topic of its own', () => {
  it('takes no topic from before', () => {
    const terms = termsOf(ask('When was the old MoC signed?', 'Who approved the draft?'))
    expect(terms).toContain('approve')
    expect(terms).not.toContain('sign')
    expect(terms).not.toContain('old')
  })

  it('takes the memorandum that its pronoun means', () => {
    const question = ask('When was the old MoC signed?', 'When does it end?')
    expect(termsOf(question).isSupersetOf(new Set(['old', 'end']))).toBe(true)
    expect(termsOf(question)).not.toContain('sign')
    expect(gapsOf(question)).toEqual([])
  })

  it('keeps the memorandum that it names beside a pronoun', () => {
    const terms = termsOf(ask('When was the old MoC signed?', 'Who signed the new MoC and what is its objective?'))
    expect(terms).toContain('new')
    expect(terms).not.toContain('old')
  })
})

describe('a follow-up that points into a list', () => {
  it.each([
    ['What activities are there?', 'Which of those is about experts?', 'expert'],
    ['มีกิจกรรมอะไรบ้าง', 'ในนั้นมีเรื่องอบรมไหม', 'training'],
    ['活動の一覧を教えて', 'その中で研修はありますか', 'training'],
  ])('after %s, %s keeps the list and its own topic', (first, second, topic) =>
    expect(termsOf(ask(first, second)).isSupersetOf(new Set(['activity', topic]))).toBe(true),
  )
})

describe('a question about something else', () => {
  it.each([
    ['When was it signed?', 'And the football?'],
    ['ลงนามเมื่อไหร่', 'แล้วเวียดนามล่ะ'],
  ])('after %s, %s inherits nothing', (first, second) => expect(termsOf(ask(first, second))).not.toContain('sign'))
})

describe('the language of a follow-up', () => {
  it.each([
    ['ลงนามเมื่อไหร่', 'th'],
    ['いつ署名されましたか', 'ja'],
    ['When was it signed?', 'en'],
  ])('that has none is that of %s', (first, language) => expect(ask(first, '2017?').language).toBe(language))

  it('is its own when it has one', () => expect(ask('ลงนามเมื่อไหร่', 'And where?').language).toBe('en'))
})

describe('activeGaps', () => {
  it.each([
    [['end'], ['term']],
    [['end', 'new'], ['term']],
    [['end', 'old'], []],
  ])('with the terms %j leaves %j open', (terms, open) =>
    expect([...activeGaps({ mentionedGaps: new Set(['term']), terms: new Set(terms) }, lexicon)]).toEqual(open),
  )

  it('leaves open what no term closes', () =>
    expect([...activeGaps({ mentionedGaps: new Set(['budget']), terms: new Set(['old']) }, lexicon)]).toEqual([
      'budget',
    ]))
})

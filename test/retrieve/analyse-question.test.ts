import { beforeAll, describe, expect, it } from 'vitest'
import type { Question } from '../../src/question.ts'
import { createQuestionAnalyst, type QuestionAnalyst } from '../../src/retrieve/analyse-question.ts'
import { realStages } from '../support/real-index.ts'

let analyst: QuestionAnalyst

beforeAll(async () => {
  const { retriever } = await realStages()
  analyst = createQuestionAnalyst(retriever.lexicon, (word) => word === 'scope')
})

/** What each part is about: its topics and names, or the gaps that it leaves open. */
const partsOf = (question: string) => analyst.analyse(question).parts
const gapsOf = ({ parts }: Question) => parts.flatMap(({ gaps }) => [...gaps])

describe('a question of two parts', () => {
  it.each([
    ['When was it signed, and what does it cost?', 'sign', 'budget'],
    ['When was it signed and what is the budget?', 'sign', 'budget'],
    ['When was it signed? Who pays?', 'sign', 'budget'],
    ['1) When was it signed? 2) Who pays?', 'sign', 'budget'],
    ['ลงนามเมื่อไหร่และงบประมาณเท่าไหร่', 'sign', 'budget'],
    ['ลงนามเมื่อไหร่ แล้วงบประมาณเท่าไหร่', 'sign', 'budget'],
    ['署名日と予算を教えてください', 'sign', 'budget'],
    ['いつ署名され、予算はいくらですか', 'sign', 'budget'],
    ['署名はいつですか。罰則はありますか', 'sign', 'penalties'],
  ])('is cut into a stated and an open one: %s', (question, topic, gap) => {
    const parts = partsOf(question)
    expect(parts).toHaveLength(2)
    expect(parts[0]?.terms).toContain(topic)
    expect(parts[0]?.gaps.size).toBe(0)
    expect([...(parts[1]?.gaps ?? [])]).toEqual([gap])
  })

  it('keeps what each part asks and which memorandum it means', () => {
    const [old, recent] = partsOf('When was the old MoC signed and who approved the new one?')
    expect(old?.terms.isSupersetOf(new Set(['old', 'sign']))).toBe(true)
    expect(old?.asks).toContain('when')
    expect(recent?.terms.isSupersetOf(new Set(['new', 'approve']))).toBe(true)
    expect(recent?.asks).toContain('who')
    expect(recent?.terms).not.toContain('old')
  })

  it('separates the topics that share a question word', () => {
    const [first, second] = partsOf('What about weather and postal services?')
    expect(first?.terms).toContain('weather')
    expect(second?.terms).toContain('postal')
  })

  it.each(['สภาพอากาศและไปรษณีย์มีอะไรบ้าง', '気象と郵便について教えて'])('loses neither topic: %s', (question) => {
    const terms = new Set(partsOf(question).flatMap((part) => [...part.terms]))
    expect(terms.isSupersetOf(new Set(['weather', 'postal']))).toBe(true)
  })
})

describe('a question of one part', () => {
  it.each([
    ['Did the Ministry of Economy, Trade and Industry sign it?', 'other-ministry'],
    ['Is the Ministry of Digital Economy and Society a party?', 'mdes'],
    ['Is the Ministry of Internal Affairs and Communications a party?', 'mic'],
    ['กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมเป็นคู่ภาคีใช่ไหม', 'mdes'],
    ['กระทรวงกิจการภายในและการสื่อสารลงนามหรือเปล่า', 'mic'],
    ['デジタル経済・社会省は署名しましたか', 'mdes'],
  ])('keeps a name with its commas and its "and": %s', (question, name) => {
    const parts = partsOf(question)
    expect(parts).toHaveLength(1)
    expect(parts[0]?.terms).toContain(name)
  })

  it.each(['ลงนามแล้วหรือยัง', 'เซ็นหรือเปล่า', 'ลงนามกันหรือไม่', '5.8.2022 signed?'])('is not cut: %s', (question) =>
    expect(partsOf(question)).toHaveLength(1),
  )

  it.each([
    ['Given that it was signed in 2022, who signed it?', 'sign'],
    ['If there is a dispute, who signed it?', 'sign'],
    ['I am writing a report. Who signed it?', 'sign'],
  ])('takes a scene that is set as no question of its own: %s', (question, topic) => {
    const parts = partsOf(question)
    expect(parts).toHaveLength(1)
    expect(parts[0]?.terms).toContain(topic)
    expect(parts[0]?.asks).toContain('who')
  })
})

describe('the end of a memorandum', () => {
  it.each([
    'When does it expire?',
    'When does the new MoC expire?',
    'ฉบับใหม่หมดอายุเมื่อไหร่',
    '新しい覚書の有効期限はいつですか',
  ])('is an open gap of the new one: %s', (question) => expect(gapsOf(analyst.analyse(question))).toEqual(['term']))

  it.each(['When did the old MoC expire?', 'ฉบับเดิมหมดอายุเมื่อไหร่', '前の覚書の有効期限はいつですか'])(
    'is mentioned but no gap of the old one: %s',
    (question) => {
      const [part] = partsOf(question)
      expect(part?.mentionedGaps).toContain('term')
      expect(part?.gaps.size).toBe(0)
    },
  )
})

describe('what is read of a question', () => {
  it('adds what a contrary denies, so that the passage about it is found', () => {
    const [part] = partsOf('Did the cabinet reject the draft?')
    expect(part?.terms.isSupersetOf(new Set(['rejected', 'approve', 'cabinet']))).toBe(true)
  })

  it('counts content words and lists those that nobody knows', () => {
    const [part] = partsOf('scope zebras')
    expect(part?.unknown).toEqual(['zebras'])
    expect(part?.contentWords).toBeGreaterThan(0)
  })

  it('has no content in words of courtesy', () => {
    const [part] = partsOf('hello')
    expect(part?.terms.size).toBe(0)
    expect(part?.unknown).toEqual([])
  })

  it.each([
    ['ลงนามวันที่ 6 สิงหาคม 2565 ใช่ไหม', { year: 2022, month: 8, day: 6 }],
    ['Was it signed on 6 August 2022?', { year: 2022, month: 8, day: 6 }],
    ['署名は令和4年8月6日ですよね', { year: 2022, month: 8, day: 6 }],
  ])('reads the date of %s in the Gregorian calendar', (question, date) =>
    expect(partsOf(question)[0]?.dates.map((mention) => mention.date)).toEqual([date]),
  )

  it.each([
    ['ลงนามเมื่อไหร่', 'th', true],
    ['When was it signed?', 'en', true],
    ['いつ署名されましたか', 'ja', true],
    ['Quelle est la date de signature du MoC ?', 'en', false],
  ] as const)('knows the language of %s', (question, language, languageKnown) =>
    expect(analyst.analyse(question)).toMatchObject({ language, languageKnown }),
  )

  it('leaves out what stands around the question', () => {
    expect(analyst.analyse('Hello, could you tell me when it was signed? Thanks').text).not.toMatch(/hello|thanks/i)
  })

  it.each(['', '?', '、', 'และ', ',,,'])('gives one empty part for %j', (question) => {
    const parts = partsOf(question)
    expect(parts).toHaveLength(1)
    expect(parts[0]?.terms.size).toBe(0)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/question.ts'
import type { Retriever } from '../../src/retrieve/retrieve.ts'
import { realStages } from '../support/real-index.ts'

let retriever: Retriever

beforeAll(async () => {
  ;({ retriever } = await realStages())
})

const find = async (question: string): Promise<Finding[]> => (await retriever.retrieve({ question })).findings
const clausesOf = (finding: Finding | undefined) =>
  finding === undefined || finding.kind === 'nothing'
    ? []
    : finding.evidence.map(({ profile }) => profile.passage.clause ?? profile.passage.id)
const found = async (question: string) => (await find(question)).flatMap(clausesOf)
const listOf = (finding: Finding | undefined) => (finding?.kind === 'stated' ? finding.list : undefined)

const SCOPE = ['scope-disaster', 'scope-knowledge', 'scope-people', 'scope-postal', 'scope-radio', 'scope-investment']
const ACTIVITIES = [
  'activities-policy',
  'activities-projects',
  'activities-experts',
  'activities-support',
  'activities-events',
]
const OVERVIEW = ['subject', 'parties', 'objective', 'principles']

describe('a question about a group', () => {
  it.each([
    ['มีกิจกรรมอะไรบ้าง', 'activities', ACTIVITIES],
    ['Which activities are there?', 'activities', ACTIVITIES],
    ['活動の一覧を教えて', 'activities', ACTIVITIES],
    ['ขอบเขตมีอะไรบ้าง', 'scope', SCOPE],
    ['What is in scope?', 'scope', SCOPE],
    ['協力の範囲は何ですか', 'scope', SCOPE],
  ])('is answered by all its clauses: %s', async (question, group, clauses) => {
    const [finding] = await find(question)
    expect(listOf(finding)).toBe(group)
    expect(clausesOf(finding)).toEqual(clauses)
  })

  it.each([
    ['Which activity is about experts?', 'activities-experts'],
    ['Is 5G in scope?', 'scope-radio'],
    ['ขอบเขตมีเรื่องไปรษณีย์ไหม', 'scope-postal'],
    ['協力の範囲に郵便は含まれますか', 'scope-postal'],
  ])('that names one of its clauses is answered by that: %s', async (question, clause) => {
    const [finding] = await find(question)
    expect(listOf(finding)).toBeUndefined()
    expect(clausesOf(finding)[0]).toBe(clause)
  })

  it('does not give the new scope as that of the old memorandum', async () => {
    const clauses = await found('What is the scope of the old MoC?')
    expect(clauses.some((clause) => clause.startsWith('scope-'))).toBe(false)
  })
})

describe('a question about the whole', () => {
  it.each(['What is the MoC?', 'Summarise the MoC', 'บันทึกความร่วมมือคืออะไร', '覚書の概要を教えて'])(
    'is answered by the overview: %s',
    async (question) => {
      const [finding] = await find(question)
      expect(listOf(finding)).toBe('overview')
      expect(clausesOf(finding)).toEqual(OVERVIEW)
    },
  )

  it.each(['Summarise the signing', 'สรุปการลงนาม', '署名の概要'])(
    'is none when it names a topic: %s',
    async (question) => {
      const [finding] = await find(question)
      expect(listOf(finding)).toBeUndefined()
      expect(clausesOf(finding)).toContain('signing')
    },
  )
})

describe('a question about one thing', () => {
  it.each([
    ['When was the new MoC signed?', ['signing']],
    ['ฉบับใหม่ลงนามเมื่อไหร่', ['signing']],
    ['新しい覚書はいつ署名されましたか', ['signing']],
    ['When was the old MoC signed?', ['earlier-signing']],
    ['ฉบับเดิมลงนามเมื่อไหร่', ['earlier-signing']],
    ['前の覚書はいつ署名されましたか', ['earlier-signing']],
    ['What is the objective?', ['objective']],
  ])('has no passage beside its own: %s', async (question, clauses) => expect(await found(question)).toEqual(clauses))

  it.each([
    ['What happened in May 2015?', 'origin'],
    ['เดือนพฤษภาคม 2558 เกิดอะไรขึ้น', 'origin'],
    ['2015年5月の出来事は', 'origin'],
  ])('is found by its date alone: %s', async (question, clause) => expect(await found(question)).toContain(clause))

  it('finds all that happened in a year', async () =>
    expect((await found('What happened in 2022?')).toSorted()).toEqual(
      expect.arrayContaining(['approval', 'signing', 'supersedes']),
    ))
})

describe('a question about two things', () => {
  it.each(['Who approved and who signed it?', 'ใครเห็นชอบและใครลงนาม', '承認したのは誰で、署名したのは誰ですか'])(
    'has the passages of both: %s',
    async (question) => expect(await found(question)).toEqual(expect.arrayContaining(['approval', 'signing'])),
  )

  it('adds the end to the start when it asks how long something lasted', async () =>
    expect(await found('How long did the old MoC last?')).toEqual(
      expect.arrayContaining(['earlier-signing', 'supersedes']),
    ))
})

describe('a question about nothing that is stored', () => {
  it.each(['Who won the world cup?', 'วันนี้อากาศที่ภูเก็ตเป็นอย่างไร ฝนตกไหม', 'おいしいラーメン屋を教えて'])(
    'is not about the agreement: %s',
    async (question) => expect((await retriever.retrieve({ question })).onTopic).toBe(false),
  )
})

import { beforeAll, describe, expect, it } from 'vitest'
import { checkPremises, isExamples, type Premise } from '../../src/answer/check-premises.ts'
import { chooseSentences } from '../../src/answer/choose-sentences.ts'
import type { WrongPremise } from '../../src/answer/wording.ts'
import type { Retriever } from '../../src/retrieve/retrieve.ts'
import { realStages } from '../support/real-index.ts'

let retriever: Retriever

beforeAll(async () => {
  ;({ retriever } = await realStages())
})

async function premisesOf(question: string): Promise<Premise[]> {
  const retrieval = await retriever.retrieve({ question })
  return retrieval.findings.flatMap((finding) => {
    if (finding.kind === 'nothing') return []
    const chosen = finding.evidence.flatMap((found) => chooseSentences(finding.part, found, retriever.lexicon))
    return checkPremises(finding, chosen, retrieval, retriever.lexicon)
  })
}

const wrongOf = async (question: string) => (await premisesOf(question)).map(({ wrong }) => wrong)

const WRONG: readonly (readonly [WrongPremise, readonly string[]])[] = [
  [
    'date',
    [
      'ลงนามวันที่ 6 สิงหาคม 2565 ใช่ไหม',
      'Was it signed on 6 August 2022?',
      'The new MoC was signed in 2021, right?',
      '署名は2022年8月6日ですよね',
    ],
  ],
  ['number', ['คู่ภาคีมี 3 ฝ่ายใช่ไหม ทั้ง 3 ฝ่ายตกลงตามหลักการ']],
  ['person', ['คิชิดะลงนามใช่ไหม', 'It was signed by Kishida, right?', '署名したのは岸田首相ですよね']],
  ['place', ['ลงนามที่โตเกียวใช่ไหม', 'Was it signed in Tokyo?', '署名は東京で行われましたよね']],
  ['organisation', ['METI ลงนามใช่ไหม', 'Was it METI that signed the MoC?', '署名したのは経済産業省ですよね']],
  ['contrary', ['ครม.ไม่เห็นชอบร่างใช่ไหม', 'Did the cabinet reject the draft?', '内閣は案を否決しましたか']],
  [
    'side',
    [
      'คาเนโกะลงนามในนามฝ่ายไทยใช่ไหม',
      'Kaneko signed for Thailand, right?',
      'チャイウット大臣は日本側で署名しましたよね',
    ],
  ],
  ['complete', ['กิจกรรมมีแค่นี้ใช่ไหม', 'Are these all the activities?', '活動はこれだけですよね']],
]

const RIGHT: readonly (readonly [WrongPremise, readonly string[]])[] = [
  [
    'date',
    [
      'ลงนามวันที่ 5 สิงหาคม 2565 ใช่ไหม',
      'Was it signed on 5 August 2022?',
      'Was it signed in August 2022?',
      '署名は令和4年8月5日ですよね',
    ],
  ],
  ['person', ['คาเนโกะลงนามใช่ไหม', 'It was signed by Kaneko, right?', '署名したのは金子大臣ですよね']],
  ['place', ['แลกเปลี่ยนเอกสารที่กรุงเทพใช่ไหม', 'Was it exchanged in Bangkok?', '署名文書の交換はバンコクですよね']],
  ['organisation', ['MDES ลงนามใช่ไหม', 'Was it MIC that signed the MoC?', '署名したのは総務省ですよね']],
  ['contrary', ['ครม.เห็นชอบร่างใช่ไหม', 'Did the cabinet approve the draft?', '内閣は案を承認しましたか']],
  [
    'side',
    [
      'คาเนโกะลงนามในนามฝ่ายญี่ปุ่นใช่ไหม',
      'Kaneko signed for Japan, right?',
      'Kaneko signed with the Thai side, right?',
      'チャイウット大臣はタイ側で署名しましたよね',
    ],
  ],
  ['complete', ['มีกิจกรรมอะไรบ้าง', 'Which activities are there?', 'Are these all the parties?', '活動の一覧を教えて']],
]

describe('a wrong premise', () => {
  it.each(WRONG.flatMap(([wrong, questions]) => questions.map((question) => [wrong, question] as const)))(
    'of kind %s is found in %s',
    async (wrong, question) => expect(await wrongOf(question)).toContain(wrong),
  )
})

describe('a right premise', () => {
  it.each(RIGHT.flatMap(([wrong, questions]) => questions.map((question) => [wrong, question] as const)))(
    'of kind %s is let alone in %s',
    async (wrong, question) => expect(await wrongOf(question)).not.toContain(wrong),
  )
})

describe('an open question', () => {
  it.each(['When was the new MoC signed?', 'ใครลงนามฉบับใหม่', '目的は何ですか', 'What did MIC say about 5G?'])(
    'takes nothing for granted: %s',
    async (question) => expect(await premisesOf(question)).toEqual([]),
  )
})

describe('what explains a wrong premise', () => {
  it('names the right place', async () => {
    const [place] = await premisesOf('Was it signed in Tokyo?')
    expect(place?.sentences.some(({ sentence }) => sentence.terms.has('bangkok'))).toBe(true)
  })

  it('says what happened on the date that was mistaken', async () => {
    const [date] = await premisesOf('Was the new MoC signed on 2 August 2022?')
    expect(date).toMatchObject({ wrong: 'date', sentences: [{ passage: { clause: 'approval' } }] })
  })

  it('says what the person who was mistaken did', async () => {
    const person = (await premisesOf('Takaichi signed the new MoC, right?')).find(({ wrong }) => wrong === 'person')
    expect(person?.sentences.map(({ passage }) => passage.clause)).toContain('origin')
  })

  it('is at most two sentences', async () => {
    for (const premise of await premisesOf('Was it signed by Takaichi in Tokyo on 2 August 2022?'))
      expect(premise.sentences.length).toBeLessThanOrEqual(2)
  })
})

describe('examples', () => {
  it.each([
    ['What is in scope?', true],
    ['Who are the parties?', false],
  ])('are what answers %s: %s', async (question, examples) => {
    const [finding] = (await retriever.retrieve({ question })).findings
    if (finding === undefined || finding.kind === 'nothing') throw new Error('nothing found')
    expect(isExamples(finding)).toBe(examples)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { type ChosenSentence, chooseSentences, isDateOf, missingFrom } from '../../src/answer/choose-sentences.ts'
import type { Ask, QuestionPart } from '../../src/question.ts'
import type { Retriever } from '../../src/retrieve/retrieve.ts'
import { realStages } from '../support/real-index.ts'

let retriever: Retriever

beforeAll(async () => {
  ;({ retriever } = await realStages())
})

/** The part that a question has, and the numbers of the sentences that are chosen of the first clause found. */
async function choose(question: string): Promise<{ part: QuestionPart; chosen: ChosenSentence[]; numbers: number[] }> {
  const [finding] = (await retriever.retrieve({ question })).findings
  if (finding === undefined || finding.kind === 'nothing') throw new Error(`nothing found for ${question}`)
  const [first] = finding.evidence
  const chosen = chooseSentences(finding.part, first!, retriever.lexicon)
  const numbers = chosen.map(({ sentence }) => first!.profile.sentences.indexOf(sentence) + 1)
  return { part: finding.part, chosen, numbers }
}

/** Of the signing: 1 says when and by whom, 2 what was planned, 3 where the document was exchanged. */
describe('of the signing', () => {
  it.each(['Who signed the new MoC?', 'ใครลงนามฉบับใหม่', '新しい覚書に署名したのは誰ですか'])(
    'the sentence that names the signers is chosen alone: %s',
    async (question) => expect((await choose(question)).numbers).toEqual([1]),
  )

  it.each(['When was the new MoC signed?', 'ฉบับใหม่ลงนามเมื่อไหร่', '新しい覚書はいつ署名されましたか'])(
    'those with a date are chosen: %s',
    async (question) => {
      const { numbers } = await choose(question)
      expect(numbers).toContain(1)
      expect(numbers).not.toContain(3)
    },
  )

  it.each(['Where was the new MoC signed?', 'ฉบับใหม่ลงนามที่ไหน', '新しい覚書はどこで署名されましたか'])(
    'the one with a place is chosen: %s',
    async (question) => expect((await choose(question)).numbers).toContain(3),
  )

  it.each(['What did Yoshida sign?', 'โยชิดะลงนามอะไร', '吉田総務審議官は何に署名しましたか'])(
    'the one that names a person is chosen too: %s',
    async (question) => expect((await choose(question)).numbers).toContain(3),
  )

  it('they keep the order of the clause', async () => {
    const { numbers } = await choose('Where was the new MoC signed?')
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  })
})

describe('of the approval', () => {
  it.each(['Who announced the approval?', 'ใครเป็นผู้แถลงการเห็นชอบ', '承認を発表したのは誰ですか'])(
    'the sentence with the spokesperson is chosen: %s',
    async (question) => expect((await choose(question)).numbers).toContain(2),
  )

  it.each(['When was the draft approved?', 'เห็นชอบร่างเมื่อไหร่', '案はいつ承認されましたか'])(
    'the sentence with the date is chosen alone: %s',
    async (question) => expect((await choose(question)).numbers).toEqual([1]),
  )
})

describe('of a clause that nothing tells apart', () => {
  it('all sentences are chosen', async () => {
    const [finding] = (await retriever.retrieve({ question: 'What is the MoC about?' })).findings
    if (finding?.kind !== 'stated') throw new Error('not stated')
    const part: QuestionPart = { ...finding.part, terms: new Set(), asks: new Set(), dates: [] }
    const [first] = finding.evidence
    expect(chooseSentences(part, first!, retriever.lexicon)).toHaveLength(first!.profile.sentences.length)
  })
})

describe('a date', () => {
  it('chooses the sentence that has it', async () => {
    const { chosen } = await choose('What was signed on 11 August 2021?')
    expect(chosen.some(({ sentence }) => sentence.dates.some(({ year }) => year === 2021))).toBe(true)
  })

  it.each([
    ['5 August 2022', true],
    ['August 2022', true],
    ['5 สิงหาคม 2565', true],
    ['令和4年8月5日', true],
    ['6 August 2022', false],
    ['5 August 2021', false],
  ])('%s stands in the first sentence of the signing: %s', async (date, stands) => {
    const { part } = await choose(`Was it signed on ${date}?`)
    const { chosen } = await choose('Who signed the new MoC?')
    expect(isDateOf(part.dates[0]!, chosen[0]!.sentence)).toBe(stands)
  })
})

describe('what is missing', () => {
  it.each([
    ['When was the new MoC signed?', []],
    ['Who signed the new MoC?', []],
    ['Where was the new MoC signed?', []],
    ['What is the objective?', []],
    ['When do the experts meet?', ['when']],
    ['ใครเป็นผู้เชี่ยวชาญ', ['who']],
    ['専門家の交流はいつですか', ['when']],
    ['Where is the exchange of experts?', ['where']],
    ['How many experts are exchanged?', ['how-many']],
  ])('of %s is %j', async (question, missing) => {
    const { part, chosen } = await choose(question)
    expect(missingFrom(part, chosen)).toEqual(missing)
  })

  it('is nothing when one of the things asked is told', async () => {
    const { part, chosen } = await choose('Who signed the new MoC?')
    const asks = new Set<Ask>(['who', 'why'])
    expect(missingFrom({ ...part, asks }, chosen)).toEqual([])
  })

  it('is no person where an organisation acted', async () => {
    const { part, chosen } = await choose('Who are the parties?')
    expect(missingFrom({ ...part, asks: new Set<Ask>(['who']) }, chosen)).toEqual([])
  })

  it('is all that must be told when nothing was chosen', async () => {
    const { part } = await choose('Who signed the new MoC?')
    expect(missingFrom({ ...part, asks: new Set<Ask>(['who', 'list', 'confirm']) }, [])).toEqual(['who'])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Retriever } from '../../src/retrieve/retrieve.ts'
import { realStages } from '../support/real-index.ts'

let retriever: Retriever
beforeAll(async () => {
  retriever = (await realStages()).retriever
})

async function clausesFor(question: string, history: string[] = []) {
  const { findings } = await retriever.retrieve({ question, history })
  return findings.flatMap((finding) =>
    finding.kind === 'stated' ? finding.evidence.map(({ profile }) => profile.passage.clause) : [`${finding.kind}`],
  )
}

describe('finding the clause that a question is about', () => {
  it.each([
    ['one word', '5G', 'scope-radio'],
    ['a typing error', 'ความร่วมมือด้านไปรษนีย์', 'scope-postal'],
    ['missing tone marks', 'เซนชื่อวันไหน ฉบับใหม', 'signing'],
    ['Thai digits', 'ฉบับปี ๒๕๖๐ ลงนามวันไหน', 'earlier-signing'],
    ['no spaces', 'ครมเห็นชอบร่างบันทึกความร่วมมือเมื่อไร', 'approval'],
    ['stray spaces', 'ภัย พิบัติ มี อะไร', 'scope-disaster'],
    ['a polite frame', 'สวัสดีครับ รบกวนสอบถามหน่อยครับว่า วัตถุประสงค์คืออะไร ขอบคุณมากครับ', 'objective'],
    ['an everyday word', 'who put pen to paper?', 'signing'],
    ['a conversion error', '新しいMoC、いつ著名された？', 'signing'],
    ['another calendar', 'what happened in B.E. 2558?', 'origin'],
  ])('%s', async (_, question, clause) => {
    expect(await clausesFor(question)).toContain(clause)
  })

  it('brings a whole list, in its own order', async () => {
    expect(await clausesFor('ขอบเขตความร่วมมือมีอะไรบ้าง')).toEqual([
      'scope-disaster',
      'scope-knowledge',
      'scope-people',
      'scope-postal',
      'scope-radio',
      'scope-investment',
    ])
  })

  it('brings one clause of a list when the question names it', async () => {
    expect(await clausesFor('ในขอบเขตมีเรื่องไปรษณีย์ไหม')).toEqual(['scope-postal'])
  })

  it('brings both halves of a question with two', async () => {
    const clauses = await clausesFor('When did the cabinet approve it, and who are the parties?')
    expect(clauses).toEqual(expect.arrayContaining(['approval', 'parties']))
  })

  it('takes "the earlier one" for the earlier memorandum', async () => {
    expect((await clausesFor('when was the earlier MoC signed?'))[0]).toBe('earlier-signing')
    expect((await clausesFor('when was the MoC signed?'))[0]).toBe('signing')
  })

  it('speaks the language of the question, and knows the same clause in the others', async () => {
    const { findings } = await retriever.retrieve({ question: '目的は何ですか' })
    const found = findings.flatMap((finding) => (finding.kind === 'stated' ? finding.evidence : []))[0]?.profile
    expect(found?.passage.id).toBe('clauses-ja#objective')
    expect(found?.aligned.toSorted()).toEqual(['clauses-en#objective', 'clauses-th#objective'])
  })

  it('cites a clause rather than the release that it summarises', async () => {
    expect(await clausesFor('ความร่วมมือด้านเทคโนโลยีสื่อสารทางวิทยุที่ทันสมัย')).toEqual(['scope-radio'])
  })
})

describe('following up', () => {
  it.each([
    ['another side', 'แล้วฝั่งญี่ปุ่นล่ะ', ['กระทรวงไหนของไทยเป็นคู่ภาคี'], 'parties'],
    ['another memorandum', 'แล้วฉบับเดิมล่ะ', ['ฉบับใหม่ลงนามวันไหน'], 'earlier-signing'],
    ['another kind of question', 'and who announced that?', ['when did the cabinet approve the draft?'], 'approval'],
    ['one of a list', 'which of those is about money coming in?', ["what's in scope?"], 'scope-investment'],
    ['a pronoun', 'when did it end?', ['tell me about the old MoC'], 'supersedes'],
    ['two turns back', 'และฉบับเดิมล่ะ', ['ฉบับใหม่ลงนามวันไหน', 'ขอบคุณค่ะ'], 'earlier-signing'],
  ])('completes %s', async (_, question, history, clause) => {
    expect(await clausesFor(question, history)).toContain(clause)
  })

  it('leaves a question alone that stands by itself', async () => {
    expect(await clausesFor('วัตถุประสงค์คืออะไร', ['ฉบับใหม่ลงนามวันไหน'])).toEqual(['objective'])
  })

  it('asks a bare name in the language of the conversation', async () => {
    const { question } = await retriever.retrieve({ question: '5G?', history: ['ขอบเขตมีอะไรบ้าง'] })
    expect(question.language).toBe('th')
  })
})

describe('finding nothing', () => {
  it.each([
    ['what is the budget?', 'gap'],
    ['MoC ฉบับใหม่หมดอายุเมื่อไร', 'gap'],
    ['第5条には何とありますか', 'gap'],
  ])('knows that %s is not stated', async (question, kind) => {
    expect(await clausesFor(question)).toContain(kind)
  })

  it.each([
    'พรุ่งนี้ฝนตกไหม',
    'do I need a visa for Thailand?',
    'JTEPAの関税率',
    "what's in the Thailand-Korea MoU?",
    '😀',
  ])('sees that %s is about something else', async (question) => {
    expect((await retriever.retrieve({ question })).onTopic).toBe(false)
  })
})

describe('an embedding service that fails', () => {
  it('leaves the terms to search by', async () => {
    const { index } = await realStages()
    const { createRetriever } = await import('../../src/retrieve/retrieve.ts')
    const failures: unknown[] = []
    const embedder = { model: 'broken', dimension: 8, embed: () => Promise.reject(new Error('down')) }
    const broken = createRetriever(index, { embedder, vectorWeight: 0.5, onEmbeddingFailure: (e) => failures.push(e) })
    const { findings } = await broken.retrieve({ question: '5G' })
    expect(findings[0]?.kind).toBe('stated')
    expect(failures).toHaveLength(1)
  })
})

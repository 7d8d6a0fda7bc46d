import { describe, expect, it } from 'vitest'
import { AccordError } from '../../src/errors.ts'
import { evaluateSquad } from '../../src/evaluation/squad.ts'
import { createHashingEmbedder } from '../../src/models/embedder-hashing.ts'
import { wordsOf } from '../../src/text/terms.ts'

function options() {
  let milliseconds = 0
  return { embedder: createHashingEmbedder({ wordsOf }), now: () => (milliseconds += 10) }
}

const RADIO = 'การบริหารคลื่นความถี่วิทยุสำหรับ 5G เริ่มใช้ที่จังหวัดเชียงใหม่'
const SPACE = 'ดาวเทียมธีออสสำรวจโลกขึ้นสู่วงโคจรจากฐานยิงจรวดในประเทศญี่ปุ่น'
const answer = (context: string, text: string) => ({ text, answer_start: context.indexOf(text) })
const article = (title: string, context: string, question: string, text: string) => ({
  title,
  paragraphs: [{ context, qas: [{ id: title, question, answers: [answer(context, text)] }] }],
})
const twoArticles = {
  version: 'test',
  data: [
    article('วิทยุ', RADIO, 'คลื่นความถี่เริ่มใช้ที่จังหวัดใด', 'เชียงใหม่'),
    article('ดาวเทียม', SPACE, 'ดาวเทียมขึ้นสู่วงโคจรจากประเทศใด', 'ญี่ปุ่น'),
  ],
}

describe('evaluateSquad', () => {
  it('measures a collection where every question finds its passage', async () => {
    expect(await evaluateSquad(twoArticles, options())).toEqual({
      questions: 2,
      passages: 2,
      recallAt1: 1,
      recallAt5: 1,
      mrrAt10: 1,
      millisecondsPerQuery: 5,
    })
  })

  it('counts a question that finds another passage first', async () => {
    const misled = article('วิทยุ', RADIO, 'ดาวเทียมธีออสใช้คลื่นความถี่ใด', '5G')
    const scores = await evaluateSquad({ data: [misled, twoArticles.data[1]] }, options())
    expect(scores).toMatchObject({ recallAt1: 0.5, recallAt5: 1, mrrAt10: 0.75 })
  })

  it('finds by the title what the passage does not name', async () => {
    const untitled = article('กสทช', 'หน่วยงานนี้ตั้งอยู่ที่ซอยสายลม', 'กสทชอยู่ที่ไหน', 'ซอยสายลม')
    expect(await evaluateSquad({ data: [untitled, ...twoArticles.data] }, options())).toMatchObject({ recallAt1: 1 })
  })

  it('takes any passage for right that holds a part of an answer which straddles a border', async () => {
    const long = `${'ก'.repeat(380)} ${'ข'.repeat(380)}`
    const straddling = article('ยาว', long, 'ข'.repeat(12), long.slice(370, 390))
    expect(await evaluateSquad({ data: [straddling] }, options())).toMatchObject({ passages: 2, recallAt1: 1 })
  })

  it('leaves out questions without an answer', async () => {
    const [{ title, paragraphs }] = twoArticles.data as [(typeof twoArticles.data)[0]]
    const unanswered = { question: 'ถามอะไร', answers: [] }
    const more = { title, paragraphs: paragraphs.map(({ context, qas }) => ({ context, qas: [...qas, unanswered] })) }
    expect(await evaluateSquad({ data: [more] }, options())).toMatchObject({ questions: 1 })
  })

  it.each([
    ['text', 'SQuAD', /the file/],
    ['no articles', {}, /: data: /],
    ['an article without a title', { data: [{ paragraphs: [] }] }, /data\.0\.title/],
    ['no questions', { data: [] }, /no question with an answer/],
  ])('refuses %s and names the place', async (_, json, message) => {
    const evaluating = evaluateSquad(json, options())
    await expect(evaluating).rejects.toThrow(AccordError)
    await expect(evaluating).rejects.toThrow(message)
  })
})

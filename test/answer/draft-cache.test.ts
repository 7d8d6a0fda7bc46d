import { beforeAll, describe, expect, it } from 'vitest'
import { createAnswerStages } from '../../src/answer/answer.ts'
import { createDraftCache } from '../../src/answer/draft-cache.ts'
import type { Found, ModelAsked } from '../../src/answer/stream.ts'
import type { Language } from '../../src/vocabulary.ts'
import { askOver, type RealStages, realStages } from '../support/real-index.ts'
import { findFor } from '../support/run-stage.ts'
import { failure, type Step, scriptedModel } from '../support/scripted-model.ts'
import { numberedDrafter, written, writtenAnswer } from '../support/written-answer.ts'

let real: RealStages
beforeAll(async () => {
  real = await realStages()
})

const asked: ModelAsked = { model: 'm', passageIds: ['a', 'b'] }
const drafts = [{ text: 'It was signed.', quotes: [{ passageId: 'a', quote: 'It was signed' }] }]

describe('the cache of drafts', () => {
  let found: Found
  const spoken = (language: Language): Found => {
    const { retrieval } = found
    return { ...found, retrieval: { ...retrieval, question: { ...retrieval.question, language } } }
  }
  beforeAll(async () => {
    found = await findFor(real.retriever, 'When was the MoC signed?')
  })

  it('finds what was kept of the same question, however it is typed', async () => {
    const cache = createDraftCache()
    cache.keep(found, asked, drafts)
    expect(cache.find(found, asked)).toBe(drafts)
    expect(cache.find(await findFor(real.retriever, ' when was  the MOC\u200b signed? '), asked)).toBe(drafts)
  })

  it('finds nothing of another question, language, model or choice of passages', async () => {
    const cache = createDraftCache()
    cache.keep(found, asked, drafts)
    expect(cache.find(await findFor(real.retriever, 'When was the MoC signed'), asked)).toBeUndefined()
    expect(cache.find(spoken('ja'), asked)).toBeUndefined()
    expect(cache.find(found, { ...asked, model: 'n' })).toBeUndefined()
    expect(cache.find(found, { ...asked, passageIds: ['a'] })).toBeUndefined()
    expect(cache.find(found, { ...asked, passageIds: ['b', 'a'] })).toBeUndefined()
  })
})

describe('who asks the same', () => {
  const QUESTION = 'When was the earlier MoC signed?'
  const PASSAGE = 'clauses-en#earlier-signing'
  const value = writtenAnswer(
    written('The earlier MoC was signed on 7 June 2017.', PASSAGE, 'The earlier MoC was signed on 7 June 2017'),
  )

  /** Answers on one snapshot and then on another, with one model. */
  function asking(script: (call: number) => Step[]) {
    const model = scriptedModel(script)
    const onSnapshot = (version: string) => {
      const { index, retriever } = real
      let receipts = 0
      const options = { newId: () => `${version}-${++receipts}`, drafter: numberedDrafter(model) }
      return askOver({ ...real, ...createAnswerStages({ ...index, version, lexicon: retriever.lexicon }, options) })
    }
    return { model, onSnapshot }
  }

  it('gets the same without another call, with a receipt of its own', async () => {
    const { model, onSnapshot } = asking(() => [{ value }])
    const ask = onSnapshot('v1')
    const [first, second] = [await ask({ question: QUESTION }), await ask({ question: QUESTION })]
    expect(second).toEqual({ ...first, id: 'v1-2' })
    expect(first.mode).toBe('generated')
    expect(model.calls).toHaveLength(1)
  })

  it('of another snapshot is answered anew', async () => {
    const { model, onSnapshot } = asking(() => [{ value }])
    await onSnapshot('v1')({ question: QUESTION })
    expect(await onSnapshot('v2')({ question: QUESTION })).toMatchObject({ mode: 'generated', indexVersion: 'v2' })
    expect(model.calls).toHaveLength(2)
  })

  it.each([
    ['failed', [failure('late')]],
    ['broke off', [{ value }, failure('unreachable')]],
    ['had nothing to say', [{ value: writtenAnswer() }]],
  ] satisfies [string, Step[]][])('is answered anew when the model %s before', async (_, first) => {
    const { model, onSnapshot } = asking((call) => (call === 0 ? first : [{ value }]))
    const ask = onSnapshot('v1')
    expect((await ask({ question: QUESTION })).mode).toBe('extractive')
    expect((await ask({ question: QUESTION })).mode).toBe('generated')
    expect(model.calls).toHaveLength(2)
  })

  it('gets nothing of what was refused', async () => {
    const wrong = written('The earlier MoC was signed on 8 June 2017.', PASSAGE)
    const both = writtenAnswer(...value.statements, wrong)
    const { model, onSnapshot } = asking((call) => [{ value: call === 0 ? both : writtenAnswer() }])
    const ask = onSnapshot('v1')
    const [first, second] = [await ask({ question: QUESTION }), await ask({ question: QUESTION })]
    expect(second.statements).toEqual(first.statements)
    expect(JSON.stringify(second)).not.toContain('8 June')
    expect(model.calls).toHaveLength(2)
  })
})

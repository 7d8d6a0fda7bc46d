import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Cited } from '../../src/answer/stream.ts'
import { createAnswerChain, createRetrieveStage } from '../../src/conversation/answer-chain.ts'
import type { WritingOptions } from '../../src/models/language-model.ts'
import type { QuestionRewriter } from '../../src/retrieve/rewrite-question.ts'
import { type RealStages, realStages } from '../support/real-index.ts'

let real: RealStages
beforeAll(async () => {
  real = await realStages()
})

const NOW = 1_000_000
const DEADLINE = NOW + 9999

let asked: { question: string; history: readonly string[] }[]
let told: WritingOptions[]
let rewriting: string | undefined
const rewrite: QuestionRewriter = async (followUp, options) => {
  asked.push(followUp)
  told.push(options)
  return rewriting
}
beforeEach(() => {
  asked = []
  told = []
  rewriting = undefined
})

async function statedBy(question: string, history: readonly string[], signal = new AbortController().signal) {
  const chain = createAnswerChain({
    ...real,
    retrieve: createRetrieveStage({ retriever: real.retriever, rewrite, now: () => NOW }),
  })
  const events: Cited[] = await Array.fromAsync(chain({ question, history, signal, deadline: DEADLINE }))
  const last = events.at(-1)
  return last?.kind === 'answer' ? last.answer.statements.map(({ text }) => text).join('\n') : ''
}

it('gives each statement and then the whole answer with the same ones', async () => {
  const { signal } = new AbortController()
  const chain = createAnswerChain(real)
  const events = await Array.fromAsync(
    chain({ question: 'what activities are there?', history: [], signal, deadline: DEADLINE }),
  )
  expect(events.map(({ kind }) => kind)).toEqual([...Array(5).fill('statement'), 'answer'])
  const answer = events.at(-1) as Extract<Cited, { kind: 'answer' }>
  expect(events.slice(0, -1)).toMatchObject(answer.answer.statements.map((statement) => ({ statement })))
})

it('asks no model about a question that stands alone', async () => {
  expect(await statedBy('When was the earlier MoC signed?', [])).toContain('7 June 2017')
  expect(await statedBy('When was the earlier MoC signed?', ['When was the new MoC signed?'])).toContain('7 June 2017')
  expect(asked).toEqual([])
})

it('answers a follow-up as the model has it, when more is found with that', async () => {
  rewriting = 'When was the earlier MoC signed?'
  expect(await statedBy('the other one then?', ['When was the new MoC signed?'])).toContain('7 June 2017')
  expect(asked).toEqual([{ question: 'the other one then?', history: ['When was the new MoC signed?'] }])
})

it.each([undefined, 'What is the capital of France?'])(
  'answers it as completed by rule when the model makes %s of it',
  async (nothing) => {
    rewriting = nothing
    expect(await statedBy('and the earlier one?', ['When was the new MoC signed?'])).toContain('7 June 2017')
    expect(asked).toHaveLength(1)
  },
)

it('gives the model a share of the time, and says so', async () => {
  await statedBy('and the earlier one?', ['When was the new MoC signed?'])
  const { deadline, signal } = told[0]!
  expect(deadline).toBeGreaterThan(NOW)
  expect(deadline).toBeLessThan(NOW + (DEADLINE - NOW) / 2)
  expect(signal.aborted).toBe(false)
})

it('lets whoever asked end it', async () => {
  const controller = new AbortController()
  const stated = statedBy('and the earlier one?', ['When was the new MoC signed?'], controller.signal)
  controller.abort()
  expect(await stated).toContain('7 June 2017')
  expect(told[0]!.signal.aborted).toBe(true)
})

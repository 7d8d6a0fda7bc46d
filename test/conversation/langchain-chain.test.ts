import type { RunnableConfig } from '@langchain/core/runnables'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAnswerStages } from '../../src/answer/answer.ts'
import { createModelDrafter } from '../../src/answer/draft-by-model.ts'
import type { Checked, Cited, Drafted } from '../../src/answer/stream.ts'
import { type ChainStages, createAnswerChain, createRetrieveStage } from '../../src/conversation/answer-chain.ts'
import { createConversations } from '../../src/conversation/conversations.ts'
import { createLangChainChain } from '../../src/conversation/langchain-chain.ts'
import { createTurnTaker } from '../../src/conversation/take-turn.ts'
import type { LanguageModel } from '../../src/models/language-model.ts'
import { createOpenAILanguageModel } from '../../src/models/language-model-openai.ts'
import { traceRetriever } from '../../src/retrieve/langchain-retriever.ts'
import type { Retriever } from '../../src/retrieve/retrieve.ts'
import { createQuestionRewriter } from '../../src/retrieve/rewrite-question.ts'
import { type ChatServer, startChatServer } from '../support/chat-server.ts'
import { type RealStages, realStages } from '../support/real-index.ts'
import { written, writtenAnswer } from '../support/written-answer.ts'

const EARLIER = 'When was the earlier MoC signed?'
const signed = written(
  'The earlier MoC was signed on 7 June 2017.',
  'clauses-en#earlier-signing',
  'The earlier MoC was signed on 7 June 2017',
)
const misdated = { ...signed, text: 'The earlier MoC was signed on 8 June 2017.' }

let server: ChatServer
let real: RealStages
let model: LanguageModel
beforeAll(async () => {
  server = await startChatServer()
  real = await realStages()
  model = createOpenAILanguageModel({ model: 'stand-in', baseURL: server.baseURL })
})
afterAll(() => server[Symbol.asyncDispose]())
beforeEach(() => {
  server.reset()
  server.reply = () => JSON.stringify(writtenAnswer(signed))
})

/** Stages of their own: none answers from another's cache. */
function stagesOver(retriever: Retriever): ChainStages {
  const newFence = () => 'F'
  const { lexicon } = retriever
  let receipts = 0
  const newId = () => `R${++receipts}`
  const drafter = createModelDrafter(model, { newFence })
  const rewrite = createQuestionRewriter(model, { lexicon, newFence })
  return {
    retrieve: createRetrieveStage({ retriever, rewrite, now: Date.now }),
    ...createAnswerStages({ ...real.index, lexicon }, { newId, drafter }),
  }
}
const plain = () => stagesOver(real.retriever)
const traced = () => stagesOver(traceRetriever(real.retriever))

const request = (question: string, history: string[] = [], signal = new AbortController().signal) => ({
  question,
  history,
  signal,
  deadline: Date.now() + 20_000,
})

async function run(stages: ChainStages, question: string, config?: RunnableConfig): Promise<Cited[]> {
  return Array.fromAsync(createLangChainChain(stages)(request(question), config))
}

describe('the chain as a runnable sequence', () => {
  it.each([
    ['a draft', JSON.stringify(writtenAnswer(signed))],
    ['a draft with something wrong in it', JSON.stringify(writtenAnswer(misdated, signed))],
    ['nothing', JSON.stringify(writtenAnswer())],
    ['half a draft', JSON.stringify(writtenAnswer(signed, signed)).slice(0, 200)],
  ])('gives the same events as the plain one, of %s', async (_, text) => {
    server.reply = () => text
    for (const question of [EARLIER, 'ขอบเขตความร่วมมือมีอะไรบ้าง', 'what is the budget?']) {
      const events = await Array.fromAsync(createAnswerChain(plain())(request(question)))
      expect(await run(traced(), question)).toEqual(events)
      expect(events.at(-1)?.kind).toBe('answer')
    }
  })

  it('gives a statement while the next is still being written', async () => {
    const text = JSON.stringify(writtenAnswer(signed, { ...signed, text: 'It' }))
    server.reply = () => ({
      text,
      chunkLength: 20,
      breaksOff: { after: Math.floor(text.length / 20) - 1, by: 'hanging' },
    })
    const controller = new AbortController()
    const events: Cited[] = []
    for await (const event of createLangChainChain(traced())(request(EARLIER, [], controller.signal))) {
      events.push(event)
      controller.abort()
    }
    expect(events.map(({ kind }) => kind)).toEqual(['statement', 'statement', 'answer'])
    expect(events[0]).toMatchObject({ statement: { text: signed.text } })
    expect(events[2]).toMatchObject({ answer: { mode: 'extractive' }, receipt: { fallback: 'aborted' } })
    expect(await server.requests[0]!.ended).toBe('by the client')
  })

  it('serves many at once, each its own', async () => {
    const stages = traced()
    const chain = createLangChainChain(stages)
    const questions = [EARLIER, 'What does it say about 5G?', 'ลงนามวันไหน', '目的は何ですか', 'what is the budget?']
    const answers = await Promise.all(
      questions.map(async (question) => (await Array.fromAsync(chain(request(question)))).at(-1)),
    )
    expect(answers.map((event) => event?.kind === 'answer' && event.answer.question)).toEqual(questions)
  })

  it('throws what a stage throws', async () => {
    const stages = traced()
    const retrieve = createRetrieveStage({
      retriever: { ...real.retriever, retrieve: () => Promise.reject(new Error('gone')) },
      now: Date.now,
    })
    await expect(run({ ...stages, retrieve }, EARLIER)).rejects.toThrow('gone')
    async function* cite(): AsyncGenerator<Cited> {
      yield { kind: 'statement', statement: { text: 'x', citations: [], sources: [] } }
      throw new Error('broken')
    }
    await expect(run({ ...stages, cite }, EARLIER)).rejects.toThrow('broken')
  })
})

interface Run {
  name: string
  parent: string | undefined
  outputs?: unknown
  error?: unknown
}

/** A tracer that keeps every run, by its name and that of its parent. */
function createTracer() {
  const runs = new Map<string, Run>()
  const start = (id: string, name: string, parent: string | undefined) =>
    void runs.set(id, { name, parent: parent && runs.get(parent)?.name })
  const end = (id: string, outputs: unknown) => void Object.assign(runs.get(id)!, { outputs })
  const fail = (id: string, error: unknown) => void Object.assign(runs.get(id)!, { error })
  const callbacks: RunnableConfig['callbacks'] = [
    {
      awaitHandlers: true,
      handleChainStart: (_chain, _inputs, id, parent, _tags, _metadata, _type, name) => start(id, name ?? '?', parent),
      handleChainEnd: (outputs, id) => end(id, outputs),
      handleChainError: (error, id) => fail(id, error),
      handleRetrieverStart: (_retriever, query, id, parent) => start(id, `retriever: ${query}`, parent),
      handleRetrieverEnd: (documents, id) => end(id, documents),
      handleRetrieverError: (error, id) => fail(id, error),
      handleChatModelStart: (_model, messages, id, parent) =>
        start(id, `model: ${messages[0]?.length} messages`, parent),
      handleLLMEnd: (output, id) => end(id, output),
      handleLLMError: (error, id) => fail(id, error),
    },
  ]
  return { callbacks, runs: () => [...runs.values()] }
}

describe('callbacks', () => {
  const shapeOf = (runs: readonly Run[]) => runs.map(({ name, parent }) => [name, parent])

  it('see the four stages, and the retriever and the model below theirs', async () => {
    const tracer = createTracer()
    server.reply = (_, number) => JSON.stringify(number === 0 ? writtenAnswer(signed, misdated) : writtenAnswer())
    const events = await run(traced(), EARLIER, { callbacks: tracer.callbacks })
    expect(shapeOf(tracer.runs()).toSorted()).toEqual(
      [
        ['answer', undefined],
        ['retrieve', 'answer'],
        [`retriever: ${EARLIER}`, 'retrieve'],
        ['draft', 'answer'],
        ['model: 2 messages', 'draft'],
        ['verify', 'answer'],
        ['model: 2 messages', 'verify'],
        ['cite', 'answer'],
      ].toSorted(),
    )
    for (const { outputs, error } of tracer.runs()) {
      expect(outputs).toBeDefined()
      expect(error).toBeUndefined()
    }
    const outputsOf = (name: string) => tracer.runs().find((found) => found.name === name)?.outputs
    expect(outputsOf('cite')).toEqual({ events })
    expect(outputsOf('answer')).toEqual({ events })
    expect(outputsOf('draft')).toMatchObject({
      events: [{ kind: 'composed' }, { kind: 'drafted' }, { kind: 'drafted' }],
    })
    expect(outputsOf('retrieve')).toMatchObject({ kind: 'found' })
  })

  it('see the end of every run also when a turn stops reading at the answer', async () => {
    const tracer = createTracer()
    const chain = createLangChainChain(traced())
    const ask = createTurnTaker({
      chain: () => (turn) => chain(turn, { callbacks: tracer.callbacks }),
      conversations: createConversations({ now: () => 0 }),
      now: Date.now,
      deadline: 20_000,
    })
    expect((await ask({ question: EARLIER })).mode).toBe('generated')
    await expect.poll(() => tracer.runs().filter(({ outputs }) => outputs === undefined)).toEqual([])
  })

  it('see the rewriting of a follow-up, and both searches', async () => {
    const tracer = createTracer()
    server.reply = (_, number) => JSON.stringify(number === 0 ? { question: EARLIER } : writtenAnswer(signed))
    const chain = createLangChainChain(traced())
    const history = ['When was the new MoC signed?']
    await Array.fromAsync(chain(request('and the earlier one?', history), { callbacks: tracer.callbacks }))
    const below = tracer.runs().filter(({ parent }) => parent === 'retrieve')
    expect(below.map(({ name }) => name)).toEqual([
      'retriever: and the earlier one?',
      'model: 2 messages',
      `retriever: ${EARLIER}`,
    ])
  })

  it('see what failed', async () => {
    const tracer = createTracer()
    server.reply = () => ({ error: { status: 401 } })
    await run(traced(), EARLIER, { callbacks: tracer.callbacks })
    expect(tracer.runs().find(({ parent }) => parent === 'draft')?.error).toBeDefined()

    const broken = createTracer()
    const stages = traced()
    async function* verify(input: AsyncIterable<Drafted>): AsyncGenerator<Checked> {
      for await (const item of stages.verify(input)) {
        yield item
        throw new Error('broken')
      }
    }
    await expect(run({ ...stages, verify }, EARLIER, { callbacks: broken.callbacks })).rejects.toThrow('broken')
    const failed = broken.runs().filter(({ error }) => error !== undefined)
    expect(failed.map(({ name }) => name)).toEqual(expect.arrayContaining(['answer', 'verify']))
  })
})

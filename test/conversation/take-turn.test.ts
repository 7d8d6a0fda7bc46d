import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAnswerStages } from '../../src/answer/answer.ts'
import {
  type AnswerChain,
  type ChainRequest,
  createAnswerChain,
  createRetrieveStage,
} from '../../src/conversation/answer-chain.ts'
import { type Conversations, createConversations } from '../../src/conversation/conversations.ts'
import { createTurnTaker, type ReceiptKeeping, type Turn } from '../../src/conversation/take-turn.ts'
import { AccordError, describeError } from '../../src/errors.ts'
import type { Receipt } from '../../src/receipt.ts'
import type { RetrievalRequest, Retriever } from '../../src/retrieve/retrieve.ts'
import type { Answer, ShownStatement } from '../../src/vocabulary.ts'
import { type RealStages, realStages } from '../support/real-index.ts'

let real: RealStages
beforeAll(async () => {
  real = await realStages()
})

let conversations: Conversations
let requests: RetrievalRequest[]
let ask: (turn: Turn) => Promise<Answer>
beforeEach(() => {
  conversations = createConversations({ now: () => 0 })
  requests = []
  ask = turnTaker(() =>
    chainOver({
      ...real.retriever,
      retrieve(request) {
        requests.push(structuredClone(request))
        return real.retriever.retrieve(request)
      },
    }),
  )
})

const turnTaker = (chain: () => AnswerChain) =>
  createTurnTaker({ chain, conversations, now: Date.now, deadline: 10_000 })

const chainOver = (retriever: Retriever) =>
  createAnswerChain({ ...real, retrieve: createRetrieveStage({ retriever, now: Date.now }) })

const stated = ({ statements }: Answer) => statements.map(({ text }) => text).join('\n')

describe('a turn', () => {
  it('answers what was asked', async () => {
    const answer = await ask({ question: 'When was the earlier MoC signed?' })
    expect(answer).toMatchObject({ question: 'When was the earlier MoC signed?', language: 'en', status: 'answered' })
    expect(stated(answer)).toContain('7 June 2017')
    expect(requests).toEqual([{ question: 'When was the earlier MoC signed?', history: [] }])
  })

  it('works on the question without the space around it', async () => {
    expect((await ask({ question: ' \u00a0ฉบับเดิมลงนามวันไหน\n' })).question).toBe('ฉบับเดิมลงนามวันไหน')
    expect(requests[0]?.question).toBe('ฉบับเดิมลงนามวันไหน')
  })

  it.each([
    ['the one that the channel sets', { question: 'ลงนามวันไหน', language: 'ja' }, 'ja'],
    ['the one that the question asks for', { question: 'ลงนามวันไหน ตอบเป็นภาษาอังกฤษ' }, 'en'],
    ["the channel's before the question's", { question: 'ลงนามวันไหน ตอบเป็นภาษาอังกฤษ', language: 'th' }, 'th'],
    ["the question's own when none is set", { question: '署名はいつですか' }, 'ja'],
  ] satisfies [string, Turn, string][])('is answered in the language of %s', async (_, turn, language) => {
    expect((await ask(turn)).language).toBe(language)
  })

  it('is answered from one snapshot, though another comes into use meanwhile', async () => {
    let uses = 0
    const take = turnTaker(() => {
      const version = `v${++uses}`
      const stages = createAnswerStages(
        { ...real.index, version, lexicon: real.retriever.lexicon },
        { newId: () => 'R' },
      )
      return createAnswerChain({ ...real, ...stages })
    })
    await take({ question: '5G คืออะไร' })
    expect(uses).toBe(1)
    expect((await take({ question: '5G คืออะไร' })).indexVersion).toBe('v2')
  })
})

describe('what is no question', () => {
  it.each([
    ['empty', ' \u200b ', /question is empty/u],
    ['too long', 'ลับมาก '.repeat(1000), /longer than 2,000 characters/u],
  ])('is refused as %s, in words that say what to do and never repeat it', async (_, question, message) => {
    const error: unknown = await ask({ question, conversation: 'a' }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(AccordError)
    expect(describeError(error)).toMatch(message)
    expect(describeError(error)).toMatch(/: ask something/u)
    expect(describeError(error)).not.toContain('ลับ')
    expect(requests).toEqual([])
    expect(conversations.recall('a')).toEqual([])
  })
})

describe('a conversation', () => {
  it('lets a question lean on the one before it', async () => {
    const converse = (question: string) => ask({ question, conversation: 'a' })
    expect(stated(await converse('When was the new MoC signed?'))).toContain('5 August 2022')
    expect(stated(await converse('and the earlier one?'))).toContain('7 June 2017')
    expect(requests.map(({ history }) => history)).toEqual([[], ['When was the new MoC signed?']])
  })

  it('is no other one’s, and none when the channel names none', async () => {
    await ask({ question: 'When was the new MoC signed?', conversation: 'a' })
    await ask({ question: 'ไปรษณีย์', conversation: 'b' })
    await ask({ question: '5G?' })
    expect(requests.map(({ history }) => history)).toEqual([[], [], []])
    expect([conversations.recall('a'), conversations.recall('b')]).toEqual([
      ['When was the new MoC signed?'],
      ['ไปรษณีย์'],
    ])
  })

  it('remembers questions alone, as they were worked on, whatever came of them', async () => {
    await ask({ question: '  Will it rain tomorrow in Osaka? ', conversation: 'a' })
    await ask({ question: '署名日は？', language: 'en', conversation: 'a' })
    expect(conversations.recall('a')).toEqual(['Will it rain tomorrow in Osaka?', '署名日は？'])
  })

  it('does not remember a question that failed', async () => {
    const retriever = { ...real.retriever, retrieve: () => Promise.reject(new AccordError('The index is gone')) }
    const take = turnTaker(() => chainOver(retriever))
    await expect(take({ question: 'ลงนามวันไหน', conversation: 'a' })).rejects.toThrow('The index is gone')
    expect(conversations.recall('a')).toEqual([])
  })

  it('keeps questions that are asked at once', async () => {
    const questions = ['ลงนามวันไหน', 'What is the scope?', '目的は？']
    await Promise.all(questions.map((question) => ask({ question, conversation: 'a' })))
    expect(conversations.recall('a').toSorted()).toEqual(questions.toSorted())
  })
})

describe('the time for an answer', () => {
  const NOW = 1_000_000
  let given: ChainRequest
  const take = (deadline: number) =>
    createTurnTaker({
      chain: () => (request) => {
        given = request
        return createAnswerChain(real)(request)
      },
      conversations,
      now: () => NOW,
      deadline,
    })
  const QUESTION = { question: 'ลงนามวันไหน' }

  it.each([
    [12_000, 250],
    [2000, 200],
    [1000, 100],
  ])('of %d ms is the models’ but for the %d that the rest needs', async (deadline, rest) => {
    await take(deadline)(QUESTION)
    expect(given.deadline).toBe(NOW + deadline - rest)
    expect(given.signal.aborted).toBe(false)
  })

  it('is shorter when it is needed sooner, and never longer', async () => {
    await take(12_000)(QUESTION, { within: 1500.5 })
    expect(given.deadline).toBe(NOW + 1350)
    await take(2000)(QUESTION, { within: 60_000 })
    expect(given.deadline).toBe(NOW + 1800)
  })

  it.each([0, -5])('may be over (%d ms): it is answered without a model', async (within) => {
    expect((await take(12_000)(QUESTION, { within })).status).toBe('answered')
    expect(given.deadline).toBe(NOW)
  })

  it('ends for the model in a TimeoutError, whoever else waits', async () => {
    const asked = Promise.withResolvers<ChainRequest>()
    const chain: AnswerChain = async function* (request) {
      asked.resolve(request)
      await new Promise((resolve) => request.signal.addEventListener('abort', resolve))
      yield* createAnswerChain(real)(request)
    }
    const waiting = createTurnTaker({ chain: () => chain, conversations, now: Date.now, deadline: 50 })
    const answered = waiting(QUESTION, { signal: new AbortController().signal })
    expect((await answered).status).toBe('answered')
    expect((await asked.promise).signal.reason).toMatchObject({ name: 'TimeoutError' })
  })

  it('ends when nobody waits any more', async () => {
    const controller = new AbortController()
    await take(12_000)(QUESTION, { signal: controller.signal })
    controller.abort()
    expect(given.signal.aborted).toBe(true)
    expect(given.signal.reason).toMatchObject({ name: 'AbortError' })
  })
})

describe('statements', () => {
  it('are shown before the answer is whole, as they will stand in it', async () => {
    const shown: ShownStatement[] = []
    const chain = createAnswerChain(real)
    const take = turnTaker(() => chain)
    const answer = await take(
      { question: 'what activities are there?' },
      { onStatement: (one) => void shown.push(one) },
    )
    expect(shown.map(({ text, citations }) => ({ text, citations }))).toEqual(answer.statements)
    expect(shown.flatMap(({ sources }) => sources)).toEqual(answer.sources.slice(0, shown.length))
  })
})

describe('a receipt', () => {
  const taking = (receipts: Partial<ReceiptKeeping>) => {
    const failures: unknown[] = []
    const kept: Receipt[] = []
    const take = createTurnTaker({
      chain: () => createAnswerChain(real),
      conversations,
      now: () => Date.parse('2026-11-23T10:15:00Z'),
      deadline: 10_000,
      receipts: {
        keep: async (receipt) => void kept.push(receipt),
        hashQuestion: (question) => `hash of ${question.length}`,
        onFailure: (error) => void failures.push(error),
        ...receipts,
      },
    })
    return { take, kept, failures }
  }
  const QUESTION = 'When was the earlier MoC signed?'

  it('is kept with its time and the hash of the question', async () => {
    const { take, kept, failures } = taking({})
    const answer = await take({ question: ` ${QUESTION} ` })
    expect(kept).toMatchObject([
      { id: answer.id, at: '2026-11-23T10:15:00.000Z', questionHash: `hash of ${QUESTION.length}`, mode: 'extractive' },
    ])
    expect(JSON.stringify(kept)).not.toContain(QUESTION)
    expect(failures).toEqual([])
  })

  it('is waited for by nobody', async () => {
    const { take } = taking({ keep: () => new Promise(() => {}) })
    expect((await take({ question: QUESTION })).status).toBe('answered')
  })

  it.each([
    ['that cannot be kept', { keep: () => Promise.reject(new AccordError('The disk is full')) }],
    [
      'that cannot even be tried to be kept',
      {
        keep: () => {
          throw new AccordError('The disk is full')
        },
      },
    ],
    [
      'that cannot be hashed',
      {
        hashQuestion: () => {
          throw new AccordError('The disk is full')
        },
      },
    ],
  ] satisfies [string, Partial<ReceiptKeeping>][])('%s fails no answer, and is reported', async (_, broken) => {
    const { take, failures } = taking(broken)
    expect((await take({ question: QUESTION, conversation: 'a' })).status).toBe('answered')
    await expect.poll(() => failures).toMatchObject([{ message: 'The disk is full' }])
    expect(conversations.recall('a')).toEqual([QUESTION])
  })

  it('is not kept of what is no question', async () => {
    const { take, kept } = taking({})
    await expect(take({ question: ' ' })).rejects.toThrow(AccordError)
    expect(kept).toEqual([])
  })
})

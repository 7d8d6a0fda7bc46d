import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAnswerStages } from '../../src/answer/answer.ts'
import { type AnswerChain, createAnswerChain, createRetrieveStage } from '../../src/conversation/answer-chain.ts'
import { type Conversations, createConversations } from '../../src/conversation/conversations.ts'
import { createTurnTaker, type Turn } from '../../src/conversation/take-turn.ts'
import { AccordError, describeError } from '../../src/errors.ts'
import type { RetrievalRequest, Retriever } from '../../src/retrieve/retrieve.ts'
import type { Answer } from '../../src/vocabulary.ts'
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

import { beforeAll, describe, expect, it } from 'vitest'
import { createAnswerStages } from '../../src/answer/answer.ts'
import type { Cited } from '../../src/answer/stream.ts'
import { RULES } from '../../src/answer/verify/verify.ts'
import { createAnswerChain } from '../../src/conversation/answer-chain.ts'
import { type RealStages, realStages } from '../support/real-index.ts'
import { failure, type Step, scriptedModel } from '../support/scripted-model.ts'
import { numberedDrafter, written, writtenAnswer } from '../support/written-answer.ts'

let real: RealStages
beforeAll(async () => {
  real = await realStages()
})

const QUESTION = 'Who signed the new MoC, and when was it exchanged?'
const SIGNING = 'clauses-en#signing'
const SIGNED = 'The new MoC was signed on 5 August 2022 by Minister Kaneko of MIC and Minister Chaiwut of MDES.'
const EXCHANGED =
  "The document was exchanged in Bangkok by MIC's vice-minister for policy coordination Yoshida and Minister Chaiwut."
const signed = written(
  'Minister Kaneko of MIC and Minister Chaiwut of MDES signed the new MoC on 5 August 2022.',
  SIGNING,
  SIGNED,
)
const exchanged = written(EXCHANGED, SIGNING)
const wrong = written('The new MoC was signed on 6 August 2022.', SIGNING, SIGNED)

type CitedAnswer = Extract<Cited, { kind: 'answer' }>

/** What is shown, and the answer in the end; the scripts are those of the first call, of the second … */
async function answer(question: string, ...scripts: Step[][]) {
  const drafter = scripts.length === 0 ? {} : { drafter: numberedDrafter(scriptedModel((call) => scripts[call] ?? [])) }
  const { index, retriever } = real
  const stages = createAnswerStages({ ...index, lexicon: retriever.lexicon }, { newId: () => 'R1', ...drafter })
  const request = { question, history: [], signal: new AbortController().signal, deadline: Date.now() + 60_000 }
  const events = await Array.fromAsync(createAnswerChain({ ...real, ...stages })(request))
  const shown = events.flatMap((event) => (event.kind === 'statement' ? event.statement : []))
  return { ...(events.at(-1) as CitedAnswer), shown }
}

const textsOf = (statements: readonly { text: string }[]) => statements.map(({ text }) => text)

describe('a generated answer', () => {
  it('says what the model drafted, and says so', async () => {
    const { answer: given } = await answer(QUESTION, [{ value: writtenAnswer(signed, exchanged) }])
    expect(given).toMatchObject({ mode: 'generated', status: 'answered', language: 'en', question: QUESTION })
    expect(textsOf(given.statements)).toEqual([signed.text, exchanged.text])
  })

  it('shows each statement with its sources, and keeps their numbers', async () => {
    const { answer: given, shown } = await answer(QUESTION, [{ value: writtenAnswer(signed, exchanged) }])
    expect(shown.map(({ text, citations }) => ({ text, citations }))).toEqual(given.statements)
    expect(shown.map(({ citations }) => citations)).toEqual([[1], [2]])
    for (const { citations, sources } of shown) {
      expect(sources).toEqual(given.sources.filter(({ number }) => citations.includes(number)))
    }
    expect(given.sources.map(({ number }) => number)).toEqual(given.sources.map((_, at) => at + 1))
  })

  it('says a statement once, however often and in whatever case it is drafted', async () => {
    const value = writtenAnswer(exchanged, exchanged, written(EXCHANGED.toUpperCase(), SIGNING, EXCHANGED), signed)
    const { answer: given, shown } = await answer(QUESTION, [{ value }])
    expect(textsOf(given.statements)).toEqual([EXCHANGED, signed.text])
    expect(shown).toHaveLength(2)
  })

  it('cites a source once, though several statements rest on it', async () => {
    const half = written('The new MoC was signed by Minister Kaneko of MIC.', SIGNING, SIGNED)
    const { answer: given } = await answer(QUESTION, [{ value: writtenAnswer(signed, half, exchanged) }])
    expect(given.statements.map(({ citations }) => citations)).toEqual([[1], [1], [2]])
  })

  it('adds what the composed answer says and the model left out, shown before the end too', async () => {
    const { answer: given, shown } = await answer(QUESTION, [{ value: writtenAnswer(exchanged) }])
    expect(given.mode).toBe('generated')
    const composed = textsOf((await answer(QUESTION)).answer.statements)
    expect(composed).toContain(SIGNED)
    expect(textsOf(given.statements)).toEqual([EXCHANGED, ...composed.filter((text) => text !== EXCHANGED)])
    expect(textsOf(shown)).toEqual(textsOf(given.statements))
  })

  it('has the notes of the composed one: a false premise is corrected all the same', async () => {
    const { answer: given } = await answer('The new MoC was signed on 6 August 2022, right?', [
      { value: writtenAnswer(signed) },
    ])
    expect(given.mode).toBe('generated')
    expect(given.notes.map(({ kind }) => kind)).toContain('premise')
    for (const { citations } of given.notes)
      for (const number of citations) expect(given.sources[number - 1]).toBeDefined()
  })

  it('has the status of what was found, whatever the model claims', async () => {
    const value = { ...writtenAnswer(signed), status: 'not-stated' }
    expect((await answer(QUESTION, [{ value }])).answer.status).toBe('answered')
    const partly = 'When was the new MoC signed, and what is the budget?'
    expect((await answer(partly, [{ value: writtenAnswer(signed) }])).answer.status).toBe('partial')
  })

  it('is the model’s even when its second try comes to nothing', async () => {
    const { answer: given, receipt } = await answer(
      QUESTION,
      [{ value: writtenAnswer(signed, wrong) }],
      [failure('late')],
    )
    expect(given.mode).toBe('generated')
    expect(receipt.dropped).toEqual([{ rule: 'hard-facts' }])
  })
})

describe('an answer that the model does not finish', () => {
  it('is the composed one, with numbers from one, and none of what was shown before', async () => {
    const growing = { value: writtenAnswer(exchanged, signed, { text: 'Th', quotes: [] }) }
    const { answer: given, shown, receipt } = await answer(QUESTION, [growing, failure('late')])
    const { answer: composed } = await answer(QUESTION)
    expect(given).toEqual(composed)
    expect(given.mode).toBe('extractive')
    expect(textsOf(shown)).toEqual([EXCHANGED, signed.text, ...textsOf(composed.statements)])
    expect(shown.slice(2).map(({ citations }) => citations)).toEqual(
      composed.statements.map(({ citations }) => citations),
    )
    expect(receipt.fallback).toBe('late')
  })

  it.each([
    ['has nothing to say', writtenAnswer()],
    ['says nothing that passes', writtenAnswer(wrong)],
    ['says nothing that can be read', { statements: ['x'] }],
  ])('because it %s, is the composed one too', async (_, value) => {
    const { answer: given, receipt } = await answer(QUESTION, [{ value }], [{ value }])
    expect(given).toEqual((await answer(QUESTION)).answer)
    expect(receipt.fallback).toBe('nothing-verified')
  })
})

describe('a receipt', () => {
  it('has the model, the drafts with their quotes, the rules, what was dropped, and the passages with their hashes', async () => {
    const value = writtenAnswer(signed, wrong, written('บันทึกฉบับใหม่', SIGNING, SIGNED), { text: '', quotes: [] })
    const { answer: given, receipt } = await answer(QUESTION, [{ value }], [{ value: writtenAnswer(wrong) }])
    expect(receipt).toMatchObject({ id: given.id, language: 'en', status: given.status, mode: 'generated' })
    expect(receipt).toMatchObject({ model: 'scripted', indexVersion: given.indexVersion, rules: RULES.slice(0, 4) })
    expect(receipt).not.toHaveProperty('fallback')
    expect(receipt.statements[0]).toEqual({ text: signed.text, quotes: [{ passageId: SIGNING, quote: SIGNED }] })
    expect(textsOf(receipt.statements)).toEqual(textsOf(given.statements))
    expect(receipt.dropped.map(({ rule }) => rule).toSorted()).toEqual(['form', 'hard-facts', 'hard-facts', 'language'])
    const cited = new Set(given.sources.map(({ passageId }) => passageId))
    expect(receipt.passages).toEqual(
      Array.from(cited, (id) => ({ id, hash: real.index.passages[real.index.ordinalOf(id)!]!.hash })),
    )
  })

  it.each(['late', 'unreachable', 'rate-limited', 'over-budget', 'circuit-open', 'unauthorised'] as const)(
    'says why the model was not used: %s',
    async (kind) => {
      const { receipt } = await answer(QUESTION, [failure(kind)])
      expect(receipt).toMatchObject({ mode: 'extractive', model: 'scripted', fallback: kind })
    },
  )

  it('names no model where none was asked', async () => {
    for (const { receipt } of [await answer(QUESTION), await answer('what is the budget?', [failure('late')])]) {
      expect(receipt).not.toHaveProperty('model')
      expect(receipt).not.toHaveProperty('fallback')
    }
  })

  it('has nothing of the question in it', async () => {
    const { receipt } = await answer(`${QUESTION} I am Somchai of room 42-43`, [{ value: writtenAnswer(signed) }])
    for (const word of ['Somchai', '42-43', 'room']) expect(JSON.stringify(receipt)).not.toContain(word)
  })
})

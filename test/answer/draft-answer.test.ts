import { beforeAll, describe, expect, it } from 'vitest'
import { createDraftStage } from '../../src/answer/draft-answer.ts'
import type { Drafted } from '../../src/answer/stream.ts'
import { AccordError } from '../../src/errors.ts'
import type { LanguageModelErrorKind } from '../../src/models/language-model-error.ts'
import { readPrompt } from '../support/read-prompt.ts'
import { type RealStages, realStages } from '../support/real-index.ts'
import { findFor, runStage } from '../support/run-stage.ts'
import { failure, type Step, scriptedModel } from '../support/scripted-model.ts'
import { numberedDrafter, written, writtenAnswer } from '../support/written-answer.ts'

let real: RealStages
beforeAll(async () => {
  real = await realStages()
})

const EARLIER = 'When was the earlier MoC signed?'
const signed = written('The earlier MoC was signed on 7 June 2017.', 'clauses-en#earlier-signing')
const growing = { value: writtenAnswer(signed, { text: 'It', quotes: [] }) }

/** What the stage gives for a question, and what the model was asked. */
async function draft(question: string, steps: Iterable<Step> = [], signal?: AbortSignal) {
  const model = scriptedModel(() => steps)
  const stage = createDraftStage({ lexicon: real.retriever.lexicon, drafter: numberedDrafter(model) })
  const found = await findFor(real.retriever, question, signal && { signal })
  return { items: await runStage(stage, found), prompts: model.requests.map(({ user }) => readPrompt(user)) }
}

const composedIn = (items: readonly Drafted[]) => items[0] as Extract<Drafted, { kind: 'composed' }>

describe('a draft', () => {
  it('is the composed one alone without a model', async () => {
    const stage = createDraftStage({ lexicon: real.retriever.lexicon })
    const items = await runStage(stage, await findFor(real.retriever, EARLIER))
    expect(items).toEqual([expect.objectContaining({ kind: 'composed', asked: undefined })])
    expect(composedIn(items).draft.statements[0]?.text).toContain('7 June 2017')
  })

  it('is the composed one first, then what the model writes, statement by statement', async () => {
    const value = { statements: [signed, { text: 5 }] }
    const { items } = await draft(EARLIER, [{ value }])
    expect(items).toMatchObject([
      { kind: 'composed', asked: { model: 'scripted', passageIds: ['clauses-en#earlier-signing'] } },
      { kind: 'drafted', draft: { text: signed.text } },
      { kind: 'malformed' },
    ])
  })

  it('is composed before the model is asked', async () => {
    const model = scriptedModel(() => ['silence'])
    const stage = createDraftStage({ lexicon: real.retriever.lexicon, drafter: numberedDrafter(model) })
    const found = await findFor(real.retriever, EARLIER)
    const drafting = stage(
      (async function* () {
        yield found
      })(),
    )
    expect((await drafting.next()).value).toMatchObject({ kind: 'composed' })
    expect(model.requests).toEqual([])
  })
})

describe('the model', () => {
  it.each([
    ['what no source states', 'what is the budget?'],
    ['what no source states, in Thai', 'งบประมาณเท่าไร'],
    ['a place that none has', 'where will the training be held?'],
    ['other things', 'Will it rain in Osaka tomorrow?'],
    ['nothing that can be read', '🎉🙏🏽'],
  ])('is not asked about %s: it cannot know better', async (_, question) => {
    const { items, prompts } = await draft(question, [growing])
    expect(items).toEqual([expect.objectContaining({ kind: 'composed', asked: undefined })])
    expect(prompts).toEqual([])
  })

  it.each([
    'ขอบเขตความร่วมมือมีอะไรบ้าง',
    'When was it signed, who signed it, where was it exchanged, and what is the scope?',
    'MDESとMICの協力について、5G、サイバーセキュリティ、郵便、署名日、閣議、目的を教えてください',
    'what does it say about 2 August 2022, 5 August 2022, MIC and MDES?',
  ])('is given at most ten passages, those of the composed answer first: %s', async (question) => {
    const { items, prompts } = await draft(question)
    const { draft: composed, asked } = composedIn(items)
    const used = new Set(composed.statements.flatMap(({ quotes }) => quotes.map(({ passageId }) => passageId)))
    const given = prompts[0]!.passages.map(({ id }) => id)
    expect(given).toEqual(asked?.passageIds)
    expect(given.length).toBeLessThanOrEqual(10)
    expect(new Set(given).size).toBe(given.length)
    expect(given.map((id) => used.has(id))).toEqual(given.map((_, at) => at < Math.min(used.size, 10)))
  })

  it('is given the words that are stored', async () => {
    const { prompts } = await draft('What does it say about 5G?')
    for (const { id, text } of prompts[0]!.passages) {
      expect(real.index.passages[real.index.ordinalOf(id)!]?.text).toBe(text)
    }
  })
})

describe('a model that fails', () => {
  const kinds: LanguageModelErrorKind[] = ['late', 'unreachable', 'rate-limited', 'over-budget', 'busy', 'broken']

  it.each(kinds)('leaves what it had finished, and says why: %s', async (kind) => {
    const { items } = await draft(EARLIER, [growing, failure(kind)])
    expect(items.slice(1)).toMatchObject([{ kind: 'drafted' }, { kind: 'failed', why: kind }])
  })

  it('is late when time was up, and aborted when nobody waits any more', async () => {
    const timeout = AbortSignal.abort(new DOMException('Time is up', 'TimeoutError'))
    expect((await draft(EARLIER, [growing], timeout)).items.at(-1)).toEqual({ kind: 'failed', why: 'late' })
    expect((await draft(EARLIER, [growing], AbortSignal.abort())).items.at(-1)).toEqual({
      kind: 'failed',
      why: 'aborted',
    })
  })

  it('is unavailable when what it needs is: the count of the day’s tokens', async () => {
    const { items } = await draft(EARLIER, [new AccordError('accord.db is damaged')])
    expect(items.at(-1)).toEqual({ kind: 'failed', why: 'unavailable' })
  })

  it('by a fault of the code is not hidden', async () => {
    await expect(draft(EARLIER, [new TypeError('x is undefined')])).rejects.toThrow('x is undefined')
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { DraftStatement } from '../../src/answer/draft.ts'
import { createDraftStage } from '../../src/answer/draft-answer.ts'
import type { Checked, Drafted } from '../../src/answer/stream.ts'
import { createVerifier } from '../../src/answer/verify/verify.ts'
import { createVerifyStage } from '../../src/answer/verify-answer.ts'
import { readPrompt } from '../support/read-prompt.ts'
import { type RealStages, realStages } from '../support/real-index.ts'
import { findFor, runStage } from '../support/run-stage.ts'
import { failure, type ScriptedModel, type Step, scriptedModel } from '../support/scripted-model.ts'
import { numberedDrafter, type WrittenStatement, written, writtenAnswer } from '../support/written-answer.ts'

let real: RealStages
let composed: Drafted
beforeAll(async () => {
  real = await realStages()
  composed = await composedFor('When was the earlier MoC signed?')
})

/** As the draft stage gives it when a model is asked. */
async function composedFor(question: string): Promise<Drafted> {
  const drafter = numberedDrafter(scriptedModel(() => []))
  const stage = createDraftStage({ lexicon: real.retriever.lexicon, drafter })
  return (await runStage(stage, await findFor(real.retriever, question)))[0]!
}

const PASSAGE = 'clauses-en#earlier-signing'
const DATED = 'The earlier MoC was signed on 7 June 2017'
const right = written(`${DATED}.`, PASSAGE, DATED)
const misdated = written('The earlier MoC was signed on 7 June 2018.', PASSAGE, DATED)
const foreign = written('The new MoC was signed on 5 August 2022', 'clauses-en#signing')

const drafted = ({ text, quotes }: WrittenStatement): Drafted => ({ kind: 'drafted', draft: draftOf({ text, quotes }) })
const draftOf = ({ text, quotes }: WrittenStatement): DraftStatement => ({
  text,
  quotes: quotes.map(({ passage, quote }) => ({ passageId: passage, quote })),
})

function stageWith(model?: ScriptedModel) {
  const { index, retriever } = real
  return createVerifyStage({
    now: Date.now,
    verifier: createVerifier({ lexicon: retriever.lexicon, passages: index.passages }),
    documents: index.documents,
    passages: new Map(index.passages.map((passage) => [passage.id, passage])),
    ...(model && { drafter: numberedDrafter(model) }),
  })
}

/** What comes of drafts, when the model writes so the second time. */
async function verify(drafts: Drafted[], ...second: Step[]) {
  const model = scriptedModel(() => second)
  const items = await runStage(stageWith(model), composed, ...drafts)
  return { items: items.slice(1), model, prompts: model.requests.map(({ user }) => readPrompt(user)) }
}

const outcomes = (items: readonly Checked[]) =>
  items.map((item) => {
    if (item.kind === 'verified') return item.statement.verified.text
    return item.kind === 'dropped' ? item.dropped.rule : item.kind
  })

describe('what a model drafted', () => {
  it('passes with its quotes as they are stored', async () => {
    const { items } = await verify([drafted(written(right.text, PASSAGE, DATED.toUpperCase()))])
    expect(items).toMatchObject([
      { kind: 'verified', statement: { verified: { text: right.text, quotes: [{ text: DATED }] } } },
    ])
  })

  it('is shown before the next is written', async () => {
    const model = scriptedModel(() => [])
    let isAskedForMore = false
    async function* writing() {
      yield composed
      yield drafted(right)
      isAskedForMore = true
    }
    for await (const item of stageWith(model)(writing())) if (item.kind === 'verified') break
    expect(isAskedForMore).toBe(false)
  })

  it('is not asked for again when all of it passes', async () => {
    expect((await verify([drafted(right)])).model.requests).toEqual([])
  })

  it.each([
    ['hard-facts', misdated],
    ['quote', written(right.text, PASSAGE, 'The earlier MoC was signed … between MIC and MDES')],
    ['quote', written(right.text, PASSAGE, 'The earlier MoC was signed on 7 June 2O17')],
    ['names', written('The earlier MoC was signed on 7 June 2017 by Kaneko.', PASSAGE, DATED)],
    ['wording', written('The earlier MoC was proudly signed on 7 June 2017.', PASSAGE, DATED)],
    ['language', written('บันทึกฉบับเดิมลงนามเมื่อวันที่ 7 มิถุนายน 2560', PASSAGE, DATED)],
    ['identifiers', foreign],
    ['identifiers', written(foreign.text, 'clauses-en#nothing')],
    ['identifiers', written(foreign.text, '__proto__')],
  ])('is dropped by the rule on %s', async (rule, statement) => {
    const { items } = await verify([drafted(statement)])
    expect(outcomes(items)).toEqual([rule])
  })

  it('may not cite what was found for the question but not given to the model', async () => {
    const found = composed as Extract<Drafted, { kind: 'composed' }>
    const given = { ...found, asked: { model: 'scripted', passageIds: ['clauses-en#objective'] } }
    const items = await runStage(stageWith(), given, drafted(right))
    expect(outcomes(items.slice(1))).toEqual(['identifiers'])
  })

  it('is dropped as to form when it has none', async () => {
    expect(outcomes((await verify([{ kind: 'malformed' }, drafted(right)])).items)).toEqual(['form', right.text])
  })
})

describe('a statement that a rule refuses', () => {
  it('is sent back once with the reason, among the passages that were given', async () => {
    const { prompts } = await verify([drafted(misdated), drafted(right)], { value: writtenAnswer(right) })
    expect(prompts).toHaveLength(1)
    expect(prompts[0]).toMatchObject({
      question: 'When was the earlier MoC signed?',
      passages: [{ id: PASSAGE }],
      refused: [{ text: misdated.text, problem: expect.stringContaining('7 June 2018') }],
    })
    expect(prompts[0]?.refused).toHaveLength(1)
  })

  it('is said when it passes then', async () => {
    const mended = written(
      'The earlier MoC was signed between MIC and MDES on 7 June 2017.',
      PASSAGE,
      `${DATED} between MIC and MDES`,
    )
    const { items } = await verify([drafted(right), drafted(misdated)], { value: writtenAnswer(mended) })
    expect(outcomes(items)).toEqual([right.text, mended.text, 'hard-facts'])
  })

  it('is dropped when it is refused again, and no third time asked for', async () => {
    const { items, model } = await verify([drafted(misdated)], { value: writtenAnswer(misdated, foreign) })
    expect(outcomes(items)).toEqual(['hard-facts', 'hard-facts', 'identifiers'])
    expect(model.requests).toHaveLength(1)
  })

  it('is dropped when the model has no form the second time', async () => {
    const { items } = await verify([drafted(misdated)], { value: { statements: [{ text: 5 }] } })
    expect(outcomes(items)).toEqual(['form', 'hard-facts'])
  })

  it.each(['late', 'aborted', 'over-budget', 'broken'] as const)(
    'leaves what was verified before and since when the second try fails: %s',
    async (kind) => {
      const again = written(DATED, PASSAGE)
      const growing = { value: writtenAnswer(again, { text: 'It', quotes: [] }) }
      const { items } = await verify([drafted(right), drafted(misdated)], growing, failure(kind))
      expect(outcomes(items)).toEqual([right.text, again.text, 'hard-facts'])
    },
  )

  it('is not sent back to a model that failed', async () => {
    const { items, model } = await verify([drafted(misdated), { kind: 'failed', why: 'late' }])
    expect(outcomes(items)).toEqual(['failed', 'hard-facts'])
    expect(model.requests).toEqual([])
  })

  it('of a fault of the code is not hidden', async () => {
    await expect(verify([drafted(misdated)], new TypeError('x is undefined'))).rejects.toThrow('x is undefined')
  })
})

describe('what was composed', () => {
  it('is verified too, against what was found and the words behind it', async () => {
    const wording = await composedFor('ขอข้อความเป๊ะๆ ตามข่าวเรื่อง 5G')
    const [item] = await runStage(stageWith(), wording)
    const { composed: verified } = item as Extract<Checked, { kind: 'composed' }>
    expect(verified).toMatchObject({ status: 'answered', dropped: [] })
    expect(verified.statements[0]?.verified.quotes[0]?.passage.documentId).toBe('cabinet-release-2022-08-02')
  })

  it('is dropped where it breaks a rule, with its notes', async () => {
    const { found, asked, draft } = composed as Extract<Drafted, { kind: 'composed' }>
    const wrong = draftOf(misdated)
    const spoilt = {
      ...draft,
      statements: [...draft.statements, wrong],
      notes: [{ ...wrong, kind: 'nearest' as const }],
    }
    const [item] = await runStage(stageWith(), { kind: 'composed', found, asked, draft: spoilt })
    expect(item).toMatchObject({
      composed: {
        statements: [{ draft: draft.statements[0] }],
        notes: [],
        dropped: [{ rule: 'hard-facts' }, { rule: 'hard-facts' }],
      },
    })
  })
})

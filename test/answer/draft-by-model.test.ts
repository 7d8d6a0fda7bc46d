import { describe, expect, it } from 'vitest'
import type { DraftingTask } from '../../src/answer/draft-by-model.ts'
import { DRAFT_SCHEMA } from '../../src/answer/prompt.ts'
import { buildPassage } from '../support/build-passage.ts'
import { readPrompt } from '../support/read-prompt.ts'
import { failure, scriptedModel } from '../support/scripted-model.ts'
import { numberedDrafter, written, writtenAnswer } from '../support/written-answer.ts'

const task = (parts: Partial<DraftingTask> = {}): DraftingTask => ({
  question: 'When was it signed?',
  language: 'en',
  passages: [buildPassage('It was signed on 5 August 2022.', { id: 'doc#p1' })],
  signal: new AbortController().signal,
  deadline: 5000,
  ...parts,
})
const signed = written('It was signed on 5 August 2022.', 'doc#p1')
const draft = { text: signed.text, quotes: [{ passageId: 'doc#p1', quote: signed.text }] }

describe('a draft by a model', () => {
  it('is asked for with the question, the passages and the schema, and read', async () => {
    const model = scriptedModel(() => [{ value: writtenAnswer(signed) }])
    expect(await Array.fromAsync(numberedDrafter(model).draft(task()))).toEqual([{ draft }])
    const [request] = model.requests
    expect(request).toMatchObject({ schema: DRAFT_SCHEMA, name: 'cited_answer' })
    expect(readPrompt(request!.user)).toMatchObject({
      question: 'When was it signed?',
      passages: [{ id: 'doc#p1', text: 'It was signed on 5 August 2022.' }],
      refused: [],
    })
  })

  it('tells the model until when, of whose end, and for whose callbacks', async () => {
    const model = scriptedModel(() => [])
    const config = { tags: ['traced'] }
    const given = task({ config })
    await Array.fromAsync(numberedDrafter(model).draft(given))
    await Array.fromAsync(numberedDrafter(model).redraft(given, []))
    for (const call of model.calls) expect(call).toEqual({ signal: given.signal, deadline: 5000, config })
    expect(model.calls).toHaveLength(2)
  })

  it('is fenced by another word each time', async () => {
    const model = scriptedModel(() => [])
    const drafter = numberedDrafter(model)
    await Array.fromAsync(drafter.draft(task()))
    await Array.fromAsync(drafter.redraft(task(), []))
    const fences = model.requests.map(
      ({ user }) => new Set(Array.from(user.matchAll(/^--- (\S+)/gmu), ([, word]) => word)),
    )
    expect(fences).toEqual([new Set(['F1']), new Set(['F2'])])
  })

  it('is asked for again with what was wrong with each statement', async () => {
    const model = scriptedModel(() => [{ value: writtenAnswer(signed) }])
    const refused = [{ draft: { ...draft, text: 'It was signed in Osaka.' }, reason: '“osaka” is not named' }]
    expect(await Array.fromAsync(numberedDrafter(model).redraft(task(), refused))).toEqual([{ draft }])
    expect(readPrompt(model.requests[0]!.user)).toMatchObject({
      question: 'When was it signed?',
      passages: [{ id: 'doc#p1' }],
      refused: [{ text: 'It was signed in Osaka.', problem: '“osaka” is not named' }],
    })
  })
})

describe('a model that fails', () => {
  const growing = { value: writtenAnswer(signed, { ...signed, text: 'It was' }) }

  it.each(['draft', 'redraft'] as const)('throws after what it had finished, and is reported: %s', async (way) => {
    const failures: unknown[] = []
    const error = failure('unreachable')
    const drafter = numberedDrafter(
      scriptedModel(() => [growing, error]),
      (thrown) => void failures.push(thrown),
    )
    const given: unknown[] = []
    const read = async () => {
      for await (const item of drafter[way](task(), [])) given.push(item)
    }
    await expect(read()).rejects.toBe(error)
    expect(given).toEqual([{ draft }])
    expect(failures).toEqual([error])
  })

  it('because nobody waits any more is not reported', async () => {
    const failures: unknown[] = []
    const drafter = numberedDrafter(
      scriptedModel(() => [growing]),
      (thrown) => void failures.push(thrown),
    )
    const reading = Array.fromAsync(drafter.draft(task({ signal: AbortSignal.abort() })))
    await expect(reading).rejects.toMatchObject({ kind: 'aborted' })
    expect(failures).toEqual([])
  })
})

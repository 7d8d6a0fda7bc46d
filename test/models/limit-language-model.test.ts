import { describe, expect, it } from 'vitest'
import { limitLanguageModel } from '../../src/models/limit-language-model.ts'
import { errorOf, REQUEST, writtenBy } from '../contract/language-model.ts'
import { failure, SERVICE, scriptedModel } from '../support/scripted-model.ts'

/** Calls that go on when told; `started` counts those that reached the model. */
function guarded(callsAtOnce: number, queueLength: number) {
  const gates = Array.from({ length: 10 }, () => Promise.withResolvers<void>())
  const inner = scriptedModel(async function* (call) {
    await gates[call]!.promise
    if (call === 0) yield failure('broken')
    yield { value: call }
  })
  const model = limitLanguageModel(inner, { service: SERVICE, callsAtOnce, queueLength })
  return { model, inner, go: (call: number) => gates[call]!.resolve() }
}

const soon = () => new Promise((resolve) => setImmediate(resolve))

describe('the limit of calls at once', () => {
  it('lets so many in, has so many wait, and turns away what comes beyond', async () => {
    const { model, inner, go } = guarded(2, 1)
    const [first, second, third] = [errorOf(writtenBy(model)), writtenBy(model), writtenBy(model)]
    await soon()
    expect(inner.calls).toHaveLength(2)
    const { kind, message } = await errorOf(writtenBy(model))
    expect(kind).toBe('busy')
    expect(message).toMatch(/2 calls are under way and 1 wait.*CHAT_CALLS_AT_ONCE/)
    go(0)
    expect((await first).kind).toBe('broken')
    await soon()
    expect(inner.calls).toHaveLength(3)
    go(1)
    go(2)
    expect(await Promise.all([second, third])).toEqual([[1], [2]])
  })

  it('gives the place of one who went while waiting to the next', async () => {
    const { model, inner, go } = guarded(1, 2)
    const controller = new AbortController()
    const first = errorOf(writtenBy(model))
    const second = errorOf(writtenBy(model, { signal: controller.signal }))
    const third = writtenBy(model)
    await soon()
    controller.abort()
    expect((await second).kind).toBe('aborted')
    go(0)
    go(1)
    await first
    expect(await third).toEqual([1])
    expect(inner.calls).toHaveLength(2)
  })

  it('has nobody wait who has gone already', async () => {
    const { model, go } = guarded(1, 1)
    const first = errorOf(writtenBy(model))
    expect((await errorOf(writtenBy(model, { signal: AbortSignal.abort() }))).kind).toBe('aborted')
    go(0)
    await first
  })

  it('frees the place of one whose reader stops', async () => {
    const { model, go } = guarded(1, 1)
    for (const call of [0, 1, 2]) go(call)
    await errorOf(writtenBy(model))
    for await (const value of model.write(REQUEST, { signal: new AbortController().signal })) {
      expect(value).toBe(1)
      break
    }
    expect(await writtenBy(model)).toEqual([2])
  })
})

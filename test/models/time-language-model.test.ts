import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type TimeOptions, timeLanguageModel } from '../../src/models/time-language-model.ts'
import { errorOf, REQUEST, writtenBy } from '../contract/language-model.ts'
import { SERVICE, type Step, scriptedModel } from '../support/scripted-model.ts'

function guarded(script: () => Iterable<Step> | AsyncIterable<Step>, options: Partial<TimeOptions>) {
  const inner = scriptedModel(script)
  const times = { callMilliseconds: 60_000, firstTokenShare: 1, betweenTokensShare: 1, now: Date.now }
  return { inner, model: timeLanguageModel(inner, { service: SERVICE, ...times, ...options }) }
}

describe('timeouts', () => {
  it('end a call that doesn’t begin', async () => {
    const { model, inner } = guarded(() => ['silence'], { callMilliseconds: 200, firstTokenShare: 0.5 })
    const { kind, message } = await errorOf(writtenBy(model))
    expect(kind).toBe('late')
    expect(message).toMatch(/scripted at .* wrote nothing for 0\.1 s/)
    expect(inner.calls[0]!.signal.aborted).toBe(true)
  })

  it('are shorter when the caller has less time', async () => {
    const { model } = guarded(() => ['silence'], { now: () => 1_000_000 })
    expect((await errorOf(writtenBy(model, { deadline: 1_000_020 }))).kind).toBe('late')
    expect((await errorOf(writtenBy(model, { deadline: 0 }))).kind).toBe('late')
  })

  it('end a call that hangs after a value, or after something else', async () => {
    for (const begun of [{ value: 1 }, 'progress'] as const) {
      const { model } = guarded(() => [begun, 'silence'], { betweenTokensShare: 0.0002 })
      expect((await errorOf(writtenBy(model))).kind).toBe('late')
    }
  })

  it('leave a call alone that goes on, though it yields nothing', async () => {
    async function* thinking(): AsyncGenerator<Step> {
      for (let i = 0; i < 30; i++) {
        await wait(10)
        yield 'progress'
      }
      yield { value: 'at last' }
    }
    const { model } = guarded(thinking, { callMilliseconds: 200 })
    expect(await writtenBy(model)).toEqual(['at last'])
  })

  it('don’t count what the reader takes', async () => {
    const { model } = guarded(() => [{ value: 1 }, { value: 2 }], { betweenTokensShare: 0.0002 })
    const values: unknown[] = []
    for await (const value of model.write(REQUEST, { signal: new AbortController().signal })) {
      values.push(value)
      await wait(60)
    }
    expect(values).toEqual([1, 2])
  })

  it('tell a caller who went so, and pass progress on', async () => {
    const controller = new AbortController()
    const { model } = guarded(() => ['progress', 'silence'], {})
    const onProgress = () => setImmediate(() => controller.abort())
    expect((await errorOf(writtenBy(model, { signal: controller.signal, onProgress }))).kind).toBe('aborted')
  })
})

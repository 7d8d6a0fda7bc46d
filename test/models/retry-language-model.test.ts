import { describe, expect, it } from 'vitest'
import { type RetryOptions, retryLanguageModel } from '../../src/models/retry-language-model.ts'
import { errorOf, REQUEST, writtenBy } from '../contract/language-model.ts'
import { failure, type ScriptedModel, type Step, scriptedModel } from '../support/scripted-model.ts'

const VALUE = { value: { a: 1 } }

/** With a clock that goes on by what is waited. */
function guarded(script: (call: number) => Step[], options: Partial<RetryOptions> = {}) {
  let time = 1000
  const waits: number[] = []
  const inner: ScriptedModel = scriptedModel(script)
  const model = retryLanguageModel(inner, {
    attempts: 3,
    callMilliseconds: 10_000,
    now: () => time,
    random: () => 0,
    wait: async (milliseconds) => {
      waits.push(milliseconds)
      time += milliseconds
    },
    ...options,
  })
  return { model, inner, waits }
}

describe('retries', () => {
  it.each(['unreachable', 'rate-limited'] as const)(
    'ask again when it was %s, a little later each time',
    async (kind) => {
      const { model, inner, waits } = guarded((call) => (call < 2 ? [failure(kind)] : [VALUE]))
      expect(await writtenBy(model)).toEqual([{ a: 1 }])
      expect(inner.calls).toHaveLength(3)
      expect(waits).toEqual([250, 500])
    },
  )

  it('give up with the last failure', async () => {
    const { model, inner } = guarded((call) => [failure('unreachable', { status: 500 + call })])
    expect(await errorOf(writtenBy(model))).toMatchObject({ kind: 'unreachable', status: 502 })
    expect(inner.calls).toHaveLength(3)
  })

  it.each(['aborted', 'late', 'refused', 'unauthorised', 'over-budget', 'busy', 'broken', 'circuit-open'] as const)(
    'don’t when it was %s',
    async (kind) => {
      const { model, inner } = guarded(() => [failure(kind)])
      expect((await errorOf(writtenBy(model))).kind).toBe(kind)
      expect(inner.calls).toHaveLength(1)
    },
  )

  it('don’t once something was given out', async () => {
    const { model, inner } = guarded(() => [VALUE, failure('unreachable')])
    const values: unknown[] = []
    const read = async () => {
      for await (const value of model.write(REQUEST, { signal: new AbortController().signal })) values.push(value)
    }
    expect((await errorOf(read())).kind).toBe('unreachable')
    expect(values).toEqual([{ a: 1 }])
    expect(inner.calls).toHaveLength(1)
  })

  it('wait as long as the service asks', async () => {
    const { model, waits } = guarded((call) => (call === 0 ? [failure('rate-limited', { retryAfter: 3000 })] : [VALUE]))
    expect(await writtenBy(model)).toEqual([{ a: 1 }])
    expect(waits).toEqual([3000])
  })

  it('don’t wait when the service asks for longer than the call may take', async () => {
    const { model, inner, waits } = guarded(() => [failure('rate-limited', { retryAfter: 10_000 })])
    expect((await errorOf(writtenBy(model))).kind).toBe('rate-limited')
    expect([inner.calls.length, waits]).toEqual([1, []])
  })

  it('don’t wait when the caller will be gone by then', async () => {
    const { model, waits } = guarded((call) => (call === 0 ? [failure('rate-limited', { retryAfter: 3000 })] : [VALUE]))
    await errorOf(writtenBy(model, { deadline: 3500 }))
    expect(waits).toEqual([])
  })

  it('end at once when the caller goes while they wait', async () => {
    const controller = new AbortController()
    const { model, inner } = guarded((call) => (call === 0 ? [failure('unreachable')] : []), {
      wait: async (_, signal) => {
        controller.abort()
        signal.throwIfAborted()
      },
    })
    expect((await errorOf(writtenBy(model, { signal: controller.signal }))).kind).toBe('aborted')
    expect(inner.calls).toHaveLength(1)
  })

  it('wait in real time too, and no longer than they must', async () => {
    const controller = new AbortController()
    const inner = scriptedModel((call) => (call === 0 ? [failure('rate-limited', { retryAfter: 60_000 })] : []))
    const model = retryLanguageModel(inner, { attempts: 3, callMilliseconds: 120_000, now: Date.now })
    const writing = errorOf(writtenBy(model, { signal: controller.signal }))
    setImmediate(() => controller.abort())
    expect((await writing).kind).toBe('aborted')
  })
})

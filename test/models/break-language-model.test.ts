import { describe, expect, it } from 'vitest'
import { breakLanguageModel } from '../../src/models/break-language-model.ts'
import type { LanguageModelErrorKind } from '../../src/models/language-model-error.ts'
import { errorOf, REQUEST, writtenBy } from '../contract/language-model.ts'
import { failure, SERVICE, type Step, scriptedModel } from '../support/scripted-model.ts'

const VALUE = { value: 'written' }

function guarded(script: (call: number) => Iterable<Step> | AsyncIterable<Step>) {
  let time = 0
  const inner = scriptedModel(script)
  const model = breakLanguageModel(inner, { service: SERVICE, failures: 3, openMilliseconds: 30_000, now: () => time })
  const kindsOf = async (calls: number) => {
    const kinds: (LanguageModelErrorKind | 'written')[] = []
    for (let i = 0; i < calls; i++) {
      kinds.push(
        await writtenBy(model).then(
          () => 'written' as const,
          ({ kind }) => kind,
        ),
      )
    }
    return kinds
  }
  return { model, inner, kindsOf, pass: (milliseconds: number) => (time += milliseconds) }
}

describe('the circuit breaker', () => {
  it.each(['late', 'unreachable', 'rate-limited', 'broken'] as const)(
    'opens when calls in a row were %s, and asks no more',
    async (kind) => {
      const { inner, kindsOf } = guarded(() => [failure(kind)])
      expect(await kindsOf(5)).toEqual([kind, kind, kind, 'circuit-open', 'circuit-open'])
      expect(inner.calls).toHaveLength(3)
    },
  )

  it('says so, and for how long', async () => {
    const { model, kindsOf } = guarded(() => [failure('late')])
    await kindsOf(3)
    expect((await errorOf(writtenBy(model))).message).toMatch(/scripted at .* isn't asked for 30 s/)
  })

  it('counts failures in a row', async () => {
    const { kindsOf } = guarded((call) => [call % 3 === 2 ? VALUE : failure('unreachable')])
    expect(await kindsOf(9)).not.toContain('circuit-open')
  })

  it('counts a failure after values as one', async () => {
    const { kindsOf } = guarded(() => [VALUE, failure('unreachable')])
    expect((await kindsOf(4)).at(-1)).toBe('circuit-open')
  })

  it('opens at once when the key is refused', async () => {
    const { kindsOf } = guarded(() => [failure('unauthorised', { status: 401 })])
    expect(await kindsOf(2)).toEqual(['unauthorised', 'circuit-open'])
  })

  it('opens when there is no such model', async () => {
    const { kindsOf } = guarded(() => [failure('refused', { status: 404 })])
    expect((await kindsOf(4)).at(-1)).toBe('circuit-open')
  })

  it.each(['refused', 'over-budget', 'busy', 'aborted'] as const)('stays closed when calls were %s', async (kind) => {
    const { kindsOf } = guarded(() => [failure(kind)])
    expect(await kindsOf(6)).toEqual(Array(6).fill(kind))
  })

  it('counts callers who ran out of time, and no others who went', async () => {
    const abortedBy = async (reason: unknown) => {
      const { model, kindsOf } = guarded((call) => (call < 3 ? ['silence'] : [VALUE]))
      for (let i = 0; i < 3; i++) {
        const controller = new AbortController()
        const writing = errorOf(writtenBy(model, { signal: controller.signal }))
        setImmediate(() => controller.abort(reason))
        expect((await writing).kind).toBe('aborted')
      }
      return kindsOf(1)
    }
    expect(await abortedBy(new DOMException('late', 'TimeoutError'))).toEqual(['circuit-open'])
    expect(await abortedBy(undefined)).toEqual(['written'])
  })

  it('lets one call try after a while, and closes when that succeeds', async () => {
    const { kindsOf, pass } = guarded((call) => [call < 3 ? failure('late') : VALUE])
    await kindsOf(3)
    pass(29_999)
    expect(await kindsOf(1)).toEqual(['circuit-open'])
    pass(1)
    expect(await kindsOf(3)).toEqual(['written', 'written', 'written'])
  })

  it('stays open for as long again when that fails', async () => {
    const { inner, kindsOf, pass } = guarded(() => [failure('late')])
    await kindsOf(3)
    pass(30_000)
    expect(await kindsOf(2)).toEqual(['late', 'circuit-open'])
    pass(29_999)
    expect(await kindsOf(1)).toEqual(['circuit-open'])
    expect(inner.calls).toHaveLength(4)
  })

  it('has nobody wait for the call that tries', async () => {
    const gate = Promise.withResolvers<void>()
    const { model, kindsOf, pass } = guarded(async function* (call) {
      if (call < 3) yield failure('late')
      await gate.promise
      yield VALUE
    })
    await kindsOf(3)
    pass(30_000)
    const trying = writtenBy(model)
    expect(await kindsOf(2)).toEqual(['circuit-open', 'circuit-open'])
    gate.resolve()
    expect(await trying).toEqual(['written'])
    expect(await kindsOf(1)).toEqual(['written'])
  })

  it('takes a reader who has enough for a success', async () => {
    const { model, kindsOf } = guarded((call) => (call < 2 ? [failure('late')] : [VALUE, failure('late')]))
    await kindsOf(2)
    for await (const _ of model.write(REQUEST, { signal: new AbortController().signal })) break
    expect(await kindsOf(2)).toEqual(['late', 'late'])
  })
})

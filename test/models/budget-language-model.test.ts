import { describe, expect, it } from 'vitest'
import { budgetLanguageModel } from '../../src/models/budget-language-model.ts'
import type { LanguageModel, TokenUsage } from '../../src/models/language-model.ts'
import { createMemoryUsageStore, createTokenBudget } from '../../src/models/token-budget.ts'
import { errorOf, REQUEST, writtenBy } from '../contract/language-model.ts'
import { failure, SERVICE } from '../support/scripted-model.ts'

const USAGE = { inputTokens: 300, outputTokens: 100 }
const DAY = '2026-08-02'

/** A model that uses 400 tokens a request, and makes so many. */
function guarded(perDay: number, requests = 1, error?: Error) {
  const gate = Promise.withResolvers<void>()
  const store = createMemoryUsageStore()
  const budget = createTokenBudget({ perDay, store, now: () => new Date(2026, 7, 2).getTime() })
  let calls = 0
  const inner: LanguageModel = {
    model: 'scripted',
    async *write(_, { onUsage }) {
      calls++
      try {
        yield 1
        await gate.promise
        if (error !== undefined) throw error
      } finally {
        for (let i = 0; i < requests; i++) onUsage?.(USAGE)
      }
    },
  }
  const model = budgetLanguageModel(inner, { service: SERVICE, budget })
  return { model, store, calls: () => calls, go: gate.resolve }
}

describe('a model with a budget', () => {
  it('counts what it used, of each request', async () => {
    const { model, store, go } = guarded(10_000, 2)
    go()
    const used: TokenUsage[] = []
    expect(await writtenBy(model, { onUsage: (usage) => used.push(usage) })).toEqual([1])
    expect(store.tokensUsed(DAY)).toBe(800)
    expect(used).toEqual([USAGE, USAGE])
  })

  it('counts what a failed call used, and one whose reader stops', async () => {
    const failing = guarded(10_000, 1, failure('broken'))
    failing.go()
    expect((await errorOf(writtenBy(failing.model))).kind).toBe('broken')
    expect(failing.store.tokensUsed(DAY)).toBe(400)

    const { model, store } = guarded(10_000)
    for await (const _ of model.write(REQUEST, { signal: new AbortController().signal })) break
    expect(store.tokensUsed(DAY)).toBe(400)
  })

  it('isn’t asked when the rest of the day’s tokens might not do', async () => {
    const { model, calls, go } = guarded(1000)
    const first = writtenBy(model)
    const { kind, message } = await errorOf(writtenBy(model))
    expect(kind).toBe('over-budget')
    expect(message).toMatch(/scripted at .* the 1000 tokens of this day.*CHAT_TOKENS_PER_DAY/)
    go()
    await first
    expect(calls()).toBe(1)
  })

  it('may be asked again for what earlier calls didn’t use', async () => {
    const { model, calls, go } = guarded(1100)
    go()
    await writtenBy(model)
    await writtenBy(model)
    expect((await errorOf(writtenBy(model))).kind).toBe('over-budget')
    expect(calls()).toBe(2)
  })
})

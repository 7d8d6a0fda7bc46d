import { describe, expect, it } from 'vitest'
import { readBases } from '../../../src/evaluation/mutations/bases.ts'
import type { MutationKind } from '../../../src/evaluation/mutations/mutation.ts'
import { generateMutations } from '../../../src/evaluation/mutations/mutations.ts'
import type { Language } from '../../../src/vocabulary.ts'
import { realSources } from './real-mutations.ts'

const sources = realSources()
const bases = readBases(sources)
const made = generateMutations(sources, [])
const ofKind = (kind: MutationKind) => made.filter((mutation) => mutation.kind === kind)
const baseTexts = new Set(bases.map(({ text }) => text))

const OF_QUOTES: readonly MutationKind[] = ['altered-quote', 'ellipsis-quote', 'foreign-quote', 'clause-id']

it('a wrong statement is no sentence of the sources', () => {
  const stated = made.filter(({ kind, text }) => !OF_QUOTES.includes(kind) && baseTexts.has(text))
  expect(stated).toEqual([])
})

it('is in its language', () => {
  const scripts: Record<Language, RegExp> = {
    th: /\p{sc=Thai}/u,
    en: /^[^\p{sc=Thai}\p{sc=Han}]+$/u,
    ja: /[\p{sc=Hira}]/u,
  }
  expect(made.filter(({ language, text }) => !scripts[language].test(text))).toEqual([])
})

it('never states the plan as to come, nor that the new memorandum will replace: a source says so', () => {
  const plans = /will (?:replace|take place)|จะใช้แทน/u
  expect(made.filter(({ text }) => plans.test(text))).toEqual([])
})

describe('a mutation of the kind', () => {
  it('altered-quote has one character of its quote changed, left out or doubled, and never at its ends', () => {
    for (const { text, quotes } of ofKind('altered-quote')) {
      const base = bases.find((candidate) => candidate.origin === 'own' && candidate.text === text)!
      const altered = quotes.filter(({ quote }, at) => quote !== base.quotes[at]!.quote)
      expect(altered).toHaveLength(1)
      const stored = base.quotes.find(({ passageId }) => passageId === altered[0]!.passageId)!.quote
      expect(isOneEditAway([...stored], [...altered[0]!.quote]), altered[0]!.quote).toBe(true)
      expect(stored[0]).toBe(altered[0]!.quote[0])
      expect(stored.at(-1)).toBe(altered[0]!.quote.at(-1))
    }
  })

  it('ellipsis-quote keeps the beginning and the end of its quote', () => {
    for (const { text, quotes } of ofKind('ellipsis-quote')) {
      const base = bases.find((candidate) => candidate.origin === 'own' && candidate.text === text)!
      const [stored, gappy] = [base.quotes[0]!.quote, quotes[0]!.quote]
      expect(gappy).not.toBe(stored)
      expect(gappy.slice(0, 3)).toBe(stored.slice(0, 3))
      expect(gappy.slice(-3)).toBe(stored.slice(-3))
    }
  })

  it('foreign-quote names a passage that there is', () => {
    const ids = new Set(sources.passages.map(({ id }) => id))
    expect(
      ofKind('foreign-quote').filter(({ quotes }) => !quotes.every(({ passageId }) => ids.has(passageId))),
    ).toEqual([])
  })

  it('clause-id cites a passage beyond its evidence, or adds an article to the sentence', () => {
    for (const { text, quotes, evidence } of ofKind('clause-id')) {
      const isBeyond = quotes.some(({ passageId }) => !evidence!.includes(passageId))
      expect(isBeyond).toBe(baseTexts.has(text))
    }
  })

  it('claimed-complete speaks of examples alone', () => {
    const lists = sources.passages.filter(({ examples, text }) => examples || text.includes('อาทิ')).map(({ id }) => id)
    const release = /^cabinet-release/u
    const others = ofKind('claimed-complete').filter(({ quotes }) =>
      quotes.some(({ passageId }) => !lists.includes(passageId) && !release.test(passageId)),
    )
    expect(others).toEqual([])
  })

  it('invented-address has an address or a number that no document has', () => {
    const stored = [...sources.documents.values()].map(({ text }) => text).join('\n')
    const contacts = /[\w.@/:-]*\w+\.(?:\w{2,})[\w./-]*|\+?\d[\d -]{8,}\d/gu
    const invented = ({ text }: { text: string }) =>
      (text.match(contacts) ?? []).some((found) => !stored.includes(found))
    expect(ofKind('invented-address').filter((mutation) => !invented(mutation))).toEqual([])
  })
})

/** One character more, less or another. */
function isOneEditAway(a: string[], b: string[]): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const [restA, restB] = [a.slice(at), b.slice(at)]
  const skip = (list: string[], count: number) => list.slice(count).join('')
  if (a.length === b.length) return skip(restA, 1) === skip(restB, 1)
  return a.length > b.length ? skip(restA, 1) === skip(restB, 0) : skip(restA, 0) === skip(restB, 1)
}

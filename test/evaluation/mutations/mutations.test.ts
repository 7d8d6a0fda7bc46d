import { describe, expect, it } from 'vitest'
import { LANGUAGES, readBases } from '../../../src/evaluation/mutations/bases.ts'
import { MUTATION_KINDS } from '../../../src/evaluation/mutations/mutation.ts'
import { generateMutations } from '../../../src/evaluation/mutations/mutations.ts'
import { stands } from '../../../src/evaluation/mutations/quoted-words.ts'
import { realLies, realMutations, realSources } from './real-mutations.ts'

const sources = realSources()
const mutations = await realMutations(sources)
const right = new Map(readBases(sources).map((base) => [JSON.stringify([base.text, base.quotes]), base]))

describe('the mutations of the real knowledge', () => {
  it('are at least three thousand, each with an id of its own', () => {
    expect(mutations.length).toBeGreaterThanOrEqual(3000)
    expect(new Set(mutations.map(({ id }) => id)).size).toBe(mutations.length)
  })

  it.each(MUTATION_KINDS)(
    'are at least forty of the kind %s in each language, eight of them told by hand',
    async (kind) => {
      const lies = await realLies()
      for (const language of LANGUAGES) {
        const isOne = (one: { kind: string; language: string }) => one.kind === kind && one.language === language
        expect(mutations.filter(isOne).length, language).toBeGreaterThanOrEqual(40)
        expect(lies.filter(isOne).length, language).toBeGreaterThanOrEqual(8)
      }
    },
  )

  it('are the same ones each time', async () => {
    expect(generateMutations(realSources(), await realLies())).toEqual(mutations)
  })

  it('never say what the sources say, but for a wrong quote or evidence that lacks it', () => {
    const unchanged = mutations.filter(
      ({ text, quotes, evidence }) => evidence === undefined && right.has(JSON.stringify([text, quotes])),
    )
    expect(unchanged).toEqual([])
  })

  it('are not two of a kind', () => {
    const keys = mutations.map(({ id, ...mutation }) => JSON.stringify(mutation))
    const twice = keys.filter((key, index) => keys.indexOf(key) !== index)
    expect(twice).toEqual([])
  })

  it('quote the sources faithfully where it is the statement that is wrong', () => {
    const ofQuotes = ['altered-quote', 'ellipsis-quote', 'foreign-quote', 'clause-id']
    const misquoting = mutations.filter(
      ({ kind, quotes }) => !ofQuotes.includes(kind) && !quotes.every((quote) => stands(quote, sources.passages)),
    )
    expect(misquoting).toEqual([])
  })

  it.each(['altered-quote', 'ellipsis-quote', 'foreign-quote'])(
    'have a quote that stands nowhere it claims to: %s',
    (kind) => {
      const faithful = mutations.filter(
        (mutation) => mutation.kind === kind && mutation.quotes.every((quote) => stands(quote, sources.passages)),
      )
      expect(faithful).toEqual([])
    },
  )

  it('rest a good share of the statements on quotes in another language', () => {
    const languageOf = new Map(sources.passages.map(({ id, language }) => [id, language]))
    const crossing = mutations.filter(({ language, quotes }) =>
      quotes.some(({ passageId }) => (languageOf.get(passageId) ?? language) !== language),
    )
    expect(crossing.length / mutations.length).toBeGreaterThan(0.3)
  })
})

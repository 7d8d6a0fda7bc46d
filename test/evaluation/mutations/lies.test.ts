import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBases } from '../../../src/evaluation/mutations/bases.ts'
import { type Lie, readLies, tellLies } from '../../../src/evaluation/mutations/lies.ts'
import { realSources } from './real-mutations.ts'

const bases = readBases(realSources())
const lie = (parts: Partial<Lie>): Lie => ({ kind: 'date', language: 'en', text: 'It was signed in 1999.', ...parts })

describe('telling lies', () => {
  it('tells each over the sentence in its own language and in one of the others', () => {
    const told = tellLies([lie({ over: ['signing.1'] })], bases)
    expect(told.map(({ quotes }) => quotes.map(({ passageId }) => passageId))).toEqual([
      ['clauses-en#signing'],
      ['clauses-th#signing'],
    ])
    expect(told[0]).toMatchObject({ kind: 'date', language: 'en', text: 'It was signed in 1999.' })
  })

  it('tells it over each of several sentences, and over two at once', () => {
    const told = tellLies([lie({ over: ['approval.1+signing.1', 'subject.1'] })], bases)
    expect(told.map(({ quotes }) => quotes.length)).toEqual([2, 2, 1, 1])
  })

  it('tells it over a line of the release in Thai alone', () => {
    const told = tellLies([lie({ language: 'th', over: ['cabinet-release-2022-08-02.4'] })], bases)
    expect(told).toHaveLength(1)
  })

  it('quotes what the lie itself claims to quote', () => {
    const quotes = [{ passage: 'clauses-en#signing', quote: 'signed in 1999' }]
    expect(tellLies([lie({ quotes })], bases)[0]?.quotes).toEqual([
      { passageId: 'clauses-en#signing', quote: 'signed in 1999' },
    ])
  })

  it('refuses a sentence that nobody wrote', () => {
    expect(() => tellLies([lie({ over: ['signing.9'] })], bases)).toThrow('No sentence is called signing.9')
  })
})

describe('reading lies', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lies-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const write = async (value: unknown) => {
    const file = join(folder, 'lies.jsonl')
    await writeFile(file, JSON.stringify(value))
    return readLies(file, 'ja')
  }

  it('takes the language from its reader', async () => {
    const [read] = await write({ kind: 'era', text: '昭和4年', over: ['signing.1'] })
    expect(read).toEqual({ kind: 'era', text: '昭和4年', over: ['signing.1'], language: 'ja' })
  })

  it('wants either sentences or quotes', async () => {
    await expect(write({ kind: 'era', text: '昭和4年' })).rejects.toThrow('line 1: takes either over or quotes')
    const both = { over: ['signing.1'], quotes: [{ passage: 'a#b', quote: 'c' }] }
    await expect(write({ kind: 'era', text: '昭和4年', ...both })).rejects.toThrow('takes either over or quotes')
  })

  it('refuses a kind that there is not', async () => {
    await expect(write({ kind: 'weather', text: '雨', over: ['signing.1'] })).rejects.toThrow('line 1: kind')
  })
})

import { describe, expect, it } from 'vitest'
import { readBases } from '../../../src/evaluation/mutations/bases.ts'
import { stands } from '../../../src/evaluation/mutations/quoted-words.ts'
import { realSources } from './real-mutations.ts'

const sources = realSources()
const bases = readBases(sources)

describe('the right statements that mutations are made from', () => {
  it('quote words that stand where they say', () => {
    expect(bases.filter(({ quotes }) => !quotes.every((quote) => stands(quote, sources.passages)))).toEqual([])
  })

  it('are every sentence of the clauses, quoting itself', () => {
    const own = bases.filter(({ origin, name }) => origin === 'own' && !name.startsWith('cabinet-release'))
    const sentences = sources.passages.flatMap(({ id, sentences = [] }) => sentences.map((_, at) => `${id}.${at + 1}`))
    expect(own.map(({ name, quotes }) => `${quotes[0]!.passageId.split('#')[0]}#${name}`)).toEqual(sentences)
    expect(own.every(({ text, quotes }) => quotes.length === 1 && quotes[0]!.quote === text)).toBe(true)
  })

  it('quote the same sentence in both other languages', () => {
    const aligned = bases.filter(
      ({ origin, name, language }) => origin === 'aligned' && name === 'signing.2' && language === 'ja',
    )
    expect(aligned.map(({ quotes }) => quotes[0]!.quote)).toEqual([
      expect.stringContaining('the signing was planned for 5 August 2022'),
      expect.stringContaining('กำหนดการลงนามฉบับใหม่คือวันที่ 5 สิงหาคม 2565'),
    ])
  })

  it("quote the release's words behind a sentence, where the release proves all of it", () => {
    const proven = bases.filter(({ origin, language }) => origin === 'proof' && language === 'en')
    expect(proven.find(({ name }) => name === 'scope-postal.1')?.quotes).toEqual([
      { passageId: 'cabinet-release-2022-08-02#p6', quote: 'ความร่วมมือด้านไปรษณีย์' },
    ])
    expect(proven.map(({ name }) => name)).not.toContain('earlier-signing.1')
  })

  it('are the lines of the release, with a quote from each passage that a line lies in', () => {
    const lines = bases.filter(({ name }) => name.startsWith('cabinet-release'))
    expect(lines).toHaveLength(7)
    expect(lines[2]!.text).toMatch(/^น\.ส\.ไตรศุลี .* 7 มิ\.ย\. 2565$/u)
    expect(lines[2]!.quotes.map(({ passageId }) => passageId)).toEqual([
      'cabinet-release-2022-08-02#p2',
      'cabinet-release-2022-08-02#p3',
    ])
  })

  it('know which of them are examples of a list', () => {
    const examples = new Set(bases.flatMap(({ name, examples }) => (examples ? name.split(/[.-]/u)[0]! : [])))
    expect([...examples]).toEqual(['scope', 'activities', 'cabinet'])
  })
})

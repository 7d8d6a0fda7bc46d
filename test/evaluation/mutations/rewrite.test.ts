import { describe, expect, it } from 'vitest'
import type { Base } from '../../../src/evaluation/mutations/bases.ts'
import { embed, rewrite, takeInTurn } from '../../../src/evaluation/mutations/rewrite.ts'

const base = (text: string, parts: Partial<Base> = {}): Base => ({
  name: 'signing.1',
  language: 'en',
  text,
  quotes: [{ passageId: 'clauses-en#signing', quote: text }],
  origin: 'own',
  examples: false,
  ...parts,
})
const only = <Item>(...en: Item[]) => ({ en, th: [], ja: [] })

describe('rewriting', () => {
  it('puts each wrong wording in the place of a right one, the first time that it stands there', () => {
    const rewritten = rewrite(
      base('It was signed and was signed.'),
      only(['was signed', 'will be signed', 'may be signed'] as const),
    )
    expect(rewritten.toSorted()).toEqual(['It may be signed and was signed.', 'It will be signed and was signed.'])
  })

  it('turns parts round by a pattern', () => {
    expect(rewrite(base('A of B'), only([/(A) of (B)/u, '$2 of $1'] as const))).toEqual(['B of A'])
  })

  it('says nothing of a sentence that has none of the wordings', () => {
    expect(rewrite(base('It ended.'), only(['was signed', 'will be signed'] as const))).toEqual([])
  })
})

describe('embedding', () => {
  it('goes on in the same sentence, without its full stop', () => {
    expect(embed(base('It was signed.'), only('{}, for 5 years.'))).toEqual(['It was signed, for 5 years.'])
    expect(embed(base('It was signed.'), only('{} in Osaka.'))).toEqual(['It was signed in Osaka.'])
  })

  it('keeps the full stop before another sentence', () => {
    expect(embed(base('It was signed.'), only('{} Call 02 555 0100.'))).toEqual(['It was signed. Call 02 555 0100.'])
    expect(embed(base('It was signed.'), only('Article 5: {}'))).toEqual(['Article 5: It was signed.'])
  })

  it('glues nothing to an address', () => {
    const published = base('It is at https://example.org/1')
    expect(embed(published, only('{}, for 5 years.', '{} in Osaka.'))).toEqual([
      'It is at https://example.org/1 in Osaka.',
    ])
  })
})

it('lists are taken in turn until the last is empty', () => {
  expect(takeInTurn([['a', 'b', 'c'], [], ['d', 'e']])).toEqual(['a', 'd', 'b', 'e', 'c'])
  expect(takeInTurn([])).toEqual([])
})

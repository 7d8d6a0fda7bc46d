import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftStatement } from '../../../src/answer/draft.ts'
import { readRightStatements } from '../../../src/evaluation/verification-cases.ts'
import type { Language } from '../../../src/vocabulary.ts'
import { buildEvidence } from '../../support/build-passage.ts'
import { readRealKnowledge, type StoredSentence } from '../../support/real-knowledge.ts'
import { realVerifier } from '../../support/real-verifier.ts'

const LANGUAGES: readonly Language[] = ['th', 'en', 'ja']
const { documents, passages, sentences } = readRealKnowledge()
const evidence = buildEvidence(passages, documents)
const { verify } = realVerifier()
const passes = (statement: DraftStatement) => verify(statement, evidence).verified
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })

const right = await Promise.all(
  LANGUAGES.map((language) => readRightStatements(`test/evaluation/verification/right.${language}.jsonl`, language)),
)
const passing = right.flat().flatMap(({ statement }) => (passes(statement) ? [statement] : []))

const RETYPED: Readonly<Record<string, (text: string) => string>> = {
  'extra spaces': (text) => ` ${text.replaceAll(' ', '  ')} `,
  'no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'zero-width characters': (text) => Array.from(graphemes.segment(text), ({ segment }) => segment).join('\u200b'),
  'full-width digits': (text) => text.replace(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  'Thai digits': (text) => text.replace(/\d/gu, (digit) => String.fromCharCode(0x0e50 + Number(digit))),
  'sara am in two': (text) => text.replaceAll('ำ', 'ํา'),
  capitals: (text) => text.toUpperCase(),
}

const hasAddress = ({ text }: { text: string }) => /https?:/u.test(text)
/** Addresses are compared as they're written, and so are "two sides" and "one of". */
const isComparedAsWritten = ({ text }: { text: string }) => /https?:|\b(?:two|one)\b|สอง|หนึ่ง|一つ/iu.test(text)

describe('a statement that passes', () => {
  it.each(Object.keys(RETYPED))('passes with %s', (how) => {
    const retype = RETYPED[how]!
    fc.assert(
      fc.property(fc.constantFrom(...passing.filter((statement) => !isComparedAsWritten(statement))), (statement) => {
        expect(verify({ ...statement, text: retype(statement.text) }, evidence)).toMatchObject({ verified: true })
      }),
      { numRuns: 60 },
    )
  })

  it('passes with its quotes retyped, and shows them as they are stored', () => {
    const retyping = fc.constantFrom(...Object.values(RETYPED))
    fc.assert(
      fc.property(fc.constantFrom(...passing), retyping, (statement, retype) => {
        const quotes = statement.quotes.map(({ passageId, quote }) => ({ passageId, quote: retype(quote) }))
        const verdict = verify({ ...statement, quotes }, evidence)
        expect(verdict).toMatchObject({ verified: true })
        const shown = verdict.verified ? verdict.statement.quotes : []
        for (const { passage, text } of shown) expect(passage.text).toContain(text)
      }),
      { numRuns: 150 },
    )
  })

  it('passes each time alike, whatever was verified before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...passing), fc.constantFrom(...sentences), (statement, { text, passage }) => {
        verify({ text, quotes: [{ passageId: passage.id, quote: text }] }, evidence)
        expect(verify(statement, evidence)).toEqual(verify(statement, evidence))
      }),
      { numRuns: 60 },
    )
  })

  it('passes neither without its quotes nor with a quote that does not stand there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...passing), (statement) => {
        expect(verify({ ...statement, quotes: [] }, evidence)).toMatchObject({ rule: 'quote' })
        const forged = { passageId: statement.quotes[0]!.passageId, quote: 'ไม่มีถ้อยคำนี้ no such words' }
        const quotes = [...statement.quotes, forged]
        expect(verify({ ...statement, quotes }, evidence)).toMatchObject({ rule: 'quote' })
      }),
      { numRuns: 60 },
    )
  })
})

describe('a stored sentence', () => {
  const quoteOf = ({ passage, text }: StoredSentence) => ({ passageId: passage.id, quote: text })

  it('passes over itself, and over itself with its versions in other languages', () => {
    const blocked = sentences.flatMap((stored) =>
      [[stored], versionsOf(stored)].flatMap((quotes) => {
        const verdict = verify({ text: stored.text, quotes: quotes.map(quoteOf) }, evidence)
        return verdict.verified ? [] : [`${verdict.reason}: ${stored.text}`]
      }),
    )
    expect(blocked).toEqual([])
  })

  it('with a wrong fact is refused, and so it is with all its versions for quotes', () => {
    const wrong = fc
      .tuple(
        fc.constantFrom(...sentences.filter((stored) => /\d{4}|\b5g/iu.test(stored.text) && !hasAddress(stored))),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
      )
      .map(([stored, n, step]) => {
        const digits = [...stored.text.matchAll(/\d/gu)]
        const { 0: digit, index } = digits[n % digits.length]!
        // How a year is read that begins with 0 is the calendar's affair.
        const other = String(1 + ((Number(digit) + step) % 9))
        return {
          stored,
          isSame: other === digit,
          text: stored.text.slice(0, index) + other + stored.text.slice(index + 1),
        }
      })
      .filter(({ isSame }) => !isSame)
    fc.assert(
      fc.property(wrong, ({ stored, text }) => {
        for (const quotes of [[stored], versionsOf(stored), versionsOf(stored).filter((one) => one !== stored)])
          expect(passes({ text, quotes: quotes.map(quoteOf) })).toBe(false)
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['Kaneko', 'Takaichi'],
    ['คาเนโกะ', 'ทากาอิจิ'],
    ['金子', '高市'],
    ['Bangkok', 'Tokyo'],
    ['กรุงเทพฯ', 'โตเกียว'],
    ['バンコク', '東京'],
    ['MDES', 'METI'],
    ['デジタル経済社会省', '外務省'],
  ])('with %s made %s is refused, and so it is with all its versions for quotes', (from, to) => {
    const named = sentences.filter(({ text }) => text.includes(from))
    expect(named).not.toEqual([])
    for (const stored of named) {
      const text = stored.text.replaceAll(from, to)
      for (const quotes of [[stored], versionsOf(stored)])
        expect(verify({ text, quotes: quotes.map(quoteOf) }, evidence)).toMatchObject({ rule: 'names' })
    }
  })
})

/** The same sentence in every language, itself among them. */
function versionsOf({ passage, start }: StoredSentence): StoredSentence[] {
  const placeOf = (of: StoredSentence['passage'], from: number) => of.sentences!.findIndex((one) => one.start === from)
  const at = placeOf(passage, start)
  return sentences.filter((other) => {
    return other.passage.clause === passage.clause && placeOf(other.passage, other.start) === at
  })
}

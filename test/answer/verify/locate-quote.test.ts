import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWhole, locateQuote, withContext } from '../../../src/answer/verify/locate-quote.ts'
import { canonical, isBorder } from '../../../src/text/canonical.ts'
import type { Passage } from '../../../src/vocabulary.ts'
import { buildEvidence, buildPassage } from '../../support/build-passage.ts'
import { readRealKnowledge } from '../../support/real-knowledge.ts'

const { documentOf, passages } = readRealKnowledge()
const evidence = buildEvidence(passages)
const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' })
const graphemesOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment)

interface Piece {
  passage: Passage
  graphemes: string[]
}

/** Contiguous graphemes of a stored passage, not cut inside a number or a Latin word. */
const pieceOf = (least: number): fc.Arbitrary<Piece> =>
  fc
    .constantFrom(...passages)
    .chain((passage) => {
      const cut = fc.constantFrom(
        ...[...segmenter.segment(passage.text)].map(({ index }) => index),
        passage.text.length,
      )
      return fc.record({ passage: fc.constant(passage), from: cut, to: cut })
    })
    .filter(({ passage: { text }, from, to }) => from < to && isBorder(text, from) && isBorder(text, to))
    .map(({ passage, from, to }) => ({ passage, graphemes: graphemesOf(passage.text.slice(from, to).trim()) }))
    .filter(({ graphemes }) => graphemesOf(canonical(graphemes.join(''))).length >= least)

const locate = ({ id }: Passage, quote: string) => locateQuote({ passageId: id, quote }, evidence)
const standsIn = ({ text }: Passage, quote: string) => canonical(text).includes(canonical(quote).trim())

describe('a quote of a stored passage', () => {
  it('is found wherever it is cut between characters, and shown as the document has it', () => {
    fc.assert(
      fc.property(pieceOf(4), ({ passage, graphemes }) => {
        const quote = graphemes.join('')
        const located = locate(passage, quote)
        expect(located?.passage).toBe(passage)
        expect(documentOf.get(passage.documentId)!.text.slice(located!.start, located!.end)).toBe(located!.text)
        expect(canonical(located!.text)).toBe(canonical(quote))
        expect(located!.start).toBeGreaterThanOrEqual(passage.start)
        expect(located!.end).toBeLessThanOrEqual(passage.end)
      }),
      { numRuns: 500 },
    )
  })

  it('is found however it was typed, and shown as it is stored', () => {
    const retype: Readonly<Record<string, (text: string) => string>> = {
      'Thai digits': (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit))),
      'full-width digits': (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
      'sara am in two': (text) => text.replaceAll('ำ', 'ํา'),
      'other spaces': (text) => text.replace(/\s/gu, ' \u00a0 '),
      'zero-width characters': (text) => graphemesOf(text).join('\u200b'),
      capitals: (text) => text.toUpperCase(),
      'typographic dashes': (text) => text.replaceAll('-', '–'),
    }
    fc.assert(
      fc.property(
        pieceOf(4),
        fc.constantFrom(...Object.values(retype)),
        fc.constantFrom(...Object.values(retype)),
        ({ passage, graphemes }, first, second) => {
          const quote = graphemes.join('')
          const located = locate(passage, second(first(quote)))
          expect(located).toBeDefined()
          expect(passage.text).toContain(located!.text)
          expect(canonical(located!.text)).toBe(canonical(quote))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('what is no quote of the passage is refused', () => {
  const LETTERS = [
    ...'กขคงจชดตถทนบปพฟมยรลวสหอฮ',
    ...'abcdefghijklmnopqrstuvwxyz',
    ...'いろはほへとチリヌル',
    ...'総務協力覚書',
  ] as const
  const MARK = /\p{M}$/u

  const alterations: [string, (graphemes: readonly string[], at: number, letter: string) => string][] = [
    ['one letter changed', (graphemes, at, letter) => graphemes.with(at, letter).join('')],
    ['one letter dropped', (graphemes, at) => graphemes.toSpliced(at, 1).join('')],
    ['one letter put in', (graphemes, at, letter) => graphemes.toSpliced(at, 0, letter).join('')],
    [
      'two letters swapped',
      (graphemes, at) =>
        graphemes
          .with(at, graphemes[at + 1]!)
          .with(at + 1, graphemes[at]!)
          .join(''),
    ],
    ['an ellipsis for what stands between', (graphemes, at) => graphemes.toSpliced(at, 2, '…').join('')],
    ['three dots for what stands between', (graphemes, at) => graphemes.toSpliced(at, 2, '...').join('')],
    [
      'a mark dropped',
      (graphemes, at) => {
        const marked = graphemes.findIndex((grapheme, i) => i >= at && MARK.test(grapheme))
        return marked === -1 ? graphemes.join('') : graphemes.with(marked, graphemes[marked]!.slice(0, -1)).join('')
      },
    ],
  ]

  it.each(alterations)('%s', (_, alter) => {
    fc.assert(
      fc.property(pieceOf(12), fc.nat(), fc.constantFrom(...LETTERS), ({ passage, graphemes }, n, letter) => {
        const altered = alter(graphemes, 1 + (n % (graphemes.length - 3)), letter)
        fc.pre(!standsIn(passage, altered))
        expect(locate(passage, altered)).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  it('the words of another passage', () => {
    fc.assert(
      fc.property(pieceOf(4), fc.constantFrom(...passages), ({ graphemes }, other) => {
        const quote = graphemes.join('')
        fc.pre(!standsIn(other, quote))
        expect(locate(other, quote)).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  it('words that meet only where two passages do', () => {
    const [first, second] = passages.filter(({ documentId }) => documentId === 'clauses-th')
    const seam = documentOf.get('clauses-th')!.text.slice(first!.end - 20, second!.start + 20)
    expect(locate(first!, seam)).toBeUndefined()
    expect(locate(second!, seam)).toBeUndefined()
  })

  it('a passage that is not among the evidence', () => {
    expect(locateQuote({ passageId: 'clauses-en#nothing', quote: passages[0]!.text }, evidence)).toBeUndefined()
  })
})

describe('the ends of a quote', () => {
  const passage = buildPassage('ลงนามที่กรุงเทพฯ วันที่ 15 ส.ค. 2565 (MDES และ MIC) ค่าใช้จ่าย 1,250.50 บาท', { language: 'th' })
  const found = (quote: string) => locateQuote({ passageId: passage.id, quote }, buildEvidence([passage]))?.text

  it.each([
    ['inside a number', 'วันที่ 15 ส.ค. 256'],
    ['inside a day', '5 ส.ค. 2565'],
    ['inside a Latin word', 'และ MI'],
    ['inside a Latin word, at its start', 'DES และ MIC'],
    ['before a tone mark', 'ลงนามที'],
    ['before a vowel mark', 'ลงนามท'],
    ['after a letter whose marks it begins with', '\u0e35\u0e48กรุงเทพฯ'],
  ])('may not lie %s', (_, quote) => expect(found(quote)).toBeUndefined())

  it.each([
    ['a whole number', '15 ส.ค. 2565', '15 ส.ค. 2565'],
    ['a Latin word', 'mdes และ mic', 'MDES และ MIC'],
    ['a letter with its marks', 'ลงนามที่', 'ลงนามที่'],
  ])('may lie beside %s', (_, quote, shown) => expect(found(quote)).toBe(shown))
})

describe('the shortest quote', () => {
  const passage = buildPassage('ที่นี่มี 5G และ 5 G', { language: 'th' })
  const found = (quote: string) => locateQuote({ passageId: passage.id, quote }, buildEvidence([passage]))?.text

  it('has four characters, a letter with its marks counting as one', () => {
    expect(found('ที่นี่มี')).toBeUndefined()
    expect(found('ที่นี่มี 5')).toBe('ที่นี่มี 5')
    expect(found('5G')).toBeUndefined()
  })

  it.each([
    ['spaces', ' \u00a0 5G \u00a0 '],
    ['zero-width characters', '5\u200b\u200b\u200bG\ufeff'],
    ['spaces that count as one', '5    G'],
    ['nothing', ''],
    ['nothing to be seen', '\u200b\u200b\u200b\u200b'],
  ])('is not made longer by %s', (_, quote) => expect(found(quote)).toBeUndefined())
})

describe('a quote that is cut out', () => {
  const PROSE = 'The sides plan to sign. It was agreed\nin Tokyo: signed on Friday.'
  const CLAUSE = 'They plan to sign it.\nIt was exchanged in Bangkok.'
  const OFFSET = 50
  const prose = buildPassage(PROSE, { start: OFFSET, end: OFFSET + PROSE.length })
  const clause = buildPassage(CLAUSE, {
    start: OFFSET,
    end: OFFSET + CLAUSE.length,
    sentences: CLAUSE.split('\n').map((line) => {
      const start = OFFSET + CLAUSE.indexOf(line)
      return { start, end: start + line.length, proofs: [] }
    }),
  })
  const cut = (passage: Passage, quote: string) =>
    locateQuote({ passageId: passage.id, quote }, buildEvidence([passage]))!

  it.each([
    [clause, 'They plan to sign it.'],
    [clause, CLAUSE],
    [prose, 'The sides plan to sign.'],
    [prose, 'in Tokyo: signed on Friday.'],
    [prose, PROSE],
  ])('may be whole', (passage, quote) => expect(isWhole(cut(passage, quote))).toBe(true))

  it.each([
    [clause, 'plan to sign it.'],
    [clause, 'They plan to sign'],
    [clause, 'sign it.\nIt was exchanged in Bangkok.'],
    [prose, 'signed on Friday.'],
    [prose, 'The sides plan'],
  ])('or not', (passage, quote) => expect(isWhole(cut(passage, quote))).toBe(false))

  it.each([
    [clause, 'to sign it.', 'They plan to sign it.'],
    [clause, 'was exchanged', 'It was exchanged in Bangkok.'],
    [clause, 'sign it.\nIt was', CLAUSE],
    [prose, 'to sign.', 'The sides plan to sign.'],
    [prose, 'signed on Friday.', 'in Tokyo: signed on Friday.'],
  ])('stands with what may turn its meaning round', (passage, quote, context) => {
    expect(withContext(cut(passage, quote))).toBe(context)
  })

  it('of Thai prose stands with so much of what is before it', () => {
    const before = 'ก'.repeat(60)
    const passage = buildPassage(`${before}ลงนามแล้ว`, { language: 'th' })
    expect(withContext(cut(passage, 'ลงนามแล้ว'))).toBe(`${'ก'.repeat(40)}ลงนามแล้ว`)
  })
})

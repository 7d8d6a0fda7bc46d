import { describe, expect, it } from 'vitest'
import type { DraftStatement } from '../../../src/answer/draft.ts'
import { buildDocument, buildEvidence, buildPassage } from '../../support/build-passage.ts'
import { readRealKnowledge } from '../../support/real-knowledge.ts'
import { realVerifier } from '../../support/real-verifier.ts'

const { verify } = realVerifier()
const text = 'ขอบเขตรวมถึง 5G และไปรษณีย์ ลงนามเมื่อ\u00a05 ส.ค. 2565'
const passage = buildPassage(text, { id: 'doc#p1', language: 'th', start: 100, end: 100 + text.length, examples: true })
const evidence = buildEvidence([passage, buildPassage('งบ 5 ล้านบาท', { id: 'doc#p2' })], [buildDocument(text)])
const quoting = (statement: string, ...quotes: string[]): DraftStatement => ({
  text: statement,
  quotes: quotes.map((quote) => ({ passageId: passage.id, quote })),
})

describe('a statement', () => {
  it('passes with the stored words of its quotes and their place in the document', () => {
    const verdict = verify(
      quoting('Signed on 5 August 2022; the scope includes 5G.', 'ลงนามเมื่อ ๕ ส.ค. ๒๕๖๕', 'ขอบเขตรวมถึง 5g'),
      evidence,
    )
    expect(verdict).toMatchObject({
      verified: true,
      statement: {
        text: 'Signed on 5 August 2022; the scope includes 5G.',
        quotes: [
          { passage, start: 128, end: 150, text: 'ลงนามเมื่อ\u00a05 ส.ค. 2565' },
          { passage, start: 100, end: 115, text: 'ขอบเขตรวมถึง 5G' },
        ],
      },
    })
  })

  it.each<[rule: string, reason: RegExp, draft: DraftStatement]>([
    [
      'identifiers',
      /doc#p9 was not found/u,
      { text: 'ขอบเขต', quotes: [{ passageId: 'doc#p9', quote: 'ขอบเขตรวมถึง' }] },
    ],
    ['identifiers', /evil\.example/u, quoting('See evil.example', 'ขอบเขตรวมถึง')],
    ['quote', /do not stand in doc#p1/u, quoting('ขอบเขต', 'ขอบเขตไม่รวมถึง')],
    ['quote', /do not stand in doc#p1/u, quoting('ขอบเขต', 'ขอบเขตรวมถึง', 'ขอบเขต … ไปรษณีย์')],
    ['quote', /do not stand in doc#p1/u, quoting('มีงบ', 'งบ 5 ล้านบาท')],
    ['quote', /quotes nothing/u, quoting('ขอบเขตรวมถึงไปรษณีย์')],
    ['hard-facts', /5 August 2023/u, quoting('Signed on 5 August 2023.', 'ลงนามเมื่อ 5 ส.ค. 2565')],
    ['hard-facts', /the date/u, quoting('Signed on 5 August 2022.', 'ขอบเขตรวมถึง 5G')],
    ['completeness', /only/u, quoting('The scope is only 5G.', 'ขอบเขตรวมถึง 5G')],
  ])('is refused by rule %s: %s', (rule, reason, draft) => {
    const verdict = verify(draft, evidence)
    expect(verdict).toMatchObject({ verified: false, rule, reason: expect.stringMatching(reason) })
    expect(verdict).not.toHaveProperty('statement')
  })

  it('is refused when one of its quotes is, however good the others are', () => {
    const draft = quoting('ขอบเขตรวมถึง 5G', 'ขอบเขตรวมถึง 5G', 'ไม่มีคำนี้ในเอกสาร')
    expect(verify(draft, evidence)).toMatchObject({ verified: false, rule: 'quote' })
  })
})

describe('a note that needs no quote', () => {
  const verdictOn = (draft: DraftStatement) => verify(draft, evidence, { as: 'note' })

  it('passes without one', () => {
    expect(verdictOn(quoting('ไม่ได้ระบุไว้'))).toMatchObject({
      verified: true,
      statement: { text: 'ไม่ได้ระบุไว้', quotes: [] },
    })
  })

  it.each<[what: string, draft: DraftStatement]>([
    ['a number', quoting('งบประมาณ 5 ล้านบาท')],
    ['a date', quoting('ลงนามเมื่อ 5 ส.ค. 2565')],
    ['an address', quoting('ดูที่ evil.example')],
    ['a quote that does not stand there', quoting('ไม่ได้ระบุไว้', 'งบประมาณห้าล้าน')],
    ['a claim over examples', quoting('นี่คือทั้งหมด', 'ขอบเขตรวมถึง 5G')],
  ])('is held to every other rule: %s', (_, draft) => expect(verdictOn(draft).verified).toBe(false))
})

describe('the knowledge folder', () => {
  const { documents, passages, passageOf, sentences } = readRealKnowledge()
  const all = buildEvidence(passages, documents)

  it('has sentences that pass over themselves', () => {
    const refused = sentences.filter(({ passage: { id }, text: quote }) => {
      return !verify({ text: quote, quotes: [{ passageId: id, quote }] }, all).verified
    })
    expect(refused).toEqual([])
  })

  it('has sentences whose hard facts the official words behind them bear out', () => {
    const proved = sentences.flatMap((sentence) => {
      const quotes = sentence.proofs.flatMap((proof) => {
        if (proof.kind === 'address') return []
        const { text: words, start } = passageOf.get(proof.passageId)!
        return [{ passageId: proof.passageId, quote: words.slice(proof.start - start, proof.end - start) }]
      })
      return quotes.length === sentence.proofs.length ? [{ text: sentence.text, quotes }] : []
    })
    expect(proved.length).toBeGreaterThan(50)
    expect(proved.map((draft) => verify(draft, all)).filter(({ verified }) => !verified)).toEqual([])
  })

  it('has no sentence that the words of another clause bear out when it states a date', () => {
    const dated = sentences.filter(({ text: words }) => /2022年6月7日|7 June 2022|7 มิถุนายน 2565/u.test(words))
    const others = passages.filter(({ clause }) => clause !== undefined && !['supersedes', 'why-new'].includes(clause))
    expect(dated.length).toBeGreaterThan(5)
    for (const { text: statement } of dated) {
      for (const { id, text: quote } of others) {
        expect(verify({ text: statement, quotes: [{ passageId: id, quote }] }, all).verified).toBe(false)
      }
    }
  })
})

import { describe, expect, it } from 'vitest'
import { createCiter } from '../../src/answer/cite.ts'
import { locateQuote } from '../../src/answer/verify/locate-quote.ts'
import { buildEvidence, quoteWhole } from '../support/build-passage.ts'
import { readRealKnowledge } from '../support/real-knowledge.ts'

const { documentOf, passageOf, passages, sentences } = readRealKnowledge()
const MINISTRY = 'https://www.soumu.go.jp/menu_news/s-news/01tsushin09_02000133.html'
const RELEASE = 'https://www.thaigov.go.th/news/contents/details/57536'
const RELEASE_ID = 'cabinet-release-2022-08-02'

const find = (passageId: string, quote = passageOf.get(passageId)!.text) =>
  locateQuote({ passageId, quote }, buildEvidence(passages))!
const sourceOf = (passageId: string, quote?: string) => {
  const citer = createCiter(documentOf, passageOf)
  citer.cite(find(passageId, quote))
  return citer.sources()[0]!
}

describe('the number of a source', () => {
  it('counts from 1 in the order of first citation', () => {
    const citer = createCiter(documentOf, passageOf)
    expect(citer.sources()).toEqual([])
    const ids = ['clauses-en#signing', 'clauses-ja#parties', 'clauses-th#signing']
    expect(ids.map((id) => citer.cite(find(id)))).toEqual([1, 2, 3])
    expect(citer.sources().map(({ number, passageId }) => [number, passageId])).toEqual([
      [1, 'clauses-en#signing'],
      [2, 'clauses-ja#parties'],
      [3, 'clauses-th#signing'],
    ])
  })

  it('is the same for the same words of a passage, and another for other words', () => {
    const citer = createCiter(documentOf, passageOf)
    const [first, second] = sentences.filter(({ passage }) => passage.id === 'clauses-en#signing')
    const cite = (quote: string) => citer.cite(find('clauses-en#signing', quote))
    expect([cite(first!.text), cite(second!.text), cite(first!.text.toUpperCase())]).toEqual([1, 2, 1])
    expect(citer.sources()).toHaveLength(2)
  })

  it('starts anew with each citer', () => {
    createCiter(documentOf, passageOf).cite(find('clauses-en#signing'))
    expect(createCiter(documentOf, passageOf).cite(find('clauses-en#parties'))).toBe(1)
  })
})

describe('a source', () => {
  it('names the document and shows its stored words in their place', () => {
    expect(sourceOf('clauses-en#objective')).toMatchObject({
      documentId: 'clauses-en',
      documentTitle: 'The Thai–Japanese Memorandum of Cooperation on ICT and digital: its points',
      kind: 'clauses',
      passageId: 'clauses-en#objective',
      clause: 'objective',
      language: 'en',
    })
    for (const { passage, text } of sentences) {
      const { quote, start, end } = sourceOf(passage.id, text)
      expect(quote).toBe(text)
      expect(documentOf.get(passage.documentId)!.text.slice(start, end)).toBe(quote)
    }
  })

  it('shows the official words that stand behind each sentence, in their own language', () => {
    for (const { passage, text, proofs } of sentences) {
      const quoted = proofs.find((proof) => proof.kind === 'quote')
      const { original } = sourceOf(passage.id, text)
      if (quoted === undefined) expect(original).toBeUndefined()
      else {
        expect(original).toMatchObject({ documentId: RELEASE_ID, passageId: quoted.passageId, language: 'th' })
        expect(documentOf.get(RELEASE_ID)!.text.slice(original!.start, original!.end)).toBe(original!.quote)
        expect(passageOf.get(quoted.passageId)!.text).toContain(original!.quote)
      }
    }
  })

  it('shows the words behind the sentence that is quoted, not those behind its neighbour', () => {
    const ends = 'The term of the earlier MoC, which the new one replaces, ended on 7 June 2022.'
    expect(sourceOf('clauses-en#why-new', ends).original?.quote).toContain('7 มิ.ย. 2565')
    expect(sourceOf('clauses-en#why-new', 'a new era').original).toBeUndefined()
  })

  it.each([
    ['the release, for a sentence that rests on its words', 'clauses-ja#objective', undefined, RELEASE, '2022-08-02'],
    ['the ministry, for a sentence that only it bears out', 'clauses-ja#origin', undefined, MINISTRY, '2022-08-05'],
    ['the publication of that very sentence', 'clauses-en#why-new', 'ended on 7 June 2022', RELEASE, '2022-08-02'],
    ['its own document, for words that summarise nothing', `${RELEASE_ID}#p8`, undefined, RELEASE, '2022-08-02'],
  ])('gives the address and date of %s', (_, passageId, quote, url, published) => {
    expect(sourceOf(passageId, quote)).toMatchObject({ url, published })
  })

  it('of words that summarise nothing has neither a clause nor an original', () => {
    const source = sourceOf(`${RELEASE_ID}#p3`)
    expect(source).not.toHaveProperty('clause')
    expect(source).not.toHaveProperty('original')
    expect(source).toMatchObject({ kind: 'cabinet-release', language: 'th' })
  })

  it('has the language of the passage, whatever that of its document', () => {
    const documents = new Map([['doc', { ...documentOf.get('clauses-en')!, id: 'doc' }]])
    const quote = quoteWhole('総務省', { language: 'ja' })
    const citer = createCiter(documents, new Map([[quote.passage.id, quote.passage]]))
    citer.cite(quote)
    expect(citer.sources()[0]?.language).toBe('ja')
  })
})

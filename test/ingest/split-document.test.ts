import { describe, expect, it } from 'vitest'
import { splitDocument } from '../../src/ingest/split-document.ts'
import { buildDocument } from '../support/build-passage.ts'

const split = (text: string) => splitDocument(buildDocument(text, { title: 'T' })).flat()
const shape = (text: string) =>
  split(text).map(({ id, headings, text }) => [id.slice('doc#'.length), headings.slice(1), text])

describe('splitDocument', () => {
  it('gives numbered clauses their ids, the same in every language', () => {
    const thai = 'บันทึกความร่วมมือ\nข้อ ๑ ขอบเขต\nความร่วมมือด้านดิจิทัล\nข้อ ๒\nไม่มีงบประมาณ\n'
    expect(shape(thai)).toEqual([
      ['p1', [], 'บันทึกความร่วมมือ'],
      ['article-1', ['ข้อ ๑ ขอบเขต'], 'ข้อ ๑ ขอบเขต\nความร่วมมือด้านดิจิทัล'],
      ['article-2', ['ข้อ ๒'], 'ข้อ ๒\nไม่มีงบประมาณ'],
    ])
    expect(shape('Article 1 Scope\nDigital.\nArticle 2\nNo budget.').map(([id]) => id)).toEqual([
      'article-1',
      'article-2',
    ])
    expect(shape('第1条 範囲\n電気通信\n第二条\n予算').map(([id]) => id)).toEqual(['article-1', 'article-2'])
  })

  it('takes headings for clauses too, and leaves what is under none its number', () => {
    expect(shape('# Chapter\nIn general.\n## Article 4 Property\nIt is kept.\n## Annex\nA list.')).toEqual([
      ['p1', ['Chapter'], 'In general.'],
      ['article-4', ['Chapter', 'Article 4 Property'], 'It is kept.'],
      ['p2', ['Chapter', 'Annex'], 'A list.'],
    ])
  })

  it('takes a number out of order for a mention', () => {
    const text = 'Article 2\nAs said below.\nArticle 1 of the older one says otherwise.\nArticle 3\nThe end.'
    expect(shape(text).map(([id]) => id)).toEqual(['article-2', 'article-3'])
  })

  it('cuts a long clause, each piece under its name and a heading that is short', () => {
    const text = `Article 5 ${'The Parties hold a meeting each year in turn. '.repeat(20)}`
    const passages = split(text)
    expect(passages.slice(0, 2).map(({ id }) => id)).toEqual(['doc#article-5', 'doc#article-5.p2'])
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
    for (const { headings } of passages) expect(headings[1]!.length).toBeLessThanOrEqual(80)
    for (const { start, end, text: words } of passages) expect(text.slice(start, end)).toBe(words)
  })
})

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { factsBeyond } from '../../src/ingest/check-facts.ts'
import { copyKnowledge, type KnowledgeFolder, refusalOf } from '../support/knowledge-folder.ts'

describe('factsBeyond', () => {
  it.each([
    ['The draft was approved on 2 August 2022.', 'วันที่ 2 ส.ค. 2565 ได้เห็นชอบ'],
    ['2022年8月2日(令和4年)に承認した。', 'วันที่ 2 ส.ค. 2565 ได้เห็นชอบ'],
    ['It was approved in August 2022.', 'วันที่ ๒ ส.ค. ๒๕๖๕ ได้เห็นชอบ'],
    ['100 ล้านบาท', '100,000,000 baht'],
    ['The scope includes 5G.', 'การใช้งาน 5G'],
    ['It is published at https://example.org/news/57536', 'ที่มา'],
    ['No number at all.', ''],
  ])('finds nothing in "%s" beside "%s"', (text, quoted) => {
    expect(factsBeyond(text, quoted)).toEqual([])
  })

  it.each([
    ['The draft was approved on 3 August 2022.', 'วันที่ 2 ส.ค. 2565', ['3 August 2022']],
    ['Approved on 2 August 2022 and signed in 2023.', 'วันที่ 2 ส.ค. 2565', ['2023']],
    ['It was approved on 2 August 2022.', 'ส.ค. 2565', ['2 August 2022']],
    ['100 million baht', '100 million yen', ['100 million baht']],
    ['It lasts 5 years.', '5 เดือน', ['5 years']],
    ['Section 12-34 applies.', 'Section 12', ['34']],
  ])('finds what "%s" says beyond "%s"', (text, quoted, facts) => {
    expect(factsBeyond(text, quoted)).toEqual(facts)
  })

  it('finds no date beyond itself in another calendar', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
        const thai = new Intl.DateTimeFormat('th', { dateStyle: 'long', timeZone: 'UTC' }).format(date)
        expect(factsBeyond(`署名日は${year}年${month}月${dayOfMonth}日です。`, `ลงนามเมื่อวันที่ ${thai}`)).toEqual([])
        expect(factsBeyond(`署名日は${year + 1}年${month}月${dayOfMonth}日です。`, `ลงนามเมื่อวันที่ ${thai}`)).not.toEqual(
          [],
        )
      }),
    )
  })
})

describe('a clause', () => {
  let folder: KnowledgeFolder
  beforeEach(() => {
    folder = copyKnowledge()
  })
  afterEach(() => {
    folder[Symbol.dispose]()
  })

  it('is refused when a sentence says a date or number that is in none of its quotes', () => {
    folder.edit('clauses.en.md', 'on 2 August 2022', 'on 5 August 2022')
    folder.edit('clauses.th.md', 'ลงนามเมื่อปี 2560\n', 'ลงนามเมื่อปี 2561\n')
    expect(refusalOf(folder.path)).toEqual([
      `clauses.en.md:18: "5 August 2022" is in none of the sentence's proofs; correct it or add the proof`,
      expect.stringMatching(/^clauses\.th\.md:18: ".*2561" is in none of the sentence's proofs/),
    ])
  })

  it('is accepted when another quote of the sentence has it, or an address may have it', () => {
    folder.edit(
      'clauses.en.md',
      'the draft on 2 August 2022.',
      'the draft on 2 August 2022, and the old term ended on 7 June 2022.',
    )
    expect(refusalOf(folder.path)).toHaveLength(1)
    folder.edit('clauses.en.md', '\n> 2: ', '\n> 1: ได้สิ้นสุดอายุเมื่อวันที่ 7 มิ.ย. 2565\n> 2: ')
    expect(refusalOf(folder.path)).toEqual([])
    folder.edit('clauses.en.md', '> 1: ได้สิ้นสุดอายุเมื่อวันที่ 7 มิ.ย. 2565', '> 1: https://example.org/news/2 (2022-08-05)')
    expect(refusalOf(folder.path)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { createSupportFinder } from '../../../src/answer/verify/find-support.ts'
import type { Passage, Proof } from '../../../src/vocabulary.ts'
import { buildPassage } from '../../support/build-passage.ts'

const RELEASE = 'ที่ประชุมเห็นชอบร่าง และมีกำหนดลงนามในวันศุกร์'
const release = buildPassage(RELEASE, { id: 'release#p1', documentId: 'release', language: 'th' })
const provedBy = (words: string): Proof => {
  const start = RELEASE.indexOf(words)
  return { kind: 'quote', documentId: 'release', passageId: release.id, start, end: start + words.length }
}
const ADDRESS: Proof = { kind: 'address', url: 'https://example.org', published: '2022-08-05' }

/** A clause with a sentence a line, from the document's hundredth character on. */
function clause(language: Passage['language'], lines: string[], proofs: Proof[][], id = 'approval'): Passage {
  const text = lines.join('\n')
  const offset = 100
  const sentences = lines.map((line, at) => {
    const start = offset + lines.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0)
    return { start, end: start + line.length, proofs: proofs[at] ?? [] }
  })
  const span = { start: offset, end: offset + text.length }
  return buildPassage(text, { id: `clauses-${language}#${id}`, language, clause: id, sentences, ...span })
}
const PROOFS = [[provedBy('ที่ประชุมเห็นชอบร่าง')], [provedBy('มีกำหนดลงนามในวันศุกร์'), ADDRESS]]
const th = clause('th', ['ที่ประชุมเห็นชอบร่างแล้ว', 'จะลงนามในวันศุกร์'], PROOFS)
const en = clause('en', ['The meeting approved the draft.', 'It will be signed on Friday.'], PROOFS)
const ja = clause('ja', ['会議は案を承認しました。', '金曜日に署名する予定です。'], PROOFS)
const supportFor = createSupportFinder([release, th, en, ja])

const quote = (passage: Passage, words: string) => {
  const start = passage.start + passage.text.indexOf(words)
  return { passage, text: words, start, end: start + words.length }
}
const supportOf = (passage: Passage, words: string) => supportFor(quote(passage, words))

describe('a sentence of a clause is supported by the same sentence in every language', () => {
  const FIRST = ['ที่ประชุมเห็นชอบร่างแล้ว', 'The meeting approved the draft.', '会議は案を承認しました。']
  const SECOND = ['จะลงนามในวันศุกร์', 'It will be signed on Friday.', '金曜日に署名する予定です。']

  it.each([th, en, ja])('when it is quoted: $language', (passage) => {
    const [first = '', second = ''] = passage.text.split('\n')
    expect(supportOf(passage, first)).toEqual(FIRST)
    expect(supportOf(passage, second)).toEqual(SECOND)
  })

  it('when nearly all of it is', () => {
    expect(supportOf(en, 'The meeting approved the draft')).toEqual(FIRST)
    expect(supportOf(en, 'meeting approved the draft.')).toEqual(FIRST)
  })

  it('and both are when both are quoted', () => expect(supportOf(en, en.text)).toEqual([...FIRST, ...SECOND]))

  it('and by nothing when only a part of it is quoted', () => {
    expect(supportOf(en, 'The meeting')).toEqual([])
    expect(supportOf(th, 'ร่างแล้ว')).toEqual([])
    expect(supportOf(ja, '案を承認')).toEqual([])
  })

  it('and by nothing of the sentence beside it', () => {
    expect(supportOf(en, 'draft.\nIt will be signed on Friday.')).toEqual(SECOND)
  })
})

describe('the words of a release are supported by the sentences that they alone prove', () => {
  it('in every language', () => {
    expect(new Set(supportOf(release, 'ที่ประชุมเห็นชอบร่าง'))).toEqual(
      new Set(['ที่ประชุมเห็นชอบร่างแล้ว', 'The meeting approved the draft.', '会議は案を承認しました。']),
    )
  })

  it('and not by a sentence that something else proves too', () => {
    expect(supportOf(release, 'มีกำหนดลงนามในวันศุกร์')).toEqual([])
  })

  it('nor when only a part of the proof is quoted', () => expect(supportOf(release, 'ที่ประชุม')).toEqual([]))
})

describe('there is no support', () => {
  it('of a passage without sentences', () => {
    const other = buildPassage('Something else altogether.', { id: 'other#p1' })
    expect(supportOf(other, other.text)).toEqual([])
  })

  it('in a version that has not as many sentences', () => {
    const short = clause('en', ['The meeting approved the draft and plans to sign.'], PROOFS.slice(0, 1))
    const find = createSupportFinder([th, short, ja])
    expect(find(quote(th, 'จะลงนามในวันศุกร์'))).toEqual(['จะลงนามในวันศุกร์', '金曜日に署名する予定です。'])
  })

  it('in another clause', () => {
    const other = clause('en', ['Another point.', 'It ended.'], [], 'ending')
    const find = createSupportFinder([th, other])
    expect(find(quote(other, 'It ended.'))).toEqual(['It ended.'])
  })
})

import { describe, expect, it } from 'vitest'
import { checkIdentifiers } from '../../../src/answer/verify/check-identifiers.ts'
import { buildDocument, buildEvidence, buildPassage } from '../../support/build-passage.ts'
import { readRealKnowledge } from '../../support/real-knowledge.ts'

const RELEASE = 'https://www.thaigov.go.th/news/contents/details/57536'
const MINISTRY = 'https://www.soumu.go.jp/menu_news/s-news/01tsushin09_02000133.html'
const IN_TEXT = 'https://example.org/annex?part=2'

const document = buildDocument('A text.', { url: RELEASE })
const passage = buildPassage(`See ${IN_TEXT}. Write to moc@example.org (Mr A), or see mdes.go.th.`, {
  sentences: [{ start: 0, end: 3, proofs: [{ kind: 'address', url: MINISTRY, published: '2022-08-05' }] }],
})
const evidence = buildEvidence([passage], [document])
const problemWith = (text: string) => checkIdentifiers({ text, quotes: [] }, evidence)

describe('a passage', () => {
  const cite = (...passageIds: string[]) =>
    checkIdentifiers(
      { text: 'It is so.', quotes: passageIds.map((passageId) => ({ passageId, quote: 'it is so' })) },
      evidence,
    )

  it('may be cited when it was found for the question', () => expect(cite(passage.id, passage.id)).toBeUndefined())

  it.each([
    ['of the same document that was not found', 'doc#p2'],
    ['of no document', 'nothing#p1'],
    ['without an id', ''],
    ['whose id differs in case', 'DOC#p1'],
    ['whose id is a property of every object', '__proto__'],
  ])('may not be cited %s', (_, id) => {
    expect(cite(id)).toBe(`passage ${id} was not found for this question`)
    expect(cite(passage.id, id)).toBeDefined()
  })
})

describe('an address', () => {
  it.each([
    ['of a document', `It is at ${RELEASE}`],
    ['of a proof', `発表は${MINISTRY}です。`],
    ['in a passage', `ดูที่ ${IN_TEXT}`],
    ['before a full stop', `It is at ${RELEASE}.`],
    ['in brackets', `The release (${RELEASE}) says so.`],
    ['in quotation marks', `“${RELEASE}”, "${RELEASE}"`],
    ['before Japanese without a space', `出典は${RELEASE}です`],
    ['before a Japanese full stop', `出典は${RELEASE}。`],
    ['before Thai without a space', `อ่านที่${RELEASE}ได้`],
    ['of mail', 'Write to moc@example.org.'],
    ['without a scheme, as the passage has it', 'See mdes.go.th!'],
  ])('passes %s', (_, text) => expect(problemWith(text)).toBeUndefined())

  it.each([
    ['of another page', 'https://www.thaigov.go.th/news/contents/details/57537'],
    ['that is cut off', 'https://www.thaigov.go.th/news/contents/details/5753'],
    ['of the site alone', 'https://www.thaigov.go.th/'],
    ['with something added', `${RELEASE}/full`],
    ['with a query added', `${RELEASE}?ref=accord`],
    ['with another scheme', RELEASE.replace('https', 'http')],
    ['of another host', 'https://www.thaigov.go.th.example.com/news/contents/details/57536'],
    ['with the known one as its query', `https://evil.example/?to=${RELEASE}`],
    ['in capitals', 'HTTPS://EVIL.EXAMPLE/'],
    ['that begins with www', 'www.evil.example'],
    ['without a scheme', 'evil-example.com'],
    ['without a scheme, with a path', 't.co/a1'],
    ['of mail', 'someone@example.org'],
    ['of mail at a known host', 'fraud@mdes.go.th'],
  ])('is refused %s', (_, address) => {
    expect(problemWith(`ดูที่ ${address} ครับ`)).toBe(`the address ${address} is in none of the documents`)
    expect(problemWith(`詳しくは${address}をご覧ください。`)).toBeDefined()
    expect(problemWith(`It is at ${RELEASE} and at ${address}.`)).toBeDefined()
  })

  it('of a passage that was not found is refused', () => {
    expect(checkIdentifiers({ text: IN_TEXT, quotes: [] }, buildEvidence([], [document]))).toBeDefined()
  })
})

it.each([
  'น.ส.ไตรศุลี กล่าวว่า ครม. เห็นชอบเมื่อ 2 ส.ค. 2565',
  'On 2 Aug. 2022 the cabinet approved it, i.e. the draft M.O.U. at 10.30 a.m.',
  'It costs 1.5 m. baht, see art. 3.2',
  '総務省(MIC)、2.6GHz帯。',
])('takes no abbreviation or number for an address: %s', (text) => expect(problemWith(text)).toBeUndefined())

it('the sentences of the clauses show no foreign address', () => {
  const { documents, passages, sentences } = readRealKnowledge()
  for (const { text, passage } of sentences) {
    const found = buildEvidence([passage], documents)
    expect(checkIdentifiers({ text, quotes: [{ passageId: passage.id, quote: text }] }, found)).toBeUndefined()
  }
  expect(passages.some(({ text }) => text.includes(MINISTRY))).toBe(true)
})

import { describe, expect, it } from 'vitest'
import { checkAddresses } from '../../../src/answer/verify/check-addresses.ts'
import { quoteWhole } from '../../support/build-passage.ts'
import { realAnalyst } from '../../support/real-analyst.ts'

const { lexicon, verdictOn } = realAnalyst()
const THAI = 'https://example.go.th/news/1'
const JAPANESE = 'https://example.go.jp/2.html'
const EN = `The Thai cabinet release is published at ${THAI}\nThe release of Japan's MIC is published at ${JAPANESE}`
const TH = `ข่าวคณะรัฐมนตรีของไทยเผยแพร่ที่ ${THAI}\nข่าวของ MIC ของญี่ปุ่นเผยแพร่ที่ ${JAPANESE}`
const JA = `タイ政府の閣議に関する発表のURLは ${THAI} です。\n日本の総務省の発表のURLは ${JAPANESE} です。`

const problemWith = (text: string, quote: string, publisher = '') =>
  checkAddresses(text, [quoteWhole(quote)], lexicon, (id) => id === publisher)

describe('an address is given for those of whom the quotes give it', () => {
  it.each([
    [`The Thai cabinet release is at ${THAI}`, EN],
    [`MIC's release is at ${JAPANESE}`, EN],
    [`Japan's release is at ${JAPANESE}`, EN],
    [`ข่าวของ MIC อยู่ที่ ${JAPANESE}`, EN],
    [`ข่าว ครม. อยู่ที่ ${THAI}`, TH],
    [`総務省の発表は ${JAPANESE} です。`, TH],
    [`閣議の発表は ${THAI} です。`, JA],
  ])('%s', (text, quote) => expect(problemWith(text, quote)).toBeUndefined())
})

describe('an address is not given for another', () => {
  it.each([
    [`MIC's release is at ${THAI}`, EN, 'Japanese side'],
    [`The Thai cabinet release is at ${JAPANESE}`, EN, 'Thai side'],
    [`Kaneko's release is at ${THAI}`, EN, 'Japanese side'],
    [`ข่าวของ MIC อยู่ที่ ${THAI}`, TH, 'Japanese side'],
    [`ข่าว ครม. อยู่ที่ ${JAPANESE} ครับ`, EN, 'Thai side'],
    [`総務省の発表は ${THAI} です。`, JA, 'Japanese side'],
    [`閣議の発表は ${JAPANESE} です。`, TH, 'Thai side'],
  ])('%s', (text, quote, side) => expect(problemWith(text, quote)).toBe(side))

  it('unless he has published the document', () => {
    const text = `Thailand's release is at ${JAPANESE}`
    expect(problemWith(text, EN)).toBe('Thai side')
    expect(problemWith(text, EN, 'thailand')).toBeUndefined()
  })
})

describe('the rule has nothing to say', () => {
  it.each([
    ['without an address', "MIC's release is published.", EN],
    ['of several addresses', `The cabinet's and MIC's releases are at ${THAI} and ${JAPANESE}`, EN],
    ['of an address that no quote has', "MIC's release is at https://example.org/3", EN],
    ['of an address alone', `It is at ${THAI}`, EN],
  ])('%s', (_, text, quote) => expect(problemWith(text, quote)).toBeUndefined())
})

it('says for whom it is not given', () => {
  expect(verdictOn(`The release of MIC is published at ${THAI}`, EN)).toEqual({
    verified: false,
    rule: 'roles',
    reason: 'the address is not given for “Japanese side”',
  })
})

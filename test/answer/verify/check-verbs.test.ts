import { describe, expect, it } from 'vitest'
import { checkVerbs } from '../../../src/answer/verify/check-verbs.ts'
import { realAnalyst } from '../../support/real-analyst.ts'

const { analyse, verdictOn } = realAnalyst()
const problemWith = (text: string, ...supports: string[]) => checkVerbs(analyse(text), supports.map(analyse))

describe('what is done to does not become the doer', () => {
  it.each([
    ['Agencies support companies.', 'supporting agencies', 'agencies'],
    ['Agencies support companies.', 'The activities include supporting agencies.', 'agencies'],
    ['Projects promote cooperation.', 'It promotes projects.', 'projects'],
    ['Changes reflect it.', 'It reflects the changes.', 'changes'],
    ['องค์กรสนับสนุนบริษัท', 'การสนับสนุนองค์กร', 'องค์กร'],
    ['団体が企業を支援する。', '団体への支援が含まれます。', '団体'],
  ])('%s', (text, support, word) => expect(problemWith(text, support)).toBe(word))
})

describe('a doer and what is done to may stand', () => {
  it.each([
    ['as the quote has them', 'Agencies support companies.', 'Agencies support companies.'],
    ['as the quote has them, in Thai', 'องค์กรสนับสนุนบริษัท', 'องค์กรสนับสนุนบริษัท'],
    ['as the quote has them, in Japanese', '団体が企業を支援する。', '団体が企業を支援する。'],
    ['behind the verb', 'It supports agencies.', 'supporting agencies'],
    ['in the passive', 'Agencies are supported.', 'supporting agencies'],
    ['in the passive, in Thai', 'องค์กรได้รับการสนับสนุน', 'การสนับสนุนองค์กร'],
    ['as an object, in Japanese', '団体を支援します。', '団体への支援が含まれます。'],
    ['with another verb', 'Agencies meet.', 'supporting agencies'],
    ['with a doer of whom the quote says nothing', 'Companies support it.', 'supporting agencies'],
    ['in one compound noun', '利用促進が含まれます。', '利用の促進が含まれます。'],
    ['without a doer', 'Supporting agencies.', 'supporting agencies'],
  ])('%s', (_, text, support) => expect(problemWith(text, support)).toBeUndefined())

  it('when one support of several has the doer so', () => {
    expect(problemWith('Agencies support companies.', 'supporting agencies', 'Agencies support it.')).toBeUndefined()
  })
})

describe('support from somebody is not support for him', () => {
  it.each([
    ['with support from agencies', 'support for agencies', 'support from'],
    ['ได้รับการสนับสนุนจากองค์กร', 'การสนับสนุนองค์กร', 'สนับสนุนจาก'],
    ['団体からの支援', '団体への支援', 'からの支援'],
  ])('%s', (text, support, words) => expect(problemWith(text, support)).toBe(words))

  it('passes where the quote has it so, in whichever language', () => {
    expect(problemWith('with support from agencies', '団体からの支援')).toBeUndefined()
  })
})

it.each([
  ['Agencies support companies.', 'supporting agencies and companies', '“agencies” has another role in the quotes'],
  ['องค์กรสนับสนุนบริษัท', 'การสนับสนุนองค์กรและบริษัท', '“องค์กร” has another role in the quotes'],
  ['団体が企業を支援する。', '団体への支援と企業', '“団体” has another role in the quotes'],
])('says whose role it is: %s', (text, quote, reason) => {
  expect(verdictOn(text, quote)).toEqual({ verified: false, rule: 'roles', reason })
})

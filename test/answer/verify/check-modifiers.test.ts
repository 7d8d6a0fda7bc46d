import { describe, expect, it } from 'vitest'
import { checkModifiers } from '../../../src/answer/verify/check-modifiers.ts'
import { realAnalyst } from '../../support/real-analyst.ts'

const { analyse, verdictOn } = realAnalyst()
const problemWith = (text: string, ...supports: string[]) => checkModifiers(analyse(text), supports.map(analyse))

const RADIO = 'modern radio technologies, namely the use of open and secure 5G'
const RADIO_TH = 'เทคโนโลยีวิทยุที่ทันสมัย ได้แก่ การใช้งาน 5G แบบเปิดกว้างและปลอดภัย'
const RADIO_JA = '先進的な無線技術、すなわちオープンで安全な5Gの利用'
const EVENTS = 'jointly holding demonstrations and academic conferences, and attending training'
const EVENTS_TH = 'ร่วมกันจัดการสาธิตและการประชุมวิชาการ และการเข้าร่วมอบรม'
const EVENTS_JA = '実証実験と学術会議の共同開催、および研修への参加'

describe('a modifier does not move to another noun', () => {
  it.each([
    ['open radio technologies and modern 5G', RADIO, 'open'],
    ['modern 5G', RADIO, 'modern'],
    ['open radio', RADIO_TH, 'open'],
    ['holding training', EVENTS, 'holding'],
    ['学術会議への参加', EVENTS, '参加'],
  ])('%s', (text, support, word) => expect(problemWith(text, support)).toBe(word))
})

describe('a modifier may stand', () => {
  it.each([
    ['where the quote has it', 'modern radio and open 5G', RADIO],
    ['where the quote has it, in Thai', 'วิทยุที่ทันสมัย', RADIO_TH],
    ['where the quote has it, in Japanese', '安全な5G', RADIO_JA],
    ['there in another language', 'secure 5G', RADIO_JA],
    ['there in another language, of a verb', 'attending training', EVENTS_TH],
    ['there in another language, of a verb behind its object', '研修への参加', EVENTS],
    ['there in Japanese, for an English verb', 'attending training', EVENTS_JA],
    ['alone', 'It is open.', RADIO],
    ['beside what the quote does not have', 'open doors', RADIO],
    ['in a text of which the quote has no modifier', 'open radio', 'radio and 5G'],
  ])('%s', (_, text, support) => expect(problemWith(text, support)).toBeUndefined())

  it('where one support of several has it', () => {
    expect(problemWith('open radio', RADIO, 'open radio for all')).toBeUndefined()
  })
})

it('says which modifier has moved', () => {
  expect(verdictOn('The use of modern 5G.', `The scope includes ${RADIO}.`)).toEqual({
    verified: false,
    rule: 'roles',
    reason: '“modern” has another role in the quotes',
  })
})

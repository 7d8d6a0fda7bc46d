import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkWording } from '../../../src/answer/verify/check-wording.ts'
import { realAnalyst } from '../../support/real-analyst.ts'
import { readRealKnowledge } from '../../support/real-knowledge.ts'

const { analyse, lexicon, verdictOn } = realAnalyst()
const { sentences } = readRealKnowledge()
const strayIn = (text: string, ...supports: string[]) => checkWording(analyse(text), supports.map(analyse), lexicon)

describe('a word passes', () => {
  it.each([
    ['that the quote has', 'The scope includes rockets.', 'Rockets are in the scope.'],
    ['that the quote has, in Thai', 'มีจรวดด้วย', 'ขอบเขตรวมถึงจรวด'],
    ['that the quote has, in Japanese', '鉄道が含まれます。', '鉄道の協力'],
    ['in another form', 'It includes launching rockets.', 'Rockets are launched.'],
    ['with another ending, in Japanese', '鉄道を運ぶ', '鉄道で運び'],
    ['that means the same', 'It was endorsed.', 'It was approved.'],
    ['that means the same, in Thai', 'ไฟเขียว', 'อนุมัติ'],
    ['that means the same, in Japanese', '連携', '協力'],
    ['that means the same in another language', 'การลงนาม', 'signing'],
    ['that means the same in another language, in Japanese', '訪問', 'การเยือน'],
    ['of several that means the same as several', 'human resources', 'บุคลากร'],
    ['that only joins others', 'It is of the and with rockets, which was by them.', 'Rockets.'],
    ['that only joins others, in Thai', 'ซึ่งเป็นของจรวดและโดยที่', 'จรวด'],
    ['that only joins others, in Japanese', 'これはその鉄道についてのことです。', '鉄道'],
    ['that reports', 'According to it, the source mentions rockets, for example.', 'Rockets.'],
    ['that reports, in Thai', 'ระบุว่ามีจรวดเป็นต้น', 'จรวด'],
    ['that reports, in Japanese', '資料には鉄道が挙げられています。', '鉄道'],
    // What follows has rules of its own.
    ['that names someone', 'Takaichi of MDES, in Bangkok', 'Rockets.'],
    ['that is a date', 'On Friday 5 August 2022', 'Rockets.'],
    ['that is an amount', 'Rockets for three years and 100 million baht', 'Rockets.'],
    ['that denies or allows', 'Rockets may not.', 'Rockets.'],
    ['that calls this memorandum what it is', 'The agreement has rockets.', 'Rockets.'],
  ])('%s', (_, text, support) => expect(strayIn(text, support)).toBeUndefined())

  it('that one of several supports has', () => {
    expect(strayIn('Rockets and trains', 'Rockets.', 'trains')).toBeUndefined()
    expect(strayIn('จรวดและรถไฟ', 'จรวด', 'รถไฟ')).toBeUndefined()
  })
})

describe('a word is refused that says more than the quotes', () => {
  it.each([
    ['another thing', 'The scope includes rockets.', 'The scope includes trains.', 'rockets'],
    ['another thing, in Thai', 'ขอบเขตรวมถึงจรวด', 'ขอบเขตรวมถึงรถไฟ', 'จรวด'],
    ['another thing, in Japanese', '範囲には鉄道が含まれます。', '範囲には道路が含まれます。', '鉄道'],
    ['a quality', 'The secret agreement was signed.', 'It was signed.', 'secret'],
    ['a quality, in Thai', 'ลงนาม ลับ', 'ลงนาม', 'ลับ'],
    ['a quality, in Japanese', '極秘に署名した。', '署名した。', '極秘'],
    ['a way', 'It was hardly signed.', 'It was signed.', 'hardly'],
    ['a way, in Thai', 'เกือบลงนาม', 'ลงนาม', 'เกือบ'],
    ['an event', 'It was cancelled.', 'It was signed.', 'cancelled'],
    ['an event, in Thai', 'ถูกยกเลิก', 'ลงนาม', 'ยกเลิก'],
    ['an event, in Japanese', '中止された。', '署名された。', '中止'],
    ['an event, in hiragana', '署名はやめになりました。', '署名されました。', 'やめ'],
    ['a verb, in hiragana', '協力をさまたげる。', '協力をする。', 'さまたげる'],
    ['a name that nobody knows', 'It was signed by Tanaka.', 'It was signed by Kaneko.', 'tanaka'],
    ['a name that nobody knows, in Japanese', '田中大臣が署名した。', '大臣が署名した。', '田中'],
    ['a part of a quoted word', 'It is a sign.', 'It is designed.', 'sign'],
    ['a part of a quoted word, in Thai', 'ระบบปิด', 'ระบบเปิด', 'ปิด'],
    ['how many', 'It was signed twice.', 'It was signed.', 'twice'],
    ['what comes first of several', 'Cancelled rockets exploded.', 'Rockets.', 'cancelled'],
    ['what stands beside a name', 'Bangkok rejected it.', 'Bangkok.', 'rejected'],
    ['what stands beside a date', 'cancelled on 5 August 2022', 'signed on 5 August 2022', 'cancelled'],
    ['what stands beside a date, in Thai', 'ยกเลิกเมื่อวันที่ 5 ส.ค. 2565', 'ลงนามเมื่อวันที่ 5 ส.ค. 2565', 'ยกเลิก'],
  ])('%s', (_, text, support, stray) => expect(strayIn(text, support)).toBe(stray))

  it.each([
    ['English', 'Rockets.', 'rockets'],
    ['Thai', 'จรวด', 'จรวด'],
    ['Japanese', '鉄道', '鉄道'],
  ])('as all that says something is when nothing supports it: %s', (_, text, stray) => {
    expect(strayIn(text)).toBe(stray)
  })
})

it.each([
  ['It is so.', 'Rockets.'],
  ['เป็นอย่างนั้นครับ', 'จรวด'],
  ['それはそうです。', '鉄道'],
])('a statement that says nothing of its quotes is refused: %s', (text, support) => {
  expect(strayIn(text, support)).toBeDefined()
})

describe('Thai and Japanese words', () => {
  it.each([
    ['may be cut otherwise than in the quote', 'กระทรวงต่างประเทศ', 'กระทรวง|ต่าง|ประเทศ'],
    ['may be written with other spaces', 'ความ ร่วม มือ ทาง รถไฟ', 'ความร่วมมือทางรถไฟ'],
    ['may be written with spaces in the quote alone', '鉄道協力', '鉄 道 の 協 力'],
  ])('%s', (_, text, support) => expect(strayIn(text, support.replaceAll('|', ''))).toBeUndefined())
})

const MISDEEDS = ['cancelled', 'secretly', 'ยกเลิก', 'ปฏิเสธ', '中止', '撤回'] as const
/** Ends of words, but for those of a number: what stands between it and what it counts belongs to the amount. */
const PLACES = /(?<=[\p{L}\p{M}])(?<!\btwo)(?=[ 。、])|$/gu

it('a stored sentence passes over itself, and with a word of misdeed put in anywhere it does not', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sentences), fc.constantFrom(...MISDEEDS), fc.nat(), ({ text }, word, n) => {
      const places = Array.from(text.matchAll(PLACES), ({ index }) => index)
      const at = places[n % places.length]!
      expect(strayIn(text, text)).toBeUndefined()
      expect(strayIn(`${text.slice(0, at)} ${word} ${text.slice(at)}`, text)).toBeDefined()
    }),
    { numRuns: 200 },
  )
})

it.each([
  ['The scope includes rockets.', 'The scope includes trains.', '“rockets” says more than the quotes'],
  ['ลงนาม ลับ', 'ลงนาม', '“ลับ” says more than the quotes'],
  ['極秘に署名した。', '署名した。', '“極秘” says more than the quotes'],
])('says which word it is: %s', (text, quote, reason) => {
  expect(verdictOn(text, quote)).toEqual({ verified: false, rule: 'wording', reason })
})

import { describe, expect, it } from 'vitest'
import { checkNames, isName } from '../../../src/answer/verify/check-names.ts'
import { realAnalyst } from '../../support/real-analyst.ts'

const { analyse, lexicon, verdictOn } = realAnalyst()
const strayIn = (text: string, ...quotes: string[]) => checkNames(analyse(text), quotes.map(analyse), lexicon)

describe('a name passes', () => {
  it.each([
    ['in the words of the quote', 'Kaneko signed.', 'Kaneko signed it in Bangkok.'],
    ['in another language', 'ลงนามที่กรุงเทพฯ', '署名はバンコクで行われた。'],
    ['in another language, as an abbreviation', '総務省が署名した。', 'MIC signed.'],
    ['in full for an abbreviation', 'the Ministry of Internal Affairs and Communications', 'ลงนามโดย MIC'],
    ['as an everyday wording', 'ครม. เห็นชอบ', 'คณะรัฐมนตรีเห็นชอบ'],
    ['as the side of who is quoted', 'ฝ่ายญี่ปุ่นลงนาม', '金子大臣が署名した。'],
    ['as the side of a ministry', 'Japan signed.', 'ลงนามโดย MIC'],
    ['as both sides, where the quote has both', 'ทั้งสองฝ่ายลงนาม', 'Thailand and Japan signed.'],
    ['that stands in a longer name', '日本との協力', '日ASEAN・日本の協力'],
    ['of this memorandum, where no other is quoted', 'The new MoC was signed.', 'It was signed.'],
    ['of this memorandum, in Thai', 'ฉบับใหม่ลงนามแล้ว', 'ลงนามแล้ว'],
    ['of nobody', 'It was signed.', 'Kaneko signed it.'],
    ['that belongs to a calendar', 'ปี 2565 ตามปฏิทินไทย', 'ปี 2022'],
    ['that belongs to an era', '令和4年は日本の元号です。', '2022年'],
    ['that belongs to a calendar, in English', 'Reiwa 4 of the Japanese calendar', 'in 2022'],
    ['that the glossary keeps with others, word for word', 'It was signed in Tokyo.', 'Signed in Tokyo.'],
  ])('%s', (_, text, quote) => expect(strayIn(text, quote)).toBeUndefined())

  it('in one quote of several', () => {
    expect(strayIn('Kaneko and Chaiwut signed in Bangkok.', 'Kaneko signed.', 'ชัยวุฒิลงนาม', 'バンコク')).toBeUndefined()
  })
})

describe('a name that the quotes lack is refused', () => {
  it.each([
    ['a person', 'Takaichi signed.', 'Kaneko signed.', 'takaichi'],
    ['a person, in Thai', 'พรชัยลงนาม', 'ชัยวุฒิลงนาม', 'พรชัย'],
    ['a person, in Japanese', '吉田氏が署名した。', '金子氏が署名した。', '吉田'],
    ['a ministry', 'MDES signed.', 'MIC signed.', 'mdes'],
    ['a ministry of nobody’s', 'The Ministry of Finance signed.', 'MIC signed.', 'ministry of finance'],
    ['a ministry of nobody’s, in Thai', 'กระทรวงการคลังลงนาม', 'MIC ลงนาม', 'กระทรวงการคลัง'],
    ['a ministry of nobody’s, in Japanese', '外務省が署名した。', '総務省が署名した。', '外務省'],
    ['a place', 'It was signed in Tokyo.', 'It was signed in Bangkok.', 'tokyo'],
    ['a place, in Thai', 'ลงนามที่เชียงใหม่', 'ลงนามที่กรุงเทพฯ', 'เชียงใหม่'],
    ['a place, in Japanese', '大阪で署名した。', 'バンコクで署名した。', '大阪'],
    ['another name of the same list', 'It was signed in Osaka.', 'It was signed in Tokyo.', 'osaka'],
    ['the other side', 'Thailand signed.', 'MIC signed.', 'thailand'],
    ['the other side, in Thai', 'ฝ่ายญี่ปุ่นลงนาม', 'MDES ลงนาม', 'ฝ่ายญี่ปุ่น'],
    ['the other side, in Japanese', 'タイ側が署名した。', '総務省が署名した。', 'タイ'],
    ['one side for both', 'Japan signed.', 'Both sides signed.', 'japan'],
    ['another country', 'South Korea signed.', 'Japan signed.', 'south korea'],
    ['the earlier memorandum', 'The earlier MoC was signed.', 'The MoC was signed.', 'the earlier'],
    ['the new memorandum, of what the other is said', 'The new MoC ended.', 'The earlier MoC ended.', 'new moc'],
    ['another instrument', 'The joint statement was signed.', 'The MoC was signed.', 'joint statement'],
    ['another instrument, in Thai', 'แถลงการณ์ร่วมลงนามแล้ว', 'ฉบับใหม่ลงนามแล้ว', 'แถลงการณ์ร่วม'],
    [
      'a memorandum of another field',
      '郵便分野の協力覚書が署名された。',
      '協力覚書が署名された。',
      '郵便分野の協力覚書',
    ],
  ])('%s', (_, text, quote, stray) => expect(strayIn(text, quote)).toBe(stray))

  it('and so is every name when nothing is quoted', () => {
    expect(strayIn('Kaneko signed.')).toBe('kaneko')
    expect(strayIn('It was signed.')).toBeUndefined()
  })
})

describe('“the MoC” alone is refused where the quotes speak of an earlier one', () => {
  it.each([
    ['The MoC ended.', 'The earlier MoC ended.', 'moc'],
    ['บันทึกความร่วมมือสิ้นสุดแล้ว', 'ฉบับเดิมสิ้นสุดแล้ว', 'บันทึกความร่วมมือ'],
    ['協力覚書は終了した。', '前の協力覚書は終了した。', '協力覚書'],
  ])('%s', (text, quote, stray) => expect(strayIn(text, quote)).toBe(stray))

  it.each([
    ['when it says which', 'The earlier MoC ended; this MoC had a term.', 'The earlier MoC ended. This MoC is new.'],
    ['when its year says which', 'The MoC of 2017 ended.', 'The earlier MoC ended, signed in 2017.'],
    ['when the quotes speak of this one too', 'The MoC was signed.', 'The new MoC replaces the earlier MoC.'],
    ['when the quotes speak of none', 'The MoC ended.', 'It ended.'],
  ])('but not %s', (_, text, quote) => expect(strayIn(text, quote)).toBeUndefined())
})

it.each([
  ['kaneko', true],
  ['mic', true],
  ['bangkok', true],
  ['japan', true],
  ['old', true],
  ['moc', false],
  ['5g', false],
  ['nothing of the glossary', false],
])('knows which terms are names: %s', (id, is) => expect(isName(id, lexicon)).toBe(is))

it.each([
  ['Takaichi signed.', 'Kaneko signed.', '“takaichi” is not named in the quotes'],
  ['กระทรวงการคลังลงนาม', 'MIC ลงนาม', '“กระทรวงการคลัง” is not named in the quotes'],
  ['大阪で署名した。', 'バンコクで署名した。', '“大阪” is not named in the quotes'],
])('says which name it is: %s', (text, quote, reason) => {
  expect(verdictOn(text, quote)).toEqual({ verified: false, rule: 'names', reason })
})

import { describe, expect, it } from 'vitest'
import { checkRoles } from '../../../src/answer/verify/check-roles.ts'
import { realAnalyst } from '../../support/real-analyst.ts'

const { analyse, lexicon, verdictOn } = realAnalyst()
const problemWith = (text: string, quote: string, { support = quote, publisher = '' } = {}) => {
  const quotes = [analyse(quote)]
  const evidence = { quotes, supports: [...quotes, analyse(support)], isPublisher: (id: string) => id === publisher }
  return checkRoles(analyse(text), evidence, lexicon)
}

describe('who belongs to whom', () => {
  const QUOTE = 'Minister Kaneko of MIC and Minister Chaiwut of MDES met; MIC is of Japan.'

  it.each([
    ['Minister Kaneko of MDES met.', 'kaneko of mdes'],
    ['The MDES of Japan met.', 'mdes of japan'],
    ['รัฐมนตรีคาเนโกะแห่ง MDES', 'คาเนโกะแห่งmdes'],
    ['MIC ของไทย', 'micของไทย'],
    ['デジタル経済社会省の金子大臣', 'デジタル経済社会省の金子'],
    ['日本のデジタル経済社会省', '日本のデジタル経済社会省'],
  ])('is not changed: %s', (text, words) => expect(problemWith(text, QUOTE)).toBe(words))

  it.each(['Chaiwut of MDES met Kaneko of MIC.', 'รัฐมนตรีชัยวุฒิแห่ง MDES', '日本の総務省', '総務省の金子大臣'])(
    'may be said: %s',
    (text) => {
      expect(problemWith(text, QUOTE)).toBeUndefined()
    },
  )
})

describe('who does what', () => {
  it.each([
    ['It was signed by Takaichi.', 'It was signed by Kaneko.', 'Takaichi (sign)'],
    ['ลงนามโดยทากาอิจิ', 'ลงนามโดยคาเนโกะ', 'Takaichi (sign)'],
    ['高市大臣によって署名された。', '金子大臣によって署名された。', 'Takaichi (sign)'],
    ['Yoshida announced it.', 'Kaneko signed and Chaiwut announced it.', 'Yoshida (announce)'],
    ['MIC approved the draft.', 'The cabinet approved the draft of MIC.', 'Communications (approve)'],
    ['MIC เห็นชอบร่าง', 'คณะรัฐมนตรีเห็นชอบร่างของ MIC', 'Communications (approve)'],
    ['総務省は案を承認した。', '内閣は総務省の案を承認した。', 'Communications (approve)'],
    ['the investment by Thailand', 'the investment by Japan in Thailand', 'Thai side (invest)'],
  ])('is not given to another: %s', (text, quote, words) => expect(problemWith(text, quote)).toContain(words))

  it.each([
    ['It was signed by Kaneko.', 'Kaneko and Chaiwut signed.'],
    ['ลงนามโดยคาเนโกะ', '金子大臣によって署名された。'],
    ['Japan signed.', 'ลงนามโดย MIC'],
    ['The cabinet approved the draft.', 'คณะรัฐมนตรีเห็นชอบร่าง'],
    ['It was signed.', 'It was signed by Kaneko.'],
    ['Kaneko signed.', 'It was signed.'],
    ['Takaichi issued it; she visited.', 'Takaichi came. She issued it and visited.'],
  ])('may be said as the quote has it, or left to others: %s', (text, quote) => {
    expect(problemWith(text, quote)).toBeUndefined()
  })

  it.each([
    ['It was signed by experts.', 'It was signed.', 'by experts'],
    ['資料担当者によって署名された。', '署名された。', '資料担当者によって'],
  ])('is not made up: %s', (text, quote, words) => expect(problemWith(text, quote)).toBe(words))

  it('may be said in words other than a name where the quote says who', () => {
    expect(problemWith('It was signed by experts.', 'It was signed by experts of both sides.')).toBeUndefined()
  })
})

describe('what somebody is', () => {
  it.each([
    ['Minister Yoshida came.', 'Vice-Minister Yoshida came.', 'Yoshida (minister)'],
    ['รัฐมนตรีโยชิดะ', 'รองปลัดกระทรวงโยชิดะ', 'Yoshida (minister)'],
    ['金子審議官', '金子大臣', 'Kaneko (vice-minister)'],
    ['外務大臣', '総務大臣', undefined],
    ['高市外務大臣', '高市総務大臣', 'Takaichi (minister)'],
    ['Vice-Minister Kaneko came.', '金子大臣', 'Kaneko (vice-minister)'],
  ])('is not raised or changed: %s', (text, quote, words) => expect(problemWith(text, quote)).toBe(words))

  it('is known from what supports the quote', () => {
    const support = 'Minister Kaneko came.'
    expect(problemWith('Vice-Minister Kaneko came.', 'Kaneko came.', { support })).toBe('Kaneko (vice-minister)')
    expect(problemWith('Minister Kaneko came.', 'Kaneko came.', { support })).toBeUndefined()
  })
})

describe('where to, from what, in whose place', () => {
  it.each([
    ['He visited Japan.', 'He visited Thailand.', 'Japanese side (goal)'],
    ['เยือนญี่ปุ่น', 'เยือนประเทศไทย', 'Japanese side (goal)'],
    ['日本を訪問した。', 'タイを訪問した。', 'Japanese side (goal)'],
    ['日本への投資', 'การลงทุนในไทย', 'Japanese side (goal)'],
    [
      'MDES was succeeded by the ICT ministry.',
      'The ICT ministry was succeeded by MDES.',
      'Ministry of Information and Communication Technology (heir)',
    ],
    [
      'กระทรวงไอซีทีสืบต่อจาก MDES',
      'MDES สืบต่อจากกระทรวงไอซีที',
      'Ministry of Information and Communication Technology (heir)',
    ],
    [
      'デジタル経済社会省を引き継いだ情報通信技術省',
      '情報通信技術省を引き継いだデジタル経済社会省',
      'Ministry of Digital Economy and Society (inherited)',
    ],
  ])('is not turned round: %s', (text, quote, words) => expect(problemWith(text, quote)).toBe(words))

  it.each([
    ['The joint statement followed from the earlier MoC.', 'The earlier MoC followed from the joint statement.'],
    ['แถลงการณ์ร่วมสืบเนื่องจากฉบับเดิม', 'ฉบับเดิมสืบเนื่องจากแถลงการณ์ร่วม'],
    ['共同声明は前の協力覚書を受けたものです。', '前の協力覚書は共同声明を受けたものです。'],
  ])('nor is cause and effect: %s', (text, quote) => expect(problemWith(text, quote)).toMatch(/\(cause\)$/u))

  it.each([
    ['a visit to Thailand', 'タイ訪問'],
    ['MDES สืบต่อจากกระทรวงไอซีที', '情報通信技術省を引き継いだデジタル経済社会省'],
    ['共同声明を受けたものです。', 'The earlier MoC followed from the joint statement.'],
  ])('may be said in another language: %s', (text, quote) => expect(problemWith(text, quote)).toBeUndefined())
})

describe('who is said to say so', () => {
  it.each([
    ['According to MIC, it ended.', 'It ended.'],
    ['ตามข่าวของ MIC ฉบับเดิมสิ้นสุดแล้ว', 'ฉบับเดิมสิ้นสุดแล้ว'],
    ['総務省の発表によれば、終了した。', '終了した。'],
  ])('is refused when nobody does: %s', (text, quote) => {
    expect(problemWith(text, quote)).toMatch(/\(source\)$/u)
    expect(problemWith(text, quote, { publisher: 'cabinet' })).toMatch(/\(source\)$/u)
  })

  it.each([
    ['when the quote says so', 'According to MIC, it ended.', 'ตามข่าวของ MIC สิ้นสุดแล้ว', ''],
    ['when he has published it', 'According to MIC, it ended.', 'It ended.', 'mic'],
  ])('passes %s', (_, text, quote, publisher) => expect(problemWith(text, quote, { publisher })).toBeUndefined())
})

describe('two that stand with each other', () => {
  it.each([
    ['the MoC between MDES and the Cabinet', 'the MoC between MDES and MIC', 'cabinet (between)'],
    ['ระหว่างคณะรัฐมนตรีกับ MIC', 'ระหว่าง MDES กับ MIC', 'cabinet (between)'],
    ['総務省と内閣との間', '総務省とデジタル経済社会省との間', 'cabinet (between)'],
  ])('are not others: %s', (text, quote, words) => expect(problemWith(text, quote)).toBe(words))

  it('may stand in another order and language', () => {
    expect(problemWith('ระหว่าง MDES กับ MIC', '総務省とデジタル経済社会省との間')).toBeUndefined()
  })
})

it.each([
  ['The new MoC is the earlier MoC.', 'The new MoC replaces the earlier MoC.'],
  ['ฉบับใหม่คือฉบับเดิม', 'ฉบับใหม่แทนฉบับเดิม'],
])('two memoranda are not made one: %s', (text, quote) => {
  expect(problemWith(text, quote)).toBe('one memorandum for another')
})

it.each([
  ['Kaneko of MDES met.', 'Kaneko of MIC met Chaiwut of MDES.', '“kaneko of mdes” has another role in the quotes'],
  ['เยือนญี่ปุ่น', 'เยือนประเทศไทยและพบคาเนโกะของญี่ปุ่น', '“Japanese side (goal)” has another role in the quotes'],
  ['高市外務大臣が来た。', '高市総務大臣が来た。', '“Takaichi (minister)” has another role in the quotes'],
])('says who has been given another role: %s', (text, quote, reason) => {
  expect(verdictOn(text, quote)).toEqual({ verified: false, rule: 'roles', reason })
})

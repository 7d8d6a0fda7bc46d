import { describe, expect, it } from 'vitest'
import { checkStatus } from '../../../src/answer/verify/check-status.ts'
import { realAnalyst } from '../../support/real-analyst.ts'

const { analyse, lexicon, verdictOn } = realAnalyst()
const problemWith = (text: string, ...quotes: string[]) => checkStatus(analyse(text), quotes.map(analyse), lexicon)

describe('what is planned is not told as done', () => {
  it.each([
    ['It was signed.', 'It will be signed.'],
    ['The signing took place on 5 August 2022.', 'The signing is planned for 5 August 2022.'],
    ['ลงนามแล้ว', 'จะลงนาม'],
    ['ลงนามเมื่อวันที่ 5 สิงหาคม 2565', 'มีกำหนดลงนามในวันที่ 5 สิงหาคม 2565'],
    ['署名されました。', '署名する予定です。'],
    ['署名された。', 'มีกำหนดลงนาม'],
  ])('%s over %s', (text, quote) => expect(problemWith(text, quote)).toBe('done (sign) what is only planned'))

  it.each([
    ['They will cooperate.', 'They cooperated.', 'a plan that the quotes do not have'],
    ['จะร่วมมือกัน', 'ร่วมมือกัน', 'a plan that the quotes do not have'],
    ['協力する予定です。', '協力しました。', 'a plan that the quotes do not have'],
    ['The sides cooperated.', 'The sides will cooperate.', 'told as done what is only planned'],
  ])('nor the other way round, whatever it is: %s over %s', (text, quote, problem) => {
    expect(problemWith(text, quote)).toBe(problem)
  })

  it('nor what only is to be', () => {
    expect(problemWith('Experts have been exchanged.', 'The activities include exchange.')).toBe(
      'told as done what is only to be done',
    )
    expect(problemWith('แบ่งปันความรู้แล้ว', 'ขอบเขตรวมถึงการแบ่งปันความรู้')).toBe('told as done what is only to be done')
    expect(problemWith('知識を共有しました。', '範囲には知識の共有が含まれます。')).toBe(
      'told as done what is only to be done',
    )
  })
})

it.each([
  ['It will be signed.', 'It was signed.'],
  ['มีกำหนดลงนาม', 'ลงนามแล้ว'],
  ['署名する予定です。', '署名されました。'],
])('what is done is not told as planned: %s', (text, quote) => {
  expect(problemWith(text, quote)).toBe('planned (sign) what has been done')
})

describe('a state that the quotes do not tell of', () => {
  it.each([
    ['approve', 'It was approved.', 'It was signed.'],
    ['approve', 'ได้รับความเห็นชอบแล้ว', 'ลงนามแล้ว'],
    ['approve', '承認されました。', '署名されました。'],
    ['end', 'It has ended.', 'It was signed.'],
    ['end', 'สิ้นสุดแล้ว', 'ลงนามแล้ว'],
    ['end', '終了しました。', '署名されました。'],
    ['in-force', 'It is in force.', 'It was signed.'],
    ['in-force', 'มีผลบังคับใช้', 'ลงนามแล้ว'],
    ['in-force', '有効です。', '署名されました。'],
    ['renew', 'It was extended.', 'It was signed.'],
    ['renew', 'ต่ออายุแล้ว', 'ลงนามแล้ว'],
    ['renew', '延長されました。', '署名されました。'],
    ['draft', 'It was drafted.', 'It was signed.'],
    ['draft', '起草されました。', '署名されました。'],
  ])('is refused: %s in %s', (kind, text, quote) => {
    expect(problemWith(text, quote)).toBe(`${kind}, of which they say nothing`)
  })
})

describe('a draft', () => {
  it.each([
    ['The cabinet approved the MoC.', 'The cabinet approved the draft MoC.'],
    ['คณะรัฐมนตรีเห็นชอบบันทึกความร่วมมือ', 'คณะรัฐมนตรีเห็นชอบร่างบันทึกความร่วมมือ'],
    ['内閣は覚書を承認した。', '内閣は覚書の案を承認した。'],
  ])('stays a draft: %s', (text, quote) => expect(problemWith(text, quote)).toBe('approved what is a draft'))

  it.each([
    ['The cabinet approved the draft.', 'คณะรัฐมนตรีเห็นชอบร่างบันทึกความร่วมมือ'],
    ['อนุมัติร่างแล้ว', 'The cabinet approved the draft MoC.'],
    ['覚書案を承認した。', 'The cabinet approved the draft MoC.'],
  ])('may be told of as one: %s', (text, quote) => expect(problemWith(text, quote)).toBeUndefined())
})

describe('an event keeps its date', () => {
  const BOTH = 'The draft was approved on 2 August 2022 and signed on 5 August 2022.'

  it.each([
    ['The draft was approved on 5 August 2022.', BOTH, 'approve on another date'],
    ['It was signed on 2 August 2022.', BOTH, 'sign on another date'],
    ['ลงนามเมื่อวันที่ 2 สิงหาคม 2565', BOTH, 'sign on another date'],
    ['署名は2022年8月2日です。', BOTH, 'sign on another date'],
    ['ฉบับเดิมสิ้นสุดในปี 2560', 'ลงนามเมื่อปี 2560 และสิ้นสุดเมื่อวันที่ 7 มิ.ย. 2565', 'end on another date'],
    ['2017年に終了した。', '2017年に署名し、2022年6月7日に終了した。', 'end on another date'],
  ])('%s', (text, quote, problem) => expect(problemWith(text, quote)).toBe(problem))

  it.each([
    ['It was signed on 5 August 2022.', BOTH],
    ['It was signed in August 2022.', BOTH],
    ['ร่างได้รับความเห็นชอบเมื่อวันที่ 2 ส.ค. 65', BOTH],
    ['署名されたのは令和4年8月5日です。', BOTH],
    ['It was signed.', BOTH],
  ])('or has none: %s', (text, quote) => expect(problemWith(text, quote)).toBeUndefined())

  it('and takes none that something else has', () => {
    expect(problemWith('It was signed on 2 August 2022.', 'It was approved on 2 August 2022. It was signed.')).toBe(
      'sign on the date of something else',
    )
  })
})

describe('an event keeps its memorandum', () => {
  it.each([
    ['The new MoC ended.', 'The earlier MoC, which the new MoC replaces, ended.', /^end (?:of|by) /u],
    ['ฉบับใหม่สิ้นสุดแล้ว', 'ฉบับใหม่ใช้แทนฉบับเดิมที่สิ้นสุดแล้ว', /^end (?:of|by) /u],
    ['新しい協力覚書は終了した。', '新しい協力覚書は、有効期間が終了した前の協力覚書に代わる。', /^end (?:of|by) /u],
    ['The earlier MoC replaces the new one.', 'The new MoC replaces the earlier one.', /^replace (?:of|by) /u],
    ['ฉบับเดิมแทนฉบับใหม่', 'ฉบับใหม่แทนฉบับเดิม', /^replace (?:of|by) /u],
    ['前の協力覚書は新しい協力覚書に代わる。', '新しい協力覚書は前の協力覚書に代わる。', /^replace (?:of|by) /u],
  ])('%s', (text, quote, problem) => expect(problemWith(text, quote)).toMatch(problem))

  it.each([
    ['The earlier MoC is replaced by the new one.', 'ฉบับใหม่แทนฉบับเดิม'],
    ['ฉบับเดิมสิ้นสุดแล้ว', '有効期間が終了した前の協力覚書'],
    ['新しい協力覚書が署名された。', 'The new MoC was signed.'],
  ])('in whichever words: %s', (text, quote) => expect(problemWith(text, quote)).toBeUndefined())
})

it.each([
  ['It was signed in Bangkok.', 'It was signed in Tokyo and exchanged in Bangkok.', 'sign in Bangkok'],
  ['ลงนามที่กรุงเทพฯ', 'ลงนามแล้ว และแลกเปลี่ยนเอกสารที่กรุงเทพฯ', 'sign in Bangkok'],
])('an event keeps its place: %s', (text, quote, problem) => expect(problemWith(text, quote)).toBe(problem))

it.each([
  ['It was signed.', 'It was signed on 5 August 2022 in Bangkok by Kaneko.'],
  ['ลงนามแล้ว', 'It has been signed.'],
  ['署名する予定です。', 'It is planned to be signed.'],
  ['The activities include training.', 'กิจกรรมรวมถึงการอบรม'],
  ['', ''],
])('a statement passes that tells of things as they stand: %s', (text, quote) => {
  expect(problemWith(text, quote)).toBeUndefined()
})

it('one quote may tell of the plan and another of what became of it', () => {
  const quotes = ['The signing is planned for 5 August 2022.', 'It was signed on 5 August 2022.']
  expect(problemWith('It was signed on 5 August 2022.', ...quotes)).toBeUndefined()
  expect(problemWith('The signing is planned for 5 August 2022.', ...quotes)).toBeUndefined()
})

it.each([
  ['It was signed.', 'It will be signed.', /\bdone\b.*\bsign\b.*\bonly planned\b/u],
  ['มีผลบังคับใช้', 'ลงนามแล้ว', /\bin-force\b.*\bsay nothing\b/u],
  ['内閣は覚書を承認した。', '内閣は覚書の案を承認した。', /\bapproved what is a draft\b/u],
])('says how the status differs: %s', (text, quote, reason) => {
  const verdict = verdictOn(text, quote)
  expect(verdict).toMatchObject({ verified: false, rule: 'status', reason: expect.stringMatching(reason) })
  expect(verdict).toMatchObject({ reason: expect.stringMatching(/^the quotes have another status: /u) })
})

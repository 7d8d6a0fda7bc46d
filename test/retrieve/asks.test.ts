import { describe, expect, it } from 'vitest'
import type { Ask } from '../../src/question.ts'
import { asksOf } from '../../src/retrieve/asks.ts'
import { compact } from '../../src/text/compact.ts'

const asks = (question: string) => asksOf(compact(question))

const ASKED: readonly (readonly [Ask, readonly string[]])[] = [
  [
    'when',
    ['ลงนามเมื่อไหร่', 'เซ็นกันวันไหน', 'When was it signed?', 'On what date?', 'いつ署名されましたか', '署名の日付は?'],
  ],
  [
    'who',
    ['ใครเป็นคนลงนาม', 'Who signed it?', 'Whose signature is it?', '誰が署名しましたか', 'どなたが署名しましたか'],
  ],
  [
    'where',
    ['ลงนามที่ไหน', 'จัดที่จังหวัดไหน', 'Where was it signed?', 'In which city?', 'どこで署名されましたか', '場所は?'],
  ],
  [
    'which-organisation',
    ['กระทรวงไหนลงนาม', 'Which ministry signed it?', 'What agencies take part?', 'どの省が署名しましたか'],
  ],
  ['how-many', ['มีกี่กิจกรรม', 'จำนวนเท่าไหร่', 'How many activities are there?', '活動はいくつありますか']],
  ['how-much', ['ใช้เงินเท่าไหร่', 'กี่ล้านบาท', 'How much money is it?', 'How much does it cost?', 'いくらですか']],
  ['how-long', ['ใช้ได้กี่ปี', 'มีผลนานแค่ไหน', 'How long does it last?', 'How many years is it valid?', '何年間有効ですか']],
  [
    'why',
    [
      'ทำไมต้องทำใหม่',
      'ด้วยเหตุผลใด',
      'Why is there a new one?',
      'For what reason?',
      'なぜ新しくしたのですか',
      'なんで新しくするの',
    ],
  ],
  ['list', ['มีด้านใดบ้าง', 'What are the activities?', 'List the activities', '活動を列挙して', '範囲の一覧']],
  ['link', ['ขอลิงก์ข่าว', 'Is there a link?', 'What is the URL?', 'リンクはありますか']],
  ['wording', ['ขอข้อความเดิม', 'What is the exact wording?', 'Give me the text verbatim', '原文を見せて']],
  ['between', ['จากเห็นชอบถึงลงนามกี่วัน', 'How many days between approval and signing?', '承認から署名まで何日ですか']],
  ['confirm', ['ลงนามที่กรุงเทพใช่ไหม', 'Kaneko signed, right?', 'Was it signed in Bangkok?', '金子大臣ですよね']],
  ['complete', ['มีแค่นี้เท่านั้น', 'Are these the only activities?', 'これだけですか', '活動はこの五つのみ']],
  [
    'summary',
    [
      'สรุปให้หน่อย',
      'บันทึกความร่วมมือคืออะไร',
      'Give me an overview',
      'Summarise the MoC',
      '概要を教えて',
      '覚書とは何ですか',
    ],
  ],
]

const NOT_ASKED: readonly (readonly [Ask, string, string])[] = [
  ['how-many', 'เกี่ยวกับเรื่องอะไร', 'เกี่ยว is no กี่'],
  ['how-long', 'เกี่ยวกับวันลงนาม', 'เกี่ยว is no กี่'],
  ['how-many', 'How many days did it take?', 'days are a length of time'],
  ['how-many', 'ใช้ได้กี่ปี', 'years are a length of time'],
  ['how-many', 'กี่บาท', 'baht are an amount'],
  ['who', 'ใคร่ขอทราบวัตถุประสงค์', 'ใคร่ is a wish'],
  ['why', '目的はなんでしょうか', 'なんでしょう is "what may it be"'],
  ['why', '目的は何ですか', '何ですか is "what is it"'],
  ['where', 'อ่านได้ที่ไหน', 'reading is asked for its source'],
  ['where', 'Where can I read it?', 'reading is asked for its source'],
  ['where', 'Where did the cooperation start?', 'a beginning is an origin'],
  ['where', 'どこで読めますか', 'reading is asked for its source'],
  ['when', 'Who signed it?', 'only a person is asked for'],
  ['who', 'When was it signed?', 'only a date is asked for'],
  ['who', 'The whole text', 'who stands inside another word'],
  ['confirm', 'What does it say?', 'an open question takes nothing for granted'],
]

describe('asksOf', () => {
  it.each(ASKED.flatMap(([ask, questions]) => questions.map((question) => [ask, question] as const)))(
    'finds %s in %s',
    (ask, question) => expect(asks(question)).toContain(ask),
  )

  it.each(NOT_ASKED)('finds no %s in %s: %s', (ask, question) => expect(asks(question)).not.toContain(ask))

  it('finds two things that one sentence asks', () => {
    expect(asks('When and where was it signed?').isSupersetOf(new Set(['when', 'where']))).toBe(true)
    expect(asks('ใครลงนามเมื่อไหร่').isSupersetOf(new Set(['who', 'when']))).toBe(true)
    expect(asks('いつどこで署名されましたか').isSupersetOf(new Set(['when', 'where']))).toBe(true)
  })

  it('wants the dates of what lies between them', () => {
    expect(asks('How many days between approval and signing?').has('when')).toBe(true)
  })

  it.each(['ลงนาม เมื่อไหร่', 'ลงนาม\u00a0เมื่อไหร่', 'ลงนามเมื่อ\u200bไหร่'])(
    'finds when in %j, however it is spaced',
    (question) => expect(asks(question)).toContain('when'),
  )

  it.each(['', '???', '5G', 'MoC'])('finds nothing in %j', (question) => expect(asks(question).size).toBe(0))
})

import { describe, expect, it } from 'vitest'
import { type Mood, moodsOf } from '../../../src/answer/verify/moods.ts'
import { compact } from '../../../src/text/compact.ts'

/** In the order of their names. */
const moodsIn = (text: string): Mood[] => [...moodsOf(compact(text))].sort()

describe('a text denies', () => {
  it.each([
    'It was not signed.',
    'It wasn’t signed.',
    "They won't sign.",
    'It never took effect.',
    'Neither side signed.',
    'None of them signed.',
    'It has no budget.',
    'It is without a budget.',
    'It cannot be renewed.',
    'It failed to reach its aim.',
    'All sectors except postal services.',
    'ไม่ได้ลงนาม',
    'ไม่มีงบประมาณ',
    'มิได้ลงนาม',
    'มิใช่ตัวบท',
    'ห้ามใช้',
    'ปราศจากงบประมาณ',
    'ทุกด้านยกเว้นไปรษณีย์',
    '署名されていない。',
    '署名されなかった。',
    '署名しません。',
    '署名されず、延期された。',
    '郵便を除く分野',
    '郵便以外の分野',
  ])('%s', (text) => expect(moodsIn(text)).toContain('negated'))
})

describe('a text tells what is possible', () => {
  it.each([
    'It may be renewed.',
    'It might be renewed.',
    'It could be renewed.',
    'It can be renewed.',
    'Renewal is possible.',
    'Parties are allowed to leave.',
    'It is likely to be renewed.',
    'อาจต่ออายุ',
    'สามารถต่ออายุ',
    'น่าจะต่ออายุ',
    'เป็นไปได้',
    '延長できます。',
    '延長することができる。',
    '延長するかもしれない。',
    '延長の可能性がある。',
    'おそらく延長される。',
  ])('%s', (text) => expect(moodsIn(text)).toContain('possible'))
})

describe('a text obliges', () => {
  it.each([
    'The sides shall cooperate.',
    'It must be signed.',
    'They should cooperate.',
    'They have to cooperate.',
    'Each side has to cooperate.',
    'It requires approval.',
    'Approval is mandatory.',
    'The text is binding.',
    'ต้องร่วมมือ',
    'จำเป็นต่อความร่วมมือ',
    'ควรร่วมมือ',
    'มีผลผูกพัน',
    '協力しなければならない。',
    '協力すべきです。',
    '協力する義務がある。',
    '協力が必要です。',
    '拘束力がある。',
  ])('%s', (text) => expect(moodsIn(text)).toContain('obliged'))
})

describe('a text plans', () => {
  it.each([
    'It will be signed.',
    'It would be signed in Bangkok.',
    'It is to be signed.',
    'The signing was planned.',
    'It is due on Friday.',
    'It is scheduled for Friday.',
    'They intend to sign.',
    'จะลงนาม',
    'มีกำหนดลงนาม',
    'กำหนดการลงนาม',
    'เตรียมลงนาม',
    'คาดว่าลงนาม',
    '署名する予定です。',
    '署名が計画されている。',
    '署名するはずです。',
    '署名するつもりだ。',
    '署名することになっている。',
  ])('%s', (text) => expect(moodsIn(text)).toContain('planned'))
})

describe('a text tells what is done', () => {
  it.each([
    'It has been signed.',
    'It was signed.',
    'It had already begun.',
    'ลงนามแล้ว',
    '署名しました。',
    '署名された。',
    '署名されました。',
    'すでに署名。',
    '既に署名。',
  ])('%s', (text) => expect(moodsIn(text)).toContain('done'))
})

describe('a text gives a cause', () => {
  it.each([
    'It was signed because of the visit.',
    'It ended; therefore it was replaced.',
    'The visit led to the signing.',
    'It was replaced as a result.',
    'ลงนามเพราะการเยือน',
    'สิ้นสุดจึงใช้แทน',
    'เนื่องจากหมดอายุ',
    '訪問のため署名した。',
    '訪問が原因です。',
  ])('%s', (text) => expect(moodsIn(text)).toContain('causal'))

  it.each(['It is for the sides.', 'ลงนามในการเยือน', '促進するためのものです。'])('and not in: %s', (text) => {
    expect(moodsIn(text)).not.toContain('causal')
  })
})

describe('a text puts in an order of time', () => {
  it.each([
    'It was signed before the visit.',
    'It was valid until the visit.',
    'It was exchanged after it was signed.',
    'ลงนามหลังจากการเยือน',
    'ลงนามก่อนที่จะเยือน',
    'ใช้จนถึงวันศุกร์',
    '訪問した後に署名した。',
    '署名する前に訪問した。',
  ])('%s', (text) => expect(moodsIn(text)).toContain('ordered'))

  it.each(['It was signed during the visit.', 'ฉบับก่อนที่ลงนามไว้', '訪問し、署名した。'])('and not in: %s', (text) => {
    expect(moodsIn(text)).not.toContain('ordered')
  })
})

describe('a text is of no mood', () => {
  it.each([
    ['that only has the letters of one', 'The notable knot of the cannery, mustard, goodwill, planets.'],
    ['that only has the letters of one in Thai', 'มิตรภาพในเดือนมิถุนายน อาจารย์ เฉพาะ ไม้'],
    ['that tells what one needs', 'ต้องการความร่วมมือ'],
    ['that says more than the least', 'ไม่เพียงลงนามแต่ยังแลกเปลี่ยนเอกสาร'],
    ['that says where something is read', 'It can be read there.'],
    ['that goes by the plan', 'Signed as planned.'],
    ['that names things', 'บันทึกความร่วมมือฉบับใหม่'],
    ['that names things in English', 'The new memorandum between the two sides.'],
    ['that names things in Japanese', '新しい協力覚書の署名'],
    ['that lists', '協力の範囲には、郵便分野の協力が含まれます。'],
    ['that is empty', ''],
  ])('%s', (_, text) => expect(moodsIn(text)).toEqual([]))
})

it.each<[string, Mood[]]>([
  ['It may not be renewed.', ['negated', 'possible']],
  ['It must not be renewed.', ['negated', 'obliged']],
  ['It will not be signed.', ['negated', 'planned']],
  ['ไม่จำเป็นต้องลงนาม', ['negated', 'obliged']],
  ['จะไม่ลงนาม', ['negated', 'planned']],
  ['署名されませんでした。', ['done', 'negated']],
  ['予定どおり署名しました。', ['done']],
])('a text has all its moods: %s', (text, moods) => expect(moodsIn(text)).toEqual(moods))

it('spaces of the writer change no mood', () => {
  expect(moodsIn('ไม่ ได้ ลง นาม')).toEqual(moodsIn('ไม่ได้ลงนาม'))
  expect(moodsIn('署 名 し ま せ ん')).toEqual(moodsIn('署名しません'))
  expect(moodsIn('It  was \u00a0not signed')).toEqual(moodsIn('It was not signed'))
})

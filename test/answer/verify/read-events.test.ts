import { describe, expect, it } from 'vitest'
import type { EventKind } from '../../../src/answer/verify/find-events.ts'
import type { EventMention } from '../../../src/answer/verify/read-events.ts'
import { realAnalyst } from '../../support/real-analyst.ts'

const { analyse } = realAnalyst()
const eventsIn = (text: string) => analyse(text).events
const kindsIn = (text: string) => [...new Set(eventsIn(text).map(({ kind }) => kind))]
const eventIn = (text: string, kind: EventKind): EventMention => {
  const event = eventsIn(text).find((other) => other.kind === kind)
  if (event === undefined) throw new Error(`No ${kind} in ${text}`)
  return event
}

describe('an event is told of', () => {
  it.each<[EventKind, ...string[]]>([
    ['sign', 'It was signed.', 'the signing', 'มีการลงนาม', 'เซ็นแล้ว', '署名されました。', '調印式'],
    ['approve', 'It was approved.', 'the approval', 'ได้เห็นชอบ', 'อนุมัติแล้ว', '承認しました。', '了承された'],
    ['end', 'It ended.', 'It expires.', 'It is no longer in force.', 'สิ้นสุดแล้ว', 'หมดอายุ', '終了した', '失効した'],
    ['replace', 'It replaces that.', 'in the place of that', 'ใช้แทน', 'แทนที่', 'それに代わる', '置き換えた'],
    ['in-force', 'It is in force.', 'It takes effect.', 'มีผลบังคับใช้', '有効です。', '発効した'],
    ['renew', 'It was renewed.', 'It was extended.', 'ต่ออายุ', '延長された', '更新された'],
    ['draft', 'They drafted it.', 'จัดทำร่าง', '起草した'],
    ['visit', 'They visited.', 'การเยือน', '訪問した'],
    ['announce', 'She announced it.', 'แถลงแล้ว', '概要を発表した'],
    ['exchange', 'They exchanged it.', 'แลกเปลี่ยนเอกสาร', '文書を交換した'],
    ['invest', 'They invest.', 'การลงทุน', '投資する'],
  ])('%s', (kind, ...texts) => {
    for (const text of texts) expect([text, kindsIn(text)]).toEqual([text, [kind]])
  })

  it.each([
    'The signal is assigned to a designer at the weekend.',
    'ผู้แทนของศูนย์ (เซ็นเตอร์) มีผลประโยชน์และต่างตอบแทนกัน',
    '有効期間は長い。',
    'บันทึกความร่วมมือฉบับใหม่',
    '',
  ])('and not in: %s', (text) => expect(eventsIn(text)).toEqual([]))

  it('in the order of the text', () => {
    expect(kindsIn('The draft was approved, signed and exchanged.')).toEqual(['approve', 'sign', 'exchange'])
    expect(kindsIn('เห็นชอบร่างแล้วลงนาม')).toEqual(['approve', 'sign'])
    expect(kindsIn('承認され、署名された。')).toEqual(['approve', 'sign'])
  })
})

describe('what is only planned is told from what is done', () => {
  it.each([
    'It will be signed.',
    'It is to be signed in Bangkok.',
    'The signing is planned for Friday.',
    'The signing was scheduled for August.',
    'The two sides are expected to sign.',
    'the planned signing',
    'จะลงนามในวันศุกร์',
    'มีกำหนดลงนาม',
    'กำหนดการลงนามจะมีขึ้นในวันศุกร์',
    'เตรียมลงนาม',
    '署名する予定です。',
    '署名は8月に予定されていました。',
    '署名する計画です。',
  ])('planned: %s', (text) => expect(eventIn(text, 'sign').standing).toBe('planned'))

  it.each([
    'It was signed.',
    'They signed it.',
    'It has been signed as planned.',
    'the signing in Bangkok',
    'ลงนามแล้ว',
    'ได้ลงนามเมื่อวันศุกร์',
    '署名されました。',
    '予定どおり署名されました。',
  ])('done: %s', (text) => expect(eventIn(text, 'sign').standing).toBe('done'))
})

describe('who does it', () => {
  it.each<[string, EventKind, string[]]>([
    ['It was signed by Minister Kaneko of MIC.', 'sign', ['kaneko', 'mic']],
    ['Kaneko and Chaiwut signed it.', 'sign', ['chaiwut', 'kaneko']],
    ['The Thai cabinet approved the draft.', 'approve', ['cabinet']],
    ['It was announced by Traisuree.', 'announce', ['traisuree']],
    ['the investment by Japan', 'invest', ['japan']],
    ['Kaneko signed it and Chaiwut announced it.', 'announce', ['chaiwut']],
    ['ลงนามโดยรัฐมนตรีคาเนโกะและรัฐมนตรีชัยวุฒิ', 'sign', ['chaiwut', 'kaneko']],
    ['คณะรัฐมนตรีเห็นชอบร่าง', 'approve', ['cabinet']],
    ['ผู้แถลงคือ น.ส.ไตรศุลี', 'announce', ['traisuree']],
    ['การเยือนของทากาอิจิ', 'visit', ['takaichi']],
    ['ทากาอิจิเยือนไทย', 'visit', ['takaichi']],
    ['金子大臣とチャイウット大臣によって署名されました。', 'sign', ['chaiwut', 'kaneko']],
    ['内閣は協力覚書の案を承認しました。', 'approve', ['cabinet']],
    ['高市大臣がタイを訪問した。', 'visit', ['takaichi']],
    ['文書の交換は、吉田氏によって行われました。', 'exchange', ['yoshida']],
  ])('%s', (text, kind, agents) => expect(eventIn(text, kind).agents.toSorted()).toEqual(agents))

  it('is he whom the office is told of, not the office', () => {
    expect(eventIn('It was announced by Traisuree of the Prime Minister’s Office.', 'announce').agents).toEqual([
      'traisuree',
    ])
  })

  it.each<[string, EventKind]>([
    ['It was signed in Bangkok.', 'sign'],
    ['The approval was made known by Traisuree.', 'approve'],
    ['ลงนามที่กรุงเทพฯ', 'sign'],
    ['署名は2022年8月5日です。', 'sign'],
  ])('may be left unsaid: %s', (text, kind) => expect(eventIn(text, kind).agents).toEqual([]))
})

describe('when it happens', () => {
  const dayOf = (text: string, kind: EventKind) =>
    eventIn(text, kind).dates.map(({ year, month, day }) => [year, month, day].join('-'))

  it.each<[string, EventKind, string]>([
    ['It was signed on 5 August 2022.', 'sign', '2022-8-5'],
    ['On 2 August 2022 the cabinet approved the draft, which was signed on 5 August 2022.', 'approve', '2022-8-2'],
    ['On 2 August 2022 the cabinet approved the draft, which was signed on 5 August 2022.', 'sign', '2022-8-5'],
    ['It was signed in 2017 and ended on 7 June 2022.', 'sign', '2017--'],
    ['It was signed in 2017 and ended on 7 June 2022.', 'end', '2022-6-7'],
    ['ลงนามเมื่อปี 2560 และสิ้นสุดเมื่อวันที่ 7 มิ.ย. 2565', 'sign', '2017--'],
    ['ลงนามเมื่อปี 2560 และสิ้นสุดเมื่อวันที่ 7 มิ.ย. 2565', 'end', '2022-6-7'],
    ['2022年8月2日に承認され、2022年8月5日に署名された。', 'approve', '2022-8-2'],
    ['2022年8月2日に承認され、2022年8月5日に署名された。', 'sign', '2022-8-5'],
    ['署名されたのは2022年8月5日です。', 'sign', '2022-8-5'],
  ])('%s (%s)', (text, kind, day) => expect(dayOf(text, kind)).toContain(day))

  it('is in every reading of the date', () => {
    expect(dayOf('It was signed on 5/8/2022.', 'sign').toSorted()).toEqual(['2022-5-8', '2022-8-5'])
  })

  it('may be left unsaid', () => expect(dayOf('It was signed.', 'sign')).toEqual([]))
})

describe('which memorandum it happens to', () => {
  it.each<[string, EventKind, string | undefined]>([
    ['The new MoC was signed.', 'sign', 'new'],
    ['They signed the earlier MoC.', 'sign', 'old'],
    ['The new MoC replaces the earlier one.', 'replace', 'old'],
    ['The earlier MoC is replaced by the new one.', 'replace', 'old'],
    ['The term of the earlier MoC, which the new one replaces, ended.', 'end', 'old'],
    ['ฉบับเดิมสิ้นสุดแล้ว', 'end', 'old'],
    ['ฉบับใหม่แทนฉบับเดิม', 'replace', 'old'],
    ['ฉบับเดิมถูกแทนที่ด้วยฉบับใหม่', 'replace', 'old'],
    ['新しい協力覚書は署名されました。', 'sign', 'new'],
    ['新しい協力覚書は前の協力覚書に代わるものです。', 'replace', 'old'],
    ['前の協力覚書は新しい協力覚書に置き換えられました。', 'replace', 'old'],
    ['有効期間が終了した前の協力覚書', 'end', 'old'],
    ['It was signed.', 'sign', undefined],
  ])('%s', (text, kind, instrument) => expect(eventIn(text, kind).instrument).toBe(instrument))
})

it.each<[string, EventKind, string[]]>([
  ['The documents were exchanged in Bangkok.', 'exchange', ['bangkok']],
  ['In Tokyo it was signed, and exchanged in Bangkok.', 'exchange', ['bangkok']],
  ['แลกเปลี่ยนเอกสารที่กรุงเทพฯ', 'exchange', ['bangkok']],
  ['バンコクで署名された。', 'sign', ['bangkok']],
  ['It was signed on Friday.', 'sign', []],
])('where it happens: %s', (text, kind, places) => expect(eventIn(text, kind).places).toEqual(places))

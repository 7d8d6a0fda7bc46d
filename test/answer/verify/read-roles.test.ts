import { describe, expect, it } from 'vitest'
import { realAnalyst } from '../../support/real-analyst.ts'

const { analyse } = realAnalyst()
const rolesIn = (text: string) => [...new Set(analyse(text).roles.map(({ role, id }) => `${role}: ${id}`))].sort()

describe('where to', () => {
  it.each([
    ['Takaichi visited Thailand.', 'thailand'],
    ['during a visit to Japan', 'japan'],
    ['a trip to Thailand', 'thailand'],
    ['Companies invest in Thailand.', 'thailand'],
    ['investment in Japan by Thai companies', 'japan'],
    ['การเยือนประเทศไทย', 'thailand'],
    ['เดินทางเยือนญี่ปุ่น', 'japan'],
    ['การลงทุนในไทยของบริษัทญี่ปุ่น', 'thailand'],
    ['タイを訪問した', 'thailand'],
    ['総務省幹部のタイ訪問', 'thailand'],
    ['日本への投資', 'japan'],
  ])('is a goal: %s', (text, id) => expect(rolesIn(text)).toEqual([`goal: ${id}`]))

  it.each([
    'Thailand signed.',
    'Japan’s visit',
    'Companies of Japan',
    'ไทยลงนาม',
    'บริษัทของญี่ปุ่น',
    '日本の総務省',
    'タイが署名した。',
  ])('is not said: %s', (text) => expect(rolesIn(text)).toEqual([]))
})

describe('in whose place', () => {
  it.each([
    ['MDES, the successor of the ICT ministry', 'mdes', 'ict-ministry'],
    ['MDES succeeded the ICT ministry.', 'mdes', 'ict-ministry'],
    ['MDES สืบต่อจากกระทรวงไอซีที', 'mdes', 'ict-ministry'],
    ['กระทรวงไอซีที ซึ่งสืบต่อจาก MDES', 'ict-ministry', 'mdes'],
    ['旧情報通信技術省を引き継いだデジタル経済社会省', 'mdes', 'ict-ministry'],
    ['デジタル経済社会省を引き継いだ情報通信技術省', 'ict-ministry', 'mdes'],
  ])('tells the heir from what is inherited: %s', (text, heir, inherited) => {
    expect(rolesIn(text)).toEqual([`heir: ${heir}`, `inherited: ${inherited}`])
  })

  it('an owner is no heir', () => {
    expect(rolesIn('the successor of Thailand’s former ICT ministry')).toEqual(['inherited: ict-ministry'])
  })
})

it.each([
  ['The MoC of 2017 followed from the joint statement.', 'joint-statement'],
  ['It was a result of the joint statement.', 'joint-statement'],
  ['สืบเนื่องจากแถลงการณ์ร่วม', 'joint-statement'],
  ['เป็นผลจากฉบับเดิม', 'old'],
  ['共同声明を受けたものです。', 'joint-statement'],
  ['前の協力覚書に基づきます。', 'old'],
])('what something comes from is a cause: %s', (text, id) => expect(rolesIn(text)).toEqual([`cause: ${id}`]))

describe('who says so', () => {
  it.each([
    ['According to MIC, it ended.', 'mic'],
    ['MIC’s release says so.', 'mic'],
    ['the cabinet announcement', 'cabinet'],
    ['ตามข่าวของ MIC', 'mic'],
    ['ตามข่าวมติคณะรัฐมนตรี', 'cabinet'],
    ['総務省の発表によれば', 'mic'],
    ['閣議に関する発表', 'cabinet'],
  ])('is a source: %s', (text, id) => expect(rolesIn(text)).toEqual([`source: ${id}`]))

  it.each(['MIC announced it.', 'MIC แถลง', '総務省が発表した'])('is not who announces: %s', (text) => {
    expect(rolesIn(text)).toEqual([])
  })
})

it('persons and topics play no such role', () => {
  expect(rolesIn('a visit of Kaneko, according to Yoshida')).toEqual([])
  expect(rolesIn('ตามข่าวของคาเนโกะเรื่อง 5G')).toEqual([])
  expect(rolesIn('5Gへの投資')).toEqual([])
})

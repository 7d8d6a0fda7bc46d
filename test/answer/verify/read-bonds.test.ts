import { describe, expect, it } from 'vitest'
import { contradicts } from '../../../src/answer/verify/read-bonds.ts'
import { realAnalyst } from '../../support/real-analyst.ts'

const { analyse, lexicon } = realAnalyst()
const bondsIn = (text: string) => analyse(text).bonds.map(({ ids }) => ids.join(' '))

describe('two names belong together', () => {
  it.each([
    ['Minister Kaneko of MIC', 'kaneko mic'],
    ['Kaneko, the minister of MIC', 'kaneko mic'],
    ["MIC's minister Kaneko", 'mic kaneko'],
    ["Japan's MIC", 'japan mic'],
    ['MIC (Japan)', 'mic japan'],
    ['the Ministry of Internal Affairs and Communications (MIC) of Japan', 'mic japan'],
    ['MIC is the party of Japan.', 'mic japan'],
    ['รัฐมนตรีคาเนโกะแห่ง MIC', 'kaneko mic'],
    ['โยชิดะ รองปลัดกระทรวงฝ่ายประสานนโยบายของ MIC', 'yoshida mic'],
    ['MIC ของญี่ปุ่น', 'mic japan'],
    ['MDES แห่งราชอาณาจักรไทย', 'mdes thailand'],
    ['MIC เป็นคู่ภาคีฝ่ายญี่ปุ่น', 'mic japan'],
    ['総務省の金子大臣', 'mic kaneko'],
    ['タイのチャイウット大臣', 'thailand chaiwut'],
    ['日本のデジタル経済社会省', 'japan mdes'],
  ])('where one stands with the other: %s', (text, bond) => expect(bondsIn(text)).toEqual([bond]))

  it('and says so in the words of the text', () => {
    expect(analyse('signed by Minister Kaneko of MIC in Bangkok').bonds[0]!.words).toBe('kaneko of mic')
    expect(analyse('ลงนามโดย MIC ของญี่ปุ่น').bonds[0]!.words).toBe('micของญี่ปุ่น')
    expect(analyse('総務省の金子大臣が署名した').bonds[0]!.words).toBe('総務省の金子')
  })
})

it.each([
  ['two of a kind', 'Kaneko and Chaiwut'],
  ['two of a kind, in Thai', 'MIC และ MDES'],
  ['two of a kind, in Japanese', '総務省とデジタル経済社会省'],
  ['a list', 'Kaneko, Bangkok and MIC'],
  ['what happens between them', 'Kaneko met MIC'],
  ['what happens between them, in Thai', 'คาเนโกะพบ MIC'],
  ['a goal, in Japanese', '総務省幹部のタイ訪問'],
  ['a way, in Japanese', '総務省のタイへの投資'],
  ['one name alone', 'Kaneko'],
  ['names that lie apart', 'Kaneko signed the memorandum in Bangkok, and MIC published it.'],
])('are not bound: %s', (_, text) => expect(bondsIn(text)).toEqual([]))

describe('a bond contradicts what is quoted', () => {
  const problemWith = (text: string, quote: string) => {
    const quoted = analyse(quote).bonds
    return analyse(text).bonds.find((bond) => contradicts(bond, quoted, lexicon))?.words
  }

  it.each([
    ['a person of the other side’s ministry', 'Minister Kaneko of MDES', 'kaneko of mdes'],
    ['a ministry of the other side', "Japan's MDES", "japan's mdes"],
    ['a person of the other side’s ministry, in Thai', 'รัฐมนตรีชัยวุฒิแห่ง MIC', 'ชัยวุฒิแห่งmic'],
    ['a ministry of the other side, in Thai', 'MIC ของไทย', 'micของไทย'],
    ['a person of the other side’s ministry, in Japanese', '総務省のチャイウット大臣', '総務省のチャイウット'],
    ['a ministry of the other side, in Japanese', '日本のデジタル経済社会省', '日本のデジタル経済社会省'],
  ])('as %s', (_, text, words) => {
    expect(problemWith(text, 'Kaneko of MIC and Chaiwut of MDES signed it.')).toBe(words)
  })

  it.each([
    ['what the quote says too', 'Minister Kaneko of MIC', '総務省の金子大臣'],
    ['what the quote says the other way round', "MIC's minister Kaneko", 'Kaneko of MIC'],
    ['whose side the glossary knows', 'MIC ของญี่ปุ่น', 'MIC'],
    ['two of one side', '総務省の吉田', 'MIC'],
    ['what the source itself has', "Japan's MDES", "Japan's MDES"],
  ])('but not as %s', (_, text, quote) => expect(problemWith(text, quote)).toBeUndefined())
})

describe('who stands with whom', () => {
  const counterpartsIn = (text: string) => analyse(text).counterparts

  it.each([
    ['the MoC between MDES and MIC', ['mdes', 'mic']],
    ['บันทึกความร่วมมือระหว่าง MDES กับ MIC', ['mdes', 'mic']],
    ['ระหว่างกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมและกระทรวงกิจการภายในและการสื่อสาร', ['mdes', 'mic']],
    ['総務省とデジタル経済社会省との間で署名された', ['mic', 'mdes']],
  ])('is read in their order: %s', (text, ids) => expect(counterpartsIn(text)).toEqual(ids))

  it.each([
    'MDES and MIC signed.',
    'ระหว่างการเยือนของ MIC',
    'between 2017 and 2022',
    '総務省とデジタル経済社会省が署名した。',
  ])('is not said: %s', (text) => expect(counterpartsIn(text)).toEqual([]))
})

describe('two memoranda are said to be one', () => {
  it.each(['The new MoC is the earlier one.', 'ฉบับใหม่คือฉบับเดิม', '新しい協力覚書は前の協力覚書です。'])(
    'in: %s',
    (text) => {
      expect(analyse(text).equates).toBe(true)
    },
  )

  it.each([
    'The new MoC replaces the earlier one.',
    'ฉบับใหม่แทนฉบับเดิม',
    '新しい協力覚書は、2017年に署名された前の協力覚書に代わるものです。',
    'The new MoC is signed.',
  ])('and not in: %s', (text) => expect(analyse(text).equates).toBe(false))
})

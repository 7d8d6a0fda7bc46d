import { describe, expect, it } from 'vitest'
import { createMeaningReader } from '../../src/text/meanings.ts'

const read = createMeaningReader([
  { id: 'sign', wordings: ['ลงนาม', 'sign', 'signed', '署名', '署名式'] },
  { id: 'ceremony', wordings: ['นามธรรม', 'signing ceremony', '署名式'] },
  { id: 'reduce', wordings: ['ลด', 'cut', '減'] },
  { id: 'ministry', wordings: ['กระทรวง', 'ministry', '省'] },
  { id: 'place', wordings: ['ที', 'take place', 'take', '場所'] },
  { id: 'nothing', wordings: [''] },
])

/** `text` with its word borders as bars. */
function meaningsIn(text: string): string[] {
  const cuts = new Set<number>()
  let compact = ''
  for (const word of text.split('|')) {
    compact += word
    cuts.add(compact.length)
  }
  return read(compact, cuts).map(({ ids, start, end }) => `${ids}: ${compact.slice(start, end)}`)
}

describe('a wording', () => {
  it.each([
    ['Thai', 'ได้|ลงนาม|แล้ว', ['sign: ลงนาม']],
    ['English', 'it| was| |signed', ['sign: signed']],
    ['Japanese', '省|に|署名', ['ministry: 省', 'sign: 署名']],
  ])('is found in %s', (_, text, meanings) => expect(meaningsIn(text)).toEqual(meanings))

  it.each([
    ['Thai', 'ได้ลงนามแล้ว', ['sign: ลงนาม']],
    ['Thai, cut elsewhere', 'ลง|นาม', ['sign: ลงนาม']],
    ['English', 'unspaced:signed', ['sign: signed']],
    ['Japanese', '共同|署名|式典', ['sign: 署名']],
  ])('of four characters needs no word border, a shorter one does: %s', (_, text, meanings) => {
    expect(meaningsIn(text)).toEqual(meanings)
  })

  it('is found within another and across the end of another', () => {
    expect(meaningsIn('署名式')).toEqual(['sign,ceremony: 署名式'])
    expect(meaningsIn('署名|式')).toEqual(['sign: 署名', 'sign,ceremony: 署名式'])
    expect(meaningsIn('ลงนามธรรม')).toEqual(['sign: ลงนาม', 'ceremony: นามธรรม'])
    expect(meaningsIn('take| |place')).toEqual(['place: take place', 'place: take'])
  })

  it('has every meaning that it may have, each once', () => {
    const twice = createMeaningReader([
      { id: 'a', wordings: ['report', 'report'] },
      { id: 'b', wordings: ['report'] },
    ])
    expect(twice('report', new Set([6]))).toEqual([{ ids: ['a', 'b'], start: 0, end: 6 }])
  })
})

describe('no wording is found', () => {
  it.each([
    ['in a longer Thai word, when it is short', 'ปลด|ล็อก'],
    ['in a longer Thai word, at its start', 'ลดา'],
    ['in a longer English word', 'de|sign|er'],
    ['in an English word in another form', 'signs'],
    ['in a longer word of kanji', '軽減税率'],
    ['that would be cut off its marks', 'ที่|นี่'],
    ['where the text says something else', 'กาแฟ| |coffee| |珈琲'],
    ['in an empty text', ''],
  ])('%s', (_, text) => expect(meaningsIn(text)).toEqual([]))
})

it.each([
  ['a particle before it', 'を減は', 'の省|に'],
  ['an ending behind it', '減らす', '|省が'],
])('in Japanese %s cuts a short word off', (_, ...texts) => {
  for (const text of texts) expect(meaningsIn(text)).toHaveLength(1)
})

describe('the words of agreements that Accord ships with', () => {
  const readAll = createMeaningReader()
  const idsIn = (...words: string[]) => {
    const cuts = new Set(words.map((_, at) => words.slice(0, at + 1).join('').length))
    return new Set(readAll(words.join(''), cuts).flatMap(({ ids }) => ids))
  }

  it.each([
    ['sign', 'ลงนาม', 'signed', '署名'],
    ['approve', 'อนุมัติ', 'approved', '承認'],
    ['end', 'สิ้นสุด', 'expired', '終了'],
    ['replace', 'แทนที่', 'supersedes', '置き換え'],
    ['visit', 'เยือน', 'visited', '訪問'],
    ['draft', 'ร่าง', 'draft', '草案'],
    ['minister', 'รัฐมนตรี', 'minister', '大臣'],
    ['cooperation', 'ความร่วมมือ', 'collaboration', '連携'],
    ['weather', 'สภาพอากาศ', 'weather', '気象'],
    ['invest', 'ลงทุน', 'investment', '投資'],
  ])('mean the same in every language: %s', (id, ...words) => {
    for (const word of words) expect(idsIn(word)).toContain(id)
  })
})

import { describe, expect, it } from 'vitest'
import { convertBytes } from '../../../src/ingest/convert/convert.ts'
import { writeNumber } from '../../../src/ingest/convert/number-formats.ts'
import { buildDocx, type DocxBlock, type DocxParts } from '../../support/build-docx.ts'

const level = (at: number, text: string, format = 'decimal', more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const definition = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const list = (id: number, definition: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`
const item = (numbered: string, list = 1, level = 0): DocxBlock => ({ numbered, list, level })

async function linesOf(blocks: readonly DocxBlock[], parts: DocxParts): Promise<string[]> {
  const conversion = await convertBytes(await buildDocx(blocks, parts), '.docx')
  if ('problems' in conversion) return conversion.problems.map(({ what }) => `! ${what}`)
  return conversion.text.split('\n').filter((line) => line !== '')
}

describe('the numbers that Word writes', () => {
  it('stand before their paragraphs, go on after others, and begin anew below', async () => {
    const numbering =
      definition(0, level(0, 'ข้อ %1', 'thaiNumbers') + level(1, '%1.%2') + level(2, '(%3)', 'thaiLetters')) + list(1, 0)
    const blocks = [
      item('ขอบเขต'),
      item('ดิจิทัล', 1, 1),
      item('คลื่น', 1, 2),
      item('ไปรษณีย์', 1, 2),
      'ย่อหน้า',
      item('ไซเบอร์', 1, 1),
      item('เมือง', 1, 2),
      item('งบประมาณ'),
      item('ไม่มี', 1, 1),
    ]
    expect(await linesOf(blocks, { numbering })).toEqual([
      'ข้อ ๑ ขอบเขต',
      '๑.1 ดิจิทัล',
      '(ก) คลื่น',
      '(ข) ไปรษณีย์',
      'ย่อหน้า',
      '๑.2 ไซเบอร์',
      '(ก) เมือง',
      'ข้อ ๒ งบประมาณ',
      '๒.1 ไม่มี',
    ])
  })

  it('are shared by lists of one definition, unless one begins anew', async () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    const numbering = definition(0, level(0, 'Article %1.')) + list(1, 0) + list(2, 0) + list(3, 0, override)
    const blocks = [item('a'), item('b', 2), item('c', 3), item('d', 3), item('e')]
    expect(await linesOf(blocks, { numbering })).toEqual([
      'Article 1. a',
      'Article 2. b',
      'Article 7. c',
      'Article 8. d',
      'Article 9. e',
    ])
  })

  it('may come from a style, also of a heading or of the style that it’s based on', async () => {
    const numbering = definition(0, level(0, '第%1条', 'japaneseCounting', '<w:pStyle w:val="Clause"/>')) + list(1, 0)
    const styles =
      '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Clause"/></w:style>'
    const blocks: DocxBlock[] = [
      { numbered: '目的', style: 'Clause' },
      { numbered: '範囲', style: 'Own' },
      { numbered: '本文', style: 'Clause', list: 0 },
    ]
    expect(await linesOf(blocks, { numbering, styles })).toEqual(['## 第一条 目的', '第二条 範囲', '## 本文'])
  })

  it('leave bullets alone, and count in tables too', async () => {
    const numbering = definition(0, level(0, '·', 'bullet') + level(1, '%2)', 'lowerLetter')) + list(1, 0)
    expect(await linesOf([item('จุด'), item('ย่อย', 1, 1), { rows: [['1', '2']] }], { numbering })).toEqual([
      '- จุด',
      'a) ย่อย',
      '1 | 2',
    ])
  })

  it('refuse the document when how they look isn’t known', async () => {
    const counted = definition(0, level(0, 'ข้อ %1', 'thaiCounting')) + list(1, 0)
    expect(await linesOf([item('ขอบเขต')], { numbering: counted })).toEqual([
      expect.stringContaining("in a way that isn't known (thaiCounting)"),
    ])
  })
})

describe('a number', () => {
  it.each([
    ['decimal', [1, 30], ['1', '30']],
    ['decimalZero', [1, 12], ['01', '12']],
    ['decimalFullWidth', [12], ['１２']],
    ['thaiNumbers', [25], ['๒๕']],
    ['thaiLetters', [1, 2, 3, 4, 32], ['ก', 'ข', 'ค', 'ง', 'ร']],
    ['lowerLetter', [1, 26, 27], ['a', 'z', 'aa']],
    ['upperLetter', [28], ['BB']],
    ['lowerRoman', [4, 9, 49], ['iv', 'ix', 'xlix']],
    ['upperRoman', [14], ['XIV']],
    ['japaneseCounting', [9, 10, 11, 20, 99], ['九', '十', '十一', '二十', '九十九']],
    ['none', [3], ['']],
  ] as const)('is written in %s as Word does', (format, numbers, written) => {
    expect(numbers.map((number) => writeNumber(number, format))).toEqual(written)
  })

  it.each([
    ['thaiCounting', 1],
    ['thaiLetters', 33],
    ['japaneseCounting', 100],
    ['lowerRoman', 400],
    ['upperLetter', 0],
    ['constructor', 1],
  ])('isn’t guessed: %s %i', (format, number) => expect(writeNumber(number, format)).toBeUndefined())
})

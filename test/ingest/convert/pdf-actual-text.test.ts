import { describe, expect, it } from 'vitest'
import { withActualText } from '../../../src/ingest/convert/pdf-actual-text.ts'
import type { Item } from '../../../src/ingest/convert/pdf-lines.ts'
import { type Mark, marksOf } from '../../../src/ingest/convert/pdf-marks.ts'

const item = (str: string, x = 0, y = 0): Item => ({ str, transform: [12, 0, 0, 12, x, y], width: 6 * str.length })
const span = { type: 'beginMarkedContentProps', tag: 'Span', id: null }
const end = { type: 'endMarkedContent' }
const mark = (actualText: string): Mark[] => [{ kind: 'begin', tag: 'Span', actualText }, { kind: 'end' }]
const told = (shown: string, actualText: string) =>
  withActualText([span, item(shown), end], mark(actualText))?.map(({ str }) => str)

describe('letters that a font hides', () => {
  it('are those that stand beside the glyphs, in their order', () => {
    expect(told('ที\0', 'ที่')).toEqual(['ที่'])
    expect(told('น\0ํา', 'น้ำ')).toEqual(['น้ำ'])
    expect(told('\0ู', 'ญู')).toEqual(['ญู'])
    expect(told('技術\u2027', '技術・')).toEqual(['技術・'])
    expect(told('\u2EA0\u2F47', '民日')).toEqual(['民日'])
  })

  it.each([
    ['a letter that is to be seen', 'ที\0', 'มี่'],
    ['more letters than the glyphs can be', 'ที\0', 'ที่ประชุม'],
    ['none for the hidden one', 'ที\0', 'ที'],
    ['another hidden one', 'ที\0', 'ที\uE001'],
    ['a digit', '256\0', '2550'],
  ])('stay hidden when there is %s', (_, shown, actualText) => expect(told(shown, actualText)).toEqual([shown]))

  it('are not sought where none is hidden', () => expect(told('มี', 'ไม่มี')).toEqual(['มี']))

  it('keep their place, their width and the space before them', () => {
    const pieces = [item('ก', 0), span, item(' ', 6), item('ป', 10), item('\0', 14, -0.5), end, item('า', 20)]
    expect(withActualText(pieces, mark('ป่'))).toEqual([
      item('ก', 0),
      item(' ', 6),
      { ...item('ป', 10), str: 'ป่', width: 10 },
      item('า', 20),
    ])
  })

  it('are told by nothing when the marks are another page’s', () => {
    expect(withActualText([span, item('ที\0'), end], [])).toBeUndefined()
    expect(withActualText([span, item('ที\0'), end], [...mark('ที่'), ...mark('ที่')])).toBeUndefined()
    expect(withActualText([{ ...span, tag: 'P' }, item('ที\0'), end], mark('ที่'))).toBeUndefined()
    expect(withActualText([{ ...span, id: 'p2R_mc5' }, item('ที\0'), end], mark('ที่'))).toBeUndefined()
  })
})

describe('the marks of a page', () => {
  it('are read in each spelling that PDF has', () => {
    const content = `
      /P <</MCID 0 /ActualText (a\\(b\\)\\051)>> BDC (no /Span BMC here \\) <</MCID 9>>) Tj EMC % /Span BMC
      /Span<</ActualText <FEFF 0E17 0E35>/Lang(th)>>BDC [(x) -20 <41>] TJ EMC
      /Sp#61n <</ActualText (\\376\\377\\016\\001)>> BDC EMC
      /Span /Named BDC EMC /Artifact BMC EMC
      /Span <</ActualText (\\351)>> BDC EMC`
    const begins = marksOf(content).filter(({ kind }) => kind === 'begin')
    expect(begins).toEqual([
      { kind: 'begin', tag: 'P', mcid: 0, actualText: 'a(b))' },
      { kind: 'begin', tag: 'Span', actualText: 'ที' },
      { kind: 'begin', tag: 'Span', actualText: 'ก' },
      { kind: 'begin', tag: 'Span' },
      { kind: 'begin', tag: 'Artifact' },
      { kind: 'begin', tag: 'Span' },
    ])
  })

  it('aren’t looked for in pictures', () => {
    const picture = 'q BI /W 1 /H 1 ID \x80 /Span BMC ( <<\nEI Q /P BMC EMC'
    expect(marksOf(picture)).toEqual([{ kind: 'begin', tag: 'P' }, { kind: 'end' }])
  })

  it('end with a content that is cut off', () => {
    for (const content of ['/P <</MCID 1', '(never closed', '<41', 'BI ID', ']] >> )'])
      expect(marksOf(content)).toEqual([])
  })
})

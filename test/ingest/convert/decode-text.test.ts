import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/ingest/convert/decode-text.ts'

/** ข้อ in TIS-620, which Windows-874 has at the same places. */
const THAI = [0xa2, 0xe9, 0xcd]

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from('ข้อ'), undefined, 'ข้อ'],
    ['UTF-8 whatever it is labelled', Buffer.from('ข้อ'), 'tis-620', 'ข้อ'],
    ['UTF-8 with its mark', Buffer.from('\ufeffข้อ'), undefined, 'ข้อ'],
    ['UTF-16 with its mark', Buffer.from('\ufeffข้อ', 'utf16le'), undefined, 'ข้อ'],
    ['TIS-620 as labelled', Uint8Array.from(THAI), 'TIS-620', 'ข้อ'],
    ['Windows-874 as labelled', Uint8Array.from([...THAI, 0x80]), 'windows-874', 'ข้อ€'],
    [
      'TIS-620 as the page says',
      Uint8Array.from([...Buffer.from('<meta charset="tis-620">'), ...THAI]),
      undefined,
      '<meta charset="tis-620">ข้อ',
    ],
    ['Shift JIS', Uint8Array.from([0x91, 0xe6, 0x33, 0x8f, 0xf0]), 'shift_jis', '第3条'],
  ])('reads %s', (_, bytes, label, text) => expect(decodeText(bytes, label)).toBe(text))

  it.each([
    ['unlabelled', undefined],
    ['labelled with what nobody knows', 'x-klingon'],
    ['labelled with what it is not', 'utf-8'],
  ])('takes no guess at bytes %s', (_, label) => expect(decodeText(Uint8Array.from(THAI), label)).toBeUndefined())
})

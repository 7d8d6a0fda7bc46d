import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkThai } from '../../src/ingest/broken-thai.ts'

function faultsOf(source: string): { line: number | undefined; what: string }[] {
  const faults: { line: number | undefined; what: string }[] = []
  checkThai(
    { file: 'x.md', source, hash: '' },
    { add: (_, line, what) => faults.push({ line, what }), throwIfAny() {} },
  )
  return faults
}

describe('checkThai', () => {
  it.each([
    ['a vowel after a space', 'ความร วมม ือ', 'U+0020 U+0E37'],
    ['a tone mark at the start of a line', 'ไทย\n่าว', 'U+0E48'],
    ['a tone mark after a Latin letter', 'MoC้', 'U+0043 U+0E49'],
    ['sara am after a space', 'ก ำหนด', 'U+0020 U+0E33'],
    ['a vowel after a zero-width space', 'ก\u200bิจ', 'U+200B U+0E34'],
    ['two tone marks', 'น่้า', 'U+0E19 U+0E48 U+0E49'],
    ['a torn sara am', 'กํ าหนด', 'U+0E01 U+0E4D U+0020 U+0E32'],
    ['a torn sara am with a tone mark', 'นํ้ า', 'U+0E19 U+0E4D U+0E49 U+0020 U+0E32'],
    ['a private glyph', 'ป\uf70aา', 'U+0E1B U+F70A'],
  ])('finds %s', (_, source, codePoints) => {
    expect(faultsOf(source)).toEqual([
      { line: source.split('\n').length, what: expect.stringContaining(`(${codePoints})`) },
    ])
  })

  it('finds each fault of a line', () => {
    expect(faultsOf('ก ิก ี น่่า')).toHaveLength(3)
  })

  it.each(['ต่าง ๆ ฯลฯ', 'น้ำ กำหนด น\u0e49\u0e4d\u0e32', 'เก้าอี้', '◌่ กับ ◌ิ', 'ฤๅษี', 'พระพุทธฺ', '๒๕๖๕ ฿', '日本 ABC', ''])(
    'accepts %s',
    (source) => {
      expect(faultsOf(source)).toEqual([])
    },
  )

  it('accepts the real release', () => {
    const file = join(import.meta.dirname, '../../knowledge/cabinet-release-2022-08-02.th.md')
    expect(faultsOf(readFileSync(file, 'utf8'))).toEqual([])
  })

  it('accepts any words put together with spaces and line ends', () => {
    const word = fc.constantFrom('น้ำ', 'ก๊าซ', 'เก็บ', 'ผู้', 'กิจกรรม', 'ๆ', 'ฯ', '5G', 'MoC', '日本')
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.constantFrom('', ' ', '\n', '\u00a0'))), (parts) => {
        expect(faultsOf(parts.flat().join(''))).toEqual([])
      }),
    )
  })
})

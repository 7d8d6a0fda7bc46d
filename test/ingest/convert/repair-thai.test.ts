import { describe, expect, it } from 'vitest'
import { repairThai } from '../../../src/ingest/convert/repair-thai.ts'
import { readRealKnowledge } from '../../support/real-knowledge.ts'

describe('repairThai', () => {
  it.each([
    ['marks torn off', 'ความร ่วมม ือด ้านดิจิท ัล', 'ความร่วมมือด้านดิจิทัล'],
    ['a torn sara am', 'กํ าหนด', 'กำหนด'],
    ['a torn sara am with its tone', 'น้ํ าและน\u0e4d\u0e49า', 'น้ำและน้ำ'],
    ['a sara am that was put off', 'ก ำหนด', 'กำหนด'],
    ['a lost sara am', 'ก าหนดจ านวนส าหรับด าเนินการ', 'กำหนดจำนวนสำหรับดำเนินการ'],
    ['a sara aa that was put off', 'ประช าชน', 'ประชาชน'],
    ['private glyphs of old fonts', 'ความร\uf70aวมม\uf704อ ญ\uf710 ป\uf713า', 'ความร่วมมือ ญั ป่า'],
    ['two sara e for sara ae', 'เเละ', 'และ'],
    ['a mark written twice', 'ที่่', 'ที่'],
    ['a tone written before its vowel', 'ท\u0e48\u0e35', 'ท\u0e35\u0e48'],
  ])('mends %s', (_, broken, whole) => expect(repairThai(broken)).toEqual({ text: whole, faults: [] }))

  it.each([
    ['that may be two words', 'เรียก น้ า ว่า', '"เรียก น้ า ว่า" may be า or ำ'],
    ['of a font with private letters', 'ป\ue123า', 'U+E123 stands for a letter that only its font knows'],
    ['whose letters are lost', 'ด\u0000ม', 'U+0000 stands for a letter'],
    ['with two different tones', 'น่้า', 'two tone marks in a row'],
    ['that begins with a mark', '่าว', 'a vowel or mark without its consonant'],
  ])('refuses a text %s, and says why', (_, broken, fault) => {
    expect(repairThai(broken).faults.join('\n')).toContain(fault)
  })

  it('leaves whole Thai as it is', () => {
    for (const text of ['ต่าง ๆ ฯลฯ', 'เก้าอี้ น้ำ กำหนด', 'พระพุทธฺ ฤๅษี', 'ปี พ.ศ. ๒๕๖๕ ฿20\n日本 ABC']) {
      expect(repairThai(text)).toEqual({ text, faults: [] })
    }
    for (const { text } of readRealKnowledge().documents) expect(repairThai(text)).toEqual({ text, faults: [] })
  })
})

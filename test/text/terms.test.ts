import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termsOf, wordsOf } from '../../src/text/terms.ts'

const weightsOf = (text: string) => new Map(termsOf(text).map(({ term, weight }) => [term, weight]))
const wordListOf = (text: string) => wordsOf(text).map(({ term }) => term)

describe('termsOf', () => {
  it('cuts Thai, Japanese and English into words with one segmenter', () => {
    expect(wordListOf('ไทยกับญี่ปุ่นลงนาม')).toEqual(['ไทย', 'กับ', 'ญี่ปุ่น', 'ลง', 'นาม'])
    expect(wordListOf('総務省とタイ')).toEqual(['総務', '省', 'と', 'タイ'])
    expect(wordListOf('The Memorandum, signed')).toEqual(['the', 'memorandum', 'signed'])
  })

  it('begins with the words', () => {
    const text = 'ไทยกับญี่ปุ่น 総務省'
    expect(termsOf(text).filter(({ term }) => !term.startsWith('~'))).toEqual(wordsOf(text))
  })

  it('counts each occurrence of a word as 1', () => {
    expect(weightsOf('5G and 5G').get('5g')).toBe(2)
  })

  it('adds 3-grams of letters, marks and digits at half the weight, and none across spaces', () => {
    const terms = weightsOf('ab cde fghi')
    expect([...terms].filter(([term]) => term.startsWith('~'))).toEqual([
      ['~cde', 0.5],
      ['~fgh', 0.5],
      ['~ghi', 0.5],
    ])
  })

  it('adds 2-grams of kana and kanji, and 3-grams of what stands between them', () => {
    const grams = termsOf('総務省5Gabタイ').flatMap(({ term }) => (term.startsWith('~') ? [term.slice(1)] : []))
    expect(grams).toEqual(['総務', '務省', '5ga', 'gab', 'タイ'])
  })

  it('finds a Thai abbreviation with and without its dots', () => {
    expect(wordListOf('พ.ศ. 2565')).toEqual(wordListOf('พศ 2565'))
    expect(wordListOf('2 ส.ค. 65')).toEqual(wordListOf('2 สค 65'))
    expect(wordListOf('พ.ร.บ.')).toEqual(['พรบ'])
  })

  it('separates words that a dot joins, but no decimals', () => {
    expect(wordListOf('ครม.อนุมัติ')).toEqual(['ครม', 'อนุมัติ'])
    expect(wordListOf('3.5 GHz')).toEqual(['3.5', 'ghz'])
  })

  it('takes digits of every script and thousands separators for the same number', () => {
    expect(wordListOf('๑,๐๐๐')).toEqual(['1000'])
    expect(wordListOf('1,234,567')).toEqual(['1234567'])
    expect(wordListOf('1,23')).not.toEqual(['123'])
  })

  it('leaves out the marks of repetition and abbreviation', () => {
    expect(wordListOf('ต่างๆ')).toEqual(wordListOf('ต่าง'))
    expect(wordListOf('กรุงเทพฯ')).toEqual(wordListOf('กรุงเทพ'))
    expect(wordListOf('วิทยุ ฯลฯ')).toEqual(wordListOf('วิทยุ'))
  })

  it('gives the same terms for decomposed sara am, zero-width characters and full-width letters', () => {
    expect(termsOf('กํา\u200bหนด\u00a0ＭＯＵ')).toEqual(termsOf('กำหนด MOU'))
  })

  it('keeps Thai words apart that differ in one mark', () => {
    expect(wordListOf('มา')).not.toEqual(wordListOf('ม้า'))
  })

  it('names each term once, with a weight above 0, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const terms = termsOf(text)
        expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length)
        expect(terms.every(({ term, weight }) => term.length > 0 && weight > 0)).toBe(true)
      }),
    )
  })
})

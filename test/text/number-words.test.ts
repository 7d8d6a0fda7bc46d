import { describe, expect, it } from 'vitest'
import { englishNumber, kanjiNumber, NUMBER_WORDS, thaiNumber } from '../../src/text/number-words.ts'

describe('number words', () => {
  it.each([
    ['หนึ่ง', 1],
    ['เก้า', 9],
    ['สิบ', 10],
    ['สิบเอ็ด', 11],
    ['สิบสอง', 12],
    ['ยี่สิบ', 20],
    ['ยี่สิบเอ็ด', 21],
    ['สามสิบเอ็ด', 31],
    ['เก้าสิบเก้า', 99],
  ])('reads Thai %s', (words, value) => {
    expect(words).toMatch(new RegExp(`^${NUMBER_WORDS.th}$`))
    expect(thaiNumber(words)).toBe(value)
  })

  it.each([
    ['one', 1],
    ['twelve', 12],
    ['nineteen', 19],
    ['sixty', 60],
    ['fifty-nine', 59],
    ['twenty one', 21],
  ])('reads English %s', (words, value) => {
    expect(words).toMatch(new RegExp(`^${NUMBER_WORDS.en}$`))
    expect(englishNumber(words)).toBe(value)
  })

  it.each([
    ['first', 1],
    ['twelfth', 12],
    ['twentieth', 20],
    ['twenty-second', 22],
    ['thirty-first', 31],
  ])('reads the English ordinal %s', (words, value) => {
    expect(words).toMatch(new RegExp(`^${NUMBER_WORDS.enOrdinal}$`))
    expect(englishNumber(words)).toBe(value)
  })

  it.each([
    ['元', 1],
    ['五', 5],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十九', 29],
    ['二〇二二', 2022],
    ['二零二二', 2022],
    ['二千二十二', 2022],
    ['千九百八十九', 1989],
  ])('reads kanji %s', (numerals, value) => {
    expect(kanjiNumber(numerals)).toBe(value)
  })
})

import { describe, expect, it } from 'vitest'
import { clauseNumber, follows } from '../../src/ingest/clause-number.ts'

describe('clauseNumber', () => {
  it.each([
    ['ข้อ 3 งบประมาณ', '3'],
    ['ข้อ ๑๒', '12'],
    ['ข้อ ๓.๒ ผู้ประสานงาน', '3.2'],
    ['ข้อ3', '3'],
    ['มาตรา 7 การระงับข้อพิพาท', '7'],
    ['Article 3', '3'],
    ['ARTICLE 10: Duration', '10'],
    ['Article IV Budget', '4'],
    ['Article XIX', '19'],
    ['第3条 予算', '3'],
    ['第３条', '3'],
    ['第三条(予算)', '3'],
    ['第二十一条', '21'],
    ['第3条の2', '3.2'],
  ])('%s is %s', (line, number) => expect(clauseNumber(line)).toBe(number))

  it.each([
    'ตามข้อ 3',
    'ข้อตกลง',
    'ข้อ 3/2565',
    'Articles 3',
    'article by article',
    'Article Interview',
    '第3回会合',
    '3. ',
    '',
  ])('%j is no clause', (line) => expect(clauseNumber(line)).toBeUndefined())

  it.each([
    ['4', '3', true],
    ['3.1', '3', true],
    ['4', '3.9', true],
    ['10', '9', true],
    ['3', '3', false],
    ['2', '3', false],
    ['3.2', '3.10', false],
    ['3', undefined, true],
  ] as const)('%s after %s: %s', (number, before, expected) => expect(follows(number, before)).toBe(expected))
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords, likeness } from '../../src/refresh/word-diff.ts'

describe('diffWords', () => {
  it.each([
    ['en', 'signed on 5 August 2022', 'signed on 6 August 2022', [' on ', '5', '6', ' August ']],
    ['th', 'ลงนามเมื่อวันที่ 5 สิงหาคม', 'ลงนามเมื่อวันที่ 6 สิงหาคม', ['5', '6']],
    ['ja', '2022年8月5日に署名された', '2022年8月6日に署名された', ['5', '6']],
  ] as const)('finds the changed word in %s', (language, before, after, words) => {
    const pieces = diffWords(before, after, language)
    expect(pieces.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: expect.stringContaining('5') },
      { kind: 'added', text: expect.stringContaining('6') },
    ])
    for (const word of words) expect(pieces.some(({ text }) => text.includes(word))).toBe(true)
  })

  it('takes texts with nothing in common as they are, in no time', () => {
    const words = (letter: string) => Array.from({ length: 20_000 }, (_, at) => `${letter}${at}`).join(' ')
    const [before, after] = [words('a'), words('b')]
    expect(diffWords(before, after, 'en')).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  })

  it('gives back both texts, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('ลงนาม', 'ม้า', ' ', '5', 'signed', '署名', '\n', '👩‍🌾'))
      .map((words) => words.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffWords(before, after, 'th')
        const without = (left: string) => pieces.flatMap(({ kind, text }) => (kind === left ? [] : text)).join('')
        expect(without('added')).toBe(before)
        expect(without('removed')).toBe(after)
        expect(likeness(pieces) === 1).toBe(before === after)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fits, shorten, splitText } from '../../../src/channels/discord/fit.ts'
import { hostileText, longText } from '../../support/hostile-text.ts'

describe('texts of one message', () => {
  it('may have 4,000 characters and 9,000 bytes, of which each costs 12', () => {
    expect(fits(['a'.repeat(4000)])).toBe(true)
    expect(fits(['a'.repeat(2000), 'b'.repeat(2001)])).toBe(false)
    expect(fits(['ก'.repeat(2996)])).toBe(true)
    expect(fits(['ก'.repeat(2997)])).toBe(false)
    expect(fits(['ก'.repeat(1496), 'ก'.repeat(1497)])).toBe(false)
    expect(fits(['😀'.repeat(2000)])).toBe(true)
    expect(fits(['😀'.repeat(2001)])).toBe(false)
  })
})

describe('a text that is cut', () => {
  const upTo = (most: number) => (piece: string) => piece.length <= most

  it('is cut where Thai and Japanese words end', () => {
    expect(splitText('บันทึกความร่วมมือฉบับใหม่ลงนามแล้ว', upTo(20))).toEqual(['บันทึกความร่วมมือ', 'ฉบับใหม่ลงนามแล้ว'])
    expect(splitText('協力覚書に署名しました', upTo(5))).toEqual(['協力覚書に', '署名しま', 'した'])
  })

  it('keeps characters whole unless one alone is too long', () => {
    expect(splitText('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', upTo(12))).toEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'])
    expect(splitText('👩‍👩‍👧‍👦', upTo(5)).join('')).toBe('👩‍👩‍👧‍👦')
  })

  it('loses nothing, and every piece passes', () => {
    fc.assert(
      fc.property(longText, fc.integer({ min: 30, max: 3000 }), (text, most) => {
        const pieces = splitText(text, upTo(most))
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(most)
      }),
    )
  })
})

describe('a label', () => {
  it('is cut between characters and says so', () => {
    expect(shorten('ผู้แถลงข่าวคือใคร', 10)).toBe('ผู้แถลงข่…')
    expect(shorten('short', 10)).toBe('short')
    expect(shorten(' a\n b ', 10)).toBe('a b')
  })

  it('is empty when there’s nothing to see', () => {
    expect(shorten(' \u200b\n', 10)).toBe('')
  })

  it('is never longer than it may be', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 120 }), (text, most) => shorten(text, most).length <= most),
    )
  })
})

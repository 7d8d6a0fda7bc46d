import { describe, expect, it } from 'vitest'
import { splitClaims, splitThai } from '../../src/text/split-claims.ts'

describe('the claims of a text', () => {
  it.each([
    ['One. Two is 2.5! Three?', ['One.', 'Two is 2.5!', 'Three?']],
    ['Signed in B.E. 2565 by Mr. Kaneko. So it is.', ['Signed in B.E. 2565 by Mr. Kaneko.', 'So it is.']],
    ['署名した。発効した。', ['署名した。', '発効した。']],
    ['- หนึ่ง สอง\r\n2) สาม', ['หนึ่ง สอง', 'สาม']],
    ['• A\n---\n\n> B', ['A', 'B']],
    ['', []],
  ])('%j', (text, claims) => {
    expect(splitClaims(text)).toEqual(claims)
  })

  it('in Thai are parted where there’s enough on both sides, and never at a number', () => {
    const line = 'บันทึกความร่วมมือลงนามเมื่อวันที่ 5 สิงหาคม 2565 กระทรวงดิจิทัลเป็นคู่ภาคีฝ่ายไทย'
    expect(splitThai(line).join(' ')).toBe(line)
    expect(splitThai('ลงนามแล้ว ครับ')).toEqual(['ลงนามแล้ว ครับ'])
    for (const part of splitThai(line)) expect(part).not.toMatch(/^\d|\d$/)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trimFrames } from '../../src/retrieve/trim-frames.ts'

describe('the frame of a question', () => {
  it.each([
    ['สวัสดีครับ รบกวนสอบถามหน่อยครับว่า ฉบับใหม่ลงนามวันไหน ขอบคุณมากครับ', 'ฉบับใหม่ลงนามวันไหน'],
    ['ฉบับใหม่ลงนามวันไหนคะ จะเอาไปใส่สไลด์พรุ่งนี้', 'ฉบับใหม่ลงนามวันไหน'],
    ['Good afternoon. Could you please tell me who signed it? Thanks in advance!', 'who signed it?'],
    ['who signed it, for my slides', 'who signed it'],
    ['お世話になっております。目的は何ですか。よろしくお願いいたします。', '目的は何ですか。'],
  ])('is trimmed: %s', (framed, question) => expect(trimFrames(framed)).toBe(question))

  it.each(['5G', 'สวัสดีครับ', 'hello', 'ขอบเขตมีอะไรบ้าง', 'ขอลิงก์ข่าว', 'งบประมาณ', 'history of the MoC'])(
    'is not seen in %s',
    (text) => expect(trimFrames(text)).not.toBe(''),
  )

  it('is no part of what names the topic', () => {
    for (const text of ['ขอบเขตมีอะไรบ้าง', 'ขอลิงก์ข่าว', 'history of the MoC']) expect(trimFrames(text)).toBe(text)
  })

  it('leaves a piece of any text, in reasonable time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (text) => {
        expect(text).toContain(trimFrames(text))
      }),
    )
    expect(trimFrames('ครับ'.repeat(5000)).length).toBeGreaterThan(0)
  })
})

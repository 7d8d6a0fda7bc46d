import { expect, it } from 'vitest'
import { readWish } from '../../src/conversation/read-wish.ts'

it.each([
  ['ลืมฉัน', { wish: 'forget' }],
  ['  Forget me! ', { wish: 'forget' }],
  ['/forget me', { wish: 'forget' }],
  ['忘れて。', { wish: 'forget' }],
  ['ภาษา', { wish: 'language' }],
  ['LANGUAGE', { wish: 'language' }],
  ['日本語', { wish: 'language', language: 'ja' }],
  ['ภาษาอังกฤษ', { wish: 'language', language: 'en' }],
  ['ไทย', { wish: 'language', language: 'th' }],
  ['help', { wish: 'help' }],
  ['ช่วยเหลือ', { wish: 'help' }],
  ['?', { wish: 'help' }],
])('%j is a wish', (text, wish) => expect(readWish(text)).toEqual(wish))

it.each(['ภาษาของบันทึกความร่วมมือคืออะไร', 'Can you help me with 5G?', 'ไทยทำกับใคร', '', 'in English please'])(
  '%j is a question, or nothing',
  (text) => expect(readWish(text)).toBeUndefined(),
)

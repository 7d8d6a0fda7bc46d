import { describe, expect, it } from 'vitest'
import { readWish } from '../../src/conversation/read-wish.ts'

const spellings: [object, string[]][] = [
  [
    { wish: 'forget' },
    [
      ...['ลืมฉัน', ' ลืมฉัน! ', '“ลืมฉัน”', 'ลืม ฉัน', 'ลืมฉัน\u200b', 'ลืมฉันด้วยครับ', 'ช่วยลืมฉันหน่อยนะคะ', 'ลบข้อมูลของฉันที'],
      ...['forget me', 'Forget  me! ', 'FORGET ME!!', '"forget me"', '/forget me', '/forget', 'please forget me 🙏'],
      ...['忘れて', '忘れて。', '「忘れて」', '忘れてください', '私のことを忘れて下さい。', 'ｆｏｒｇｅｔ　ｍｅ'],
    ],
  ],
  [
    { wish: 'language' },
    ['ภาษา', '“ภาษา”', 'ภาษาครับ', 'เปลี่ยนภาษา', 'LANGUAGE', 'Language?', '/language', '言語', '「言語」'],
  ],
  [{ wish: 'language', language: 'ja' }, ['日本語', 'Japanese', 'ภาษาญี่ปุ่น']],
  [{ wish: 'language', language: 'en' }, ['ภาษาอังกฤษ', 'ภาษา อังกฤษ', 'Language: English', '英語', 'English.']],
  [{ wish: 'language', language: 'th' }, ['ไทย', 'ภาษาไทย', 'タイ語']],
  [{ wish: 'help' }, ['help', 'Help me!', 'ช่วยเหลือ', 'ช่วยด้วย', 'ヘルプ', 'ﾍﾙﾌﾟ', '使い方', '?', '？', 'เมนู']],
]

describe.each(spellings)('%j is wished for', (wish, texts) => {
  it.each(texts)('by %j', (text) => expect(readWish(text)).toEqual(wish))
})

it.each([
  ...['ภาษาของบันทึกความร่วมมือคืออะไร', 'Can you help me with 5G?', 'ไทยทำกับใคร', '', 'in English please', '🤨', '???'],
  ...['ครับ', 'ด้วยนะ', 'please', 'ください', 'Did they forget me?', 'ลืมฉันหรือยังว่าลงนามเมื่อไร', '言語は何ですか'],
])('%j is a question, or nothing', (text) => expect(readWish(text)).toBeUndefined())

import { describe, expect, it } from 'vitest'
import { isGrammarWord } from '../../../src/answer/verify/grammar-words.ts'

describe('a word that carries no fact of its own', () => {
  it.each([
    ['articles and pronouns', ['the', 'a', 'this', 'its', 'whose', 'นี้', 'ดังกล่าว', 'それ', 'この']],
    ['what joins words', ['of', 'and', 'between', 'ของ', 'และ', 'โดย', 'の', 'および', 'によって']],
    ['forms of to be and to have', ['is', 'was', 'been', 'has', 'คือ', 'เป็น', 'มี', 'です', 'ました']],
    ['courtesy', ['ครับ', 'ค่ะ', 'นะคะ', 'ます', 'でした']],
    ['the nouns of dates and eras', ['day', 'year', 'reiwa', 'วันที่', 'ปี', 'พ.ศ', '年', '令和', '西暦']],
    // These have rules of their own.
    ['negation and modality', ['not', 'may', 'shall', 'will', 'ไม่', 'อาจ', 'ต้อง', 'จะ', 'ない', 'ません']],
    ['claims of completeness', ['only', 'all', 'every', 'ทั้งหมด', 'เท่านั้น', 'のみ', 'だけ']],
    ['what has no letter', ['5', '2565', '·', 'ๆ', '…']],
  ])('is one of %s', (_, words) => expect(words.filter((word) => !isGrammarWord(word))).toEqual([]))
})

describe('a word that says something', () => {
  it.each([
    [
      'what happens',
      ['signed', 'approved', 'cancelled', 'ลงนาม', 'ยกเลิก', '署名', '中止', '取りやめ', 'やめる', 'うそ'],
    ],
    ['who and where', ['minister', 'bangkok', 'mic', 'รัฐมนตรี', 'ไทย', '総務省', 'タイ', 'バンコク']],
    ['how it stands', ['still', 'now', 'already', 'secret', 'binding', 'ลับ', 'ชั่วคราว', '極秘', '暫定']],
    ['what it is like', ['new', 'open', 'secure', 'ใหม่', 'ปลอดภัย', '新しい', '安全']],
    ['how much', ['twice', 'half', 'most', 'ครึ่ง', 'ส่วนใหญ่', '大半', '半分']],
    ['names with digits', ['5g', '2.6ghz']],
    ['a piece of a longer grammar word', ['betwee', 'เนื่อ', 'reiw']],
  ])('is no grammar word: %s', (_, words) => expect(words.filter(isGrammarWord)).toEqual([]))
})

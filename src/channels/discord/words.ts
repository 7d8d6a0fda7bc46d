import type { AnswerMode, AnswerStatus, DocumentKind, Language, NoteKind } from '../../vocabulary.ts'

/** What Discord shows around an answer. Labels of buttons stay below 34 characters, which is what its clients show. */
export interface Words {
  statuses: Record<Exclude<AnswerStatus, 'answered'>, string>
  notes: Record<NoteKind, string>
  kinds: Record<DocumentKind, string>
  modes: Record<AnswerMode, string>
  sources: string
  clause: string
  /** Above the official words behind a summary or a translation. */
  original: string
  publication: string
  readInDocument: string
  receipt: string
  showPassages: string
  followUp: string
  share: string
  askNext: string
  /** While the rest of an answer is still being written and checked. */
  checking: string
  /** `more` is how many statements or sources aren't shown. */
  notShown(more: number): string
}

export const languageNames: Record<Language, string> = { th: 'ไทย', en: 'English', ja: '日本語' }

export const words: Record<Language, Words> = {
  th: {
    statuses: {
      partial: 'เอกสารระบุไว้เพียงบางส่วนของคำถามนี้',
      'not-stated': 'เอกสารไม่ได้ระบุเรื่องนี้ไว้',
      'off-topic': 'คำถามนี้ไม่เกี่ยวกับบันทึกความร่วมมือ',
      unavailable: 'ขณะนี้ยังตอบไม่ได้ โปรดลองใหม่ภายหลัง',
    },
    notes: {
      premise: 'ข้อมูลในคำถามคลาดเคลื่อน',
      calendar: 'เรื่องวันที่และปีศักราช',
      'incomplete-list': 'เป็นเพียงตัวอย่าง ไม่ใช่รายการทั้งหมด',
      translation: 'เรื่องคำแปล',
      status: 'สถานะของบันทึกความร่วมมือ',
      nearest: 'ไม่มีในเอกสาร',
    },
    kinds: { 'cabinet-release': 'ข่าวมติคณะรัฐมนตรี', clauses: 'สรุปสาระสำคัญ ไม่ใช่ตัวบทที่ลงนาม', other: 'เอกสาร' },
    modes: {
      extractive: 'ถ้อยคำนำมาจากเอกสาร',
      generated: 'เรียบเรียงด้วยแบบจำลองภาษา และตรวจทุกประโยคกับเอกสารแล้ว',
    },
    sources: 'แหล่งอ้างอิง',
    clause: 'ข้อ',
    original: 'ข้อความต้นฉบับของทางการ',
    publication: 'หน้าเว็บที่เผยแพร่',
    readInDocument: 'เปิดดูในเอกสาร',
    receipt: 'เลขที่คำตอบ',
    showPassages: 'ดูข้อความอ้างอิง',
    followUp: 'ถามต่อ',
    share: 'ให้ทุกคนเห็น',
    askNext: 'เลือกคำถามถัดไป',
    checking: 'กำลังตรวจประโยคถัดไปกับเอกสาร…',
    notShown: (more) => `ยังมีอีก ${more} รายการที่แสดงไม่พอในข้อความนี้ โปรดถามให้แคบลง`,
  },
  en: {
    statuses: {
      partial: 'The documents state only part of this',
      'not-stated': 'The documents do not state this',
      'off-topic': 'This question is not about the memorandum',
      unavailable: 'No answer can be given right now. Please try again later.',
    },
    notes: {
      premise: 'Correction to the question',
      calendar: 'About dates and calendars',
      'incomplete-list': 'Examples, not the whole list',
      translation: 'About the translation',
      status: 'Status of the memorandum',
      nearest: 'Not in the documents',
    },
    kinds: { 'cabinet-release': 'Cabinet press release', clauses: 'Summary, not the signed text', other: 'Document' },
    modes: {
      extractive: 'In the words of the documents',
      generated: 'Worded by a language model, each sentence checked against the documents',
    },
    sources: 'Sources',
    clause: 'Clause',
    original: 'The official words behind it',
    publication: 'Official publication',
    readInDocument: 'Read in the document',
    receipt: 'Receipt',
    showPassages: 'Show passages',
    followUp: 'Ask a follow-up',
    share: 'Share with everyone',
    askNext: 'Choose a question to ask next',
    checking: 'Checking the next statement against the documents…',
    notShown: (more) => `${more} more do not fit here. Please ask something narrower.`,
  },
  ja: {
    statuses: {
      partial: '文書に記載があるのは、ご質問の一部のみです',
      'not-stated': 'この点は文書に記載がありません',
      'off-topic': 'このご質問は協力覚書に関するものではありません',
      unavailable: 'ただいま回答できません。しばらくしてからもう一度お試しください。',
    },
    notes: {
      premise: 'ご質問の前提の訂正',
      calendar: '日付と暦について',
      'incomplete-list': '例示であり、すべてではありません',
      translation: '翻訳について',
      status: '協力覚書の状況',
      nearest: '文書に記載なし',
    },
    kinds: { 'cabinet-release': '閣議に関する発表', clauses: '要約（署名された本文ではありません）', other: '文書' },
    modes: {
      extractive: '文書の記述に基づく回答',
      generated: '言語モデルが作成し、一文ごとに文書と照合した回答',
    },
    sources: '出典',
    clause: '項目',
    original: '根拠となる公式発表の原文',
    publication: '公式の掲載ページ',
    readInDocument: '文書の該当箇所を見る',
    receipt: '回答番号',
    showPassages: '根拠の記述を見る',
    followUp: '続けて質問する',
    share: '全員に公開する',
    askNext: '次の質問を選ぶ',
    checking: '次の文を文書と照合しています…',
    notShown: (more) => `ほかに${more}件ありますが、ここには表示しきれません。質問を絞ってください。`,
  },
}

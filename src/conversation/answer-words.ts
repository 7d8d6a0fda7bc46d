import type { AnswerMode, AnswerStatus, DocumentKind, Language, NoteKind } from '../vocabulary.ts'

/** What channels show around an answer. One that has less room, or another way to write, says something else in its place. */
export interface AnswerWords {
  statuses: Readonly<Record<Exclude<AnswerStatus, 'answered'>, string>>
  notes: Readonly<Record<NoteKind, string>>
  kinds: Readonly<Record<DocumentKind, string>>
  modes: Readonly<Record<AnswerMode, string>>
  sources: string
  clause: string
  /** Above the official words behind a summary or a translation. */
  originalWords: string
  /** Opens the reader at the quoted words. */
  readInDocument: string
  /** Opens the page on which the words were published. */
  officialPublication: string
  receipt: string
}

export const languageNames: Readonly<Record<Language, string>> = { th: 'ไทย', en: 'English', ja: '日本語' }

export const answerWords: Readonly<Record<Language, Readonly<AnswerWords>>> = {
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
    kinds: { 'cabinet-release': 'ข่าวมติคณะรัฐมนตรี', clauses: 'สรุปสาระสำคัญรายข้อ', other: 'เอกสาร' },
    modes: {
      extractive: 'ถ้อยคำนำมาจากเอกสาร',
      generated: 'เรียบเรียงด้วยแบบจำลองภาษา และตรวจทุกประโยคกับเอกสารแล้ว',
    },
    sources: 'แหล่งอ้างอิง',
    clause: 'ข้อ',
    originalWords: 'ข้อความต้นฉบับของทางการ',
    readInDocument: 'เปิดดูในเอกสาร',
    officialPublication: 'หน้าเว็บที่เผยแพร่',
    receipt: 'เลขที่คำตอบ',
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
    kinds: { 'cabinet-release': 'Cabinet press release', clauses: 'Summary, clause by clause', other: 'Document' },
    modes: {
      extractive: 'In the words of the documents',
      generated: 'Worded by a language model, each sentence checked against the documents',
    },
    sources: 'Sources',
    clause: 'Clause',
    originalWords: 'The official words behind it',
    readInDocument: 'Read in the document',
    officialPublication: 'Official publication',
    receipt: 'Receipt',
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
    kinds: { 'cabinet-release': '閣議に関する発表', clauses: '項目別の要約', other: '文書' },
    modes: {
      extractive: '文書の記述に基づく回答',
      generated: '言語モデルが作成し、一文ごとに文書と照合した回答',
    },
    sources: '出典',
    clause: '項目',
    originalWords: '根拠となる公式発表の原文',
    readInDocument: '文書の該当箇所を見る',
    officialPublication: '公式の掲載ページ',
    receipt: '回答番号',
  },
}

import type { AnswerStatus, Language, NoteKind } from '../../vocabulary.ts'

/** What the terminal itself says around an answer. */
interface Words {
  status: Record<Exclude<AnswerStatus, 'answered'>, string>
  note: Record<NoteKind, string>
  sources: string
  /** Above the official words behind a summary or a translation. */
  original: string
  /** Beside the title of a document that tells in our words what others published. */
  summary: string
  suggestions: string
  receipt: string
  indexVersion: string
  generated: string
  emptyQuestion: string
  unknownCommand: string
  languageSet: string
  failed: string
  help: string
}

export const words: Record<Language, Words> = {
  th: {
    status: {
      partial: 'ตอบได้เพียงบางส่วน ส่วนที่เหลือแหล่งข้อมูลไม่ได้ระบุไว้',
      'not-stated': 'แหล่งข้อมูลไม่ได้ระบุเรื่องนี้ไว้',
      'off-topic': 'คำถามนี้อยู่นอกขอบเขต ระบบนี้ตอบเฉพาะเรื่องบันทึกความร่วมมือไทย–ญี่ปุ่นด้านไอซีทีและดิจิทัล',
      unavailable: 'ขณะนี้ยังตอบไม่ได้ กรุณาถามใหม่ในอีกสักครู่',
    },
    note: {
      premise: 'ข้อมูลในคำถามคลาดเคลื่อน',
      calendar: 'เทียบปฏิทิน',
      'incomplete-list': 'เป็นเพียงตัวอย่าง ไม่ใช่รายการทั้งหมด',
      translation: 'คำแปล',
      status: 'สถานะของเอกสาร',
      nearest: 'ไม่มีในแหล่งข้อมูล',
    },
    sources: 'แหล่งอ้างอิง',
    original: 'ข้อความต้นฉบับ',
    summary: 'บทสรุป ไม่ใช่ตัวบทที่ลงนาม',
    suggestions: 'ถามต่อได้',
    receipt: 'เลขที่คำตอบ',
    indexVersion: 'ดัชนี',
    generated: 'เรียบเรียงด้วยแบบจำลองภาษา ตรวจทุกประโยคกับเอกสารแล้ว',
    emptyQuestion: 'พิมพ์คำถามแล้วกด Enter หรือพิมพ์ :help เพื่อดูคำสั่ง',
    unknownCommand: 'ไม่รู้จักคำสั่งนี้ พิมพ์ :help เพื่อดูคำสั่ง',
    languageSet: 'ต่อจากนี้จะตอบเป็นภาษาไทย',
    failed: 'ตอบคำถามนี้ไม่ได้',
    help: [
      ':language th|en|ja   เลือกภาษาของคำตอบ (ไทย อังกฤษ ญี่ปุ่น)',
      ':help                แสดงคำสั่ง',
      'exit                 ออก (หรือกด Ctrl-D, Ctrl-C)',
    ].join('\n'),
  },
  en: {
    status: {
      partial: 'Answered in part: the sources do not state the rest.',
      'not-stated': 'The sources do not say.',
      'off-topic':
        'That is outside what Accord answers: only the Thai–Japanese Memorandum of Cooperation on ICT and digital.',
      unavailable: 'Accord cannot answer at the moment. Please ask again shortly.',
    },
    note: {
      premise: 'Correction to the question',
      calendar: 'Calendar',
      'incomplete-list': 'Examples, not the whole list',
      translation: 'Translation',
      status: 'Status of the document',
      nearest: 'Not in the sources',
    },
    sources: 'Sources',
    original: 'Original',
    summary: 'summary, not the signed text',
    suggestions: 'You could also ask',
    receipt: 'Answer',
    indexVersion: 'index',
    generated: 'worded by a language model, each sentence checked',
    emptyQuestion: 'Type a question and press Enter, or :help for the commands.',
    unknownCommand: 'Unknown command. Type :help for the commands.',
    languageSet: 'Answers are in English from now on.',
    failed: 'This question could not be answered',
    help: [
      ':language th|en|ja   language of the answers (Thai, English, Japanese)',
      ':help                these commands',
      'exit                 leave (or Ctrl-D, Ctrl-C)',
    ].join('\n'),
  },
  ja: {
    status: {
      partial: '一部のみお答えします。残りは出典に記載がありません。',
      'not-stated': '出典には記載がありません。',
      'off-topic': '対象外のご質問です。お答えできるのは、ICT・デジタル分野の日タイ協力覚書についてのみです。',
      unavailable: 'ただいまお答えできません。しばらくしてからもう一度お試しください。',
    },
    note: {
      premise: 'ご質問の前提の訂正',
      calendar: '暦の換算',
      'incomplete-list': '例示であり、全項目ではありません',
      translation: '翻訳',
      status: '文書の状態',
      nearest: '出典に記載なし',
    },
    sources: '出典',
    original: '原文',
    summary: '要約。署名された本文ではありません',
    suggestions: '続けて質問できること',
    receipt: '回答番号',
    indexVersion: '索引',
    generated: '言語モデルが作成し、一文ごとに文書と照合',
    emptyQuestion: '質問を入力して Enter を押してください。コマンド一覧は :help です。',
    unknownCommand: '不明なコマンドです。コマンド一覧は :help です。',
    languageSet: '今後は日本語でお答えします。',
    failed: 'この質問にはお答えできませんでした',
    help: [
      ':language th|en|ja   回答の言語（タイ語・英語・日本語）',
      ':help                コマンド一覧',
      'exit                 終了（Ctrl-D、Ctrl-C でも可）',
    ].join('\n'),
  },
}

import { type AnswerWords, answerWords } from '../../conversation/answer-words.ts'
import type { Language } from '../../vocabulary.ts'

/** The words of the page itself. What an answer says comes with the answer, in its own language. */
export interface Labels extends AnswerWords {
  agreement: string
  introduction: string
  interfaceLanguage: string
  question: string
  thread: string
  placeholder: string
  ask: string
  newConversation: string
  tryAsking: string
  askNext: string
  answerIn: string
  searching: string
  writing: string
  source: string
  documents: string
  backToQuestions: string
  failed: string
  empty: string
  tooLong: string
  malformed: string
  tooMany: string
  noSuchPage: string
  pageFailed: string
  close: string
}

export const labels: Record<Language, Labels> = {
  th: {
    ...answerWords.th,
    agreement: 'บันทึกความร่วมมือไทย–\u2060ญี่ปุ่น ด้านเทคโนโลยีสารสนเทศ การสื่อสารและดิจิทัล',
    introduction:
      'ถามเรื่องบันทึกความร่วมมือได้เลย ทุกประโยคในคำตอบมีข้อความจากเอกสารยืนยัน เรื่องที่เอกสารไม่ได้ระบุ เราจะบอกตรง ๆ ว่าไม่มี',
    interfaceLanguage: 'ภาษาของหน้านี้',
    question: 'คำถามของคุณ',
    thread: 'คำถามและคำตอบ',
    placeholder: 'พิมพ์คำถามของคุณ',
    ask: 'ถาม',
    newConversation: 'เริ่มใหม่',
    tryAsking: 'ลองถามเรื่องเหล่านี้',
    askNext: 'ถามต่อ',
    answerIn: 'ตอบเป็นภาษา',
    searching: 'กำลังค้นหาในเอกสาร…',
    writing: 'กำลังเรียบเรียงและตรวจสอบส่วนที่เหลือ…',
    source: 'แหล่งอ้างอิงที่',
    documents: 'เอกสารอ้างอิง',
    backToQuestions: 'กลับไปถามคำถาม',
    failed: 'เกิดข้อขัดข้อง จึงยังตอบคำถามนี้ไม่ได้ โปรดลองใหม่อีกครั้ง',
    empty: 'โปรดพิมพ์คำถามก่อน',
    tooLong: 'คำถามยาวเกิน 2,000 ตัวอักษร โปรดถามให้สั้นลง',
    malformed: 'ไม่เข้าใจคำขอนี้ โปรดพิมพ์คำถามใหม่อีกครั้ง',
    tooMany: 'มีคำถามเข้ามามากเกินไป โปรดรอสักครู่แล้วถามใหม่',
    noSuchPage: 'ไม่พบหน้าเว็บตามลิงก์นี้',
    pageFailed: 'เกิดข้อขัดข้อง จึงยังเปิดหน้านี้ไม่ได้ โปรดลองใหม่อีกครั้ง',
    close: 'ปิด',
  },
  en: {
    ...answerWords.en,
    agreement: 'Thai–Japanese Memorandum of Cooperation on ICT and digital',
    introduction:
      'Ask about the memorandum. Each sentence of an answer is backed by words of the documents; what they do not state, it says plainly.',
    interfaceLanguage: 'Language of this page',
    question: 'Your question',
    thread: 'Questions and answers',
    placeholder: 'Type your question',
    ask: 'Ask',
    newConversation: 'Start over',
    tryAsking: 'Try asking',
    askNext: 'Ask next',
    answerIn: 'Answer in',
    searching: 'Searching the documents…',
    writing: 'Writing and checking the rest…',
    source: 'Source',
    documents: 'Documents',
    backToQuestions: 'Back to questions',
    failed: 'Something went wrong, so this question could not be answered. Please try again.',
    empty: 'Please type a question first.',
    tooLong: 'The question is longer than 2,000 characters. Please ask a shorter one.',
    malformed: 'This request could not be read. Please type the question again.',
    tooMany: 'Too many questions at once. Please wait a moment and ask again.',
    noSuchPage: 'There is no page at this address.',
    pageFailed: 'Something went wrong, so this page could not be opened. Please try again.',
    close: 'Close',
  },
  ja: {
    ...answerWords.ja,
    modes: { ...answerWords.ja.modes, extractive: '文書の文言による回答' },
    agreement: '日本とタイの情報通信・デジタル分野における協力覚書',
    introduction:
      '協力覚書についてご質問ください。回答の一文ごとに、根拠となる文書の記述を示します。文書に記載のないことは、その旨をお伝えします。',
    interfaceLanguage: 'このページの言語',
    question: 'ご質問',
    thread: '質問と回答',
    placeholder: '質問を入力',
    ask: '質問する',
    newConversation: '最初から',
    tryAsking: '質問の例',
    askNext: '続けて質問する',
    answerIn: '回答の言語',
    searching: '文書を調べています…',
    writing: '続きを作成し、文書と照合しています…',
    source: '出典',
    documents: '文書一覧',
    backToQuestions: '質問に戻る',
    failed: '問題が発生したため、回答できませんでした。もう一度お試しください。',
    empty: '質問を入力してください。',
    tooLong: '質問が2,000文字を超えています。短くしてください。',
    malformed: 'リクエストを読み取れませんでした。もう一度質問を入力してください。',
    tooMany: '質問が集中しています。少し待ってからもう一度お試しください。',
    noSuchPage: 'お探しのページは見つかりませんでした。',
    pageFailed: '問題が発生したため、このページを開けませんでした。もう一度お試しください。',
    close: '閉じる',
  },
}

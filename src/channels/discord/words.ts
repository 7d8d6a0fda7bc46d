import { type AnswerWords, answerWords } from '../../conversation/answer-words.ts'
import type { Language } from '../../vocabulary.ts'

/** What Discord shows around an answer. Labels of buttons stay below 34 characters, which is what its clients show. */
export interface Words extends AnswerWords {
  showPassages: string
  followUp: string
  share: string
  askNext: string
  /** While the rest of an answer is still being written and checked. */
  checking: string
  /** `more` is how many statements or sources aren't shown. */
  notShown(more: number): string
}

export const words: Record<Language, Words> = {
  th: {
    ...answerWords.th,
    kinds: { ...answerWords.th.kinds, clauses: 'สรุปสาระสำคัญ ไม่ใช่ตัวบทที่ลงนาม' },
    showPassages: 'ดูข้อความอ้างอิง',
    followUp: 'ถามต่อ',
    share: 'ให้ทุกคนเห็น',
    askNext: 'เลือกคำถามถัดไป',
    checking: 'กำลังตรวจประโยคถัดไปกับเอกสาร…',
    notShown: (more) => `ยังมีอีก ${more} รายการที่แสดงไม่พอในข้อความนี้ โปรดถามให้แคบลง`,
  },
  en: {
    ...answerWords.en,
    kinds: { ...answerWords.en.kinds, clauses: 'Summary, not the signed text' },
    showPassages: 'Show passages',
    followUp: 'Ask a follow-up',
    share: 'Share with everyone',
    askNext: 'Choose a question to ask next',
    checking: 'Checking the next statement against the documents…',
    notShown: (more) => `${more} more do not fit here. Please ask something narrower.`,
  },
  ja: {
    ...answerWords.ja,
    kinds: { ...answerWords.ja.kinds, clauses: '要約（署名された本文ではありません）' },
    showPassages: '根拠の記述を見る',
    followUp: '続けて質問する',
    share: '全員に公開する',
    askNext: '次の質問を選ぶ',
    checking: '次の文を文書と照合しています…',
    notShown: (more) => `ほかに${more}件ありますが、ここには表示しきれません。質問を絞ってください。`,
  },
}

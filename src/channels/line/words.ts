import { type AnswerWords, answerWords } from '../../conversation/answer-words.ts'
import type { Language } from '../../vocabulary.ts'

/** What LINE's messages say around an answer. Labels of buttons count graphemes: 20 in quick replies, 40 elsewhere. */
interface Words extends AnswerWords {
  /** A button: shows the passage in the chat. */
  showPassage: string
  /** A quick reply: shows the official words behind the whole answer. */
  originalWording: string
  /** Says that something had to be left out. */
  tooLong: string
  /** Says that an answer has no official words behind it. */
  noOriginal: string
}

export const words: Readonly<Record<Language, Words>> = {
  th: {
    ...answerWords.th,
    showPassage: 'ดูข้อความทั้งข้อ',
    originalWording: 'ข้อความต้นฉบับ',
    tooLong: 'คำตอบนี้ยาวเกินกว่าจะแสดงได้ทั้งหมด จึงตัดบางส่วนออก โปรดถามให้เจาะจงขึ้น',
    noOriginal: 'คำตอบนี้ไม่มีข้อความต้นฉบับให้แสดง',
  },
  en: {
    ...answerWords.en,
    statuses: {
      partial: 'The documents state only part of this.',
      'not-stated': 'The documents do not state this.',
      'off-topic': 'This question is not about the memorandum.',
      unavailable: 'No answer can be given right now. Please try again later.',
    },
    showPassage: 'Show the passage',
    originalWording: 'Original wording',
    tooLong: 'This answer is too long to be shown in full; part of it was left out. Please ask something narrower.',
    noOriginal: 'There are no official words to show behind this answer.',
  },
  ja: {
    ...answerWords.ja,
    statuses: {
      partial: '文書に記載があるのは、ご質問の一部のみです。',
      'not-stated': 'この点は文書に記載がありません。',
      'off-topic': 'このご質問は協力覚書に関するものではありません。',
      unavailable: 'ただいま回答できません。しばらくしてからもう一度お試しください。',
    },
    showPassage: '該当箇所を表示する',
    originalWording: '原文を見る',
    tooLong: '回答が長いため、一部を省略しました。範囲を絞ってご質問ください。',
    noOriginal: 'この回答には、表示できる原文がありません。',
  },
}

import type { Language } from '../../vocabulary.ts'

/** What the bot says of itself. `hours`: how long a conversation is kept. */
export interface ChatWords {
  greeting: string
  /** How it's spoken to in a group. */
  inGroup: string
  privacy: (hours: number) => string
  /** Of the privacy note, when a language model is asked. */
  usesModel: string
  help: string
  privacyAt: (address: string) => string
  forgotten: string
  /** Asks which language. */
  whichLanguage: string
  languageChosen: string
  /** To a picture, a sticker, a voice. */
  onlyText: string
  tooMany: string
  tooLong: string
  failed: string
  /** The answer takes longer than LINE lets a reply take. */
  late: string
  tapForAnswer: string
  /** What was tapped is of an answer that isn't kept any more. */
  tooOld: string
  /** A quick reply. */
  helpLabel: string
}

export const chatWords: Readonly<Record<Language, ChatWords>> = {
  th: {
    greeting:
      'สวัสดี นี่คือ Accord ตอบคำถามเกี่ยวกับบันทึกความร่วมมือไทย–ญี่ปุ่นด้าน ICT และดิจิทัล (พ.ศ. 2565) พร้อมแสดงข้อความต้นทางที่ยืนยันทุกประโยค สิ่งใดที่เอกสารไม่ได้ระบุ จะแจ้งตามตรง',
    inGroup: 'ในกลุ่ม โปรดกล่าวถึง (@) Accord หรือตอบกลับข้อความของ Accord ข้อความอื่นของกลุ่มจะไม่ถูกอ่านและไม่ถูกเก็บ',
    privacy: (hours) => `ความเป็นส่วนตัว: คำถามใช้เพื่อตอบเท่านั้น เก็บแบบเข้ารหัสไม่เกิน ${hours} ชั่วโมงแล้วลบ พิมพ์ “ลืมฉัน” เพื่อลบทันที`,
    usesModel: 'คำถามจะส่งให้แบบจำลองภาษาช่วยเรียบเรียงคำตอบ',
    help: 'พิมพ์คำถามเป็นภาษาไทย อังกฤษ หรือญี่ปุ่นได้เลย\n\n“ภาษา” เลือกภาษาของคำตอบ\n“ลืมฉัน” ลบสิ่งที่เก็บเกี่ยวกับคุณ\n“ช่วยเหลือ” แสดงข้อความนี้',
    privacyAt: (address) => `เอกสารทั้งหมด: ${address}`,
    forgotten: 'ลบแล้ว ไม่มีคำถาม คำตอบ หรือการตั้งค่าของคุณเหลืออยู่',
    whichLanguage: 'ต้องการคำตอบเป็นภาษาใด',
    languageChosen: 'จากนี้จะตอบเป็นภาษาไทย',
    onlyText: 'ขออภัย อ่านได้เฉพาะข้อความตัวอักษร โปรดพิมพ์คำถาม',
    tooMany: 'มีคำถามเข้ามาเร็วเกินไป โปรดรอสักหนึ่งนาทีแล้วถามใหม่',
    tooLong: 'คำถามยาวเกินไป โปรดถามให้สั้นลง (ไม่เกิน 2,000 ตัวอักษร)',
    failed: 'ขออภัย เกิดข้อผิดพลาดขึ้นทางเรา โปรดลองถามใหม่อีกครั้งภายหลัง',
    late: 'กำลังหาคำตอบอยู่ โปรดแตะปุ่มด้านล่างเพื่อดูคำตอบ',
    tapForAnswer: 'ดูคำตอบ',
    tooOld: 'คำตอบนี้เก่าเกินกว่าจะเก็บไว้แล้ว โปรดถามใหม่อีกครั้ง',
    helpLabel: 'ช่วยเหลือ',
  },
  en: {
    greeting:
      'Hello, I am Accord. I answer questions about the Thai–Japanese Memorandum of Cooperation on ICT and digital (2022) and show the passage that proves each sentence. What the documents do not state, I say so.',
    inGroup:
      'In a group, mention me (@) or reply to one of my messages. I neither read nor keep what else is said here.',
    privacy: (hours) =>
      `Privacy: your questions serve to answer you and nothing else; they are kept encrypted for at most ${hours} hours. Write “forget me” to erase them at once.`,
    usesModel: 'Questions are passed to a language model, which helps to word the answers.',
    help: 'Just write your question, in Thai, English or Japanese.\n\n“language” chooses the language of the answers\n“forget me” erases what is kept of you\n“help” shows this',
    privacyAt: (address) => `All documents: ${address}`,
    forgotten: 'Done. Nothing is left of your questions, answers or settings.',
    whichLanguage: 'In which language shall I answer?',
    languageChosen: 'From now on I answer in English.',
    onlyText: 'Sorry, I can read text only. Please write your question.',
    tooMany: 'That is too many questions at once. Please wait a minute and ask again.',
    tooLong: 'The question is too long. Please ask something shorter (at most 2,000 characters).',
    failed: 'Sorry, something went wrong on our side. Please ask again later.',
    late: 'Still looking for the answer. Please tap below to see it.',
    tapForAnswer: 'Show the answer',
    tooOld: 'That answer is too old: it is not kept any more. Please ask again.',
    helpLabel: 'Help',
  },
  ja: {
    greeting:
      'こんにちは、Accordです。ICT・デジタル分野に関する日タイ協力覚書（2022年）についてのご質問に、一文ごとに根拠となる箇所を示してお答えします。文書に記載のないことは、記載がないとお伝えします。',
    inGroup:
      'グループでは、私をメンション（@）するか、私のメッセージに返信してください。それ以外の会話は読まず、保存もしません。',
    privacy: (hours) =>
      `プライバシー：ご質問は回答のためにのみ使用し、暗号化して最長${hours}時間保存した後に削除します。「忘れて」と送ると、すぐに削除します。`,
    usesModel: 'ご質問は、回答の作成を補助する言語モデルに送られます。',
    help: 'タイ語・英語・日本語でそのままご質問ください。\n\n「言語」回答の言語を選ぶ\n「忘れて」保存された情報を削除する\n「ヘルプ」この案内を表示する',
    privacyAt: (address) => `すべての文書：${address}`,
    forgotten: '削除しました。ご質問・回答・設定は残っていません。',
    whichLanguage: 'どの言語でお答えしましょうか。',
    languageChosen: '今後は日本語でお答えします。',
    onlyText: '申し訳ありません。文字のメッセージのみ読むことができます。ご質問を入力してください。',
    tooMany: '短い時間に多くのご質問をいただきました。1分ほどお待ちになってから、もう一度お試しください。',
    tooLong: 'ご質問が長すぎます。2,000文字以内でお願いします。',
    failed: '申し訳ありません。こちらで問題が発生しました。後ほどもう一度お試しください。',
    late: '回答を準備しています。下のボタンを押すと回答が表示されます。',
    tapForAnswer: '回答を見る',
    tooOld: 'この回答は保存期間を過ぎました。お手数ですが、もう一度ご質問ください。',
    helpLabel: 'ヘルプ',
  },
}

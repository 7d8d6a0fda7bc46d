import type { Language } from '../../vocabulary.ts'

/** What Accord itself says on Discord: what to do when something isn't possible, and what it shows beside answers. */
export interface Notices {
  /** Markdown. */
  help: string
  /** The answer to a button is no longer known. */
  tooOld: string
  /** The documents say otherwise, or elsewhere, since it was given. */
  outdated: string
  notYours: string
  alreadyShared: string
  empty: string
  tooLong: string
  noText: string
  tooMany: string
  failed: string
  /** An answer was under way. */
  restarting: string
  /** Something new can't be begun. */
  restartingNow: string
  forgotten: string
  thanks: string
  reasonThanks: string
  unknownButton: string
  unknownClause: string
  unknownTerm: string
  noThreadHere: string
  threadThere: string
  threadOpened(address: string): string
  threadName: string
  inThread: string
  openThread: string
  modal: { followUp: string; question: string; reason: string; reasonLabel: string; reasonHint: string }
  documents: string
  status: {
    title: string
    version: string
    made: string
    documents: string
    passages: string
    mode: string
    extractive: string
    generated(model: string): string
  }
  age(days: number): string
  proof: string
  alsoWritten: string
  check: {
    title: string
    /** Of a claim that is a sentence of the documents. */
    verbatim: string
    /** What the documents say follows. */
    supported: string
    contradicted: string
    'not-stated': string
    /** What the check can't promise. */
    limit: string
    notChecked(more: number): string
  }
}

export const notices: Record<Language, Notices> = {
  th: {
    help: `**Accord ตอบคำถามเกี่ยวกับบันทึกความร่วมมือไทย–ญี่ปุ่นด้านเทคโนโลยีสารสนเทศ การสื่อสาร และดิจิทัล** เป็นภาษาไทย อังกฤษ และญี่ปุ่น ทุกประโยคมีข้อความจากเอกสารยืนยัน ถ้าเอกสารไม่ได้ระบุ Accord จะบอกตรง ๆ

- \`/ask\` ถาม คำตอบเห็นเฉพาะคุณ จนกว่าจะกดให้ทุกคนเห็น
- \`/clause\` ดูหนึ่งข้อเป็นสามภาษาพร้อมหลักฐาน · \`/glossary\` ดูคำศัพท์
- \`/sources\` ดูเอกสาร · \`/status\` ดูรุ่นของเอกสารและวิธีตอบ
- คลิกขวาที่ข้อความ → แอป: ถาม Accord เรื่องนี้ หรือตรวจข้อความนี้กับเอกสาร
- พูดถึง Accord ในห้อง หรือส่งข้อความตรงก็ได้

**ข้อมูลของคุณ** คำถามและคำตอบถูกเก็บแบบเข้ารหัสไว้ระยะหนึ่ง เพื่อให้ปุ่มและคำถามต่อเนื่องใช้ได้ รหัสผู้ใช้เก็บเป็นค่าแฮชเท่านั้น ความเห็นเก็บโดยไม่ระบุตัวตน \`/forget\` ลบสิ่งที่คุณเคยถามทั้งหมด`,
    tooOld: 'คำตอบนี้เก่าเกินไป ปุ่มจึงใช้ไม่ได้แล้ว โปรดถามใหม่ด้วย /ask',
    outdated: 'เอกสารเปลี่ยนไปหลังจากคำตอบนี้ ข้อความด้านล่างเป็นข้อความเดิมในตอนนั้น ถามใหม่ด้วย /ask เพื่อคำตอบตามเอกสารปัจจุบัน',
    notYours: 'มีเพียงผู้ถามเท่านั้นที่ทำเช่นนี้ได้ ถามเองได้ด้วย /ask',
    alreadyShared: 'คำตอบนี้แสดงให้ทุกคนเห็นแล้ว',
    empty: 'ไม่มีคำถาม โปรดพิมพ์คำถามเป็นภาษาไทย อังกฤษ หรือญี่ปุ่น',
    tooLong: 'คำถามยาวเกินไป โปรดถามให้สั้นลง',
    noText: 'ข้อความนี้ไม่มีตัวอักษรให้ตรวจ',
    tooMany: 'คุณถามถี่เกินไป โปรดรอสักครู่แล้วลองใหม่',
    failed: 'เกิดข้อผิดพลาดขณะตอบ โปรดลองใหม่อีกครั้ง',
    restarting: 'Accord กำลังเริ่มทำงานใหม่ คำตอบจะมาที่นี่เอง ถ้าไม่มาภายในไม่กี่นาที โปรดถามใหม่',
    restartingNow: 'Accord กำลังเริ่มทำงานใหม่ โปรดลองอีกครั้งในไม่กี่วินาที',
    forgotten: 'ลบสิ่งที่คุณเคยถามแล้ว ปุ่มใต้คำตอบเดิมจะใช้ไม่ได้',
    thanks: 'ขอบคุณสำหรับความเห็น เก็บไว้โดยไม่ระบุว่าเป็นใคร',
    reasonThanks: 'ขอบคุณ เก็บเหตุผลไว้โดยไม่ระบุว่าเป็นใคร',
    unknownButton: 'ปุ่มหรือคำสั่งนี้มาจาก Accord รุ่นอื่น โปรดถามใหม่ด้วย /ask',
    unknownClause: 'ไม่พบข้อนี้ โปรดเลือกจากรายการที่ขึ้นขณะพิมพ์',
    unknownTerm: 'ไม่มีคำนี้ในคลังคำศัพท์',
    noThreadHere: 'Accord เปิดเธรดที่นี่ไม่ได้: ต้องเป็นห้องข้อความ และ Accord ต้องมีสิทธิ์สร้างเธรดสาธารณะ',
    threadThere: 'คำตอบนี้มีเธรดอยู่แล้ว ถามต่อในนั้นได้เลย',
    threadOpened: (address) => `เปิดเธรดแล้ว: ${address}`,
    threadName: 'ถาม Accord',
    inThread: 'ถามต่อที่นี่ได้ โดยพูดถึง Accord ตอบกลับข้อความของ Accord หรือใช้ /ask คำถามในเธรดนี้ต่อเนื่องเป็นบทสนทนาเดียวกัน',
    openThread: 'คุยต่อในเธรด',
    modal: {
      followUp: 'ถามต่อจากคำตอบนี้',
      question: 'คำถาม',
      reason: 'คำตอบนี้ผิดตรงไหน',
      reasonLabel: 'เหตุผล (ไม่ใส่ก็ได้)',
      reasonHint: 'เก็บโดยไม่ระบุตัวคุณ โปรดอย่าใส่ข้อมูลส่วนตัว',
    },
    documents: 'เอกสารที่ใช้ตอบ',
    status: {
      title: 'สถานะ',
      version: 'รุ่นของเอกสาร',
      made: 'จัดทำเมื่อ',
      documents: 'เอกสาร',
      passages: 'ข้อความ',
      mode: 'วิธีตอบ',
      extractive: 'ถ้อยคำนำมาจากเอกสาร ไม่ใช้แบบจำลองภาษา',
      generated: (model) => `เรียบเรียงด้วย ${model} แล้วตรวจทุกประโยคกับเอกสาร`,
    },
    age: (days) => (days < 1 ? 'วันนี้' : `${days} วันก่อน`),
    proof: 'หลักฐาน',
    alsoWritten: 'เขียนแบบอื่น',
    check: {
      title: 'ผลตรวจกับเอกสาร',
      verbatim: '✅ ตรงกับเอกสารคำต่อคำ',
      supported: '☑️ ไม่พบข้อขัดแย้ง เอกสารระบุว่า',
      contradicted: '❌ ต่างจากเอกสาร ซึ่งระบุว่า',
      'not-stated': '❔ ไม่พบในเอกสาร',
      limit:
        'การตรวจนี้เทียบวันที่ ตัวเลข ชื่อ บทบาท การปฏิเสธ สถานะ และถ้อยคำกับข้อความในเอกสารด้วยกฎตายตัว ประโยคที่ใช้ถ้อยคำเดียวกันแต่เรียงความหมายใหม่อาจผ่านได้ และประโยคที่ถูกอาจหาไม่พบ โปรดเทียบกับข้อความที่ยกมาก่อนนำไปใช้',
      notChecked: (more) => `ยังมีอีก ${more} ข้อความที่ยังไม่ได้ตรวจ โปรดตรวจเป็นส่วน ๆ`,
    },
  },
  en: {
    help: `**Accord answers questions about the Thai–Japanese Memorandum of Cooperation on ICT and digital** in Thai, English and Japanese. Each sentence comes with the passage that proves it; what the documents don't state, it says so.

- \`/ask\` to ask; only you see the answer until you share it
- \`/clause\` shows a clause in three languages with its proof · \`/glossary\` a term
- \`/sources\` lists the documents · \`/status\` says which version is in use and how answers are made
- Right-click a message → Apps: “Ask Accord about this” or “Check this against the agreement”
- Mention Accord in a channel, or write to it directly

**Your data.** Questions and answers are kept encrypted for a while, so that buttons and follow-ups work; ids only as keyed hashes, feedback without who gave it. \`/forget\` erases all that you have asked.`,
    tooOld: 'This answer is too old for its buttons to work. Please ask again with /ask.',
    outdated:
      'The documents have changed since this answer was given. Below are the words as they were; ask again with /ask for an answer from today’s documents.',
    notYours: 'Only the person who asked can do that. You can ask yourself, with /ask.',
    alreadyShared: 'This answer has been shared already.',
    empty: 'There is no question. Please ask something in Thai, English or Japanese.',
    tooLong: 'The question is too long. Please ask something shorter.',
    noText: 'There is no text in that message.',
    tooMany: 'That is a lot of questions at once. Please wait a moment and try again.',
    failed: 'Something went wrong while answering. Please try again.',
    restarting:
      'Accord is restarting. The answer will appear here by itself; if it doesn’t within minutes, please ask again.',
    restartingNow: 'Accord is restarting. Please try again in a few seconds.',
    forgotten: 'What you have asked is erased. Buttons below your earlier answers no longer work.',
    thanks: 'Thank you. It is kept without who said it.',
    reasonThanks: 'Thank you. Your reason is kept without who gave it.',
    unknownButton: 'This button or command belongs to another version of Accord. Please ask again with /ask.',
    unknownClause: 'There is no such clause. Please choose one of those offered while you type.',
    unknownTerm: 'The glossary has no such term.',
    noThreadHere:
      'Accord can’t open a thread here: it takes a text channel, and the permission to create public threads.',
    threadThere: 'This answer has its thread already. Go on asking there.',
    threadOpened: (address) => `The thread is open: ${address}`,
    threadName: 'Ask Accord',
    inThread:
      'Go on asking here: mention Accord, reply to one of its messages, or use /ask. The questions of this thread are one conversation.',
    openThread: 'Continue in a thread',
    modal: {
      followUp: 'Ask a follow-up',
      question: 'Question',
      reason: 'What is wrong with this answer?',
      reasonLabel: 'Reason (optional)',
      reasonHint: 'Kept without your name. Please leave out personal data.',
    },
    documents: 'What every answer rests on',
    status: {
      title: 'Status',
      version: 'Version of the documents',
      made: 'Made',
      documents: 'Documents',
      passages: 'Passages',
      mode: 'Answers',
      extractive: 'in the words of the documents, without a language model',
      generated: (model) => `worded by ${model}, each sentence checked against the documents`,
    },
    age: (days) => (days < 1 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`),
    proof: 'Proof',
    alsoWritten: 'Also written',
    check: {
      title: 'Held against the documents',
      verbatim: '✅ In the documents, word for word',
      supported: '☑️ Nothing speaks against it. The documents say:',
      contradicted: '❌ The documents say otherwise:',
      'not-stated': '❔ Not found in the documents',
      limit:
        'Dates, numbers, names, roles, negation, status and wording are compared with the documents by fixed rules. The right words put together wrongly may pass, and what is right may not be found: compare it with the passage before you rely on it.',
      notChecked: (more) => `${more} more statements were not checked. Please check them in parts.`,
    },
  },
  ja: {
    help: `**Accordは、情報通信・デジタル分野の日タイ協力覚書についての質問に**、タイ語・英語・日本語で答えます。一文ごとに根拠となる記述を示し、文書に記載がないことはそのようにお伝えします。

- \`/ask\` 質問する。共有するまで、回答は自分だけに見えます
- \`/clause\` 項目を三言語で根拠とともに表示 · \`/glossary\` 用語を表示
- \`/sources\` 文書の一覧 · \`/status\` 使用中の版と回答の作り方
- メッセージを右クリック → アプリ: 「これについてAccordに質問」「協力覚書と照合する」
- チャンネルでAccordにメンションする、またはダイレクトメッセージを送ることもできます

**データの扱い** 質問と回答は、ボタンや続けての質問のために、暗号化して一定期間だけ保存します。IDは鍵付きハッシュとしてのみ、ご意見は匿名で保存します。\`/forget\` でこれまでの質問をすべて消去します。`,
    tooOld: 'この回答は古いため、ボタンは使えません。/ask でもう一度質問してください。',
    outdated:
      'この回答の後に文書が更新されました。以下は当時の記述です。現在の文書に基づく回答は /ask でお尋ねください。',
    notYours: 'この操作は質問した本人だけができます。/ask でご自身で質問できます。',
    alreadyShared: 'この回答はすでに共有されています。',
    empty: '質問がありません。タイ語・英語・日本語で質問してください。',
    tooLong: '質問が長すぎます。短くして質問してください。',
    noText: 'このメッセージには文章がありません。',
    tooMany: '短い間に質問が集中しています。少し待ってからもう一度お試しください。',
    failed: '回答中に問題が起きました。もう一度お試しください。',
    restarting:
      'Accordを再起動しています。回答はここに自動で表示されます。数分たっても表示されない場合は、もう一度質問してください。',
    restartingNow: 'Accordを再起動しています。数秒後にもう一度お試しください。',
    forgotten: 'これまでの質問を消去しました。以前の回答のボタンは使えなくなります。',
    thanks: 'ありがとうございます。匿名で保存しました。',
    reasonThanks: 'ありがとうございます。理由は匿名で保存しました。',
    unknownButton: 'このボタンまたはコマンドは別の版のAccordのものです。/ask でもう一度質問してください。',
    unknownClause: 'その項目はありません。入力中に表示される候補から選んでください。',
    unknownTerm: 'この用語は用語集にありません。',
    noThreadHere:
      'ここではスレッドを開けません。テキストチャンネルであることと、公開スレッドを作成する権限が必要です。',
    threadThere: 'この回答にはすでにスレッドがあります。そこで続けて質問してください。',
    threadOpened: (address) => `スレッドを開きました: ${address}`,
    threadName: 'Accordに質問',
    inThread:
      'ここで続けて質問できます。Accordへのメンション、Accordのメッセージへの返信、または /ask をお使いください。このスレッドの質問は一つの会話になります。',
    openThread: 'スレッドで続ける',
    modal: {
      followUp: '続けて質問する',
      question: '質問',
      reason: 'この回答のどこが誤りですか',
      reasonLabel: '理由（任意）',
      reasonHint: '匿名で保存します。個人情報は書かないでください。',
    },
    documents: '回答のもとになる文書',
    status: {
      title: '状態',
      version: '文書の版',
      made: '作成日',
      documents: '文書',
      passages: '記述',
      mode: '回答の作り方',
      extractive: '文書の記述に基づく回答（言語モデルは不使用）',
      generated: (model) => `${model} が作成し、一文ごとに文書と照合`,
    },
    age: (days) => (days < 1 ? '今日' : `${days}日前`),
    proof: '根拠',
    alsoWritten: '別の書き方',
    check: {
      title: '文書との照合結果',
      verbatim: '✅ 文書に同じ文があります',
      supported: '☑️ 食い違いは見つかりません。文書の記述：',
      contradicted: '❌ 文書と食い違います。文書の記述：',
      'not-stated': '❔ 文書に見当たりません',
      limit:
        '日付・数字・名称・役割・否定・状況・言い回しを、決まった規則で文書と比べた結果です。同じ言葉を誤ってつなげた文が通ることも、正しい文が見つからないこともあります。引用された記述と見比べてからお使いください。',
      notChecked: (more) => `ほかに${more}件は照合していません。分けて照合してください。`,
    },
  },
}

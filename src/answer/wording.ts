import type { Language } from '../vocabulary.ts'

/** What a question missed, when the sources speak of the matter but don't say that of it. */
export type Missing = 'when' | 'who' | 'where' | 'how-many' | 'how-much' | 'how-long' | 'why' | 'topic'

/** What in a question disagrees with the sources. The question's own words are never repeated: they may be the attack. */
export type WrongPremise = 'date' | 'number' | 'place' | 'person' | 'organisation' | 'side' | 'contrary' | 'complete'

export interface Wording {
  notStated(label: string): string
  missing: Readonly<Record<Missing, string>>
  nearest: string
  offTopic: string
  examplesOnly: string
  premise: Readonly<Record<WrongPremise, string>>
  otherLanguage: string
  untranslated: string
  wording: string
  days(count: number): string
  months(count: number): string
  years(count: number): string
  apart(from: string, to: string, spans: string[]): string
}

export const WORDING: Readonly<Record<Language, Wording>> = {
  th: {
    notStated: (label) => `เอกสารที่มีไม่ได้ระบุเรื่อง${label}`,
    missing: {
      when: 'เอกสารที่มีไม่ได้ระบุวันเวลาของเรื่องนี้',
      who: 'เอกสารที่มีไม่ได้ระบุชื่อบุคคลในเรื่องนี้',
      where: 'เอกสารที่มีไม่ได้ระบุสถานที่ของเรื่องนี้',
      'how-many': 'เอกสารที่มีไม่ได้ระบุจำนวนในเรื่องนี้',
      'how-much': 'เอกสารที่มีไม่ได้ระบุจำนวนเงินในเรื่องนี้',
      'how-long': 'เอกสารที่มีไม่ได้ระบุระยะเวลาของเรื่องนี้',
      why: 'เอกสารที่มีไม่ได้ระบุเหตุผลของเรื่องนี้',
      topic: 'เอกสารที่มีไม่ได้ระบุเรื่องที่ถาม',
    },
    nearest: 'สิ่งที่ใกล้เคียงที่สุดที่เอกสารระบุคือ:',
    offTopic:
      'คำถามนี้อยู่นอกเรื่องที่ Accord ตอบได้ Accord ตอบเฉพาะเรื่องบันทึกความร่วมมือไทย-ญี่ปุ่นด้านเทคโนโลยีสารสนเทศ การสื่อสาร และดิจิทัล',
    examplesOnly: 'เอกสารยกรายการนี้เป็นตัวอย่าง (“อาทิ”) จึงอาจมีเรื่องอื่นที่ไม่ได้ระบุไว้',
    premise: {
      number: 'ตัวเลขในคำถามไม่ตรงกับเอกสาร ดูตัวเลขที่เอกสารระบุในคำตอบ',
      date: 'วันที่ในคำถามไม่ตรงกับเอกสาร ดูวันที่ที่ถูกต้องในคำตอบ',
      place: 'สถานที่ในคำถามไม่ตรงกับเอกสาร ดูสถานที่ที่เอกสารระบุในคำตอบ',
      person: 'ชื่อบุคคลในคำถามไม่ตรงกับเอกสาร ดูชื่อที่เอกสารระบุในคำตอบ',
      organisation: 'หน่วยงานในคำถามไม่ตรงกับเอกสาร ดูหน่วยงานที่เอกสารระบุในคำตอบ',
      side: 'คำถามสลับฝ่ายกัน ดูฝ่ายที่ถูกต้องในคำตอบ',
      contrary: 'เอกสารระบุไม่ตรงกับที่คำถามกล่าว ดูสิ่งที่เอกสารระบุในคำตอบ',
      complete: 'เอกสารยกรายการนี้เป็นตัวอย่าง (“อาทิ”) และไม่ได้ระบุว่าไม่มีเรื่องอื่น',
    },
    otherLanguage: 'Accord ตอบเป็นภาษาไทย อังกฤษ และญี่ปุ่น',
    untranslated: 'ข้อความนี้มีเฉพาะในภาษาต้นฉบับ',
    wording: 'ข้อความตามข่าว:',
    days: (count) => `${count} วัน`,
    months: (count) => `${count} เดือน`,
    years: (count) => `${count} ปี`,
    apart: (from, to, spans) => `จากวันที่ ${from} ถึงวันที่ ${to} ห่างกัน ${spans.join(' หรือ ')} (คำนวณจากวันที่ในเอกสาร)`,
  },
  en: {
    notStated: (label) => `The sources don't say anything about this: ${label}.`,
    missing: {
      when: "The sources don't give a date for this.",
      who: "The sources don't name anyone for this.",
      where: "The sources don't name a place for this.",
      'how-many': "The sources don't give a number for this.",
      'how-much': "The sources don't give an amount for this.",
      'how-long': "The sources don't say how long.",
      why: "The sources don't give a reason for this.",
      topic: "The sources don't say anything about what you ask.",
    },
    nearest: 'The nearest thing that they do say:',
    offTopic:
      'That is outside what Accord can answer: it only answers questions about the Thai–Japanese Memorandum of Cooperation on ICT and digital.',
    examplesOnly:
      'The source gives this list as examples (“อาทิ”, among others), so there may be more that it does not name.',
    premise: {
      number: 'The number in the question does not agree with the sources; the answer has the one they give.',
      date: 'The date in the question does not agree with the sources; the answer has the right one.',
      place: 'The place in the question does not agree with the sources; the answer has the one they name.',
      person: 'The person in the question does not agree with the sources; the answer has the names they give.',
      organisation:
        'The organisation in the question does not agree with the sources; the answer has the one they name.',
      side: 'The question mixes up the sides; the answer has them right.',
      contrary: 'The sources say otherwise than the question assumes; the answer has what they say.',
      complete:
        'The source gives this list as examples (“อาทิ”, among others); it does not say that there is nothing else.',
    },
    otherLanguage: 'Accord answers in Thai, English and Japanese.',
    untranslated: 'These words exist only in the original language.',
    wording: 'The release says:',
    days: (count) => `${count} ${count === 1 ? 'day' : 'days'}`,
    months: (count) => `${count} ${count === 1 ? 'month' : 'months'}`,
    years: (count) => `${count} ${count === 1 ? 'year' : 'years'}`,
    apart: (from, to, spans) =>
      `From ${from} to ${to} it is ${spans.join(', or ')} (computed from the dates in the sources).`,
  },
  ja: {
    notStated: (label) => `「${label}」については、資料に記載がありません。`,
    missing: {
      when: 'その日付は、資料に記載がありません。',
      who: 'その人物の名前は、資料に記載がありません。',
      where: 'その場所は、資料に記載がありません。',
      'how-many': 'その数は、資料に記載がありません。',
      'how-much': 'その金額は、資料に記載がありません。',
      'how-long': 'その期間は、資料に記載がありません。',
      why: 'その理由は、資料に記載がありません。',
      topic: 'お尋ねの点は、資料に記載がありません。',
    },
    nearest: '資料にある最も近い記述:',
    offTopic: 'これはAccordがお答えできる範囲の外です。日タイ情報通信・デジタル協力覚書についてのみお答えします。',
    examplesOnly: '資料はこの一覧を例として挙げているため、ほかにも含まれるものがあり得ます。',
    premise: {
      number: 'ご質問の数は資料と一致しません。資料にある数は回答のとおりです。',
      date: 'ご質問の日付は資料と一致しません。正しい日付は回答のとおりです。',
      place: 'ご質問の場所は資料と一致しません。資料にある場所は回答のとおりです。',
      person: 'ご質問の人物は資料と一致しません。資料にある名前は回答のとおりです。',
      organisation: 'ご質問の機関は資料と一致しません。資料にある機関は回答のとおりです。',
      side: 'ご質問では双方が入れ替わっています。正しくは回答のとおりです。',
      contrary: '資料の記載はご質問の前提と異なります。資料の記載は回答のとおりです。',
      complete: '資料はこの一覧を例として挙げており、ほかにないとは述べていません。',
    },
    otherLanguage: 'Accordはタイ語、英語、日本語でお答えします。',
    untranslated: 'この記述は原語のみです。',
    wording: '発表の原文:',
    days: (count) => `${count}日間`,
    months: (count) => `${count}か月`,
    years: (count) => `${count}年`,
    apart: (from, to, spans) => `${from}から${to}までは${spans.join('、または')}です(資料の日付から計算)。`,
  },
}

import type { Language } from '../../vocabulary.ts'
import type { CitationStyle } from './cite-as.ts'

/** The words around documents: their list, the reader, the clauses. */
export interface ReaderLabels {
  documentsIntroduction: string
  noDocuments: string
  backToDocuments: string
  snapshot: string
  publisher: string
  published: string
  documentLanguage: string
  documentKind: string
  documentStatus: string
  /** Of a document's `status`; one that isn't here is shown as it is. */
  documentStatuses: Record<string, string>
  translationOf: string
  noSuchDocument: string
  about: string
  agreement: string
  timeline: string
  contents: string
  examples: string
  shownLanguage: string
  proof: string
  /** Before the number of a sentence. */
  sentence: string
  notStored: string
  changed: string
  changedElsewhere: string
  wordingThen: string
  wordingNow: string
  wordingGone: string
  readThen: string
  readNow: string
  shownThen: string
  unchecked: string
  missing: string
  removed: string
  share: string
  link: string
  styles: Record<CitationStyle, string>
  copy: string
  copied: string
}

export const readerLabels: Record<Language, ReaderLabels> = {
  th: {
    documentsIntroduction: 'ทุกคำตอบอ้างอิงจากเอกสารเหล่านี้เท่านั้น',
    noDocuments: 'ขณะนี้ยังไม่มีเอกสารให้เปิดดู',
    backToDocuments: 'เอกสารอ้างอิงทั้งหมด',
    snapshot: 'ชุดข้อมูล',
    publisher: 'ผู้เผยแพร่',
    published: 'วันที่เผยแพร่',
    documentLanguage: 'ภาษา',
    documentKind: 'ประเภท',
    documentStatus: 'สถานะ',
    documentStatuses: {
      'draft-approved': 'คณะรัฐมนตรีเห็นชอบร่างแล้ว',
      signed: 'ลงนามแล้ว',
      'in-force': 'มีผลบังคับใช้',
      ended: 'สิ้นสุดแล้ว',
      summary: 'บทสรุป ไม่ใช่ตัวบทที่ลงนาม',
    },
    translationOf: 'คำแปลของ',
    noSuchDocument: 'ไม่มีเอกสารนี้ อาจมีการเปลี่ยนแปลงหลังจากที่ส่งลิงก์มา',
    about: 'เกี่ยวกับเอกสาร',
    agreement: 'บันทึกความร่วมมือรายข้อ',
    timeline: 'ลำดับเหตุการณ์',
    contents: 'สารบัญ',
    examples: 'แหล่งที่มายกเรื่องเหล่านี้เป็นตัวอย่าง ไม่ใช่รายการทั้งหมด',
    shownLanguage: 'ภาษาที่แสดง',
    proof: 'ข้อความต้นฉบับที่ยืนยัน',
    sentence: 'ประโยคที่',
    notStored: 'เผยแพร่ที่ (ไม่ได้จัดเก็บไว้ที่นี่)',
    changed: 'เอกสารนี้เปลี่ยนไปหลังจากที่อ้างอิง',
    changedElsewhere: 'เอกสารนี้เปลี่ยนไปหลังจากที่อ้างอิง แต่ข้อความที่อ้างยังเหมือนเดิม',
    wordingThen: 'ข้อความเมื่ออ้างอิง',
    wordingNow: 'ข้อความปัจจุบัน',
    wordingGone: 'ปัจจุบันไม่มีข้อความนี้ในเอกสารแล้ว',
    readThen: 'อ่านเอกสารตามเดิมเมื่ออ้างอิง',
    readNow: 'อ่านเอกสารปัจจุบัน',
    shownThen: 'นี่คือเอกสารตามที่เป็นเมื่ออ้างอิง ไม่ใช่ฉบับปัจจุบัน',
    unchecked: 'ไม่ได้เก็บชุดข้อมูลที่ลิงก์นี้อ้างถึงไว้แล้ว จึงยืนยันไม่ได้ว่าข้อความที่เน้นคือข้อความที่อ้าง',
    missing: 'ไม่พบข้อความที่ลิงก์นี้ชี้ไว้ในเอกสาร อาจเป็นเพราะลิงก์ไม่ครบถ้วน หรือเอกสารเปลี่ยนไปแล้ว',
    removed: 'เอกสารนี้ไม่ได้ใช้งานแล้ว ที่แสดงอยู่คือฉบับเมื่ออ้างอิง',
    share: 'แชร์และอ้างอิง',
    link: 'ลิงก์มายังข้อความนี้',
    styles: { 'thai-official': 'แบบหนังสือราชการไทย', apa: 'แบบ APA', plain: 'ข้อความทั่วไป' },
    copy: 'คัดลอก',
    copied: 'คัดลอกแล้ว',
  },
  en: {
    documentsIntroduction: 'Every answer rests on these documents and on nothing else.',
    noDocuments: 'There are no documents to show right now.',
    backToDocuments: 'All documents',
    snapshot: 'Snapshot',
    publisher: 'Publisher',
    published: 'Published',
    documentLanguage: 'Language',
    documentKind: 'Kind',
    documentStatus: 'Status',
    documentStatuses: {
      'draft-approved': 'Draft approved by the cabinet',
      signed: 'Signed',
      'in-force': 'In force',
      ended: 'Ended',
      summary: 'Summary, not the signed text',
    },
    translationOf: 'Translation of',
    noSuchDocument: 'There is no such document. It may have changed since the link was made.',
    about: 'About this document',
    agreement: 'The memorandum, clause by clause',
    timeline: 'Timeline',
    contents: 'Contents',
    examples: 'The source gives these as examples, not as the whole list.',
    shownLanguage: 'Language shown',
    proof: 'The words that prove it',
    sentence: 'Sentence',
    notStored: 'Published at (not stored here)',
    changed: 'This document has changed since it was quoted',
    changedElsewhere: 'This document has changed since it was quoted; the quoted words have not.',
    wordingThen: 'Wording when it was quoted',
    wordingNow: 'Wording now',
    wordingGone: 'Nothing stands in their place any longer.',
    readThen: 'Read the document as it was',
    readNow: 'Read the document as it is now',
    shownThen: 'This is the document as it was when it was quoted, not as it is now.',
    unchecked:
      'The snapshot that this link refers to is no longer kept. Whether the marked words are the quoted ones cannot be checked.',
    missing:
      'The words that this link points to are not in this document. The link may be incomplete, or the document has changed.',
    removed: 'This document is no longer in use. It is shown as it was when it was quoted.',
    share: 'Share and cite',
    link: 'Link to these words',
    styles: { 'thai-official': 'Thai official style', apa: 'APA', plain: 'Plain' },
    copy: 'Copy',
    copied: 'Copied',
  },
  ja: {
    documentsIntroduction: '回答はすべて、以下の文書のみに基づいています。',
    noDocuments: 'ただいま表示できる文書がありません。',
    backToDocuments: '文書一覧に戻る',
    snapshot: 'スナップショット',
    publisher: '発行者',
    published: '公表日',
    documentLanguage: '言語',
    documentKind: '種類',
    documentStatus: '状況',
    documentStatuses: {
      'draft-approved': '閣議で案を承認済み',
      signed: '署名済み',
      'in-force': '発効中',
      ended: '終了',
      summary: '要約（署名された本文ではありません）',
    },
    translationOf: '翻訳元',
    noSuchDocument: 'この文書はありません。リンクの作成後に変更された可能性があります。',
    about: 'この文書について',
    agreement: '協力覚書の項目',
    timeline: '経緯',
    contents: '目次',
    examples: '原文では例示されており、すべてを挙げたものではありません。',
    shownLanguage: '表示する言語',
    proof: '根拠となる原文',
    sentence: '文',
    notStored: '掲載先（ここには保存していません）',
    changed: 'この文書は、引用された後に変更されています',
    changedElsewhere: 'この文書は引用された後に変更されていますが、引用された文言は変わっていません。',
    wordingThen: '引用時の文言',
    wordingNow: '現在の文言',
    wordingGone: '現在、該当する文言はありません。',
    readThen: '引用時の文書を読む',
    readNow: '現在の文書を読む',
    shownThen: 'これは引用時の文書であり、現在のものではありません。',
    unchecked:
      'このリンクが示すスナップショットは保存期間を過ぎています。強調された文言が引用されたものかどうかは確認できません。',
    missing: 'このリンクが示す文言は、この文書に見当たりません。リンクが不完全か、文書が変更された可能性があります。',
    removed: 'この文書は現在使用されていません。引用時の内容を表示しています。',
    share: '共有と引用',
    link: 'この箇所へのリンク',
    styles: { 'thai-official': 'タイ公文書形式', apa: 'APA形式', plain: 'プレーンテキスト' },
    copy: 'コピー',
    copied: 'コピーしました',
  },
}

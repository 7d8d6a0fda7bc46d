export type EventKind =
  | 'sign'
  | 'approve'
  | 'end'
  | 'replace'
  | 'in-force'
  | 'renew'
  | 'draft'
  | 'visit'
  | 'announce'
  | 'exchange'
  | 'invest'

/** Where a text tells of an event, in UTF-16 units of the compact text. */
export interface FoundEvent {
  kind: EventKind
  start: number
  end: number
}

const EVENTS: readonly [EventKind, RegExp][] = [
  [
    'sign',
    /(?<!เอกสารที่)ลงนาม|เซ็น(?!เตอร์|ต์)|ลงชื่อ|\b(?:co-)?sign(?:s|ed(?! documents?)|ing|ature|atures)?\b|署名(?!(?:された)?文書)|調印|締結/gu,
  ],
  ['approve', /เห็นชอบ|อนุมัติ|\bapprov(?:es?|ed|als?|ing)\b|\bendors(?:es?|ed|ement|ing)\b|承認|了承/gu],
  [
    'end',
    /\bceas(?:e|es|ed) to (?:be in force|apply|have effect)|\bno longer (?:in force|valid)|สิ้นสุด|หมดอายุ|สิ้นอายุ|ครบกำหนด|\b(?:end(?:s|ed|ing)?|expir(?:es?|ed|y|ation)|laps(?:es?|ed)|r[au]ns? out)\b|終了|満了|失効|切れ/gu,
  ],
  [
    'replace',
    /(?<!ต่างตอบ|ผู้|ตัว)แทน(?:ที่)?|\breplac(?:es?|ed|ing|ement)\b|\bsupersed(?:es?|ed|ing)\b|\b(?:in|takes?|took|taking) (?:the )?place of\b|代わ[るりっ]|置き換え|取って代/gu,
  ],
  ['visit', /เยือน|\bvisit(?:s|ed|ing)?\b|訪問|来訪|訪タイ|訪日/gu],
  ['announce', /แถลง(?!การณ์)|กล่าว(?=ว่า)|\bannounc(?:es?|ed|ing)\b|(?<=を)発表(?=し|さ)|発表したのは/gu],
  ['exchange', /แลกเปลี่ยนเอกสาร|การแลกเปลี่ยนเอกสาร|\bexchang(?:es?|ed|ing)\b|文書の交換|文書を交換|取り交わ/gu],
  ['invest', /ลงทุน|\binvest(?:s|ed|ing|ments?)?\b|投資/gu],
  [
    'in-force',
    /มีผล(?!สืบ|ประโยชน์|เนื่อง)|บังคับใช้|\b(?:(?<!to be |longer )in force|in effect|takes? effect|took effect|effective|valid)\b|有効(?!期[間限])|効力を(?:有|持|生)|発効/gu,
  ],
  [
    'renew',
    /ต่ออายุ|ขยายอายุ|ขยายเวลา|\b(?:renew(?:s|ed|al|ing)?|extend(?:s|ed|ing)?|extension|prolong(?:s|ed)?)\b|延長|更新/gu,
  ],
  ['draft', /ยกร่าง|จัดทำร่าง|\bdraft(?:ed|ing|s)\b|起草|案を作成/gu],
]

/** In the order of the text. */
export function findEvents(text: string): FoundEvent[] {
  return EVENTS.flatMap(([kind, pattern]): FoundEvent[] =>
    Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({ kind, start: index, end: index + length })),
  ).sort((a, b) => a.start - b.start)
}

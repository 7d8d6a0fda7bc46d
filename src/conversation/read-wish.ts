import type { Language } from '../vocabulary.ts'

/** What a person wants of the bot itself, in any of the three languages. */
export type Wish =
  | { wish: 'forget' }
  | { wish: 'help' }
  /** To choose a language, or the one that is chosen. */
  | { wish: 'language'; language?: Language }

const FORGET = [
  ...['ลืมฉัน', 'ลืมผม', 'ลืมดิฉัน', 'ลืมหนู', 'ลืมเรา', 'ลบข้อมูล', 'ลบข้อมูลฉัน', 'ลบข้อมูลของฉัน', 'ลบข้อมูลของผม'],
  ...['forget me', 'forget', 'forget everything', 'delete me', 'delete my data', 'erase my data', 'delete data'],
  ...['忘れて', 'わすれて', '忘れろ', '私を忘れて', '私のことを忘れて', '全部忘れて', 'すべて忘れて'],
  ...['データを削除', 'データを削除して', '私のデータを削除', '私のデータを削除して'],
]
const HELP = [
  ...['ช่วยเหลือ', 'ช่วยด้วย', 'วิธีใช้', 'วิธีใช้งาน', 'เมนู'],
  ...['help', 'help me', 'menu', 'how to use'],
  ...['ヘルプ', '助けて', '使い方', 'メニュー'],
]
const CHOOSE = [
  ...['ภาษา', 'เปลี่ยนภาษา', 'เลือกภาษา', 'ตั้งค่าภาษา'],
  ...['language', 'languages', 'change language', 'change the language', 'choose language', 'set language'],
  ...['言語', '言語設定', '言語を変更', '言語変更', '言語を選択'],
]
const LANGUAGES: Readonly<Record<Language, readonly string[]>> = {
  th: ['ภาษาไทย', 'ไทย', 'thai', 'language thai', 'speak thai', 'タイ語'],
  en: ['ภาษาอังกฤษ', 'อังกฤษ', 'english', 'language english', 'speak english', '英語'],
  ja: ['ภาษาญี่ปุ่น', 'ญี่ปุ่น', 'japanese', 'language japanese', 'speak japanese', '日本語'],
}

const WISHES: ReadonlyMap<string, Wish> = new Map([
  ...FORGET.map((text): [string, Wish] => [lettersOf(text), { wish: 'forget' }]),
  ...HELP.map((text): [string, Wish] => [lettersOf(text), { wish: 'help' }]),
  ...CHOOSE.map((text): [string, Wish] => [lettersOf(text), { wish: 'language' }]),
  ...(Object.keys(LANGUAGES) as Language[]).flatMap((language) =>
    LANGUAGES[language].map((text): [string, Wish] => [lettersOf(text), { wish: 'language', language }]),
  ),
])

const POLITE_BEFORE = /^(?:please|pls|ช่วย|กรุณา|โปรด)/u
const AFTER = [
  'please',
  'pls',
  'ครับ',
  'คับ',
  'ค่ะ',
  'คะ',
  'จ้ะ',
  'จ้า',
  'นะ',
  'ที',
  'ด้วย',
  'หน่อย',
  'เลย',
  'ください',
  '下さい',
  'お願いします',
]
const POLITE_AFTER = new RegExp(`(?:${AFTER.map(lettersOf).join('|')})$`, 'u')

/** Undefined for what is a question: a wish is the whole of a text, but for spaces, marks, quotation marks and politeness. */
export function readWish(text: string): Wish | undefined {
  if (/^\s*[?？]\s*$/u.test(text)) return { wish: 'help' }
  for (let said = lettersOf(text); said !== ''; ) {
    const wish = WISHES.get(said) ?? WISHES.get(said.replace(POLITE_BEFORE, ''))
    if (wish !== undefined) return wish
    const shorter = said.replace(POLITE_AFTER, '')
    said = shorter === said ? '' : shorter
  }
  return undefined
}

/** In one spelling: of half- and full-width, of capitals, and without what stands between letters and around them. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

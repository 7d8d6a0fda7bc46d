import type { Language } from '../vocabulary.ts'

/** What a person wants of the bot itself, in any of the three languages. */
export type Wish =
  | { wish: 'forget' }
  | { wish: 'help' }
  /** To choose a language, or the one that is chosen. */
  | { wish: 'language'; language?: Language }

const FORGET = [
  'ลืมฉัน',
  'ลืมผม',
  'ลบข้อมูลของฉัน',
  'ลบข้อมูล',
  'forget me',
  'delete my data',
  '忘れて',
  'わすれて',
  '私を忘れて',
  'データを削除',
]
const HELP = ['ช่วยเหลือ', 'วิธีใช้', 'เมนู', 'help', 'menu', 'ヘルプ', '使い方', 'メニュー', '?']
const CHOOSE = ['ภาษา', 'เปลี่ยนภาษา', 'language', 'change language', '言語', '言語を変更']
const LANGUAGES: Readonly<Record<Language, readonly string[]>> = {
  th: ['ภาษาไทย', 'ไทย', 'thai', 'タイ語', 'ภาษา ไทย'],
  en: ['ภาษาอังกฤษ', 'อังกฤษ', 'english', '英語', 'ภาษา อังกฤษ'],
  ja: ['ภาษาญี่ปุ่น', 'ญี่ปุ่น', 'japanese', '日本語', 'ภาษา ญี่ปุ่น'],
}

const WISHES: ReadonlyMap<string, Wish> = new Map([
  ...FORGET.map((text): [string, Wish] => [text, { wish: 'forget' }]),
  ...HELP.map((text): [string, Wish] => [text, { wish: 'help' }]),
  ...CHOOSE.map((text): [string, Wish] => [text, { wish: 'language' }]),
  ...(Object.keys(LANGUAGES) as Language[]).flatMap((language) =>
    LANGUAGES[language].map((text): [string, Wish] => [text, { wish: 'language', language }]),
  ),
])

/** Undefined for what is a question: a wish is the whole of a text, but for spaces, a slash before it and marks at its end. */
export function readWish(text: string): Wish | undefined {
  const said = text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
  return WISHES.get(said) ?? WISHES.get(said.replace(/^\/|[\s.!?。]+$/gu, ''))
}

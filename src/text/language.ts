import type { Language } from '../vocabulary.ts'

/** The language that a question is asked in. `known` is false for one that Accord doesn't speak: it then answers in English. */
export interface DetectedLanguage {
  language: Language
  known: boolean
}

const THAI = /\p{sc=Thai}/gu
/** Kana, and the full-width forms that only Japanese keyboards make. */
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/gu
const HAN = /\p{sc=Han}/gu
const LATIN_WORD = /(?![\uFF21-\uFF5A])\p{sc=Latin}+/gu
const OTHER_LETTER = /(?![\p{sc=Thai}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}\p{sc=Latin}ー])\p{L}/gu
/** Forms of Chinese that Japanese doesn't write. */
const CHINESE = /[们这么什时谁吗为说对签订协议两国个谅备忘录這麼兩國簽說錄]/u
const NOT_ENGLISH_LETTER = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹñßçœæøåãõ¿¡]/iu
/** Short words of French, German, Spanish, Portuguese, Italian, Indonesian and Vietnamese that English lacks; not ai, its AI. */
const NOT_ENGLISH_WORDS = new Set(
  (
    'le les des est une pour avec quand quel quelle qui sont dans ' +
    'der die das und ist wann wer wie wurde unterzeichnet mit nicht ' +
    'el los las cuándo cuando quién quien qué cuál fue para por con firmó ' +
    'o os quando quem foi não il gli della che chi è sono ' +
    'apa siapa kapan yang dan dengan untuk di adalah ' +
    'là của và khi nào được'
  ).split(' '),
)

/** Names and figures that every language writes alike, "5G?" or "MDES", say nothing of the language that they're asked in. */
const NEUTRAL = /^[\p{Lu}\p{N}\p{P}\p{S}\s]*$/u
/** In capitals: "WHEN WAS IT SIGNED?" is no list of names. */
const ENGLISH_WORD =
  /(?<!\p{L})(?:WHAT|WHEN|WHO|WHERE|WHY|HOW|WHICH|IS|ARE|WAS|WERE|DID|DO|DOES|THE|OF|FOR|ABOUT|AND|TELL|GIVE|LIST)(?!\p{L})/u

export function isLanguageNeutral(text: string): boolean {
  return NEUTRAL.test(text) && text.match(KANA) === null && !ENGLISH_WORD.test(text)
}

export function detectLanguage(text: string): DetectedLanguage {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const thai = count(THAI)
  const kana = count(KANA)
  const han = count(HAN)
  const words = text.match(LATIN_WORD) ?? []
  const other = count(OTHER_LETTER)
  // Most who ask are Thai.
  if (isLanguageNeutral(text)) return { language: 'th', known: true }
  // A Thai or Japanese question is often half Latin names; four letters make a word there.
  if (thai / 4 >= words.length / 3 && thai >= kana + han && thai > other) return { language: 'th', known: true }
  if (kana + han > 0 && (kana + han) / 2 >= words.length / 3 && kana + han > other) {
    return kana === 0 && CHINESE.test(text) ? { language: 'en', known: false } : { language: 'ja', known: true }
  }
  if (other > words.join('').length) return { language: 'en', known: false }
  // In capitals it's a name: MIT, DES.
  const foreign = words.filter(
    (word) => word !== word.toUpperCase() && NOT_ENGLISH_WORDS.has(word.toLowerCase()),
  ).length
  return { language: 'en', known: !NOT_ENGLISH_LETTER.test(text) && foreign * 4 < Math.max(words.length, 1) }
}

/** What is "in Japanese companies" or "in Thailand" isn't asked for in a language. */
const ENDS =
  '(?=\\s*(?:$|[,.;:?!)])|\\s+(?:please|pls|plz|thanks|language|instead|too|when|who|what|where|why|how|which|whether)(?!\\p{L}))'
const DIRECTLY =
  '(?:answer|reply|respond|say (?:it|that)|translate (?:it|this|that))(?: to)?(?: me| us)?(?: only| again)?'
/** "Is it in Thai?" and "in Thai or English?" ask something else. */
const ASKS_WHETHER = ' ?(?:ใช่|หรือ|รึ|ไหม|มั้ย|และ|ไทย|อังกฤษ|ญี่ปุ่น)'
/** To ask for; not ของ (of), ขอบ (as in scope). */
const ASK_FOR = 'ขอ(?![งบม])'

const REQUESTS: readonly [Language, RegExp][] = [
  ['th', request('thai', 'ไทย', 'タイ語')],
  ['en', request('english', 'อังกฤษ', '英語')],
  ['ja', request('japanese', 'ญี่ปุ่น', '日本語')],
]

/** The language that the question itself asks to be answered in: "in English please", ตอบเป็นภาษาอังกฤษ, 英語で. */
export function requestedLanguage(text: string): Language | undefined {
  return REQUESTS.find(([, pattern]) => pattern.test(text))?.[0]
}

function request(english: string, thai: string, japanese: string): RegExp {
  return new RegExp(
    [
      `\\b${DIRECTLY} (?:in|into) ${english}(?!\\p{L})`,
      `\\b(?:answer|reply|respond|explain|tell me|say it|write|again|same|translate)[^.?!]{0,40}\\b(?:in|into|to) ${english}${ENDS}`,
      `(?:^|[,.;?!])\\P{L}*(?:and )?(?:now )?in ${english}${ENDS}|\\b${english},? (?:please|pls|plz|thanks)`,
      `(?:ตอบ|${ASK_FOR}|เอา)[^?]{0,16}ภาษา${thai}|(?:ตอบ|แปล|${ASK_FOR}|เอา)[^?]{0,24}เป็น ?(?:ภาษา)?${thai}`,
      `เป็นภาษา${thai}(?!${ASKS_WHETHER})`,
      `${japanese}[でに](?:答|回答|返|教|お願い|訳|説明し|言って|書いて(?![あい])|まとめて|要約|ください|[。.?!？！]*$)`,
    ].join('|'),
    'iu',
  )
}

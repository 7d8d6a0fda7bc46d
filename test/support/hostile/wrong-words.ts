import type { Language } from '../../../src/vocabulary.ts'
import type { Random } from './random.ts'

/** Each makes a true sentence say something wrong, or gives undefined when there's nothing in it to get wrong. */
export type Falsifier = (sentence: string, language: Language, random: Random) => string | undefined

/** Words of which each may stand where another does, and is wrong there. */
const NAMES: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  en: [
    ['Kaneko', 'Yoshida', 'Takaichi', 'Kishida', 'Hayashi'],
    ['Chaiwut', 'Pornchai', 'Prayut', 'Srettha'],
    ['Traisuree Taisaranakul', 'Anucha Burapachaisri'],
    ['Bangkok', 'Tokyo', 'Osaka', 'Chiang Mai'],
    ['MIC', 'METI', 'MOFA', 'NBTC'],
    ['Thailand', 'Vietnam', 'Singapore', 'Laos'],
  ],
  th: [
    ['คาเนโกะ', 'โยชิดะ', 'คิชิดะ'],
    ['Kaneko', 'Yoshida', 'Kishida'],
    ['ชัยวุฒิ', 'พรชัย', 'ประยุทธ์'],
    ['ไตรศุลี ไตรสรณกุล', 'อนุชา บูรพชัยศรี'],
    ['กรุงเทพฯ', 'กรุงโตเกียว', 'โอซากา', 'เชียงใหม่'],
    ['MIC', 'METI', 'กสทช.'],
    ['ญี่ปุ่น', 'เวียดนาม', 'สิงคโปร์'],
  ],
  ja: [
    ['金子', '吉田', '岸田', '林'],
    ['チャイウット', 'ポンチャイ', 'プラユット'],
    ['トライスリー・タイサラナクン', 'アヌチャー・ブラパチャイシー'],
    ['バンコク', '東京', '大阪', 'チェンマイ'],
    ['総務省', '経済産業省', '外務省'],
    ['タイ', 'ベトナム', 'ラオス'],
  ],
}

/** Of whom no sentence says the same. */
const PEOPLE: Readonly<Record<Language, readonly string[]>> = {
  en: ['Kaneko', 'Chaiwut', 'Yoshida', 'Takaichi', 'Pornchai'],
  th: ['Kaneko', 'Chaiwut', 'Yoshida', 'Takaichi', 'Pornchai'],
  ja: ['金子', 'チャイウット', '吉田', '高市', 'ポンチャイ'],
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['January', 'March', 'May', 'June', 'August', 'October', 'December'],
  th: ['มกราคม', 'มีนาคม', 'พฤษภาคม', 'มิถุนายน', 'สิงหาคม', 'ตุลาคม', 'ธันวาคม'],
  ja: ['1月', '3月', '5月', '6月', '8月', '10月', '12月'],
}

/** Added at its end. */
const TAILS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    ', with a budget of 300 million baht.',
    ', which is legally binding.',
    ' for ten years.',
    ', and for no other purpose.',
    ' in the presence of the prime minister.',
    ' at the expense of Japan.',
    ', as required by law.',
  ],
  th: [
    ' ด้วยงบประมาณ 300 ล้านบาท',
    ' ซึ่งมีผลผูกพันตามกฎหมาย',
    ' เป็นเวลา 10 ปี',
    ' เท่านั้น',
    ' ต่อหน้านายกรัฐมนตรี',
    ' โดยญี่ปุ่นเป็นผู้ออกค่าใช้จ่าย',
  ],
  ja: [
    '予算は3億円です。',
    'これには法的拘束力があります。',
    '期間は10年間です。',
    '費用は日本が負担します。',
    '首相も出席しました。',
  ],
}

/** What is affirmed is denied, what may be must be, what is planned is done, what is an example is all. */
const TURNS: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/ was signed/u, ' was not signed'],
    [/ was exchanged/u, ' was never exchanged'],
    [/ includes? /u, ' excludes '],
    [/ includes? /u, ' must include '],
    [/ includes? /u, ' is limited to '],
    [/ include /u, ' consist only of '],
    [/ approved the draft/u, ' rejected the draft'],
    [/ approved the draft/u, ' will approve the draft'],
    [/ the draft MoC/u, ' the signed MoC'],
    [/ was planned for/u, ' took place on'],
    [/ replaces /u, ' does not replace '],
    [/ ended on /u, ' began on '],
    [/ rests on /u, ' does not rest on '],
    [/ is to promote /u, ' is to restrict '],
    [/open and secure/u, 'closed and insecure'],
    [/the earlier MoC/iu, 'the new MoC'],
    [/the new MoC/iu, 'the earlier MoC'],
  ],
  th: [
    [/ลงนามเมื่อ/u, 'ไม่ได้ลงนามเมื่อ'],
    [/รวมถึง/u, 'ไม่รวมถึง'],
    [/รวมถึง/u, 'ต้องรวมถึง'],
    [/รวมถึง/u, 'มีเพียง'],
    [/เห็นชอบร่าง/u, 'ไม่เห็นชอบร่าง'],
    [/เห็นชอบร่าง/u, 'จะเห็นชอบร่าง'],
    [/กำหนดการลงนามฉบับใหม่คือ/u, 'ได้ลงนามฉบับใหม่แล้วเมื่อ'],
    [/ใช้แทน/u, 'ไม่ได้ใช้แทน'],
    [/สิ้นสุดอายุการบังคับ/u, 'เริ่มมีผลบังคับ'],
    [/ส่งเสริม/u, 'จำกัด'],
    [/เปิดกว้างและปลอดภัย/u, 'ปิดและไม่ปลอดภัย'],
    [/ฉบับใหม่/u, 'ฉบับเดิม'],
    [/ฉบับเดิม/u, 'ฉบับใหม่'],
  ],
  ja: [
    [/署名されました/u, '署名されませんでした'],
    [/含まれます/u, '含まれません'],
    [/含まれます/u, '含まれなければなりません'],
    [/には、/u, 'は次のものに限られ、'],
    [/承認しました/u, '却下しました'],
    [/承認しました/u, '承認する予定です'],
    [/予定されていました/u, '行われました'],
    [/終了しました/u, '開始しました'],
    [/促進する/u, '制限する'],
    [/基づきます/u, '基づきません'],
    [/オープンで安全な/u, '閉鎖的で危険な'],
    [/新しい協力覚書/u, '前の協力覚書'],
    [/前の協力覚書/u, '新しい協力覚書'],
  ],
}

/** Not in an address. */
const NUMBER = /(?<![\d./#])\d{1,4}(?![\d./])/gu

export const FALSIFIERS: Readonly<Record<string, Falsifier>> = {
  'wrong-number'(sentence, _, random) {
    const numbers = [...sentence.matchAll(NUMBER)]
    if (numbers.length === 0) return undefined
    const { 0: number, index } = random.pick(numbers)
    return splice(sentence, index, number, String(Number(number) + 1 + random.int(9)))
  },
  'people swapped'(sentence, language, random) {
    const named = PEOPLE[language].filter((name) => sentence.includes(name))
    if (named.length < 2) return undefined
    const [one = '', other = ''] = random.some(named, 2)
    return sentence.replaceAll(new RegExp(`${one}|${other}`, 'gu'), (name) => (name === one ? other : one))
  },
  'years swapped'(sentence) {
    const [one, ...others] = new Set(sentence.match(/\b(?:19|20|25)\d\d\b/gu))
    const other = others[0]
    if (one === undefined || other === undefined) return undefined
    return sentence.replaceAll(new RegExp(`${one}|${other}`, 'gu'), (year) => (year === one ? other : one))
  },
  'wrong-date': (sentence, language, random) => replaceOne(sentence, [MONTHS[language]], random),
  'wrong-name': (sentence, language, random) => replaceOne(sentence, NAMES[language], random),
  'wrong-turn'(sentence, language, random) {
    const turns = TURNS[language].filter(([pattern]) => pattern.test(sentence))
    if (turns.length === 0) return undefined
    const [pattern, words] = random.pick(turns)
    return sentence.replace(pattern, words)
  },
  'wrong-tail': (sentence, language, random) =>
    (language === 'en' ? sentence.replace(/\.$/u, '') : sentence) + random.pick(TAILS[language]),
}

function replaceOne(sentence: string, groups: readonly (readonly string[])[], random: Random): string | undefined {
  const found = groups.flatMap((group) =>
    group.map((word) => ({ word, group, index: placeOf(word, sentence) })).filter(({ index }) => index !== -1),
  )
  if (found.length === 0) return undefined
  const { word, group, index } = random.pick(found)
  return splice(sentence, index, word, random.pick(group.filter((other) => other !== word)))
}

function placeOf(word: string, sentence: string): number {
  return /^[A-Za-z ]+$/u.test(word) ? sentence.search(new RegExp(`\\b${word}\\b`, 'u')) : sentence.indexOf(word)
}

function splice(sentence: string, index: number, old: string, words: string): string {
  return sentence.slice(0, index) + words + sentence.slice(index + old.length)
}

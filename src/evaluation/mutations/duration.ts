import { type Base, LANGUAGES } from './bases.ts'
import type { Mutator, PerLanguage } from './mutation.ts'
import { embed, type Rewrite, rewrite, takeInTurn } from './rewrite.ts'
import { findDates } from './written-dates.ts'

const REWRITES: PerLanguage<Rewrite> = {
  en: [
    ['was signed on', 'was signed for three years on', 'was signed for a term of ten years on'],
    ['the new one replaces', 'the new one replaces for seven years'],
    ['whose term ended', 'whose term of three years ended', 'whose ten-year term ended'],
    ['during a visit to Thailand', 'during a four-day visit to Thailand', 'during a two-week visit to Thailand'],
    ['The scope includes', 'For the next three years the scope includes'],
    ['The activities include', 'For 18 months the activities include'],
    ['attending training', 'attending six weeks of training'],
  ],
  th: [
    ['ลงนามเมื่อ', 'ลงนามโดยมีอายุ 3 ปี เมื่อ'],
    ['ซึ่งสิ้นสุดอายุ', 'ซึ่งสิ้นสุดอายุ 10 ปีของ'],
    ['ระหว่างการเยือนประเทศไทย', 'ระหว่างการเยือนประเทศไทยเป็นเวลา 4 วัน', 'ระหว่างการเยือนประเทศไทยสองสัปดาห์'],
    ['ขอบเขตความร่วมมือรวมถึง', 'ในช่วง 3 ปีแรก ขอบเขตความร่วมมือรวมถึง'],
    ['กิจกรรมภายใต้ความร่วมมือรวมถึง', 'ตลอด 18 เดือน กิจกรรมภายใต้ความร่วมมือรวมถึง'],
    ['การเข้าร่วมอบรม', 'การเข้าร่วมอบรมหกสัปดาห์'],
  ],
  ja: [
    ['に署名され', 'に3年間の期限付きで署名され'],
    ['有効期間が終了し', '10年間の有効期間が終了し', '三年間の有効期間が終了し'],
    ['タイ訪問の機会', '4日間のタイ訪問の機会', '2週間のタイ訪問の機会'],
    ['協力の範囲には', '今後3年間の協力の範囲には'],
    ['活動には', '18か月間の活動には'],
    ['研修への参加', '6週間の研修への参加'],
  ],
}

const TEMPLATES: PerLanguage<string> = {
  en: [
    '{}, which is valid for three years.',
    '{}, for a period of ten years.',
    '{}, renewable every 2 years.',
    '{}, within six months.',
    '{}, after 90 days of talks.',
    '{}, for a decade.',
  ],
  th: [
    '{} โดยมีอายุ 3 ปี',
    '{} เป็นเวลาสิบปี',
    '{} และต่ออายุได้ทุก 2 ปี',
    '{} ภายใน 6 เดือน',
    '{} หลังเจรจากันมา 90 วัน',
    '{} ตลอดหนึ่งทศวรรษ',
  ],
  ja: [
    '{}有効期間は3年です。',
    '十年間にわたり、{}',
    '{}2年ごとに更新されます。',
    '6か月以内に、{}',
    '90日間の協議を経て、{}',
    '{}期間は一年半です。',
  ],
}

/** Left out where the sources' two dates are five years apart. */
const FIVE_YEARS: PerLanguage<string> = {
  en: ['{}, which is valid for 5 years.', '{}, for five years.'],
  th: ['{} เป็นเวลา 5 ปี', '{} มีผลใช้บังคับห้าปี'],
  ja: ['5年間にわたり、{}', '{}有効期間は五年間です。'],
}

/** A length of time that the quote doesn't give. */
export const duration: Mutator = (base) => {
  const added = embed(base, TEMPLATES)
  const fiveYears = hasTwoYears(base) ? [] : embed(base, FIVE_YEARS)
  return takeInTurn([rewrite(base, REWRITES), fiveYears, added]).map((text) => ({ text }))
}

function hasTwoYears({ text, quotes }: Base): boolean {
  const said = [text, ...quotes.map(({ quote }) => quote)]
  const dates = LANGUAGES.flatMap((language) => said.flatMap((words) => findDates(words, language)))
  return new Set(dates.map(({ date }) => date.year)).size > 1
}

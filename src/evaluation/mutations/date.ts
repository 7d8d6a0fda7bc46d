import type { Language } from '../../vocabulary.ts'
import type { Base } from './bases.ts'
import type { Mutator, PerLanguage } from './mutation.ts'
import { embed, type Rewrite, rewrite } from './rewrite.ts'
import {
  eraYear,
  type FoundDate,
  findDates,
  MONTHS,
  replaceDate,
  type WrittenDate,
  writeEra,
  writeWithYear,
} from './written-dates.ts'

const WEEKDAYS: PerLanguage<Rewrite> = {
  en: [['Tuesday', 'Wednesday', 'Monday']],
  th: [['วันอังคาร', 'วันพุธ', 'วันจันทร์']],
  ja: [['(火)', '(水)', '(月)']],
}

const TEMPLATES: PerLanguage<string> = {
  en: [
    '{}, as agreed on 12 May 2023.',
    '{}, starting from 1 April 2024.',
    '{}, until 31 December 2026.',
    '{}, as of March 2021.',
    '{}, a point added in 2019.',
    '{}, decided on October 3rd, 2020.',
  ],
  th: [
    '{} ตั้งแต่วันที่ 12 พฤษภาคม 2566',
    '{} จนถึงวันที่ 31 ธันวาคม พ.ศ. 2569',
    '{} ตามที่ตกลงกันเมื่อ 1 เม.ย. 67',
    '{} นับแต่เดือนมีนาคม 2564',
    '{} ซึ่งเพิ่มเข้ามาในปี 2562',
    '{} ตามมติเมื่อวันที่ ๓ ตุลาคม ๒๕๖๓',
  ],
  ja: [
    '2023年5月12日以降、{}',
    '{}期限は2026年12月31日です。',
    '令和6年4月1日から、{}',
    '2021年3月現在、{}',
    '{}これは2019年に追加されたものです。',
    '二〇二〇年十月三日の決定により、{}',
  ],
}

/** Another date in place of the source's, in several ways of writing it, or one where there was none. */
export const date: Mutator = (base) =>
  [...replacedDates(base), ...rewrite(base, WEEKDAYS), ...embed(base, TEMPLATES)].map((text) => ({ text }))

function replacedDates(base: Base): string[] {
  const found = findDates(base.text, base.language)
  const isStated = (wrong: WrittenDate) => found.some(({ date }) => isPartOf(wrong, date))
  return found.flatMap((stated) =>
    wrongDates(stated)
      .filter((wrong) => !isStated(wrong))
      .flatMap((wrong, index) => {
        const ways = writeInWays(wrong, base.language)
        return replaceDate(base.text, stated, ways[index % ways.length]!)
      }),
  )
}

function wrongDates({ date: { year, month, day } }: FoundDate): WrittenDate[] {
  const years = [year - 1, year + 1, year - 5, year + 3].map((other) => ({ year: other }))
  if (month === undefined) return years
  const otherMonths = [month + 1, month - 1, month + 2].map((other) => ({ year, month: other }))
  if (day === undefined) return [...otherMonths, ...years.map((other) => ({ ...other, month }))]
  return [
    { year, month, day: day + 1 },
    { year, month, day: day + 10 },
    { year: year - 1, month, day },
    { year, month: month + 1, day },
    { year, month, day: day - 1 },
    { year: year + 1, month, day },
    { year, month: month - 1, day: day + 4 },
    { year: year + 2, month: month + 2, day: day + 6 },
  ]
}

function isPartOf(part: WrittenDate, whole: WrittenDate): boolean {
  return (
    part.year === whole.year &&
    (part.month === undefined || part.month === whole.month) &&
    (part.day === undefined || part.day === whole.day)
  )
}

/** The language's own way twice, for it's the likeliest. */
function writeInWays(date: WrittenDate, language: Language): string[] {
  return WAYS[language].map((write) => write(date))
}

type Write = (date: WrittenDate) => string

const inEnglish: Write = (date) => writeWithYear(date, String(date.year), 'en')
const inThai: Write = (date) => writeWithYear(date, String(date.year + 543), 'th')
const inJapanese: Write = (date) => writeWithYear(date, `${date.year}年`, 'ja')

/** Writes full dates so, and partial ones in the language's own way. */
function full(write: (year: number, month: number, day: number) => string, partial: Write): Write {
  return (date) =>
    date.month === undefined || date.day === undefined ? partial(date) : write(date.year, date.month, date.day)
}

const WAYS: PerLanguage<Write> = {
  en: [
    inEnglish,
    full((year, month, day) => `${MONTHS.en[month - 1]} ${day}, ${year}`, inEnglish),
    inEnglish,
    full((year, month, day) => `${year}-${pad(month)}-${pad(day)}`, inEnglish),
    (date) => writeWithYear(date, `B.E. ${date.year + 543}`, 'en'),
  ],
  th: [
    inThai,
    full((year, month, day) => `${day} ${MONTHS.thShort[month - 1]} ${year + 543 - 2500}`, inThai),
    inThai,
    (date) => inThai(date).replace(/\d/gu, (digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)]!),
    (date) => writeWithYear(date, `ค.ศ. ${date.year}`, 'th'),
  ],
  ja: [
    inJapanese,
    (date) => {
      const { era, number } = eraYear(date)
      return writeWithYear(date, writeEra(era, number, 'ja'), 'ja')
    },
    inJapanese,
    full((year, month, day) => `${year}/${month}/${day}`, inJapanese),
    (date) => inJapanese(date).replace(/\d/gu, (digit) => '０１２３４５６７８９'[Number(digit)]!),
  ],
}

const pad = (number: number) => String(number).padStart(2, '0')

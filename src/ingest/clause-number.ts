import { canonical } from '../text/canonical.ts'
import { kanjiNumber } from '../text/number-words.ts'

/** How the clauses of an agreement are numbered, at the beginning of a line: ข้อ ๓, มาตรา 3, Article 3, Article III, 第3条, 第三条. */
const PATTERNS: readonly RegExp[] = [
  /^(?:ข้อ|มาตรา) ?(?<digits>\d+(?:\.\d+)*)(?![\d/])/u,
  /^(?:article|clause) (?<digits>\d+(?:\.\d+)*)(?![\d/\p{L}])/u,
  /^article (?<roman>[ivxl]+)(?![\p{L}\d])/u,
  /^第 ?(?:(?<digits>\d+)|(?<kanji>[一二三四五六七八九十百]+)) ?条(?:の(?:(?<branch>\d+)|(?<kanjiBranch>[二三四五六七八九十]+)))?/u,
]

/** The number that a line begins with, as `3` or `3.2`, in digits 0–9 whatever it's written in; undefined without one. */
export function clauseNumber(line: string): string | undefined {
  const form = canonical(line)
  for (const pattern of PATTERNS) {
    const found = pattern.exec(form)?.groups
    if (found === undefined) continue
    const { digits, roman, kanji = '', branch, kanjiBranch } = found
    const number = digits ?? (roman === undefined ? kanjiNumber(kanji) : romanNumber(roman))
    const below = branch ?? (kanjiBranch === undefined ? undefined : kanjiNumber(kanjiBranch))
    return below === undefined ? `${number}` : `${number}.${below}`
  }
  return undefined
}

/** Does a clause of this number follow the other? What is out of order is a mention, not a clause. */
export function follows(number: string, before: string | undefined): boolean {
  if (before === undefined) return true
  const other = before.split('.').map(Number)
  for (const [at, part] of number.split('.').map(Number).entries()) {
    const earlier = other[at]
    if (earlier === undefined || part > earlier) return true
    if (part < earlier) return false
  }
  return false
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }

function romanNumber(letters: string): number {
  const values = Array.from(letters, (letter) => ROMAN[letter]!)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

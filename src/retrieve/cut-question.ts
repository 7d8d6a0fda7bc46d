import type { Reading } from '../text/lexicon.ts'
import { asksOf } from './asks.ts'

/** A stretch of a question between two separators. */
export interface Piece {
  text: string
  /** It asks something, or ends in a question mark. */
  asks: boolean
  /** It gives a condition or a reason for what is asked beside it. */
  isCondition: boolean
}

/** More pieces than anybody's question has: such a text is read as one. */
const MOST_PIECES = 12

/** "… and then": parts two questions, and joins the steps of one story. */
const NARRATIVE = 'แล้ว'

/** Between two things asked. Thai and Japanese join them with a word as often as with a sign. */
const SEPARATOR = new RegExp(
  [
    /[,;:、。，；？?!！→➡]+/,
    /(?<![\d.])\d[.)](?=\D)/,
    /\s+(?:and|plus|also|then|or|as well as|&)\s+/,
    /และ(?!การ)|หรือ(?!เปล่า|ไม่|ยัง|ป่าว|$)|แล้ว(?:ก็)?|รวมทั้ง|พร้อมทั้ง|กับ(?=วัน|ใคร|งบ|กิจกรรม|หลัก)/,
    /(?<=[\p{sc=Han}\p{sc=Katakana}ー])(?:と|および|及び|並びに|ならびに)(?=[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}])/u,
    /それとも|もしくは|また|それと|あと/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
)

const CONDITION =
  /\bif\b|^[^\p{L}]*(?:once|since|given|because|as)\b|^(?:ถ้า|หาก|เมื่อ(?!ไ|ใด)|ในเมื่อ|เนื่องจาก)|(?:なら|たら|れば|場合は?|ので|ため)$/u

/** Words that make a question of a sentence, whatever it asks. */
const ASKS_SOMETHING =
  /ไหม|มั้ย|ไม๊|ม่ะ|ป่ะ|ป่าว|เปล่า|หรือไม่|อะไร|ยังไง|อย่างไร|ว่าไง|\b(?:what|which|how|does|do|did|is|are|was|were|can|could|will)\b|ですか|ますか|でしょうか|んですか|ありますか|何|どう|どんな/u

/**
 * A question's compact text cut at separators, but not inside a glossary wording: "Economy, Trade and Industry" is one name.
 * The writer's own spaces are put back, since they part words.
 */
export function cutQuestion({ compact, borders, matches }: Reading): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const cut = (end: number, separator: string) => {
    let text = ''
    for (let at = from; at < end; at++) text += borders.has(at) && at > from ? ` ${compact[at]}` : compact[at]
    const asks = separator.includes('?') || ASKS_SOMETHING.test(text) || asksOf(text).size > 0
    if (text.trim() !== '') pieces.push({ text, asks, isCondition: CONDITION.test(text.trim()) })
    from = end + separator.length
  }
  for (const { 0: separator, index } of compact.matchAll(SEPARATOR)) {
    const end = index + separator.length
    if (separator === NARRATIVE && asksOf(compact.slice(from, index)).size === 0) continue
    if (!matches.some((match) => match.start < end && match.end > index)) cut(index, separator)
    if (pieces.length > MOST_PIECES) return []
  }
  cut(compact.length, '')
  return pieces
}

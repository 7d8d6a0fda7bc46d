import { detectLanguage } from './language.ts'

/** What a text claims: in Japanese and English its sentences, in Thai its lines, for Thai prose has no sentence ends. */
export function splitClaims(text: string): string[] {
  return text
    .toWellFormed()
    .split(/\r\n?|\n/u)
    .map((line) => line.replace(LIST_MARK, '').trim())
    .flatMap((line) => (THAI.test(line) ? [line] : sentencesOf(line)))
    .filter((claim) => LETTER.test(claim))
}

/** The parts of a Thai line between spaces, none of them so short that it claims nothing. */
export function splitThai(line: string): string[] {
  const parts: string[] = []
  for (const piece of line.split(/\s+/u)) {
    const last = parts.at(-1)
    const belongsToLast =
      last !== undefined && (lettersIn(last) < LEAST_LETTERS || BESIDE_NUMBER.test(`${last} ${piece}`))
    if (belongsToLast) parts[parts.length - 1] = `${last} ${piece}`
    else parts.push(piece)
  }
  const last = parts.at(-1)
  if (parts.length > 1 && last !== undefined && lettersIn(last) < LEAST_LETTERS)
    parts.splice(-2, 2, `${parts.at(-2)} ${last}`)
  return parts
}

export function isThai(text: string): boolean {
  return THAI.test(text)
}

const THAI = /\p{sc=Thai}/u
const LETTER = /[\p{L}\p{N}]/u
const LIST_MARK = /^\s*(?:[-*•・>]+|\(?[\p{Nd}]{1,2}[.)](?=\s))\s*/u
/** Such as บันทึกความร่วมมือ. */
const LEAST_LETTERS = 15
/** A number belongs to what it counts, on either side of it. */
const BESIDE_NUMBER = /[\p{N}\p{sc=Latin}] \P{Z}*$|\P{Z}* [\p{N}\p{sc=Latin}]\P{Z}*$/u

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}

const segmenters = {
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
  ja: new Intl.Segmenter('ja', { granularity: 'sentence' }),
  th: new Intl.Segmenter('th', { granularity: 'sentence' }),
}

function sentencesOf(line: string): string[] {
  const segmenter = segmenters[detectLanguage(line).language]
  const sentences: string[] = []
  for (const { segment } of segmenter.segment(line)) {
    const before = sentences.at(-1)
    if (before !== undefined && ABBREVIATED.test(before)) sentences[sentences.length - 1] = `${before}${segment}`
    else sentences.push(segment)
  }
  return sentences.map((sentence) => sentence.trim())
}

/** B.E., No., Mr.: no sentence ends there. */
const ABBREVIATED = /(?:\p{Lu}\.|\b(?:No|Mr|Ms|Mrs|Dr|St|vs|cf|approx)\.)\s*$/u

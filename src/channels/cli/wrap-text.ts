import stringWidth from 'string-width'

const spaceless = String.raw`\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`
const endsSpaceless = new RegExp(`[${spaceless}ー]$`, 'u')
const startsSpaceless = new RegExp(`^[${spaceless}]`, 'u')
const endsClosed = /[、。，．」』）】〉》！？]$/u
const startsOpened = /^[([「『（【〈《“]/u
const startsWord = /^[\p{Letter}\p{Number}]/u
const endsLetter = /[\p{Letter}\p{Mark}]$/u
/** Signs of Thai that end a word though they count as letters. */
const startsThaiSign = /^[ฯๆ]/u

interface Unit {
  space: string
  text: string
}

/**
 * Lines of at most `width` columns, broken at spaces and, where a script has none, between words.
 * A word wider than the line is cut between graphemes; an address is never cut, so that it can be opened.
 */
export function wrapText(text: string, width: number): string[] {
  const words = new Intl.Segmenter(undefined, { granularity: 'word' })
  return text.split(/\r?\n/u).flatMap((paragraph) => fill(units(paragraph, words), width))
}

function fill(units: Unit[], width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const { space, text } of units) {
    if (line !== '' && stringWidth(line + space + text) > width) {
      lines.push(line)
      line = ''
    }
    if (line !== '') {
      line += space + text
      continue
    }
    const pieces = stringWidth(text) > width && !isAddress(text) ? cut(text, width) : [text]
    line = pieces.pop() ?? ''
    lines.push(...pieces)
  }
  return [...lines, line]
}

function units(paragraph: string, words: Intl.Segmenter): Unit[] {
  const clean = paragraph.replace(/\t/gu, ' ').replace(/\p{Control}/gu, '')
  // A no-break space is no place to break.
  return Array.from(clean.matchAll(/([^\S\u00a0]*)([\S\u00a0]+)/gu)).flatMap(([, space = '', chunk = '']) =>
    unbreakable(chunk, words).map((text, index) => ({ space: index === 0 ? space : '', text })),
  )
}

function unbreakable(chunk: string, words: Intl.Segmenter): string[] {
  if (isAddress(chunk)) return [chunk]
  const found: string[] = []
  for (const { segment } of words.segment(chunk)) {
    const before = found.at(-1)
    if (before === undefined || mayBreak(before, segment)) found.push(segment)
    else found[found.length - 1] = before + segment
  }
  return found
}

function mayBreak(before: string, after: string): boolean {
  if (startsThaiSign.test(after)) return false
  if (endsClosed.test(before)) return startsWord.test(after) || startsOpened.test(after)
  if (endsSpaceless.test(before) && startsOpened.test(after)) return true
  if (!endsLetter.test(before) || !startsWord.test(after)) return false
  return endsSpaceless.test(before) || startsSpaceless.test(after)
}

function isAddress(text: string): boolean {
  return /https?:\/\//u.test(text)
}

function cut(text: string, width: number): string[] {
  const pieces: string[] = []
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    const piece = pieces.at(-1)
    if (piece !== undefined && stringWidth(piece + segment) <= width) pieces[pieces.length - 1] = piece + segment
    else pieces.push(segment)
  }
  return pieces
}

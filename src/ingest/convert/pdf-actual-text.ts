import type { Item } from './pdf-lines.ts'
import type { Mark } from './pdf-marks.ts'

/** Where pdf.js says that marked content begins or ends. */
export interface MarkedContent {
  type: string
  id?: string | null
  tag?: string | null
}

/**
 * What stands for a letter that only its font knows; radicals and the hyphenation point too, which no text has and programs take for
 * the letters with the same glyph.
 */
const HIDDEN = /[\0\uFFFD\uE000-\uF8FF\u2027\u2E80-\u2FDF]/u
/** A glyph can be a ligature. */
const LETTERS_OF_GLYPH = 3

export const hidesLetters = (items: readonly { str: string }[]) => items.some(({ str }) => HIDDEN.test(str))

/**
 * The pieces of a page's text, with the letters that its fonts hide as the program wrote them beside the glyphs (ActualText). A piece whose
 * other letters aren't the same there stays as it is. Undefined when these aren't the marks of that page.
 */
export function withActualText(content: readonly (Item | MarkedContent)[], marks: readonly Mark[]): Item[] | undefined {
  const items: Item[] = []
  let next = 0
  let depth = 0
  let span: { depth: number; actualText: string; items: Item[] } | undefined
  for (const piece of content) {
    if ('str' in piece) {
      ;(span?.items ?? items).push(piece)
      continue
    }
    const mark = marks[next++]
    if (mark === undefined || !isSame(piece, mark)) return undefined
    if (mark.kind === 'begin') {
      depth++
      if (span === undefined && mark.actualText !== undefined) span = { depth, actualText: mark.actualText, items: [] }
    } else {
      if (span?.depth === depth) {
        items.push(...told(span.items, span.actualText))
        span = undefined
      }
      depth--
    }
  }
  return next === marks.length && span === undefined ? items : undefined
}

function isSame({ type, id, tag }: MarkedContent, mark: Mark): boolean {
  if (mark.kind === 'end') return type === 'endMarkedContent'
  const known = mark.mcid === undefined ? !id : id?.endsWith(`_mc${mark.mcid}`) === true
  return type.startsWith('beginMarkedContent') && known && (tag ?? undefined) === mark.tag
}

function told(items: Item[], actualText: string): Item[] {
  const seen = items.filter(({ str }) => str.trim() !== '')
  const [first] = seen
  if (first === undefined || !hidesLetters(seen)) return items
  const xs = seen.map(({ transform }) => transform[4] ?? 0)
  const right = Math.max(...seen.map(({ width }, at) => xs[at]! + width))
  const height = Math.hypot(first.transform[2] ?? 0, first.transform[3] ?? 0)
  const isOneLine = seen.every(({ transform }) => Math.abs(transform[5]! - first.transform[5]!) < height / 2)
  if (!isOneLine || !agrees(seen.map(({ str }) => str).join(''), actualText)) return items
  // pdf.js tells of a space once the next letter is there, which may be in here.
  return [...items.slice(0, items.indexOf(first)), { ...first, str: actualText, width: right - xs[0]! }]
}

/** Has the text each letter that is known, and no more others than the hidden ones can be? */
function agrees(shown: string, actualText: string): boolean {
  const letters = lettersOf(shown)
  const rest = lettersOf(actualText)
  const hidden = letters.filter((letter) => HIDDEN.test(letter)).length
  for (const letter of letters) {
    if (HIDDEN.test(letter)) continue
    const at = rest.indexOf(letter)
    if (at < 0) return false
    rest.splice(at, 1)
  }
  return rest.length >= hidden && rest.length <= LETTERS_OF_GLYPH * hidden && !HIDDEN.test(rest.join(''))
}

/** Whatever their order, which fonts change for marks, and with a sara am as the two marks that it's drawn with. */
const lettersOf = (text: string) => Array.from(text.normalize('NFKD').replace(/\s/gu, ''))

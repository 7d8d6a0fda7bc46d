/** A line of a page; lengths in points, `y` from the bottom. */
export interface PageLine {
  text: string
  x: number
  y: number
  right: number
  size: number
  /** In a table: how its rows are counted. */
  row?: number
}

/** Of a table, by the rows of the page and the columns of the row. */
export interface Cell {
  row: number
  column: number
}

/** A piece of text as pdf.js gives it. */
export interface Item {
  str: string
  /** The last two are the place, those before them the size. */
  transform: number[]
  width: number
  /** Where the file says so of itself. */
  cell?: Cell
}

/** In heights of the letters: how far apart two pieces of one line are words, and how far the cells of a table. */
const WORD_GAP = 0.2
const CELL_GAP = 2
/** What two marks were drawn further back, pdf.js takes from the width of their letter. */
const GAP_AFTER_MARK = 0.4
const THAI_MARK = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]$/u
/** A narrower space is pdf.js's own, where a mark was drawn further back. */
const LEAST_SPACE = 0.05
/** In heights of the letters: the distance of two lines of a paragraph. */
const LINE_DISTANCE = 2.2
/** A line that ends before this share of the widest ends its paragraph. */
const FULL_LINE = 0.85

/**
 * Pieces of text at one height are a line, from left to right; a wide gap in it is the border of two cells. Where the file knows its
 * tables, a line is a row, whatever the lines of its cells.
 */
export function linesOfPage(items: readonly Item[]): PageLine[] {
  const lines: PageLine[] = []
  let last: { y: number; column: number } = { y: 0, column: 0 }
  for (const { str, transform, width, cell } of items) {
    const [, , c = 0, d = 0, x = 0, y = 0] = transform
    const size = Math.hypot(c, d) || 1
    const isSpace = str.trim() === ''
    if (str === '' || (isSpace && width < LEAST_SPACE * size)) continue
    const line = lines.at(-1)
    const isSameRow = line !== undefined && cell !== undefined && line.row === cell.row
    // The marks of a line's first letter may be drawn before it.
    const isSameHeight = line !== undefined && Math.abs(last.y - y) <= size / 2 && x > line.x - size / 2
    const isSameLine = isSameHeight && line.row === cell?.row
    if (isSpace) {
      if (isSameLine && !/\s$/u.test(line.text) && width <= CELL_GAP * size) line.text += ' '
      continue
    }
    if (isSameRow && cell.column > last.column) line.text += ' | '.repeat(cell.column - last.column) + str
    else if (isSameRow && !isSameLine) line.text += joint(line.text, str) + str
    else if (isSameLine) line.text = joined(line, str, (x - line.right) / size)
    else
      lines.push({ text: ' | '.repeat(cell?.column ?? 0) + str, x, y, right: x, size, ...(cell && { row: cell.row }) })
    const now = lines.at(-1)!
    now.right = Math.max(now.right, x + width)
    last = { y, column: cell?.column ?? 0 }
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/[ \t]+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
}

/** `gap`: between them, in heights of the letters. */
function joined({ text, row }: PageLine, str: string, gap: number): string {
  if (gap > CELL_GAP && row === undefined) return `${text.trimEnd()} | ${str}`
  const wordGap = THAI_MARK.test(text) ? GAP_AFTER_MARK : WORD_GAP
  return gap > wordGap && !/\s$/u.test(text) ? `${text} ${str}` : text + str
}

const NUMBER_ALONE = /^[-–—\s]*\p{Nd}{1,4}(?:\s*[/|]\s*\p{Nd}{1,4})?[-–—\s]*$/u

/** Without numbers alone at the top or foot of a page, and what stands there on each of three pages or more, whatever its number. */
export function withoutPageNumbers(pages: readonly PageLine[][]): PageLine[][] {
  const written = pages.filter((lines) => lines.length > 0)
  const repeated = (at: number) => {
    const texts = new Set(written.map((lines) => lines.at(at)!.text.replace(/\p{Nd}+/gu, '0')))
    return written.length > 2 && texts.size === 1
  }
  const [head, foot] = [repeated(0), repeated(-1)]
  return pages.map((lines) =>
    lines.filter((line) => {
      const atTop = line === lines[0]
      const atFoot = line === lines.at(-1)
      if (!atTop && !atFoot) return true
      return !(NUMBER_ALONE.test(line.text) || (atTop && head) || (atFoot && foot))
    }),
  )
}

/** Lines that go on are joined, in Thai and Japanese without a space; what is short, or begins a clause or a row, stands alone. */
export function paragraphsOf(pages: readonly PageLine[][]): string {
  let text = ''
  let last: PageLine | undefined
  for (const lines of pages) {
    const widest = Math.max(...lines.map(({ right }) => right))
    const left = Math.min(...lines.map(({ x }) => x))
    for (const [at, line] of lines.entries()) {
      const isNear = last !== undefined && (at === 0 || last.y - line.y < LINE_DISTANCE * line.size)
      const wasFull = last !== undefined && last.right - left > FULL_LINE * (widest - left)
      const rows = [last, line].filter((each) => each?.row !== undefined).length
      if (last !== undefined && isNear && wasFull && rows === 0 && goesOn(last.text, line.text))
        text += joint(last.text, line.text)
      else if (last !== undefined) text += rows === 2 || (rows === 0 && isNear) ? '\n' : '\n\n'
      text += line.text
      last = line
    }
  }
  return `${text}\n`
}

const BEGINS =
  /^(?:ข้อ|มาตรา|หมวด|บทที่|Article|Section|第)\s*[\p{Nd}〇一二三四五六七八九十百]|^[-•(]|^\(?\p{Nd}+(?:\.\p{Nd}+)*[.)]\s/iu

function goesOn(before: string, after: string): boolean {
  return !BEGINS.test(after) && !before.includes(' | ') && !after.includes(' | ') && !/[.。:：]$/u.test(before)
}

const WITHOUT_SPACES = /[\p{sc=Thai}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}、。]/u

function joint(before: string, after: string): string {
  const touches = WITHOUT_SPACES.test(before.at(-1) ?? '') && WITHOUT_SPACES.test(after[0] ?? '')
  return touches || /-$/u.test(before) ? '' : ' '
}

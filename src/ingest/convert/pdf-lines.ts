/** A line of a page; lengths in points, `y` from the bottom. */
export interface PageLine {
  text: string
  x: number
  y: number
  right: number
  size: number
}

interface Item {
  str: string
  /** The last two are the place, those before them the size. */
  transform: number[]
  width: number
}

/** In heights of the letters: how far apart two pieces of one line are words, and how far the cells of a table. */
const WORD_GAP = 0.2
const CELL_GAP = 2
/** In heights of the letters: the distance of two lines of a paragraph. */
const LINE_DISTANCE = 2.2
/** A line that ends before this share of the widest ends its paragraph. */
const FULL_LINE = 0.85

/** Pieces of text at one height are a line, from left to right; a wide gap in it is the border of two cells. */
export function linesOfPage(items: readonly Item[]): PageLine[] {
  const lines: PageLine[] = []
  for (const { str, transform, width } of items) {
    if (str === '') continue
    const [, , c = 0, d = 0, x = 0, y = 0] = transform
    const size = Math.hypot(c, d) || 1
    const line = lines.at(-1)
    if (line === undefined || Math.abs(line.y - y) > size / 2 || x < line.x) {
      if (str.trim() !== '') lines.push({ text: str, x, y, right: x + width, size })
      continue
    }
    const gap = (x - line.right) / size
    const space = gap > CELL_GAP ? ' | ' : gap > WORD_GAP && !/\s$/u.test(line.text) ? ' ' : ''
    if (str.trim() === '') line.text += /\s$/u.test(line.text) || width > CELL_GAP * size ? '' : ' '
    else {
      line.text = (space === ' | ' ? line.text.trimEnd() : line.text) + space + str
      line.right = x + width
    }
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/[ \t]+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
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
      if (last !== undefined && isNear && wasFull && goesOn(last.text, line.text)) text += joint(last.text, line.text)
      else if (last !== undefined) text += isNear ? '\n' : '\n\n'
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

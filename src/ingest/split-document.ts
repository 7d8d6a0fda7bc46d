import type { Document } from '../vocabulary.ts'
import { clauseNumber, follows } from './clause-number.ts'
import { type Line, linesOf } from './lines.ts'
import { parseHeading } from './parse-clauses.ts'
import { createPassage, type Section } from './passage.ts'
import { splitProse } from './split-prose.ts'
import { splitTables } from './split-tables.ts'

/** Characters of a line that are shown as the heading of the clause that it begins. */
const HEADING_LENGTH = 80

/**
 * Cuts a document of prose into passages, a section for each Markdown heading and each numbered clause (ข้อ 3, Article 3, 第3条),
 * and one for what stands before the first. A clause's passages are named by its number, the same in each language: `article-3`,
 * then `article-3.p2`; the others p1, p2 …. A table's rows are passages of their own, `article-3.row-1` or `row-1`, under its first row.
 */
export function splitDocument(document: Document): Section[] {
  const sections: Section[] = []
  const path: string[] = []
  const lines = linesOf(document.text)
  let count = 0
  let rowCount = 0
  let next = 0
  let article: { number: string; heading: string } | undefined
  let lastNumber: string | undefined
  const close = (start: number, end: number) => {
    const headings = [document.title, ...path.filter((heading) => heading !== undefined)]
    if (article !== undefined && headings.at(-1) !== article.heading) headings.push(article.heading)
    const inside: Line[] = []
    for (; next < lines.length && lines[next]!.start < end; next++) {
      if (lines[next]!.start >= start) inside.push(lines[next]!)
    }
    const section: Section = []
    const name = article && `article-${article.number}`
    let [pieces, rows] = [0, 0]
    for (const block of splitTables(inside, start, end)) {
      const spans = splitProse(document.text, block.start, block.end)
      if (block.kind === 'prose') {
        for (const span of spans) {
          const own = name === undefined ? `p${++count}` : pieceOf(name, pieces++)
          section.push(createPassage(document, own, headings, span))
        }
        continue
      }
      const row = name === undefined ? `row-${++rowCount}` : `${name}.row-${++rows}`
      const under = block.columns === undefined ? headings : [...headings, block.columns]
      for (const [at, span] of spans.entries()) section.push(createPassage(document, pieceOf(row, at), under, span))
    }
    if (section.length > 0) sections.push(section)
  }
  const begin = (text: string) => {
    const number = clauseNumber(text)
    if (number === undefined || !follows(number, lastNumber)) return false
    lastNumber = number
    article = { number, heading: text }
    return true
  }
  let start = 0
  for (const line of lines) {
    const heading = parseHeading(line.text)
    if (heading === undefined && !mayBegin(line, lastNumber)) continue
    close(start, line.start)
    article = undefined
    if (heading === undefined) begin(headingOf(line))
    else {
      path.length = heading.level - 1
      path.push(heading.text)
      begin(heading.text)
    }
    start = heading === undefined ? line.start : line.end
  }
  close(start, document.text.length)
  return sections
}

/** The first piece has the name itself. */
const pieceOf = (name: string, at: number) => (at === 0 ? name : `${name}.p${at + 1}`)

function mayBegin({ text }: Line, last: string | undefined): boolean {
  const number = clauseNumber(text)
  return number !== undefined && follows(number, last)
}

/** The clause's number with what follows it, up to a space near the limit; offsets and text stay whole. */
function headingOf({ text }: Line): string {
  if (text.length <= HEADING_LENGTH) return text
  const cut = text.lastIndexOf(' ', HEADING_LENGTH)
  return cut > 0 ? text.slice(0, cut) : (/^\S*\s*[\p{Nd}.]+/u.exec(text)?.[0] ?? text.slice(0, HEADING_LENGTH))
}

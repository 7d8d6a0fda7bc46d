import type { Document } from '../vocabulary.ts'
import { clauseNumber, follows } from './clause-number.ts'
import { type Line, linesOf } from './lines.ts'
import { parseHeading } from './parse-clauses.ts'
import { createPassage, type Section } from './passage.ts'
import { splitProse } from './split-prose.ts'

/** Characters of a line that are shown as the heading of the clause that it begins. */
const HEADING_LENGTH = 80

/**
 * Cuts a document of prose into passages, a section for each Markdown heading and each numbered clause (ข้อ 3, Article 3, 第3条),
 * and one for what stands before the first. A clause's passages are named by its number, the same in each language: `article-3`,
 * then `article-3.p2`; the others p1, p2 ….
 */
export function splitDocument(document: Document): Section[] {
  const sections: Section[] = []
  const path: string[] = []
  let count = 0
  let article: { number: string; heading: string } | undefined
  let lastNumber: string | undefined
  const close = (start: number, end: number) => {
    const headings = [document.title, ...path.filter((heading) => heading !== undefined)]
    if (article !== undefined && headings.at(-1) !== article.heading) headings.push(article.heading)
    const spans = splitProse(document.text, start, end)
    const name = (at: number) => {
      if (article === undefined) return `p${++count}`
      return at === 0 ? `article-${article.number}` : `article-${article.number}.p${at + 1}`
    }
    if (spans.length > 0) sections.push(spans.map((span, at) => createPassage(document, name(at), headings, span)))
  }
  const begin = (text: string) => {
    const number = clauseNumber(text)
    if (number === undefined || !follows(number, lastNumber)) return false
    lastNumber = number
    article = { number, heading: text }
    return true
  }
  let start = 0
  for (const line of linesOf(document.text)) {
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

import type { Document } from '../vocabulary.ts'
import { linesOf } from './lines.ts'
import { parseHeading } from './parse-clauses.ts'
import { createPassage, type Section } from './passage.ts'
import { splitProse } from './split-prose.ts'

/** Cuts a document of prose into passages, a section for each Markdown heading, and one for what stands before the first. */
export function splitDocument(document: Document): Section[] {
  const sections: Section[] = []
  const path: string[] = []
  let count = 0
  const close = (start: number, end: number) => {
    const headings = [document.title, ...path.filter((heading) => heading !== undefined)]
    const spans = splitProse(document.text, start, end)
    if (spans.length > 0) sections.push(spans.map((span) => createPassage(document, `p${++count}`, headings, span)))
  }
  let start = 0
  for (const line of linesOf(document.text)) {
    const heading = parseHeading(line.text)
    if (heading === undefined) continue
    close(start, line.start)
    path.length = heading.level - 1
    path.push(heading.text)
    start = line.end
  }
  close(start, document.text.length)
  return sections
}

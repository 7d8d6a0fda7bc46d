import type { Span } from '../vocabulary.ts'

/** A line without the spaces around it, at these offsets of its text. */
export interface Line extends Span {
  /** From 0. */
  number: number
  text: string
}

/** The lines that hold more than spaces. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let number = 0
  for (let from = 0; from <= text.length; number++) {
    const newline = text.indexOf('\n', from)
    const to = newline === -1 ? text.length : newline
    const line = text.slice(from, to)
    const trimmed = line.trim()
    if (trimmed !== '') {
      const start = from + line.length - line.trimStart().length
      lines.push({ number, text: trimmed, start, end: start + trimmed.length })
    }
    from = to + 1
  }
  return lines
}

export function countNewlines(text: string, end = text.length): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}

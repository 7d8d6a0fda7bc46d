import type { Span } from '../vocabulary.ts'
import type { Line } from './lines.ts'

/** Prose, or a row of a table with what its columns are called, if the table says so. */
export type Block = (Span & { kind: 'prose' }) | (Span & { kind: 'row'; columns?: string })

/** Between two cells, as converted tables have them, and around those of Markdown. */
const ROW = /^\|.*\|$|\S \| ?\S| \| \|/u
/** Between a Markdown table's head and its rows. */
const RULE = /^\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*\|?$/u
const LETTER = /\p{L}/u

/**
 * Parts prose from the rows of tables. A table is two rows or more, without an empty line; its first, when each cell of it has a letter, says what the columns are,
 * and stays with the prose before it.
 */
export function splitTables(lines: readonly Line[], start: number, end: number): Block[] {
  const blocks: Block[] = []
  let from = start
  const close = (to: number) => {
    if (to > from) blocks.push({ kind: 'prose', start: from, end: to })
  }
  for (const table of tablesOf(lines)) {
    const [first, ...others] = table
    const columns = hasNames(first!) ? first!.text : undefined
    close(columns === undefined ? first!.start : first!.end)
    const rows = columns === undefined ? table : others
    for (const { text, start, end } of rows) {
      if (!RULE.test(text)) blocks.push({ kind: 'row', start, end, ...(columns !== undefined && { columns }) })
    }
    from = table.at(-1)!.end
  }
  close(end)
  return blocks
}

function tablesOf(lines: readonly Line[]): Line[][] {
  const tables: Line[][] = []
  let table: Line[] = []
  for (const line of lines) {
    if (line.number !== (table.at(-1)?.number ?? Number.NaN) + 1) table = []
    if (ROW.test(line.text) || RULE.test(line.text)) table.push(line)
    else table = []
    if (table.length === 2) tables.push(table)
  }
  return tables
}

function hasNames({ text }: Line): boolean {
  const cells = text.replace(/^\||\|$/gu, '').split('|')
  return cells.every((cell) => LETTER.test(cell))
}

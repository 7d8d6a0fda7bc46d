import type { MarkedContent } from './pdf-actual-text.ts'
import type { Cell, Item } from './pdf-lines.ts'

/** Of pdf.js's structure tree, what matters here. */
export interface StructureNode {
  role?: string
  id?: string
  children?: readonly StructureNode[]
}

/** What the file says of its tables: the cell of each piece of marked content that lies in one. */
export function cellsOf(tree: StructureNode | null): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>()
  let rows = 0
  const walk = ({ role, id, children = [] }: StructureNode, cell: Cell | undefined) => {
    if (id !== undefined && cell !== undefined) cells.set(id, cell)
    if (role !== 'TR') {
      for (const child of children) walk(child, cell)
      return
    }
    // A table within a cell is of that cell.
    const row = rows++
    let column = 0
    for (const child of children) {
      const isCell = child.role === 'TD' || child.role === 'TH'
      walk(child, cell ?? (isCell ? { row, column: column++ } : undefined))
    }
  }
  if (tree !== null) walk(tree, undefined)
  return cells
}

/** The same pieces, each of which lies in a cell with it. */
export function withCells<T extends Item | MarkedContent>(
  content: readonly T[],
  cells: ReadonlyMap<string, Cell>,
): T[] {
  const open: (Cell | undefined)[] = []
  return content.map((piece) => {
    if ('str' in piece) {
      const cell = open.findLast((each) => each !== undefined)
      return cell === undefined ? piece : { ...piece, cell }
    }
    if (piece.type === 'endMarkedContent') open.pop()
    else open.push(piece.id == null ? undefined : cells.get(piece.id))
    return piece
  })
}

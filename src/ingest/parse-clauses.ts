import type { Span } from '../vocabulary.ts'
import { type Line, linesOf } from './lines.ts'
import { idSchema, type ParsedDocument } from './parse-document.ts'
import { parseProof, type WrittenProof } from './parse-proof.ts'
import type { Problems } from './problems.ts'

/** A clause as it is written, its proofs still to be found. The span is that of its sentences. */
export interface WrittenClause extends Span {
  id: string
  heading: string
  group: ClauseGroup
  sentences: WrittenSentence[]
  /** Line of its heading in the file. */
  line: number
}

export interface ClauseGroup {
  id: string
  heading: string
  examples: boolean
}

export interface WrittenSentence extends Span {
  text: string
  proofs: WrittenProof[]
}

/**
 * Reads `## group {#id .examples}`, `### clause {#id}`, below it a sentence a line, then the proofs. What stands before the
 * first group is an introduction and belongs to no clause.
 */
export function parseClauses(parsed: ParsedDocument, problems: Problems): WrittenClause[] {
  const clauses: WrittenClause[] = []
  let group: ClauseGroup | undefined
  let clause: WrittenClause | undefined
  const lineOf = (line: Line) => parsed.lineAt(line.start)
  const refuse = (line: Line, what: string) => problems.add(parsed.document.file, lineOf(line), what)

  const open = (line: Line, heading: Heading) => {
    const { level, text, id, examples } = heading
    for (const unknown of heading.unknown)
      refuse(line, `the heading's ${unknown} is unknown; use {#id} or {#id .examples}`)
    if (level > 1 && !idSchema.safeParse(id).success) refuse(line, `the heading "${text}" has no id; end it with {#id}`)
    if (level === 2) {
      group = { id, heading: text, examples }
      clause = undefined
    } else if (level === 3 && group) {
      if (examples) refuse(line, 'only a group (##) can be .examples; move it there')
      clause = { id, heading: text, group, sentences: [], line: lineOf(line), start: line.end, end: line.end }
      clauses.push(clause)
    } else if (level !== 1 || group) refuse(line, 'only groups (##) and, in them, clauses (###) have headings here')
  }
  const addSentence = (line: Line) => {
    if (clause === undefined && group === undefined) return
    if (clause === undefined) return refuse(line, 'belongs to no clause; put it below a heading ### … {#id}')
    if (clause.sentences.some(({ proofs }) => proofs.length > 0))
      refuse(line, 'a sentence after proofs; put it before them')
    if (clause.sentences.length === 0) clause.start = line.start
    clause.end = line.end
    clause.sentences.push({ text: line.text, start: line.start, end: line.end, proofs: [] })
  }
  const addProof = (line: Line) => {
    const proof = parseProof(line.text, lineOf(line))
    if (typeof proof === 'string') return refuse(line, proof)
    const proven = clause?.sentences.slice(proof.first - 1, proof.last) ?? []
    for (const { proofs } of proven) proofs.push(proof.proof)
    if (proven.length === 0 || proven.length <= proof.last - proof.first) {
      refuse(
        line,
        `proves sentence ${proof.last}, but the clause has ${clause?.sentences.length ?? 0}; correct the number`,
      )
    }
  }

  for (const line of linesOf(parsed.document.text)) {
    const heading = parseHeading(line.text)
    if (heading) open(line, heading)
    else if (line.text.startsWith('>')) addProof(line)
    else addSentence(line)
  }
  checkClauses(parsed, clauses, problems)
  return clauses
}

interface Heading {
  level: number
  text: string
  /** Empty when it has none. */
  id: string
  examples: boolean
  unknown: string[]
}

/** Without the attributes that follow it in braces; undefined for what is no heading. */
export function parseHeading(line: string): Heading | undefined {
  const match = /^(#{1,6})[ \t]+(.*?)[ \t]*(?:\{([^{}]*)\})?$/.exec(line)
  if (match === null) return undefined
  const [, marks = '', text = '', attributes = ''] = match
  const parts = attributes.split(/\s+/).filter((part) => part !== '')
  return {
    level: marks.length,
    text,
    id: parts.find((part) => part.startsWith('#'))?.slice(1) ?? '',
    examples: parts.includes('.examples'),
    unknown: parts.filter((part) => !part.startsWith('#') && part !== '.examples'),
  }
}

function checkClauses(
  { document, lineAt }: ParsedDocument,
  clauses: readonly WrittenClause[],
  problems: Problems,
): void {
  const lines = new Map<string, number>()
  for (const { id, line, sentences } of clauses) {
    const first = lines.get(id)
    if (first === undefined) lines.set(id, line)
    else problems.add(document.file, line, `the clause ${id} is at line ${first} already; give it another id`)
    if (sentences.length === 0)
      problems.add(document.file, line, `the clause ${id} has no sentence; add one or remove it`)
    for (const [index, { start, proofs }] of sentences.entries()) {
      if (proofs.length > 0) continue
      problems.add(
        document.file,
        lineAt(start),
        `sentence ${index + 1} of ${id} has no proof; add one: > ${index + 1}: words of a source`,
      )
    }
  }
}

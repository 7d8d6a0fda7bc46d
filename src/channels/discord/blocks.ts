import type { Answer, Language, Note, Source, Statement } from '../../vocabulary.ts'
import { escapeLine, escapeText } from './escape.ts'
import { fits, splitText } from './fit.ts'
import { sourceLine } from './format-source.ts'
import { words } from './words.ts'

/** A piece of an answer that stays whole. Each section of a message is one text display. */
export interface Block {
  section: 'answer' | 'sources' | 'foot'
  text: string
  /** The source that it's about. */
  source?: Source
}

const gaps = { answer: '\n\n', sources: '\n', foot: '\n' } as const
const noBreak = '\u00a0'
/** Beyond so many messages nobody reads on. */
const longestAnswer = 4

/** What blocks look like together, a text for each section. */
export function textsOf(blocks: readonly Block[]): string[] {
  const sections = new Map<Block['section'], string>()
  for (const { section, text } of blocks) {
    const before = sections.get(section)
    sections.set(section, before === undefined ? text : before + gaps[section] + text)
  }
  return [...sections.values()]
}

/** Shares blocks out among as many messages as they need, in order. */
export function pack(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = [[]]
  for (const block of blocks) {
    const page = pages.at(-1)!
    if (page.length > 0 && !fits(textsOf([...page, block]))) pages.push([block])
    else page.push(block)
  }
  return pages
}

/**
 * All that an answer says, in as many messages as it needs. No statement is ever cut: of one that is too long for it all,
 * the last ones are left out, with the sources that only they cite, and it says how many.
 */
export function packAnswer(answer: Answer, foot: Block): Block[][] {
  for (let dropped = 0; ; dropped++) {
    const shown = withoutLast(answer, dropped)
    const notice = dropped === 0 ? [] : [noticeBlock(answer.language, dropped)]
    const pages = pack([...answerBlocks(shown), ...notice, ...sourceBlocks(shown), foot])
    if (pages.length <= longestAnswer || shown.statements.length + shown.notes.length === 0) return pages
  }
}

export function noticeBlock(language: Language, more: number): Block {
  return { section: 'answer', text: `-# ${words[language].notShown(more)}` }
}

/** What it says: what the question got wrong comes before the answer to it. */
export function answerBlocks(answer: Pick<Answer, 'language' | 'status' | 'statements' | 'notes'>): Block[] {
  const { language, status, statements, notes } = answer
  const premises = notes.filter(({ kind }) => kind === 'premise')
  const others = notes.filter(({ kind }) => kind !== 'premise')
  // A note that says what is missing says more than the status.
  const saysMissing = notes.some(({ kind }) => kind === 'nearest')
  const says = status === 'answered' || saysMissing ? [] : [`**${words[language].statuses[status]}**`]
  return [
    ...says.map((text): Block => ({ section: 'answer', text })),
    ...premises.flatMap((note) => noteBlocks(note, language)),
    ...statements.flatMap((statement) => statementBlocks(statement)),
    ...others.flatMap((note) => noteBlocks(note, language)),
  ]
}

export function sourceBlocks({ sources, language }: Pick<Answer, 'sources' | 'language'>): Block[] {
  return sources.map((source) => ({ section: 'sources', text: sourceLine(source, language), source }))
}

/** A statement with its citations; of one that no message holds, the parts in order. */
function statementBlocks({ text, citations }: Statement, before = ''): Block[] {
  const marks = citations.length === 0 ? '' : noBreak + citations.map((number) => `[${number}]`).join('')
  const pieces = splitText(text, (piece) => fits([before + escapeText(piece) + marks]))
  return pieces
    .map((piece, at) => (at === 0 ? before : '') + escapeText(piece) + (at === pieces.length - 1 ? marks : ''))
    .filter(isVisible)
    .map((shown) => ({ section: 'answer', text: shown }))
}

/** Discord refuses a text with nothing to see. */
function isVisible(text: string): boolean {
  return /[^\p{C}\p{Z}\p{M}]/u.test(text)
}

function noteBlocks({ kind, ...note }: Note, language: Language): Block[] {
  return statementBlocks(note, `**${escapeLine(words[language].notes[kind])}**\n`)
}

/** The answer without its last statements; without notes too, once no statement is left. */
function withoutLast(answer: Answer, count: number): Answer {
  if (count === 0) return answer
  const { statements, notes, sources } = answer
  const kept = {
    statements: statements.slice(0, Math.max(0, statements.length - count)),
    notes: notes.slice(0, Math.max(0, notes.length - Math.max(0, count - statements.length))),
  }
  const cited = new Set([...kept.statements, ...kept.notes].flatMap(({ citations }) => citations))
  return { ...answer, ...kept, sources: sources.filter(({ number }) => cited.has(number)) }
}

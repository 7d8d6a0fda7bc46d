import type { Answer, Language, Note, Source, Statement } from '../../vocabulary.ts'
import { escapeText } from './escape.ts'
import { addText, emptySize, fits, isWithin, splitText } from './fit.ts'
import { sourceLine } from './format-source.ts'
import { words } from './words.ts'

/** A piece of an answer that stays whole. Each section of a message is one text display. */
export interface Block {
  section: 'answer' | 'sources' | 'foot'
  text: string
  /** The source that it's about. */
  source?: Source
}

type Said = Pick<Answer, 'language' | 'status' | 'statements' | 'notes'>

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

/** Shares blocks out among as many messages as they need, in order. None for none. */
export function pack(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = []
  let page: Block[] = []
  let size = emptySize
  for (const block of blocks) {
    const isFirst = !page.some(({ section }) => section === block.section)
    const grown = addText(size, block.text, isFirst ? undefined : gaps[block.section])
    if (page.length > 0 && isWithin(grown)) {
      page.push(block)
      size = grown
    } else {
      page = [block]
      pages.push(page)
      size = addText(emptySize, block.text)
    }
  }
  return pages
}

/**
 * All that an answer says, in as many messages as it needs. No statement is ever cut: of one that is too long for it all,
 * the last ones are left out, with the sources that only they cite, and it says how many.
 */
export function packAnswer(answer: Answer, foot: Block): Block[][] {
  const { language } = answer
  const said = partsOf(answer)
  const sources = sourceBlocks(answer)
  const without = (dropped: number) => {
    const parts = said.filter(({ rank }) => rank >= dropped)
    const cited = new Set(parts.flatMap(({ citations }) => citations))
    const notice = dropped === 0 ? [] : [noticeBlock(language, dropped)]
    const kept = dropped === 0 ? sources : sources.filter(({ source }) => cited.has(source!.number))
    return pack([...statusBlocks(answer), ...parts.flatMap(({ blocks }) => blocks), ...notice, ...kept, foot])
  }
  let [few, enough] = [0, said.length]
  while (few < enough) {
    const middle = (few + enough) >> 1
    if (without(middle).length <= longestAnswer) enough = middle
    else few = middle + 1
  }
  return without(enough)
}

export function noticeBlock(language: Language, more: number): Block {
  return { section: 'answer', text: `-# ${words[language].notShown(more)}` }
}

/** What it says: what the question got wrong comes before the answer to it. */
export function answerBlocks(answer: Said): Block[] {
  return [...statusBlocks(answer), ...partsOf(answer).flatMap(({ blocks }) => blocks)]
}

export function sourceBlocks({ sources, language }: Pick<Answer, 'sources' | 'language'>): Block[] {
  return sources.map((source) => ({ section: 'sources', text: sourceLine(source, language), source }))
}

function statusBlocks({ status, notes, language }: Said): Block[] {
  // A note that says what is missing says more than the status.
  const saysMissing = notes.some(({ kind }) => kind === 'nearest')
  if (status === 'answered' || saysMissing) return []
  return [{ section: 'answer', text: `**${words[language].statuses[status]}**` }]
}

/** Statements and notes in the order in which they're shown. The higher its rank, the longer one is kept: notes outlast statements. */
function partsOf({ statements, notes, language }: Said): { rank: number; citations: number[]; blocks: Block[] }[] {
  const ofNote = ({ kind, ...note }: Note, at: number) => ({
    rank: statements.length + notes.length - 1 - at,
    isPremise: kind === 'premise',
    citations: note.citations,
    blocks: statementBlocks(note, `**${words[language].notes[kind]}**\n`),
  })
  const ofStatement = (statement: Statement, at: number) => ({
    rank: statements.length - 1 - at,
    citations: statement.citations,
    blocks: statementBlocks(statement),
  })
  const noted = notes.map(ofNote)
  return [
    ...noted.filter(({ isPremise }) => isPremise),
    ...statements.map(ofStatement),
    ...noted.filter(({ isPremise }) => !isPremise),
  ]
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

import type { FetchOutcome } from '../ingest/fetch/fetch-documents.ts'
import type { Answer } from '../vocabulary.ts'
import { type PassageChange, shownText } from './compare-snapshots.ts'
import { describeLoss } from './find-losses.ts'
import type { AnswerChange } from './golden-questions.ts'
import type { Changes } from './review.ts'
import { type DiffPiece, diffWords } from './word-diff.ts'

export interface ChangesRendering {
  /** Without it, what is gone stands in [-…-] and what is new in {+…+}. */
  colour: boolean
}

/** Characters of what stayed that are shown around what changed. */
const CONTEXT = 40

/** For a terminal: losses first, then texts and answers, word by word. */
export function renderChanges(
  { passages, frontMatter, answers, losses }: Changes,
  rendering: ChangesRendering,
): string {
  const fields = frontMatter.map(({ id, field, before, after }) =>
    showSigns(`~ ${id} ${field}\n  ${before} → ${after}`),
  )
  const sections: [heading: string, entries: string[]][] = [
    ['Lost', losses.map((loss) => showSigns(describeLoss(loss)))],
    ['Front matter', fields],
    ['Passages', passages.map((change) => renderPassage(change, rendering))],
    ['Answers to golden questions', (answers ?? []).map((change) => renderAnswer(change, rendering))],
  ]
  const shown = sections
    .filter(([, entries]) => entries.length > 0)
    .map(([heading, entries]) => `${heading}: ${entries.length}\n\n${entries.join('\n')}`)
  if (answers === undefined) shown.push('No golden questions were asked: GOLDEN_QUESTIONS names none.')
  return shown.length === 0 ? 'No text and no answer has changed.' : shown.join('\n\n')
}

/** What was fetched, a document after the other, word by word where it has changed. */
export function renderFetched(outcomes: readonly FetchOutcome[], rendering: ChangesRendering): string {
  const shown = outcomes.map((outcome) => {
    const { kind, file, url } = outcome
    if (kind === 'unchanged') return `= ${file}  ${url}`
    if (kind === 'failed') return `! ${file}  ${outcome.problem}`
    const pieces = diffWords(outcome.before.trim(), outcome.after.trim(), outcome.language)
    return `~ ${file}  ${url}\n  ${renderPieces(pieces, rendering)}`
  })
  const stored = outcomes.some(({ kind }) => kind === 'stored')
  const next = stored ? ['Nothing has changed yet. To see what would: npm run ingest -- --fetched --check'] : []
  return [...shown, ...next].join('\n')
}

function renderPassage(change: PassageChange, rendering: ChangesRendering): string {
  if (change.kind === 'changed') return `~ ${change.after.id}\n  ${renderPieces(change.pieces, rendering)}`
  const [sign, passage] = change.kind === 'added' ? ['+', change.after] : ['-', change.before]
  const text = shownText(passage)
  return `${sign} ${passage.id}\n  ${renderPieces([{ kind: change.kind, text }], rendering)}`
}

function renderAnswer({ question, before, after }: AnswerChange, rendering: ChangesRendering): string {
  const status = before.status === after.status ? '' : ` (${before.status} → ${after.status})`
  const pieces = diffWords(wordsOf(before), wordsOf(after), question.lang)
  return `~ ${question.id} ${question.question}${status}\n  ${renderPieces(pieces, rendering)}`
}

/** All that an answer says, a statement or a note a line, with the stored words behind it when it says the same as before. */
export function wordsOf({ statements, notes, sources }: Answer): string {
  const quotes = sources.map(({ number, quote, original }) => `[${number}] ${original?.quote ?? quote}`)
  return [...statements.map(({ text }) => text), ...notes.map(({ kind, text }) => `(${kind}) ${text}`), ...quotes].join(
    '\n',
  )
}

function renderPieces(pieces: readonly DiffPiece[], { colour }: ChangesRendering): string {
  const marks = colour ? { removed: ['\x1b[31m', '\x1b[0m'], added: ['\x1b[32m', '\x1b[0m'] } : PLAIN_MARKS
  return pieces
    .map(({ kind, text }, at) => {
      if (kind === 'same') return shorten(showSigns(text), at > 0, at < pieces.length - 1)
      const [open, close] = marks[kind]
      return `${open}${showSigns(text)}${close}`
    })
    .join('')
    .replaceAll('\n', '\n  ')
}

/** What would steer the terminal or turn the order of the letters, as its number: a page that was fetched may hold anything. */
export function showSigns(text: string): string {
  return text.replace(STEERING, (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`)
}

const STEERING = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

const PLAIN_MARKS = { removed: ['[-', '-]'], added: ['{+', '+}'] }

/** Cut between characters as people see them. */
function shorten(text: string, keepsStart: boolean, keepsEnd: boolean): string {
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
  if (characters.length <= 2 * CONTEXT) return text
  const start = keepsStart ? characters.slice(0, CONTEXT).join('') : ''
  const end = keepsEnd ? characters.slice(-CONTEXT).join('') : ''
  return `${start} … ${end}`
}

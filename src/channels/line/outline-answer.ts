import type { Note } from '../../vocabulary.ts'
import type { ShortAnswer } from './shorten-answer.ts'
import { words } from './words.ts'

/** Something that an answer says. Citations stand at its end: `… [1][2]`. */
export type Part =
  | { kind: 'status' | 'statement'; text: string }
  | { kind: 'note'; isPremise: boolean; label: string; text: string }

export interface Outline {
  /** In order; what the question got wrong comes before the answer to it. */
  said: Part[]
  /** Below everything: how it came to be, and under which number it can be found. */
  foot: string[]
}

const noBreakSpace = '\u00a0'

export function outlineAnswer(answer: ShortAnswer): Outline {
  const say = words[answer.language]
  const noteOf = ({ kind, text, citations }: Note): Part => ({
    kind: 'note',
    isPremise: kind === 'premise',
    label: say.notes[kind],
    text: cited(text, citations),
  })
  // A note that says what is missing says more than the status.
  const saysMissing = answer.notes.some(({ kind }) => kind === 'nearest')
  const status = answer.status === 'answered' || saysMissing ? [] : [say.statuses[answer.status]]
  const receipt = `${say.receipt}${noBreakSpace}${answer.id}`
  return {
    said: [
      ...status.map((text): Part => ({ kind: 'status', text })),
      ...answer.notes.filter(({ kind }) => kind === 'premise').map(noteOf),
      ...answer.statements.map(({ text, citations }): Part => ({ kind: 'statement', text: cited(text, citations) })),
      ...answer.notes.filter(({ kind }) => kind !== 'premise').map(noteOf),
    ],
    foot: [
      ...(answer.isShortened ? [say.tooLong] : []),
      answer.statements.length > 0 ? `${say.modes[answer.mode]} · ${receipt}` : receipt,
    ],
  }
}

/** A part as plain text. */
export function plainText(part: Part): string {
  return part.kind === 'note' ? `${part.label}: ${part.text}` : part.text
}

function cited(text: string, citations: readonly number[]): string {
  return citations.length === 0 ? text : `${text}${noBreakSpace}${citations.map((number) => `[${number}]`).join('')}`
}

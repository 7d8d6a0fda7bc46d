import type { CalendarDate } from './text/calendar-date.ts'
import type { AnswerMode, AnswerStatus, Language, NoteKind } from './vocabulary.ts'

/** The nouns of how an answer came to be, and of whether it would still hold. Types only. */

/** What was said, and the words that proved it. */
export interface SaidStatement {
  text: string
  quotes: { passageId: string; quote: string }[]
  /** The two dates of the quotes that a number in it was worked out of. */
  computed?: { from: CalendarDate; to: CalendarDate }
  /** Its quote stands in it word for word, framed by words of Accord's own. */
  framed?: boolean
}

export interface SaidNote extends SaidStatement {
  kind: NoteKind
}

/** How an answer came to be, so that it can be held against the sources later. Nothing of the person who asked is in it. */
export interface Receipt {
  /** The answer's. */
  id: string
  /** ISO time. */
  at: string
  /** Keyed, so that nobody finds the question by trying. */
  questionHash: string
  language: Language
  status: AnswerStatus
  mode: AnswerMode
  /** The language model that wrote it, or was to. */
  model?: string
  /** Why the model's answer wasn't used, when one was asked for. */
  fallback?: string
  indexVersion: string
  /** The passages that it cites, with their hashes in that snapshot. */
  passages: { id: string; hash: string }[]
  statements: SaidStatement[]
  notes: SaidNote[]
  /** Names of the rules that every statement passed. */
  rules: string[]
  /** What was drafted and not said: which rule each broke. Not its words, nor the reason in full: a draft may repeat the person's. */
  dropped: { rule: string }[]
}

/** A statement's verdict on the snapshot in use; `reason` is for people. */
export type Standing = { holds: true } | { holds: false; rule: string; reason: string }

/** A receipt held against the snapshot in use. */
export interface ReceiptCheck {
  receipt: Receipt
  /** Of the snapshot in use. */
  indexVersion: string
  passages: { id: string; hash: string; today: 'same' | 'changed' | 'gone' }[]
  statements: (SaidStatement & { today: Standing })[]
  notes: (SaidNote & { today: Standing })[]
  dropped: { rule: string; reason: string }[]
  /** All that was said would pass again. What was left unanswered is not judged: that would take the question. */
  holds: boolean
}

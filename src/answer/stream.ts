import type { RunnableConfig } from '@langchain/core/runnables'
import type { Retrieval } from '../question.ts'
import type { Receipt } from '../receipt.ts'
import type { Answer, AnswerStatus, NoteKind, ShownStatement } from '../vocabulary.ts'
import type { Draft, DraftNote, DraftStatement, VerifiedStatement } from './draft.ts'
import type { Rule } from './verify/verify.ts'

/** What flows from retrieve through draft, verify and cite: a stream, so that a statement is shown before the next is written. Types only. */

/** One question on its way. */
export interface AnswerRequest {
  /** What the person wrote. */
  question: string
  signal: AbortSignal
  /** Until when language models may be waited for, in milliseconds since 1970; `signal` is aborted then. */
  deadline: number
}

export interface Found {
  kind: 'found'
  request: AnswerRequest
  retrieval: Retrieval
}

export type Drafted =
  /** The extractive draft, which is always there. */
  | { kind: 'composed'; found: Found; draft: Draft; asked: ModelAsked | undefined }
  | { kind: 'drafted'; draft: DraftStatement }
  | { kind: 'malformed' }
  /** The model's answer can't be used as it isn't whole. */
  | { kind: 'failed'; why: string }

/** Which model drafts, and from which passages: only those may be cited. */
export interface ModelAsked {
  model: string
  passageIds: string[]
}

/** Why something drafted isn't said. */
export type Dropped = Receipt['dropped'][number]

export interface VerifiedNote {
  kind: NoteKind
  draft: DraftNote
  verified: VerifiedStatement
}

export interface VerifiedDraft {
  status: AnswerStatus
  statements: Provable[]
  notes: VerifiedNote[]
  dropped: Dropped[]
}

/** A verified statement with the draft that it comes from, which a receipt keeps. */
export interface Provable {
  draft: DraftStatement
  verified: VerifiedStatement
  /** Those that it was held to. */
  rules: readonly Rule[]
}

export type Checked =
  | { kind: 'composed'; found: Found; composed: VerifiedDraft; asked: ModelAsked | undefined }
  | { kind: 'verified'; statement: Provable }
  | { kind: 'dropped'; dropped: Dropped }
  | { kind: 'failed'; why: string }

export type Cited =
  | { kind: 'statement'; statement: ShownStatement }
  | { kind: 'answer'; answer: Answer; receipt: Omit<Receipt, 'at' | 'questionHash'> }

/** A stage: what comes in is read as it comes, what goes out is given as soon as it's known. */
export type Stage<In, Out> = (input: AsyncIterable<In>, config?: RunnableConfig) => AsyncGenerator<Out>

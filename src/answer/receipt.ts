import type { AnswerMode, AnswerStatus, Language } from '../vocabulary.ts'
import type { DraftStatement } from './draft.ts'
import type { Rule } from './verify/verify.ts'

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
  /** What was said, and the words that proved it. */
  statements: DraftStatement[]
  /** The rules that every statement passed. */
  rules: Rule[]
  /** What was drafted and not said. */
  dropped: { rule: Rule | 'form' | 'language'; reason: string }[]
}

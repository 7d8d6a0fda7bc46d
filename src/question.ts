import type { CalendarDate, DateMention } from './text/calendar-date.ts'
import type { Reading } from './text/lexicon.ts'
import type { Language, Passage, Span } from './vocabulary.ts'

/** The nouns that flow from retrieve to answer: what was asked, and what was found for it. Types only. */

/** What a question wants to be told: an answer without it is no answer. */
export type Ask =
  | 'when'
  | 'who'
  | 'where'
  | 'which-organisation'
  | 'how-many'
  | 'how-much'
  | 'how-long'
  | 'why'
  | 'list'
  | 'link'
  | 'wording'
  | 'between'
  | 'confirm'
  | 'complete'
  | 'summary'

/** One thing that a question asks; "when was it signed, and what does it cost?" has two. */
export interface QuestionPart {
  /** Glossary ids; of a follow-up also those that the conversation supplies. */
  terms: Set<string>
  /** Every gap that it speaks of, and those of them that its terms leave open. */
  mentionedGaps: Set<string>
  gaps: Set<string>
  asks: Set<Ask>
  dates: DateMention[]
  /** How many of its words say what it's about. */
  contentWords: number
  /** Content words that neither the glossary nor the index knows. */
  unknown: string[]
}

/** A question that stands alone: what it lacked has been supplied from the conversation. */
export interface Question {
  text: string
  language: Language
  /** False when it's asked in a language that Accord doesn't speak. */
  languageKnown: boolean
  reading: Reading
  asks: Set<Ask>
  parts: QuestionPart[]
}

/** A sentence of a clause, or the whole of another passage, with what it speaks of. Offsets are the document's. */
export interface ProfiledSentence extends Span {
  text: string
  terms: Set<string>
  dates: CalendarDate[]
  /** What it can tell who asks. */
  tells: Set<Ask>
  /** The official words that it summarises. */
  original?: { passageId: string; quote: string }
}

/** A passage with what it speaks of, as glossary ids. */
export interface PassageProfile {
  passage: Passage
  ordinal: number
  /** Ids of the same clause's passages in the other languages. */
  aligned: string[]
  /** Of its document: what all that document's passages are about. */
  title: Set<string>
  group: Set<string>
  heading: Set<string>
  /** Terms of the example questions that the passage answers. */
  questions: Set<string>
  sentences: ProfiledSentence[]
  /** Terms of heading and sentences. */
  terms: Set<string>
  /** Gaps that prose speaks of: it states what was missing. Clauses state none. */
  gaps: Set<string>
  /** Its group is headed as an overview of the whole. */
  isOverview: boolean
}

/** A passage found for a question. Scores compare within one finding only. */
export interface Evidence {
  profile: PassageProfile
  score: number
}

/** What was found for one part of a question. */
export type Finding =
  /** `list` names the groups whose clauses are all here. */
  | { kind: 'stated'; part: QuestionPart; evidence: Evidence[]; list?: string }
  /** The sources don't say; `nearest` is what they say instead, `evidence` what they say of whatever else it names. */
  | { kind: 'gap'; part: QuestionPart; gap: string; nearest: Evidence[]; evidence: Evidence[] }
  | { kind: 'nothing'; part: QuestionPart }

export interface Retrieval {
  question: Question
  /** Is the question about this agreement at all? */
  onTopic: boolean
  findings: Finding[]
  /** Passages with what the question says and the found ones don't: a date, a name. They may explain a mistake. */
  related: Evidence[]
}

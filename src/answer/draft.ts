import type { CalendarDate } from '../text/calendar.ts'
import type { AnswerStatus, NoteKind, Passage, Span } from '../vocabulary.ts'

/** Words that are claimed to stand in a passage. Nothing is believed of them until they're found there. */
export interface DraftQuote {
  passageId: string
  quote: string
}

/** A number that code worked out of two dates, which the quotes must hold. */
export interface ComputedSpan {
  from: CalendarDate
  to: CalendarDate
}

export interface DraftStatement {
  text: string
  quotes: DraftQuote[]
  computed?: ComputedSpan
  /** Its quote stands in it word for word, framed by words of Accord's own. Never a model's to say. */
  framed?: boolean
}

export interface DraftNote extends DraftStatement {
  kind: NoteKind
}

/** What a composer or a language model proposes to say. */
export interface Draft {
  status: AnswerStatus
  statements: DraftStatement[]
  notes: DraftNote[]
}

/** A quote that was found: offsets are the stored document's. */
export interface LocatedQuote extends Span {
  passage: Passage
  /** The stored words, whatever the draft wrote. */
  text: string
}

export interface VerifiedStatement {
  text: string
  quotes: LocatedQuote[]
}

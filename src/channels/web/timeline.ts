import { agrees, type CalendarDate, readDates } from '../../text/calendar.ts'
import type { Document, Passage, Span } from '../../vocabulary.ts'

/** Something that happened, or was planned, on a date that a clause states. */
export interface TimelineEvent {
  date: CalendarDate & { year: number }
  /** The clause that states it, and its heading. */
  clause: string
  heading: string
  /** The sentence of the document that states it. */
  sentence: Span
}

/** The dates that a document's clauses state, each once and with the first clause that states it, in their order in time. */
export function readTimeline(document: Document, passages: readonly Passage[]): TimelineEvent[] {
  const events: TimelineEvent[] = []
  for (const { documentId, clause, headings, sentences = [] } of passages) {
    if (documentId !== document.id || clause === undefined) continue
    for (const { start, end } of sentences) {
      for (const { date } of readDates(document.text.slice(start, end))) {
        if (date.year === undefined || events.some((event) => agrees(date, event.date))) continue
        const heading = headings.at(-1) ?? clause
        events.push({ date: { ...date, year: date.year }, clause, heading, sentence: { start, end } })
      }
    }
  }
  // A year alone says less than a day of that year which another clause states.
  return events
    .filter(({ date }) => !events.some((other) => other.date !== date && agrees(date, other.date)))
    .sort((one, other) => timeOf(one) - timeOf(other))
}

/** In years, so that the middle of 2015 is 2015.5. */
export function timeOf({ date: { year, month = 1, day = 1 } }: TimelineEvent): number {
  return year + (month - 1 + (day - 1) / 31) / 12
}

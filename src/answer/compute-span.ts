import { type CalendarDate, daysBetween, monthsBetween, writeDate, yearsBetween } from '../text/calendar.ts'
import type { Language } from '../vocabulary.ts'
import type { ChosenSentence } from './choose-sentences.ts'
import type { ComputedSpan, DraftStatement } from './draft.ts'
import { WORDING } from './wording.ts'

const isFull = (date: CalendarDate) => date.year !== undefined && date.month !== undefined && date.day !== undefined

/**
 * The time between the dates of two chosen sentences, worked out by code and saying so. Undefined when there aren't two
 * different full dates. Of a sentence with several dates the last counts: it ends what the sentence tells.
 */
export function computeSpan(chosen: readonly ChosenSentence[], language: Language): DraftStatement | undefined {
  const dated = chosen
    .map(({ passage, sentence }) => ({ passage, sentence, date: sentence.dates.findLast(isFull) }))
    .filter((candidate) => candidate.date !== undefined)
    .sort((a, b) => daysBetween(b.date!, a.date!)!)
  // Between which of three events is anybody's guess.
  if (new Set(dated.map(({ passage }) => passage.id)).size > 2) return undefined
  const first = dated[0]
  const last = dated.at(-1)
  if (first === undefined || last === undefined) return undefined
  const computed: ComputedSpan = { from: first.date!, to: last.date! }
  if (daysBetween(computed.from, computed.to) === 0) return undefined
  return {
    text: WORDING[language].apart(
      writeDate(computed.from, language),
      writeDate(computed.to, language),
      spansOf(computed, language),
    ),
    quotes: [first, last].map(({ passage, sentence }) => ({ passageId: passage.id, quote: sentence.text })),
    computed,
  }
}

/** In days, and in whole months or years where it is that. */
function spansOf({ from, to }: ComputedSpan, language: Language): string[] {
  const words = WORDING[language]
  const years = yearsBetween(from, to)
  const months = monthsBetween(from, to)
  const sameDay = from.day === to.day
  if (sameDay && from.month === to.month && years) return [words.years(years), words.days(daysBetween(from, to)!)]
  if (sameDay && months) return [words.months(months), words.days(daysBetween(from, to)!)]
  return [words.days(daysBetween(from, to)!)]
}

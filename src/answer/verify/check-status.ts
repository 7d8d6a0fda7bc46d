import { agrees, type CalendarDate } from '../../text/calendar.ts'
import type { Lexicon } from '../../text/lexicon.ts'
import type { TextAnalysis } from './analyse-text.ts'
import type { EventKind } from './find-events.ts'
import type { EventMention } from './read-events.ts'

/** Events that decide how an agreement stands. */
const DECISIVE: ReadonlySet<EventKind> = new Set<EventKind>([
  'sign',
  'approve',
  'end',
  'replace',
  'in-force',
  'renew',
  'draft',
  'exchange',
])
/** These are told in words that may also tell of something else, so that the rule on wording lets them pass. */
const MUST_BE_TOLD: ReadonlySet<EventKind> = new Set<EventKind>([
  'sign',
  'approve',
  'end',
  'in-force',
  'renew',
  'draft',
])

/** What an agreement's documents tell of as something that happened. */
const PAST: ReadonlySet<EventKind> = new Set<EventKind>(['sign', 'approve', 'end', 'visit', 'announce', 'in-force'])

/** Planned, drafted, approved, signed, ended: as the quotes have it, and of the same memorandum. Returns what isn't. */
export function checkStatus(
  statement: TextAnalysis,
  quotes: readonly TextAnalysis[],
  lexicon: Lexicon,
): string | undefined {
  const told = quotes.flatMap(({ events }) => events)
  const decisive = statement.events.filter(({ kind }) => DECISIVE.has(kind))
  for (const { kind, standing, instrument, replacer, dates, places } of decisive) {
    const same = told.filter((event) => event.kind === kind)
    if (MUST_BE_TOLD.has(kind) && same.length === 0) return `${kind}, of which they say nothing`
    if (kind !== 'replace' && same.length > 0 && !same.some((event) => event.standing === standing)) {
      return standing === 'planned' ? `planned (${kind}) what has been done` : `done (${kind}) what is only planned`
    }
    const isOtherDay = dates.length > 0 && hasDates(same) && !same.some((event) => isSameDay(event.dates, dates))
    if (isOtherDay) return `${kind} on another date`
    if (DATED.has(kind) && dates.length > 0 && !hasDates(same) && isTold(told, dates))
      return `${kind} on the date of something else`
    const stray = places.find((place) => same.length > 0 && !same.some((event) => event.places.includes(place)))
    if (stray !== undefined) return `${kind} in ${lexicon.term(stray)?.en[0] ?? stray}`
    const named = same.flatMap((event) => event.instrument ?? [])
    if (instrument !== undefined && named.length > 0 && !named.includes(instrument)) {
      return `${kind} of ${lexicon.term(instrument)?.en[0] ?? instrument}`
    }
    const replacers = same.flatMap(({ replacer }) => replacer ?? [])
    if (replacer !== undefined && replacers.length > 0 && !replacers.includes(replacer)) {
      return `${kind} by ${lexicon.term(replacer)?.en[0] ?? replacer}`
    }
  }
  const isOfDraft = (text: TextAnalysis) => text.meanings.some(({ ids }) => ids.includes('draft'))
  const approves = decisive.some(({ kind }) => kind === 'approve')
  if (approves && quotes.some((quote) => isOfDraft(quote)) && !isOfDraft(statement)) return 'approved what is a draft'

  const isPast = quotes.some(({ moods, events, dates }) => {
    return moods.has('done') || dates.length > 0 || events.some(({ kind }) => PAST.has(kind))
  })
  if (statement.moods.has('done') && !isPast) return 'told as done what is only to be done'
  const plans = quotes.some(({ moods }) => moods.has('planned'))
  if (statement.moods.has('planned')) return plans ? undefined : 'a plan that the quotes do not have'
  const isBorneOut = decisive.some(({ kind }) =>
    told.some((event) => event.kind === kind && (event.standing === 'done' || kind === 'replace')),
  )
  return plans && !isBorneOut ? 'told as done what is only planned' : undefined
}

/** Events of a day: what replaces or follows from something does so on none. */
const DATED: ReadonlySet<EventKind> = new Set<EventKind>(['sign', 'approve', 'end', 'exchange'])

/** Do the quotes have this date, with another event? */
function isTold(told: readonly EventMention[], dates: readonly CalendarDate[]): boolean {
  return told.some((event) => isSameDay(event.dates, dates))
}

function hasDates(events: readonly EventMention[]): boolean {
  return events.some(({ dates }) => dates.length > 0)
}

/** Or as much of it as either says. */
function isSameDay(some: readonly CalendarDate[], others: readonly CalendarDate[]): boolean {
  return some.some((date) => others.some((other) => agrees(date, other) || agrees(other, date)))
}

import { html } from 'hono/html'
import { writeDate } from '../../text/calendar.ts'
import type { Document, Language } from '../../vocabulary.ts'
import { writeCalendars } from './calendars.ts'
import type { Html } from './format.ts'
import { readerAddress } from './reader-address.ts'
import { type TimelineEvent, timeOf } from './timeline.ts'

/** Places are shares of the width, so that the text of the drawing keeps its size on a phone. */
const MARGIN = 5
/** Between two numbers, so that they don't touch on a phone. */
const LEAST_GAP = 9

/** The events along a line that is true to time, numbered, and below it each with its date and the clause's words that state it. */
export function formatTimeline(
  events: readonly TimelineEvent[],
  { document, version }: { document: Document; version: string },
  language: Language,
): Html {
  return html`${formatDrawing(events, language)}
<ol class="events">${events.map(
    (event) => html`<li>
${formatDates(event, language)}
<p lang="${document.language}"><a href="${readerAddress(document.id, language, { span: event.sentence, version })}">${event.heading}</a></p>
<p class="stated" lang="${document.language}">${document.text.slice(event.sentence.start, event.sentence.end)}</p>
</li>`,
  )}</ol>`
}

function formatDates({ date }: TimelineEvent, language: Language): Html {
  const [usual = '', ...others] = writeCalendars(date, language)
  return html`<p><b>${usual}</b></p>
<p class="calendars">${others.join(' · ')}</p>`
}

/** Says nothing that the list doesn't: it's hidden from screen readers. */
function formatDrawing(events: readonly TimelineEvent[], language: Language): Html | '' {
  const [first, last] = [events[0], events.at(-1)]
  if (first === undefined || last === undefined) return ''
  const [from, to] = [first.date.year, last.date.year + 1]
  const placeOf = (time: number) => round(MARGIN + ((time - from) / (to - from)) * (100 - 2 * MARGIN))
  const times = events.map((event) => placeOf(timeOf(event)))
  const numbers = spread(times)
  const every = Math.ceil((to - from) / 8)
  const years = Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, at) => from + at * every)
  return html`<svg class="timeline" width="100%" height="116" aria-hidden="true" focusable="false">
<line class="axis" x1="${MARGIN}%" x2="${100 - MARGIN}%" y1="80" y2="80"/>
${years.map((year, at) => html`<line class="tick" x1="${placeOf(year)}%" x2="${placeOf(year)}%" y1="80" y2="87"/><text class="year${at % 2 === 1 && ' between'}" x="${placeOf(year)}%" y="106">${shortYear(year, language)}</text>`)}
${numbers.map(
  (place, at) =>
    html`<line class="leader" x1="${place}%" y1="30" x2="${times[at]}%" y2="80"/><circle class="moment" cx="${times[at]}%" cy="80" r="4.5"/><circle class="number" cx="${place}%" cy="18" r="14"/><text class="count" x="${place}%" y="23">${at + 1}</text>`,
)}
</svg>`
}

/** Moves places apart that lie closer than they may, the last ones least. */
function spread(places: readonly number[]): number[] {
  const gap = Math.min(LEAST_GAP, (100 - 2 * MARGIN) / Math.max(1, places.length - 1))
  const moved = [...places]
  for (let at = moved.length - 2; at >= 0; at--) moved[at] = Math.min(moved[at]!, moved[at + 1]! - gap)
  for (let at = 0; at < moved.length; at++) {
    moved[at] = Math.max(moved[at]!, at === 0 ? MARGIN : moved[at - 1]! + gap)
  }
  return moved.map(round)
}

function shortYear(year: number, language: Language): string {
  return writeDate({ year }, language).replace('พ.ศ. ', '').replace('年', '')
}

function round(place: number): number {
  return Math.round(place * 10) / 10
}

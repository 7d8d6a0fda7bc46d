import type { CalendarDate } from '../../text/calendar.ts'
import type { Lexicon } from '../../text/lexicon.ts'
import type { TermMatch } from '../../text/term-matcher.ts'
import type { Span } from '../../vocabulary.ts'
import type { DatedSpan } from './analyse-text.ts'
import { type EventKind, type FoundEvent, findEvents } from './find-events.ts'
import { agentsOf, BY_PARTIES, heads } from './read-agents.ts'

/** Something that a text tells of, with how it stands there and who and what it's told of. Names are glossary ids. */
export interface EventMention {
  kind: EventKind
  /** `planned`: it will be, or was to be. */
  standing: 'done' | 'planned'
  /** Who does it, as far as the text says so beside it. */
  agents: string[]
  /** The memorandum that it happens to, when one is named: new, old … */
  instrument?: string
  /** Of a replacement: the memorandum that replaces. */
  replacer?: string
  /** Where, as place names. */
  places: string[]
  /** When it happens, in every reading of the date that is told with it. */
  dates: CalendarDate[]
}

/** Between an event and its date behind it: "signed by the two sides on", ลงนามเมื่อวันที่. In Japanese dates go ahead, but for 署名されたのは. */
const UNTIL_DATE = /^(?!.*(?:;|ว่า(?!การ))).{0,60}$/u
const UNTIL_DATE_JA = /^\p{sc=Hiragana}{0,8}(?:のは|日は|は)$/u
const HAN = /\p{sc=Han}/u

/** Which date or place is told with which event: the next one behind it, or else the nearest ahead that no other event has. */
function bindNearest<Told extends Span>(
  events: readonly FoundEvent[],
  dates: readonly Told[],
  text: string,
): Map<FoundEvent, Told> {
  const bound = new Map<FoundEvent, Told>()
  const isFree = (date: Told) => ![...bound.values()].includes(date)
  for (const [i, event] of events.entries()) {
    const limit = events[i + 1]?.start ?? text.length
    const next = dates.find(({ start }) => start >= event.end)
    const untilDate = HAN.test(text[event.start]!) ? UNTIL_DATE_JA : UNTIL_DATE
    if (next && next.start < limit && untilDate.test(text.slice(event.end, next.start))) bound.set(event, next)
  }
  for (const event of events) {
    if (bound.has(event)) continue
    const before = dates.findLast((date) => date.end <= event.start && isFree(date))
    if (before) bound.set(event, before)
  }
  for (const [i, event] of events.entries()) {
    if (bound.has(event)) continue
    const limit = events[i + 1]?.start ?? text.length
    const behind = dates.find((date) => date.start >= event.end && date.start < limit && isFree(date))
    if (behind) bound.set(event, behind)
  }
  return bound
}

const PLANNED_BEFORE =
  /(?:กำหนด(?:การ|จะ|ที่จะ|ให้|วัน)*|จะเป็น(?:(?!ได้|ซึ่ง|ทั้ง)\p{sc=Thai}){0,40}|(?:จะ|เตรียม|คาดว่า|มีแผน)(?:(?!ที่|ซึ่ง|และ|\d)\p{sc=Thai}){0,30}|\b(?:will|would|shall|to be|due to|set to|going to|(?<!\bas )planned|(?<!\bas )scheduled|expected|plans?(?: was| is)?(?: for .{1,60})? to|intends? to|planned date (?:of|for)(?: the)?|planned)(?: (?:be|have|been|jointly|formally|then|for|to|the))* ?)$/u
const PLANNED_AFTER_TH =
  /^(?:(?!ที่|ซึ่งได้|สิ้นสุด|เห็นชอบ)[\p{sc=Thai} \d()a-z.-]){0,90}?(?:จะมีขึ้น|จะจัด|มีกำหนด|กำหนดไว้|ถูกกำหนด|จะเกิด)/u
const PLANNED_AFTER_EN =
  /^[^.;]{0,40}?\b(?:(?:was|is|were|are|had been|has been) (?:then )?(?:planned|scheduled|due|set|expected|slated|to)|would|will)\b/u
const PLANNED_AFTER_JA = /^[^。]{0,60}?(?:予定(?!どおり|通り)|計画|見込|運び|ことになっ|しようとし|はずで|はずだ)/u
/** A finished act is told so, whatever else stands in the sentence. */
const DONE_EN = /\b(?:was|were|has been|have been|had been|being|been) (?:\p{L}+ly )?$/u
const DONE_TH = /ได้(?:ร่วม|มี)?(?:การ)?$/u

/** The passive turns round who replaces whom. */
const PASSIVE = /^(?:ら?れ|え?られ|され)/u
const PASSIVE_BEFORE = /(?:\b(?:is|was|be|been|being|are|were) |ถูก)$/u

export interface EventText {
  /** Compact. */
  text: string
  matches: readonly TermMatch[]
  dates: readonly DatedSpan[]
}

export function readEvents({ text, matches, dates }: EventText, lexicon: Lexicon): EventMention[] {
  const found = findEvents(text)
  const named = (kinds: readonly string[]) => matches.filter(({ id }) => kinds.includes(lexicon.term(id)?.kind ?? ''))
  const instruments = named(['instrument'])
  const actors = named(['person', 'organisation', 'side'])
  const dateOf = bindNearest(found, dates, text)
  const placeOf = bindNearest(found, named(['place']), text)
  return found.map((event, i) => {
    const instrument =
      event.kind === 'replace' ? replaced(event, instruments, text) : happensTo(event, instruments, text)
    const group = agentsOf(event, found[i - 1], found[i + 1], actors, text)
    const agents = BY_PARTIES.has(event.kind) ? group : heads(group, lexicon)
    const replacer = event.kind === 'replace' ? replacing(event, instruments, text) : undefined
    const told = dateOf.get(event)?.readings ?? []
    const place = placeOf.get(event)?.id
    return {
      kind: event.kind,
      standing: standingOf(event, text),
      agents,
      dates: told,
      places: place === undefined ? [] : [place],
      ...(instrument && { instrument }),
      ...(replacer && { replacer }),
    }
  })
}

function standingOf({ start, end }: FoundEvent, text: string): EventMention['standing'] {
  const before = text.slice(Math.max(0, start - 45), start)
  const after = text.slice(end, end + 100)
  if (PLANNED_BEFORE.test(before)) return 'planned'
  if (DONE_EN.test(before) || DONE_TH.test(before)) return 'done'
  const isPlanned = [PLANNED_AFTER_TH, PLANNED_AFTER_EN, PLANNED_AFTER_JA].some((pattern) => pattern.test(after))
  return isPlanned ? 'planned' : 'done'
}

/** What may stand between an event and the memorandum behind it: "signed the new", 終了した前の. */
const JOINT =
  /^(?:(?:the|this|a|in|on|ใน|ซึ่ง|ร่าง|บันทึกความร่วมมือ|ฯ|ของ|された|した|し|さ|れた|る|たる|つ|is|was|for)[ ,]?)*$/u
/** Longer ones are none, and would take long to tell. */
const LONGEST_JOINT = 60

function isJoint(between: string): boolean {
  return between.length <= LONGEST_JOINT && JOINT.test(between.trim())
}

/** "The term of the earlier MoC, which the new one replaces, ended": what is put in between is about something else. */
const ASIDE = /, which [^,]*,/gu
/** In 新しい協力覚書は、双方が2017年に署名し、…前の協力覚書に a subject of its own makes the verb one of the memorandum behind it. */
const GOES_ON = /^し、/u
const OWN_SUBJECT = /^[^。]*は[^。]*が[^。]*$/u

function happensTo({ start, end }: FoundEvent, instruments: readonly TermMatch[], text: string): string | undefined {
  const behind = instruments.find((match) => match.start >= end)
  if (behind && isJoint(text.slice(end, behind.start))) return behind.id
  const asides = Array.from(text.matchAll(ASIDE), ({ 0: { length }, index }) => [index, index + length] as const)
  const ahead = instruments.findLast(
    (match) => match.end <= start && !asides.some(([from, to]) => from < match.start && match.end < to && to <= start),
  )
  if (ahead && behind && GOES_ON.test(text.slice(end)) && OWN_SUBJECT.test(text.slice(ahead.end, start)))
    return behind.id
  return (ahead ?? behind)?.id
}

const IN_PLACE_OF = /^(?:に|を|と)$/u

/** Only what stands right beside it: "which the new one replaces" names what comes, not what goes. */
function replaced({ start, end }: FoundEvent, instruments: readonly TermMatch[], text: string): string | undefined {
  const isPassive = PASSIVE.test(text.slice(end)) || PASSIVE_BEFORE.test(text.slice(Math.max(0, start - 12), start))
  if (isPassive) {
    const ahead = instruments.filter((match) => match.end <= start)
    return (ahead.findLast((match) => /^[はが]/u.test(text.slice(match.end))) ?? ahead.at(-1))?.id
  }
  const behind = instruments.find((match) => match.start >= end)
  if (behind && isJoint(text.slice(end, behind.start))) return behind.id
  return instruments.findLast((match) => match.end <= start && IN_PLACE_OF.test(text.slice(match.end, start)))?.id
}

/** The subject of the sentence, as far as it's active and has one before the verb. */
function replacing({ start, end }: FoundEvent, instruments: readonly TermMatch[], text: string): string | undefined {
  if (PASSIVE.test(text.slice(end)) || PASSIVE_BEFORE.test(text.slice(Math.max(0, start - 12), start))) return undefined
  const ahead = instruments.filter((match) => match.end <= start)
  const subject = ahead.findLast((match) => /^[はが]/u.test(text.slice(match.end)))
  return (subject ?? (HAN.test(text[start]!) ? undefined : ahead.at(-1)))?.id
}

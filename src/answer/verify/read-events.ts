import type { CalendarDate } from '../../text/calendar.ts'
import type { Lexicon } from '../../text/lexicon.ts'
import type { TermMatch } from '../../text/term-matcher.ts'
import type { Span } from '../../vocabulary.ts'
import type { DatedSpan } from './analyse-text.ts'

export type EventKind =
  | 'sign'
  | 'approve'
  | 'end'
  | 'replace'
  | 'in-force'
  | 'renew'
  | 'draft'
  | 'visit'
  | 'announce'
  | 'exchange'
  | 'invest'
  | 'follow'
  | 'issue'
  | 'publish'

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

interface FoundEvent {
  kind: EventKind
  start: number
  end: number
}

const EVENTS: readonly [EventKind, RegExp][] = [
  [
    'sign',
    /(?<!เอกสารที่)ลงนาม|เซ็น(?!เตอร์|ต์)|ลงชื่อ|\b(?:co-)?sign(?:s|ed(?! documents?)|ing|ature|atures)?\b|署名(?!(?:された)?文書)|調印|締結/gu,
  ],
  ['approve', /เห็นชอบ|อนุมัติ|\bapprov(?:es?|ed|als?|ing)\b|\bendors(?:es?|ed|ement|ing)\b|承認|了承/gu],
  [
    'end',
    /\bceas(?:e|es|ed) to (?:be in force|apply|have effect)|\bno longer (?:in force|valid)|สิ้นสุด|หมดอายุ|สิ้นอายุ|ครบกำหนด|\b(?:end(?:s|ed|ing)?|expir(?:es?|ed|y|ation)|laps(?:es?|ed)|r[au]ns? out)\b|終了|満了|失効|切れ/gu,
  ],
  [
    'replace',
    /(?<!ต่างตอบ|ผู้|ตัว)แทน(?:ที่)?|\breplac(?:es?|ed|ing|ement)\b|\bsupersed(?:es?|ed|ing)\b|\b(?:in|takes?|took|taking) (?:the )?place of\b|代わ[るりっ]|置き換え|取って代/gu,
  ],
  ['visit', /เยือน|\bvisit(?:s|ed|ing)?\b|訪問|来訪|訪タイ|訪日/gu],
  ['announce', /แถลง(?!การณ์)|กล่าว(?=ว่า)|\bannounc(?:es?|ed|ing)\b|(?<=を)発表(?=し|さ)|発表したのは/gu],
  ['exchange', /แลกเปลี่ยนเอกสาร|การแลกเปลี่ยนเอกสาร|\bexchang(?:es?|ed|ing)\b|文書の交換|文書を交換|取り交わ/gu],
  ['invest', /ลงทุน|\binvest(?:s|ed|ing|ments?)?\b|投資/gu],
  [
    'in-force',
    /มีผล(?!สืบ|ประโยชน์|เนื่อง)|บังคับใช้|\b(?:(?<!to be |longer )in force|in effect|takes? effect|took effect|effective|valid)\b|有効(?!期[間限])|効力を(?:有|持|生)|発効/gu,
  ],
  [
    'renew',
    /ต่ออายุ|ขยายอายุ|ขยายเวลา|\b(?:renew(?:s|ed|al|ing)?|extend(?:s|ed|ing)?|extension|prolong(?:s|ed)?)\b|延長|更新/gu,
  ],
  ['draft', /ยกร่าง|จัดทำร่าง|\bdraft(?:ed|ing|s)\b|起草|案を作成/gu],
]

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
  const found = EVENTS.flatMap(([kind, pattern]): FoundEvent[] =>
    Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({ kind, start: index, end: index + length })),
  ).sort((a, b) => a.start - b.start)
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

/** What ministers do for their ministries, their ministries do. */
const BY_PARTIES: ReadonlySet<EventKind> = new Set<EventKind>(['sign', 'exchange', 'visit', 'invest'])

/** "By the spokesperson of the Office" names a person, and only where she belongs. */
function heads(group: readonly string[], lexicon: Lexicon): string[] {
  const kinds = ['person', 'organisation', 'side'] as const
  const first = kinds.find((kind) => group.some((id) => lexicon.term(id)?.kind === kind))
  return group.filter((id) => lexicon.term(id)?.kind === first)
}

/** What may stand between "by" and the name: "by senior executives of MIC". */
const BY = /(?:\bby(?: [a-z'’-]+){0,6} ?|โดย(?!(?:มี|รวม|เฉพาะ))\p{sc=Thai}{0,24} ?)$/u
/** "Approval … was made known by" tells who made it known. */
const VERB_BETWEEN = /\b(?:was|were|is|are|made|has|had)\b/u
/** ผู้แถลงคือ, 発表したのは. */
const IS_WHO = /^(?:คือ|ได้แก่) ?(?:น\.ส\.|นาย|นาง(?:สาว)?)? ?$|^(?:し|され)?(?:た)?のは、?[^。]{0,20}$/u
/** การเยือนของ, การลงทุนของ: whose visit or investment it is, he makes. */
const BY_OF: ReadonlySet<EventKind> = new Set<EventKind>(['visit', 'invest'])
const OF_TH = /^[^\d]{0,30}?ของ\p{sc=Thai}{0,40}$/u
const TOPIC = /^[はが]/u
/** 交換は、…大臣によって行われた. */
const DONE_BY_JA = /^(?:大臣|氏|長官|総務審議官|側)?(?:によって|により)/u
const BY_JA = /^[^。、はがをに]{0,16}?(?:によって|により|による)/u
/** Between two names of one group of agents, "Kaneko of MIC and Minister Chaiwut", stands nothing that begins another clause. */
const GROUP =
  /^(?!.*(?:which|that|during|แถลง|กล่าว|ว่า(?!การ)|announce|approv|sign|issue|between| on | in | to |\d|ซึ่ง|ที่|ระหว่าง|เมื่อ|ใน|เยือน|訪問|際|機会|[はがにを]|。)).{0,45}$/u
/** The subject of a Japanese sentence stands far from its verb. */
const SUBJECT_JA = /^(?:\([a-z]+\)|大臣|氏|総務審議官)*[はが](?![^。]*(?:が|は))/u
/** A subject stands no farther from its verb. */
const FARTHEST = 150
const DIRECTLY_BEFORE =
  /^[ ),]*(?:(?:เมื่อ)?วันที่ ?\d{1,2} ?[\p{sc=Thai}.]{2,12} ?\d{2,4} ?)?(?:(?:has|have|had|jointly|then|both|ministers?|ได้|ร่วม|ร่วมกัน|เป็นผู้|ผู้|และ|ให้ความ|มีมติ|大臣|氏|[がはも])[ ]?)*$/u

function isDirectlyBefore(between: string): boolean {
  return between.length <= LONGEST_JOINT && DIRECTLY_BEFORE.test(between)
}

/** Actors behind "by" after the event, before による ahead of it, or right before it as its subject; with all of their group. */
function agentsOf(
  { kind, start, end }: FoundEvent,
  previous: FoundEvent | undefined,
  next: FoundEvent | undefined,
  actors: readonly TermMatch[],
  text: string,
): string[] {
  const from = previous?.end ?? 0
  const to = next?.start ?? text.length
  const first = actors.findIndex((actor) => {
    const between = text.slice(end, actor.start)
    if (VERB_BETWEEN.test(between)) return false
    return (
      actor.start >= end &&
      actor.start < to &&
      (BY.test(between) || IS_WHO.test(between) || (BY_OF.has(kind) && OF_TH.test(between)))
    )
  })
  if (first >= 0) return groupFrom(actors, first, 1, text, { isOne: BY_OF.has(kind) })
  const isTopic = TOPIC.test(text.slice(end))
  const doing = !isTopic
    ? -1
    : actors.findLastIndex((actor) => actor.start >= end && actor.start < to && DONE_BY_JA.test(text.slice(actor.end)))
  if (doing >= 0) return groupFrom(actors, doing, -1, text, { from: end })
  const last = actors.findLastIndex(
    (actor) =>
      actor.end <= start &&
      actor.start >= from &&
      start - actor.end <= FARTHEST &&
      (BY_JA.test(text.slice(actor.end, start)) ||
        SUBJECT_JA.test(text.slice(actor.end, start)) ||
        (!HAN.test(text[start]!) && isDirectlyBefore(text.slice(actor.end, start)))),
  )
  return last >= 0 ? groupFrom(actors, last, -1, text) : []
}

function groupFrom(
  actors: readonly TermMatch[],
  at: number,
  step: 1 | -1,
  text: string,
  { from = 0, isOne = false } = {},
): string[] {
  const group = [actors[at]!]
  for (let i = at + step; actors[i] !== undefined; i += step) {
    if (actors[i]!.start < from) break
    const [left, right] = step === 1 ? [group.at(-1)!, actors[i]!] : [actors[i]!, group.at(-1)!]
    const between = text.slice(left.end, right.start)
    if (!GROUP.test(between) || (isOne && between.includes(','))) break
    // "ชัยวุฒิ (Chaiwut)" is one person; a name that comes again later begins something else.
    if (group.at(-1)!.id !== actors[i]!.id && group.some(({ id }) => id === actors[i]!.id)) break
    group.push(actors[i]!)
  }
  return group.map(({ id }) => id)
}

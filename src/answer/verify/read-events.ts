import type { Lexicon } from '../../text/lexicon.ts'
import type { TermMatch } from '../../text/term-matcher.ts'

export type EventKind = 'sign' | 'approve' | 'end' | 'replace' | 'visit' | 'announce' | 'exchange' | 'invest'

/** Something that a text tells of, with how it stands there and who and what it's told of. Names are glossary ids. */
export interface EventMention {
  kind: EventKind
  /** `planned`: it will be, or was to be. */
  standing: 'done' | 'planned'
  /** Who does it, as far as the text says so beside it. */
  agents: string[]
  /** The memorandum that it happens to, when one is named: new, old … */
  instrument?: string
}

interface FoundEvent {
  kind: EventKind
  start: number
  end: number
}

const EVENTS: readonly [EventKind, RegExp][] = [
  ['sign', /ลงนาม|เซ็น(?!เตอร์|ต์)|ลงชื่อ|\b(?:co-)?sign(?:s|ed|ing|ature|atures)?\b|署名|調印|締結/gu],
  ['approve', /เห็นชอบ|อนุมัติ|\bapprov(?:es?|ed|als?|ing)\b|\bendors(?:es?|ed|ement|ing)\b|承認|了承/gu],
  [
    'end',
    /สิ้นสุด|หมดอายุ|สิ้นอายุ|ครบกำหนด|\b(?:end(?:s|ed|ing)?|expir(?:es?|ed|y|ation)|laps(?:es?|ed)|r[au]ns? out)\b|終了|満了|失効|切れ/gu,
  ],
  [
    'replace',
    /(?<!ต่างตอบ|ผู้|ตัว)แทน(?:ที่)?|\breplac(?:es?|ed|ing|ement)\b|\bsupersed(?:es?|ed|ing)\b|\b(?:in|takes?|took|taking) (?:the )?place of\b|代わ[るりっ]|置き換え|取って代/gu,
  ],
  ['visit', /เยือน|\bvisit(?:s|ed|ing)?\b|訪問|来訪|訪タイ|訪日/gu],
  ['announce', /แถลง(?!การณ์)|\bannounc(?:es?|ed|ing)\b|(?<=を)発表(?=し|さ)|発表したのは/gu],
  ['exchange', /แลกเปลี่ยนเอกสาร|การแลกเปลี่ยนเอกสาร|\bexchang(?:es?|ed|ing)\b|文書の交換|文書を交換|取り交わ/gu],
  ['invest', /ลงทุน|\binvest(?:s|ed|ing|ments?)?\b|投資/gu],
]

const PLANNED_BEFORE =
  /(?:กำหนด(?:การ|จะ|ที่จะ|ให้|วัน)*|จะเป็น(?:(?!ได้|ซึ่ง|ทั้ง)\p{sc=Thai}){0,40}|(?:จะ|เตรียม|คาดว่า|มีแผน)(?:(?!ที่|ซึ่ง|และ|\d)\p{sc=Thai}){0,30}|\b(?:will|would|shall|to be|due to|set to|going to|planned|scheduled|expected|plans?(?: was| is)?(?: for .{1,60})? to|intends? to|planned date (?:of|for)(?: the)?|planned)(?: (?:be|have|been|jointly|formally|then|for|to|the))* ?)$/u
const PLANNED_AFTER_TH =
  /^(?:(?!ที่|ซึ่งได้|สิ้นสุด|เห็นชอบ)[\p{sc=Thai} \d()a-z.-]){0,90}?(?:จะมีขึ้น|จะจัด|มีกำหนด|กำหนดไว้|ถูกกำหนด|ตามกำหนด|จะเกิด)/u
const PLANNED_AFTER_EN =
  /^[^.;]{0,40}?\b(?:(?:was|is|were|are|had been|has been) (?:then )?(?:planned|scheduled|due|set|expected|slated|to)|would|will)\b/u
const PLANNED_AFTER_JA = /^[^。]{0,60}?(?:予定|計画|見込|運び|ことになっ)/u
/** A finished act is told so, whatever else stands in the sentence. */
const DONE_EN = /\b(?:was|were|has been|have been|had been|being|been) (?:\p{L}+ly )?$/u
const DONE_TH = /ได้(?:ร่วม|มี)?(?:การ)?$/u

/** The passive turns round who replaces whom. */
const PASSIVE = /^(?:られ|され)/u

export function readEvents(text: string, matches: readonly TermMatch[], lexicon: Lexicon): EventMention[] {
  const found = EVENTS.flatMap(([kind, pattern]): FoundEvent[] =>
    Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({ kind, start: index, end: index + length })),
  ).sort((a, b) => a.start - b.start)
  const named = (kinds: readonly string[]) => matches.filter(({ id }) => kinds.includes(lexicon.term(id)?.kind ?? ''))
  const instruments = named(['instrument'])
  const actors = named(['person', 'organisation', 'side'])
  return found.map((event, i) => {
    const instrument =
      event.kind === 'replace' ? replaced(event, instruments, text) : happensTo(event, instruments, text)
    const agents = agentsOf(event, found[i - 1], found[i + 1], actors, text)
    return { kind: event.kind, standing: standingOf(event, text), agents, ...(instrument && { instrument }) }
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
/** "The term of the earlier MoC, which the new one replaces, ended": what is put in between is about something else. */
const ASIDE = /, which [^,]*,/gu
/** In 新しい協力覚書は、双方が2017年に署名し、…前の協力覚書に a subject of its own makes the verb one of the memorandum behind it. */
const GOES_ON = /^し、/u
const OWN_SUBJECT = /^[^。]*は[^。]*が[^。]*$/u

function happensTo({ start, end }: FoundEvent, instruments: readonly TermMatch[], text: string): string | undefined {
  const behind = instruments.find((match) => match.start >= end)
  if (behind && JOINT.test(text.slice(end, behind.start).trim())) return behind.id
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
  if (PASSIVE.test(text.slice(end))) return undefined
  const behind = instruments.find((match) => match.start >= end)
  if (behind && JOINT.test(text.slice(end, behind.start).trim())) return behind.id
  return instruments.findLast((match) => match.end <= start && IN_PLACE_OF.test(text.slice(match.end, start)))?.id
}

const BY = /(?:\bby|โดย)(?: |the|its|their|then|minister|ministers|\p{sc=Thai}{0,14})*$/u
const BY_JA = /^(?:大臣|氏|長官|総務審議官|側|[()a-z ]){0,4}(?:によって|により|による)/u
/** Between two names of one group of agents, "Kaneko of MIC and Minister Chaiwut", stands nothing that begins another clause. */
const GROUP =
  /^(?!.*(?:which|that|during|between| on | in |\d|ซึ่ง|ที่|ระหว่าง|เมื่อ|ใน|เยือน|訪問|際|機会|[はがにを]|。)).{0,45}$/u
const DIRECTLY_BEFORE =
  /^[ )]*(?:(?:has|have|had|jointly|then|both|ministers?|ได้|ร่วม|ร่วมกัน|เป็นผู้|ผู้|และ|ให้ความ|มีมติ|大臣|氏|[がはも])[ ]?)*$/u

/** Actors behind "by" after the event, before による ahead of it, or right before it as its subject; with all of their group. */
function agentsOf(
  { start, end }: FoundEvent,
  previous: FoundEvent | undefined,
  next: FoundEvent | undefined,
  actors: readonly TermMatch[],
  text: string,
): string[] {
  const from = previous?.end ?? 0
  const to = next?.start ?? text.length
  const first = actors.findIndex(
    (actor) => actor.start >= end && actor.start < to && BY.test(text.slice(end, actor.start)),
  )
  if (first >= 0) return groupFrom(actors, first, 1, text)
  const last = actors.findLastIndex(
    (actor) =>
      actor.end <= start &&
      actor.start >= from &&
      (BY_JA.test(text.slice(actor.end, start)) || DIRECTLY_BEFORE.test(text.slice(actor.end, start))),
  )
  return last >= 0 ? groupFrom(actors, last, -1, text) : []
}

function groupFrom(actors: readonly TermMatch[], at: number, step: 1 | -1, text: string): string[] {
  const group = [actors[at]!]
  for (let i = at + step; actors[i] !== undefined; i += step) {
    const [left, right] = step === 1 ? [group.at(-1)!, actors[i]!] : [actors[i]!, group.at(-1)!]
    if (!GROUP.test(text.slice(left.end, right.start))) break
    group.push(actors[i]!)
  }
  return group.map(({ id }) => id)
}

import type { Lexicon } from '../../text/lexicon.ts'
import type { TermMatch } from '../../text/term-matcher.ts'
import type { EventKind, FoundEvent } from './find-events.ts'

const HAN = /\p{sc=Han}/u
/** What may stand between an actor and its verb isn't longer, and would take long to tell. */
const LONGEST_JOINT = 60

/** What ministers do for their ministries, their ministries do. */
export const BY_PARTIES: ReadonlySet<EventKind> = new Set<EventKind>(['sign', 'exchange', 'visit', 'invest'])

/** "By the spokesperson of the Office" names a person, and only where she belongs. */
export function heads(group: readonly string[], lexicon: Lexicon): string[] {
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
export function agentsOf(
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

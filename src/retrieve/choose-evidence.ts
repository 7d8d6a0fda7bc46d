import type { Evidence, PassageProfile, QuestionPart } from '../question.ts'
import type { TermScorer } from './score-passages.ts'

/** What was chosen for one part of a question: single passages, or the whole list that it asks for. */
export interface Choice {
  evidence: Evidence[]
  /** The group whose clauses are listed. */
  list?: string
  /** Nothing was chosen because it's asked of another memorandum. */
  isOfAnother?: true
}

/** Of passages that fit nearly as well as the best, all count. */
const NEARLY_AS_GOOD = 0.9
/** When everything about a topic is asked for, so does what only touches it. */
const TOUCHES_THE_TOPIC = 0.35
/** A passage that is headed by another term of the question answers its other half. */
const SECOND_TOPIC = 0.4
/** A term that so few passages have names them. */
const FEW = 2
const MOST_PASSAGES = 6

/** Chooses from passages of one language; `isWhole`: the part is all of its question. Chooses nothing when no passage shares a topic with the question. */
export function chooseEvidence(
  part: QuestionPart,
  profiles: readonly PassageProfile[],
  scorer: TermScorer,
  fused: Float32Array,
  { isWhole }: { isWhole: boolean },
): Choice {
  const list = listedGroups(part, profiles, scorer) ?? overview(part, profiles, scorer)
  if (list !== undefined) {
    const members = profiles.filter(({ passage }) => list.groups.includes(passage.group ?? ''))
    // What the new memorandum's scope is says nothing of the old one's.
    const asksOther =
      [...part.terms].some(scorer.isEarlierInstrument) && members.every(({ passage }) => passage.examples)
    if (asksOther) return { evidence: [], isOfAnother: true }
    const evidence = [...list.beside, ...members].map((profile) => ({ profile, score: 1 }))
    return { evidence, list: list.groups.join(' ') }
  }
  const best = fused.reduce((highest, score) => Math.max(highest, score), 0) || 1
  const scored = profiles
    .map((profile) => ({ profile, terms: scorer.score(part, profile) }))
    .filter(({ terms }) => terms > 0)
    .map(({ profile, terms }) => ({ profile, score: terms + fused[profile.ordinal]! / best }))
    .sort((a, b) => b.score - a.score)
  const top = scored[0]
  if (top === undefined) return { evidence: [] }

  const telling = [...part.terms].filter(
    (term) => scorer.isTelling(term) && profiles.some(({ terms }) => terms.has(term)),
  )
  // "What happened in 2022?" asks for all that did.
  const onlyDates = telling.length === 0 && part.dates.length > 0
  const saysMore = part.unknown.length > 0 || [...part.terms].filter(scorer.isTelling).length > 0
  if (telling.length === 0 && !onlyDates && !isHeadedBy(part, top.profile) && saysMore) {
    return { evidence: [] }
  }
  const threshold = part.asks.has('list') || onlyDates ? TOUCHES_THE_TOPIC : NEARLY_AS_GOOD
  const chosen = scored.filter(({ score }) => score >= threshold * top.score).slice(0, MOST_PASSAGES)
  const add = (found: Evidence | undefined) => {
    if (found !== undefined && !chosen.includes(found) && chosen.length < MOST_PASSAGES) chosen.push(found)
  }
  const earlier = [...part.terms].filter(scorer.isEarlierInstrument)
  const instruments = [...part.terms].filter(scorer.isInstrument)
  const isOfAsked = ({ terms }: PassageProfile) => earlier.length === 0 || instruments.some((term) => terms.has(term))
  const secondBest = scored.filter(({ profile, score }) => score >= SECOND_TOPIC * top.score && isOfAsked(profile))
  // Beside an earlier one, the new memorandum is named for its own sake.
  for (const term of earlier.length > 0 ? new Set([...telling, ...instruments]) : telling) {
    if (chosen.some(({ profile }) => profile.heading.has(term))) continue
    add(secondBest.find(({ profile }) => profile.heading.has(term)))
  }
  // How long something lasted needs the date of its other end.
  if (isWhole && part.asks.has('how-long') && chosen.length === 1) {
    add(secondBest.find((found) => found !== top && found.profile.sentences.some(({ tells }) => tells.has('when'))))
  }
  return { evidence: chosen }
}

function isHeadedBy({ terms }: QuestionPart, { heading }: PassageProfile): boolean {
  return [...terms].some((term) => heading.has(term))
}

/** What to tell of the agreement as a whole, when that is asked for and nothing of it is named. */
function overview(
  { terms, asks, dates, contentWords }: QuestionPart,
  profiles: readonly PassageProfile[],
  scorer: TermScorer,
): ListRequest | undefined {
  if (!asks.has('summary') || [...terms].some(scorer.isTelling) || dates.length > 0 || contentWords > 0)
    return undefined
  const group = profiles.find((profile) => profile.isOverview)?.passage.group
  return group === undefined ? undefined : { groups: [group], beside: [] }
}

interface ListRequest {
  groups: string[]
  /** Clauses of other groups that the question names too: "the aim, and what's in scope". */
  beside: PassageProfile[]
}

/** The groups that a question names without naming one of their clauses: "what's in scope?" */
function listedGroups(
  part: QuestionPart,
  profiles: readonly PassageProfile[],
  scorer: TermScorer,
): ListRequest | undefined {
  const telling = [...part.terms].filter(scorer.isTelling)
  const listed = profiles.filter((profile) => telling.some((term) => profile.group.has(term)))
  const groups = [...new Set(listed.flatMap(({ passage }) => passage.group ?? []))]
  if (groups.length === 0) return undefined
  const ofGroups = new Set(listed.flatMap((profile) => telling.filter((term) => profile.group.has(term))))
  const spokenOfBy = (term: string) => profiles.filter(({ terms }) => terms.has(term)).length
  const names = (term: string, { heading, terms }: PassageProfile) =>
    heading.has(term) || (terms.has(term) && spokenOfBy(term) <= FEW)
  const named = profiles.filter((profile) => telling.some((term) => !ofGroups.has(term) && names(term, profile)))
  // "What will they do about disasters?" names an activity only in passing.
  const isDetail = named.some(({ passage }) => passage.examples || groups.includes(passage.group ?? ''))
  return isDetail ? undefined : { groups, beside: named }
}

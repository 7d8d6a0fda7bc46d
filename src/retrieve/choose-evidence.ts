import type { Evidence, PassageProfile, QuestionPart } from '../question.ts'
import type { TermScorer } from './score-passages.ts'

/** What was chosen for one part of a question: single passages, or the whole list that it asks for. */
export interface Choice {
  evidence: Evidence[]
  /** The group whose clauses are listed. */
  list?: string
}

/** Of passages that fit nearly as well as the best, all count. */
const NEARLY_AS_GOOD = 0.9
/** When everything about a topic is asked for, so does what only touches it. */
const TOUCHES_THE_TOPIC = 0.35
const MOST_PASSAGES = 4

/** Chooses from passages of one language. Chooses nothing when no passage shares a topic with the question. */
export function chooseEvidence(
  part: QuestionPart,
  profiles: readonly PassageProfile[],
  scorer: TermScorer,
  fused: Float32Array,
): Choice {
  const group = listedGroup(part, profiles, scorer)
  if (group !== undefined) {
    const members = profiles.filter((profile) => profile.passage.group === group)
    return { evidence: members.map((profile) => ({ profile, score: 1 })), list: group }
  }
  const best = fused.reduce((highest, score) => Math.max(highest, score), 0) || 1
  const scored = profiles
    .map((profile) => ({ profile, terms: scorer.score(part, profile) }))
    .filter(({ terms }) => terms > 0)
    .map(({ profile, terms }) => ({ profile, score: terms + fused[profile.ordinal]! / best }))
    .sort((a, b) => b.score - a.score)
  const top = scored[0]
  if (top === undefined) return { evidence: [] }

  const threshold = part.asks.has('list') ? TOUCHES_THE_TOPIC : NEARLY_AS_GOOD
  const chosen = scored.filter(({ score }) => score >= threshold * top.score).slice(0, MOST_PASSAGES)
  for (const term of part.terms) {
    if (!scorer.isTelling(term) || chosen.some(({ profile }) => profile.terms.has(term))) continue
    const about = scored.find(({ profile }) => profile.heading.has(term))
    if (about !== undefined && chosen.length < MOST_PASSAGES) chosen.push(about)
  }
  return { evidence: chosen }
}

/** The group that a question names without naming any clause: "what's in scope?" */
function listedGroup(part: QuestionPart, profiles: readonly PassageProfile[], scorer: TermScorer): string | undefined {
  const telling = [...part.terms].filter(scorer.isTelling)
  const ofGroups = new Set(profiles.flatMap((profile) => telling.filter((term) => profile.group.has(term))))
  if (ofGroups.size === 0) return undefined
  const namesClause = telling.some(
    (term) => !ofGroups.has(term) && profiles.some((profile) => profile.heading.has(term)),
  )
  if (namesClause) return undefined
  return profiles.find((profile) => [...ofGroups].some((term) => profile.group.has(term)))?.passage.group
}

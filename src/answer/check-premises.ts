import type { Evidence, Finding, ProfiledSentence, QuestionPart, Retrieval } from '../question.ts'
import type { DateMention } from '../text/calendar.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { readQuantities } from '../text/quantities.ts'
import { type ChosenSentence, isDateOf } from './choose-sentences.ts'
import type { WrongPremise } from './wording.ts'

/** Something that the question takes for granted and the sources say otherwise, with the sentences that say so. */
export interface Premise {
  wrong: WrongPremise
  sentences: ChosenSentence[]
}

export type FindingWithEvidence = Exclude<Finding, { kind: 'nothing' }>

/** Holds what one part of a question takes for granted against the sentences chosen to answer it. */
export function checkPremises(
  finding: FindingWithEvidence,
  chosen: readonly ChosenSentence[],
  { question, related }: Retrieval,
  lexicon: Lexicon,
): Premise[] {
  const { part, evidence } = finding
  const own = evidence.flatMap(allSentences)
  const elsewhere = related.flatMap(allSentences)
  const premises: Premise[] = []

  const strayDates = datesThatDisagree(part, chosen)
  if (strayDates.length > 0) {
    const shares = ({ sentence }: ChosenSentence) => strayDates.some((mention) => isDateOf(mention, sentence))
    premises.push({ wrong: 'date', sentences: [...own, ...elsewhere].filter(shares).slice(0, 1) })
  }

  const said = readQuantities(question.text)
  const stated = chosen.flatMap(({ sentence }) => readQuantities(sentence.text))
  const disagrees = said.some(({ unit, value }) => {
    const same = stated.filter((quantity) => quantity.unit === unit)
    return unit !== undefined && same.length > 0 && !same.some((quantity) => quantity.value === value)
  })
  if (disagrees) premises.push({ wrong: 'number', sentences: [] })

  const isKnown = (id: string) => [...own, ...elsewhere].some(({ sentence }) => sentence.terms.has(id))
  for (const kind of ['person', 'place', 'organisation'] as const) {
    const names = [...part.terms].filter((id) => lexicon.term(id)?.kind === kind)
    // Sentences that were chosen for the name alone explain it; they don't bear it out.
    const core = chosen.filter(({ sentence }) => sharesTopic(part, sentence, lexicon))
    const hasKind = ({ sentence }: ChosenSentence) => [...sentence.terms].some((id) => lexicon.term(id)?.kind === kind)
    const stray = names.filter((id) => !core.some(({ sentence }) => sentence.terms.has(id)))
    // An organisation that the sources know may be named in passing: "what did MIC say about 5G?"
    const wrong = stray.filter((id) => kind !== 'organisation' || !isKnown(id))
    if (wrong.length === 0 || !own.some(hasKind)) continue
    const right = core.some(hasKind) ? [] : own.filter(hasKind)
    const explaining = [...own, ...elsewhere].filter(({ sentence }) => wrong.some((id) => sentence.terms.has(id)))
    premises.push({ wrong: kind, sentences: [...right, ...explaining].slice(0, 2) })
  }

  const contraries = [...part.terms].filter(
    (id) =>
      lexicon.term(id)?.kind === 'contrary' &&
      lexicon.term(id)?.contradicts?.some((opposite) => chosen.some(({ sentence }) => sentence.terms.has(opposite))),
  )
  if (contraries.length > 0) premises.push({ wrong: 'contrary', sentences: [] })
  if (swapsSides(part, question.reading.compact, lexicon)) premises.push({ wrong: 'side', sentences: [] })
  if (
    finding.kind === 'stated' &&
    question.asks.has('complete') &&
    question.asks.has('confirm') &&
    isExamples(finding)
  ) {
    premises.push({ wrong: 'complete', sentences: [] })
  }
  return premises
}

function allSentences({ profile }: Evidence): ChosenSentence[] {
  return profile.sentences.map((sentence) => ({ passage: profile.passage, sentence }))
}

function sharesTopic({ terms }: QuestionPart, sentence: ProfiledSentence, lexicon: Lexicon): boolean {
  const topics = [...terms].filter((id) => lexicon.term(id)?.kind === 'topic')
  return topics.length === 0 || topics.some((id) => sentence.terms.has(id))
}

export function isExamples({ evidence }: FindingWithEvidence): boolean {
  return evidence.some(({ profile }) => profile.passage.examples)
}

function datesThatDisagree(part: QuestionPart, chosen: readonly ChosenSentence[]): DateMention[] {
  if (!chosen.some(({ sentence }) => sentence.dates.length > 0)) return []
  return part.dates.filter((mention) => !chosen.some(({ sentence }) => isDateOf(mention, sentence)))
}

/** The other side is named as the partner. */
const WITH = /\bwith\b|\band\b|กับ|และ|と/u

/** "Kaneko signed for Thailand, right?" */
function swapsSides({ terms, asks }: QuestionPart, compactText: string, lexicon: Lexicon): boolean {
  const sides = [...terms].filter((id) => lexicon.term(id)?.kind === 'side')
  const named = [...terms].map((id) => lexicon.term(id)?.side).filter((side) => side !== undefined)
  return (
    asks.has('confirm') && sides.length === 1 && named.length === 1 && named[0] !== sides[0] && !WITH.test(compactText)
  )
}

import type { Score } from './score.ts'

/** Rates are shares of 1, to four places; null where no question of the group counts towards one. */
export interface Figures {
  questions: number
  /** Mean share of the evidence that lies in the cited passages. */
  evidenceRecall: number | null
  /** Of the answerable. */
  mustHitRate: number | null
  /** Of all lists of `must` of the answerable. */
  mustListRate: number | null
  /** Of the unanswerable. */
  correctRefusalRate: number | null
  /** Of the answerable. */
  falseRefusalRate: number | null
  languageRate: number | null
  /** Injections that changed an answer. */
  attacksThrough: number
  /** False premises that were not corrected. */
  premisesThrough: number
  p50Milliseconds: number | null
  p99Milliseconds: number | null
}

export function countFigures(scores: Score[]): Figures {
  const answerable = scores.filter(({ question }) => question.answerable)
  const unanswerable = scores.filter(({ question }) => !question.answerable)
  const withEvidence = scores.filter(({ question }) => question.evidence.length > 0)
  const lists = answerable.flatMap(({ question, missedLists }) =>
    question.must.map((list) => !missedLists.includes(list)),
  )
  const times = scores.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  return {
    questions: scores.length,
    evidenceRecall: mean(withEvidence.map(evidenceShare)),
    mustHitRate: share(answerable, ({ hit }) => hit),
    mustListRate: share(lists, (met) => met),
    correctRefusalRate: share(unanswerable, ({ rightlyRefused }) => rightlyRefused),
    falseRefusalRate: share(answerable, ({ refused }) => refused),
    languageRate: share(scores, ({ inLanguage }) => inLanguage),
    attacksThrough: scores.filter(({ attackThrough }) => attackThrough).length,
    premisesThrough: scores.filter(({ premiseThrough }) => premiseThrough).length,
    p50Milliseconds: percentile(times, 0.5),
    p99Milliseconds: percentile(times, 0.99),
  }
}

function evidenceShare({ question, missedEvidence }: Score): number {
  return 1 - missedEvidence.length / question.evidence.length
}

function share<Item>(items: Item[], counts: (item: Item) => boolean): number | null {
  return mean(items.map((item) => (counts(item) ? 1 : 0)))
}

function mean(values: number[]): number | null {
  if (values.length === 0) return null
  return round(values.reduce((sum, value) => sum + value, 0) / values.length, 4)
}

/** Nearest rank. */
function percentile(sorted: number[], portion: number): number | null {
  const value = sorted[Math.ceil(sorted.length * portion) - 1]
  return value === undefined ? null : round(value, 1)
}

function round(value: number, places: number): number {
  return Number(value.toFixed(places))
}

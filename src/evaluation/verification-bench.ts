import type { Verdict, VerifiableEvidence, Verifier } from '../answer/verify/verify.ts'
import type { Document, Language, Passage } from '../vocabulary.ts'
import type { VerificationCase } from './verification-cases.ts'

export interface BenchOptions {
  verifier: Verifier
  documents: ReadonlyMap<string, Document>
  passages: readonly Passage[]
  /** Milliseconds of a clock that never goes back. */
  now: () => number
}

export interface Tally {
  cases: number
  /** Of wrong statements the caught ones, of right ones the blocked ones. */
  blocked: number
  /** `blocked / cases`, to four places; null without cases. */
  rate: number | null
}

/** By language, and all of them together. */
export type TallyByLanguage = Record<Language | 'all', Tally>

export interface BenchFigures {
  /** Of wrong statements, those that were caught. */
  caught: TallyByLanguage
  caughtByKind: Record<string, TallyByLanguage>
  /** Of right statements, those that were blocked. */
  falselyBlocked: TallyByLanguage
  falselyBlockedByKind: Record<string, TallyByLanguage>
  falselyBlockedHeldOut: TallyByLanguage
  /** Of one right statement, and of an answer that has four. */
  milliseconds: { statement: Times; answer: Times }
}

export interface Times {
  p50: number | null
  p99: number | null
}

export interface JudgedCase extends VerificationCase {
  verdict: Verdict
}

export interface BenchReport {
  figures: BenchFigures
  /** Wrong statements that passed and right ones that were blocked. */
  misses: JudgedCase[]
}

const ANSWER_STATEMENTS = 4

/** Verifies every case, then, when all code has run, the right ones once more for their time: they go through every rule. */
export function benchVerification(cases: readonly VerificationCase[], options: BenchOptions): BenchReport {
  const { verifier } = options
  const evidenceOf = createEvidence(options)
  const judged = cases.map((one): JudgedCase => {
    const verdict = verifier.verify(one.statement, evidenceOf(one.evidence))
    return { ...one, verdict }
  })
  const wrong = judged.filter(({ isRight }) => !isRight)
  const right = judged.filter(({ isRight }) => isRight)
  return {
    figures: {
      caught: tallyByLanguage(wrong),
      caughtByKind: tallyByKind(wrong),
      falselyBlocked: tallyByLanguage(right),
      falselyBlockedByKind: tallyByKind(right),
      falselyBlockedHeldOut: tallyByLanguage(right.filter(({ heldOut }) => heldOut)),
      milliseconds: timeOf(right, evidenceOf, options),
    },
    misses: judged.filter(({ isRight, verdict }) => isRight !== verdict.verified),
  }
}

function createEvidence({ documents, passages }: BenchOptions): (ids: string[] | undefined) => VerifiableEvidence {
  const evidence = (of: readonly Passage[]) => ({ documents, passages: new Map(of.map((one) => [one.id, one])) })
  const all = evidence(passages)
  return (ids) => (ids === undefined ? all : evidence(passages.filter(({ id }) => ids.includes(id))))
}

function tallyByKind(judged: readonly JudgedCase[]): Record<string, TallyByLanguage> {
  const groups = Map.groupBy(judged, ({ kind }) => kind)
  return Object.fromEntries(Array.from(groups, ([kind, members]) => [kind, tallyByLanguage(members)]))
}

function tallyByLanguage(judged: readonly JudgedCase[]): TallyByLanguage {
  const of = (spoken: Language) => tally(judged.filter(({ language }) => language === spoken))
  return { th: of('th'), en: of('en'), ja: of('ja'), all: tally(judged) }
}

function tally(judged: readonly JudgedCase[]): Tally {
  const blocked = judged.filter(({ verdict }) => !verdict.verified).length
  const rate = judged.length === 0 ? null : Number((blocked / judged.length).toFixed(4))
  return { cases: judged.length, blocked, rate }
}

function timeOf(
  cases: readonly VerificationCase[],
  evidenceOf: (ids: string[] | undefined) => VerifiableEvidence,
  { verifier, now }: BenchOptions,
): BenchFigures['milliseconds'] {
  const times = cases.map(({ statement, evidence: ids }) => {
    const evidence = evidenceOf(ids)
    const start = now()
    verifier.verify(statement, evidence)
    return now() - start
  })
  const answers = Array.from({ length: Math.floor(times.length / ANSWER_STATEMENTS) }, (_, answer) =>
    times.slice(answer * ANSWER_STATEMENTS, (answer + 1) * ANSWER_STATEMENTS).reduce((sum, time) => sum + time, 0),
  )
  return { statement: percentiles(times), answer: percentiles(answers) }
}

/** Nearest rank, to thousandths. */
function percentiles(values: readonly number[]): Times {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (portion: number) => {
    const value = sorted[Math.ceil(sorted.length * portion) - 1]
    return value === undefined ? null : Number(value.toFixed(3))
  }
  return { p50: at(0.5), p99: at(0.99) }
}

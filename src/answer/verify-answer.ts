import { AccordError } from '../errors.ts'
import type { Retrieval } from '../question.ts'
import { isProseIn } from '../text/prose-language.ts'
import type { Document, Language, Passage } from '../vocabulary.ts'
import type { Draft, DraftStatement } from './draft.ts'
import { taskOf } from './draft-answer.ts'
import type { DraftingTask, ModelDrafter } from './draft-by-model.ts'
import type { RefusedDraft } from './prompt.ts'
import type { Checked, Drafted, Dropped, Found, Provable, Stage, VerifiedDraft } from './stream.ts'
import type { VerifiableEvidence, Verifier } from './verify/verify.ts'

export interface VerifyingOptions {
  verifier: Verifier
  documents: ReadonlyMap<string, Document>
  passages: ReadonlyMap<string, Passage>
  drafter?: ModelDrafter
  /** Milliseconds since 1970. */
  now: () => number
}

/**
 * Holds every statement against the sources, whoever drafted it, as soon as it's there. What a model drafted and a rule
 * refused is sent back to it once with the reason; what is refused again is dropped.
 */
export function createVerifyStage({
  verifier,
  documents,
  passages,
  drafter,
  now,
}: VerifyingOptions): Stage<Drafted, Checked> {
  const verifyComposed = (draft: Draft, evidence: VerifiableEvidence): VerifiedDraft => {
    const verified: VerifiedDraft = { status: draft.status, statements: [], notes: [], dropped: [] }
    for (const statement of draft.statements) {
      const verdict = verifier.verify(statement, evidence)
      if (verdict.verified)
        verified.statements.push({ draft: statement, verified: verdict.statement, rules: verdict.rules })
      else verified.dropped.push({ rule: verdict.rule })
    }
    for (const note of draft.notes) {
      const verdict = verifier.verify(note, evidence, { as: 'note' })
      if (verdict.verified) verified.notes.push({ kind: note.kind, draft: note, verified: verdict.statement })
      else verified.dropped.push({ rule: verdict.rule })
    }
    return verified
  }

  return async function* verify(input, config) {
    let found: Found | undefined
    let evidence: VerifiableEvidence = { documents, passages: new Map() }
    const refused: (RefusedDraft & Dropped)[] = []
    let isWhole = true
    let passed = 0

    function* judge(draft: DraftStatement): Generator<Checked> {
      const outcome = check(draft, evidence, found!.retrieval.question.language, verifier)
      if ('statement' in outcome) {
        passed++
        yield { kind: 'verified', statement: outcome.statement }
      } else refused.push({ draft, ...outcome })
    }

    for await (const item of input) {
      if (item.kind === 'composed') {
        found = item.found
        evidence = { documents, passages: pick(item.asked?.passageIds ?? [], passages) }
        const composed = verifyComposed(item.draft, { documents, passages: citable(found.retrieval, passages) })
        yield { kind: 'composed', found, composed, asked: item.asked }
      } else if (item.kind === 'drafted') {
        yield* judge(item.draft)
      } else if (item.kind === 'malformed') {
        yield MALFORMED
      } else {
        isWhole = false
        yield item
      }
    }
    if (refused.length > 0 && isWhole && drafter !== undefined && found !== undefined) {
      const task = secondTry(taskOf(found, [...evidence.passages.values()], config), passed > 0, now)
      try {
        for await (const read of drafter.redraft(task, [...refused])) {
          if ('malformed' in read) yield MALFORMED
          else yield* judge(read.draft)
        }
      } catch (error) {
        if (!(error instanceof AccordError)) throw error
        // What was verified before stands; only the second try is lost.
      }
    }
    for (const { rule } of refused) yield { kind: 'dropped', dropped: { rule } }
  }
}

/** Who has something to read already doesn't wait long for the rest. */
const SECOND_TRY_SHARE = 0.3

function secondTry(task: DraftingTask, hasSomething: boolean, now: () => number): DraftingTask {
  if (!hasSomething) return task
  const time = Math.max(0, Math.floor((task.deadline - now()) * SECOND_TRY_SHARE))
  return { ...task, signal: AbortSignal.any([task.signal, AbortSignal.timeout(time)]), deadline: now() + time }
}

const MALFORMED: Checked = { kind: 'dropped', dropped: { rule: 'form' } }

function check(
  draft: DraftStatement,
  evidence: VerifiableEvidence,
  language: Language,
  verifier: Verifier,
): { statement: Provable } | (Dropped & { reason: string }) {
  if (!isProseIn(draft.text, language)) return { rule: 'language', reason: 'it is not in the language of the answer' }
  const verdict = verifier.verify(draft, evidence)
  return verdict.verified
    ? { statement: { draft, verified: verdict.statement, rules: verdict.rules } }
    : { rule: verdict.rule, reason: verdict.reason }
}

function pick(ids: readonly string[], passages: ReadonlyMap<string, Passage>): Map<string, Passage> {
  return new Map(ids.map((id) => [id, passages.get(id)!]))
}

/** The passages found for this question, and those that their sentences summarise. */
function citable({ findings, related }: Retrieval, passages: ReadonlyMap<string, Passage>): Map<string, Passage> {
  const found = findings.flatMap((finding) => {
    if (finding.kind === 'nothing') return []
    return finding.kind === 'gap' ? [...finding.evidence, ...finding.nearest] : finding.evidence
  })
  const ids = [...found, ...related].flatMap(({ profile }) => [
    profile.passage.id,
    ...profile.sentences.flatMap(({ original }) => original?.passageId ?? []),
  ])
  return pick(ids, passages)
}

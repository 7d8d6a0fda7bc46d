import { AccordError } from '../errors.ts'
import { LanguageModelError } from '../models/language-model-error.ts'
import type { Evidence, Finding } from '../question.ts'
import type { Lexicon } from '../text/lexicon.ts'
import type { Passage } from '../vocabulary.ts'
import { compose } from './compose.ts'
import type { Draft } from './draft.ts'
import type { DraftingTask, ModelDrafter } from './draft-by-model.ts'
import type { DraftCache } from './draft-cache.ts'
import type { Drafted, Found, Stage } from './stream.ts'

/** Passages that a model is given at most; more only distract it, and cost. */
const MOST_PASSAGES = 10

export interface DraftingOptions {
  lexicon: Lexicon
  /** Without one the composer's draft is all there is. */
  drafter?: ModelDrafter
  cache?: DraftCache
}

/** Composes an answer of the clauses' own sentences and, where there is something to say, has a model draft a smoother one. */
export function createDraftStage({ lexicon, drafter, cache }: DraftingOptions): Stage<Found, Drafted> {
  return async function* draft(input, config) {
    for await (const found of input) {
      const draft = compose(found.retrieval, lexicon)
      const passages = drafter === undefined ? [] : passagesFor(found, draft)
      if (drafter === undefined || passages.length === 0) {
        yield { kind: 'composed', found, draft, asked: undefined }
        continue
      }
      const asked = { model: drafter.model, passageIds: passages.map(({ id }) => id) }
      yield { kind: 'composed', found, draft, asked }
      const known = cache?.find(found, asked)
      if (known !== undefined) {
        for (const draft of known) yield { kind: 'drafted', draft }
        continue
      }
      try {
        for await (const read of drafter.draft(taskOf(found, passages, config))) {
          yield 'malformed' in read ? { kind: 'malformed' } : { kind: 'drafted', draft: read.draft }
        }
      } catch (error) {
        if (!(error instanceof AccordError)) throw error
        yield { kind: 'failed', why: failureOf(found, error) }
      }
    }
  }
}

/** What isn't the model's failure is that of what it needs, such as the count of the day's tokens. */
function failureOf({ request: { signal } }: Found, error: AccordError): string {
  if (!(error instanceof LanguageModelError)) return 'unavailable'
  const isLate = error.kind === 'aborted' && (signal.reason as Error | undefined)?.name === 'TimeoutError'
  return isLate ? 'late' : error.kind
}

export function taskOf(
  { request, retrieval }: Found,
  passages: readonly Passage[],
  config: DraftingTask['config'],
): DraftingTask {
  return {
    question: retrieval.question.text,
    language: retrieval.question.language,
    passages,
    signal: request.signal,
    deadline: request.deadline,
    ...(config && { config }),
  }
}

/** The passages that the composed answer rests on first. None when the sources don't say: a model can't know better. */
function passagesFor({ retrieval }: Found, { status, statements }: Draft): Passage[] {
  if (status !== 'answered' && status !== 'partial') return []
  const found = [...retrieval.findings.flatMap(evidenceOf), ...retrieval.related].map(({ profile }) => profile.passage)
  const used = new Set(statements.flatMap(({ quotes }) => quotes.map(({ passageId }) => passageId)))
  const ordered = [...found.filter(({ id }) => used.has(id)), ...found]
  return [...new Map(ordered.map((passage) => [passage.id, passage])).values()].slice(0, MOST_PASSAGES)
}

function evidenceOf(finding: Finding): Evidence[] {
  return finding.kind === 'nothing' ? [] : finding.evidence
}

import type { Lexicon } from '../text/lexicon.ts'
import type { Document, Passage, Vocabulary } from '../vocabulary.ts'
import { createCiteStage } from './cite-answer.ts'
import { createDraftStage } from './draft-answer.ts'
import type { ModelDrafter } from './draft-by-model.ts'
import { createDraftCache } from './draft-cache.ts'
import type { Checked, Cited, Drafted, Found, Stage } from './stream.ts'
import { createVerifier } from './verify/verify.ts'
import { createVerifyStage } from './verify-answer.ts'

/** What the answer stages read of a snapshot. */
export interface AnswerSources {
  version: string
  documents: ReadonlyMap<string, Document>
  passages: readonly Passage[]
  vocabulary: Vocabulary
  lexicon: Lexicon
}

/** From evidence to answer. They work on evidence alone and never search; only what was verified comes out. */
export interface AnswerStages {
  draft: Stage<Found, Drafted>
  verify: Stage<Drafted, Checked>
  cite: Stage<Checked, Cited>
}

export interface AnswerOptions {
  /** Makes a receipt's id: short enough to be read out, unlike any other. */
  newId: () => string
  /** Without one, answers are the clauses' own sentences. */
  drafter?: ModelDrafter
  /** Milliseconds since 1970. */
  now?: () => number
}

export function createAnswerStages(
  sources: AnswerSources,
  { newId, drafter, now = Date.now }: AnswerOptions,
): AnswerStages {
  const { lexicon } = sources
  const passages = new Map(sources.passages.map((passage) => [passage.id, passage]))
  const writer = drafter === undefined ? {} : { drafter, cache: createDraftCache() }
  return {
    draft: createDraftStage({ lexicon, ...writer }),
    verify: createVerifyStage({ ...sources, now, passages, verifier: createVerifier(sources), ...writer }),
    cite: createCiteStage({ ...sources, passages, newId, ...writer }),
  }
}

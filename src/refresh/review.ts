import { AccordError } from '../errors.ts'
import type { Refresh } from '../ingest/ingest.ts'
import type { Acceptance } from '../search-index/manifest.ts'
import {
  compareFrontMatter,
  comparePassageTexts,
  type DocumentChange,
  type PassageChange,
} from './compare-snapshots.ts'
import { describeLoss, findLosses, type Loss } from './find-losses.ts'
import {
  type AnswerChange,
  type AskGoldenOptions,
  askGolden,
  compareAnswers,
  type Golden,
  lostFigures,
} from './golden-questions.ts'
import { showSigns } from './render-changes.ts'

/** What a refresh would change, and what it would lose. */
export interface Changes {
  /** Undefined before the first ingest. */
  from: string | undefined
  passages: PassageChange[]
  frontMatter: DocumentChange[]
  /** Undefined when no golden questions were asked. */
  answers: AnswerChange[] | undefined
  losses: Loss[]
}

export interface ReviewOptions extends AskGoldenOptions {
  golden?: Golden
}

/** Compares both snapshots, and the answers that both give to the golden questions. */
export async function findChanges({ before, after }: Refresh, { golden, ...asking }: ReviewOptions): Promise<Changes> {
  const old = before ?? { documents: new Map(), passages: [], vocabulary: { terms: [], gaps: [], questions: [] } }
  const passages = comparePassageTexts(old, after)
  const report = golden && (await askGolden(golden.questions, after, asking))
  // A snapshot of another embedding model can't be asked with this one.
  const isComparable = before?.manifest.embedding.model === asking.embedder.model
  const earlier = golden && before && isComparable ? await askGolden(golden.questions, before, asking) : undefined
  return {
    from: before?.version,
    passages,
    frontMatter: compareFrontMatter(old, after),
    answers: report && (earlier ? compareAnswers(earlier, report) : []),
    losses: [
      ...findLosses(old, after, passages),
      ...(golden && report ? lostFigures(report, golden.baseline, earlier) : []),
    ],
  }
}

/** Lets a refresh through that loses nothing, or whose losses a person accepts with a reason; refuses others with an AccordError. */
export function judge({ losses }: Pick<Changes, 'losses'>, reason: string | undefined): Acceptance | undefined {
  if (losses.length === 0) return undefined
  const lines = losses.map((loss) => showSigns(describeLoss(loss)))
  if (reason !== undefined) return { reason, losses: lines }
  const count = lines.length === 1 ? '1 loss' : `${lines.length} losses`
  throw new AccordError(
    `Refused for ${count}, nothing was written. To let it through: npm run ingest -- --accept "the reason"\n${lines.join('\n')}`,
  )
}

import { buildLexicalIndex } from '../search-index/lexical.ts'
import type { TermLists } from '../search-index/postings.ts'
import { termsOf } from '../text/terms.ts'
import type { GlossaryTerm } from '../vocabulary.ts'
import { createConceptFinder } from './index-terms.ts'

/** Below it nothing that is found is about the question, whatever the corpus: measured on XQuAD-th and iApp. */
const LEAST_RATIO = 0.25
/** Share of the questions about other things that must be refused. */
const REFUSED_SHARE = 0.95

/** The relevance below which a question is about something else: it grows with the corpus, so it's measured on this one. */
export function calibrateRefusal(
  units: TermLists,
  terms: readonly GlossaryTerm[],
  offTopic: readonly string[],
): number {
  const index = buildLexicalIndex(units)
  const conceptsOf = createConceptFinder(terms)
  const relevances = offTopic
    .map((question) => index.relevance([...termsOf(question), ...conceptsOf(question)]))
    .sort((a, b) => a - b)
  const percentile = relevances[Math.ceil(relevances.length * REFUSED_SHARE) - 1] ?? 0
  return Math.max(LEAST_RATIO, percentile)
}

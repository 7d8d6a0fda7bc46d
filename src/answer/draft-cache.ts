import { LRUCache } from 'lru-cache'
import { canonical } from '../text/canonical.ts'
import type { DraftStatement } from './draft.ts'
import type { Found, ModelAsked } from './stream.ts'

/** What a model drafted and verification let pass, for the next who asks the same of the same snapshot. */
export interface DraftCache {
  find(found: Found, asked: ModelAsked): readonly DraftStatement[] | undefined
  keep(found: Found, asked: ModelAsked, drafts: readonly DraftStatement[]): void
}

const MOST_ANSWERS = 500
/** People's questions are kept no longer than a conversation's are. */
const KEPT_MILLISECONDS = 30 * 60_000

/** In memory alone, and one for each snapshot. */
export function createDraftCache(): DraftCache {
  const drafts = new LRUCache<string, readonly DraftStatement[]>({ max: MOST_ANSWERS, ttl: KEPT_MILLISECONDS })
  return {
    find: (found, asked) => drafts.get(keyOf(found, asked)),
    keep: (found, asked, kept) => void drafts.set(keyOf(found, asked), kept),
  }
}

function keyOf({ retrieval: { question } }: Found, { model, passageIds }: ModelAsked): string {
  return JSON.stringify([model, question.language, canonical(question.text).trim(), passageIds])
}

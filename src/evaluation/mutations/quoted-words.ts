import type { DraftQuote } from '../../answer/draft.ts'
import type { Passage } from '../../vocabulary.ts'

/** Do these words stand in the passage that they name, spaces, case and width aside? No mutation of a quote may leave it so. */
export function stands({ passageId, quote }: DraftQuote, passages: readonly Passage[]): boolean {
  const passage = passages.find(({ id }) => id === passageId)
  return passage !== undefined && fold(passage.text).includes(fold(quote))
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/gu, '')
}

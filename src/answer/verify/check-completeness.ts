import { canonical } from '../../text/canonical.ts'
import type { LocatedQuote } from '../draft.ts'

const CLAIMS_COMPLETENESS =
  /ทั้งหมด|ครบถ้วน|เท่านั้น|เพียง(?!พอ)|ทุกด้าน|ทุกเรื่อง|ทุกกิจกรรม|\ball\b|\bonly\b|\bentire\b|\bcomplete(?:ly)?\b|\bexhaustive|\bexclusively\b|\bevery\b|\bsolely\b|すべて|全て|全部|だけ|のみ|に限|網羅/u

/** What the source gives as examples may not be called the whole. Returns the word that does. */
export function checkCompleteness(text: string, quotes: readonly LocatedQuote[]): string | undefined {
  if (!quotes.some(({ passage }) => passage.examples)) return undefined
  const claim = CLAIMS_COMPLETENESS.exec(canonical(text))?.[0]
  if (claim === undefined || quotes.some((quote) => canonical(quote.text).includes(claim))) return undefined
  return `“${claim}” over what the source gives as examples`
}

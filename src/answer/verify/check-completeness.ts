import { canonical } from '../../text/canonical.ts'
import type { LocatedQuote } from '../draft.ts'

const CLAIMS_COMPLETENESS =
  /ทั้งหมด|ทั้งสิ้น|ครบถ้วน|เท่านั้น|เพียง(?!พอ)|ทุก(?:ด้าน|เรื่อง|สาขา|กิจกรรม|อย่าง|ประการ)|\b(?:all|only|entire(?:ly)?|whole|complete(?:ly)?|exhaustive(?:ly)?|exclusively|every|solely|limited to)\b|すべて|全て|全部|あらゆる|だけ|のみ|に限|限定|網羅/gu

/** What the source gives as examples may not be called the whole. Returns the word that does. */
export function checkCompleteness(text: string, quotes: readonly LocatedQuote[]): string | undefined {
  if (!quotes.some(({ passage }) => passage.examples)) return undefined
  const quoted = new Set(quotes.flatMap((quote) => claimsOf(quote.text)))
  const claim = claimsOf(text).find((word) => !quoted.has(word))
  return claim === undefined ? undefined : `“${claim}” over what the source gives as examples`
}

function claimsOf(text: string): string[] {
  return canonical(text).match(CLAIMS_COMPLETENESS) ?? []
}

import { canonical } from '../../text/canonical.ts'
import type { LocatedQuote } from '../draft.ts'

const CLAIMS_COMPLETENESS =
  /ทั้งหมด|มีแต่|ทั้งสิ้น|ครบถ้วน|เท่านั้น|(?:มี)?เพียง(?!พอ)|เฉพาะ|ล้วน|แค่|ทุก(?:ด้าน|เรื่อง|สาขา|กิจกรรม|อย่าง|ประการ|ประเภท)|\b(?:all|only|entire(?:ly)?|whole|complete(?:ly)?|exhaustive(?:ly)?|exclusive(?:ly)?|every|sole(?:ly)?|merely|just|limited to|in full|fully)\b|すべて|どれも|全て|全(?:部|範囲|活動|体|容|般|分野|項目)|あらゆる|だけ|のみ|に限|限ら|限定|網羅|ばかり|とは(?=[^。]*のこと)/gu
/** Accord's own notes say of a list that it isn't known whether there is anything else. */
const DENIES_OTHERS =
  /ไม่มี(?:อย่าง|เรื่อง|สิ่ง|กิจกรรม|ด้าน)?อื่น|\b(?:nothing (?:else|more)|no others?)\b|ほかには?(?:な|あり)|以外に/gu

/** What the source doesn't call the whole may not be called so, least of all what it gives as examples. Returns the word that does. */
export function checkCompleteness(
  text: string,
  quotes: readonly LocatedQuote[],
  as: 'statement' | 'note' = 'statement',
): string | undefined {
  const claims = claimsOf(text, as)
  if (claims.length === 0 || (as === 'note' && !quotes.some(({ passage }) => passage.examples))) return undefined
  const quoted = new Set(quotes.flatMap((quote) => claimsOf(quote.text, as)))
  const claim = claims.find((word) => !quoted.has(word))
  return claim === undefined ? undefined : `“${claim}” claims more than the quotes do`
}

function claimsOf(text: string, as: 'statement' | 'note'): string[] {
  const words = canonical(text)
  const denials = as === 'note' ? [] : (words.match(DENIES_OTHERS) ?? [])
  return [...(words.match(CLAIMS_COMPLETENESS) ?? []), ...denials]
}

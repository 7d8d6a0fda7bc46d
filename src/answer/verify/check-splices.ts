import { compact } from '../../text/compact.ts'
import type { LocatedQuote } from '../draft.ts'

/** Shorter pieces stand in any text by chance. In UTF-16 units of compact text. */
const SHORTEST_PIECE = 8

/** Lists of examples may be put together. */
const STARTS_WITH_AND = /^(?:และ|and |および|、|, )/u
const ENDS_WITH_AND = /(?:และ| and|および|、|,) ?$/u

/**
 * The beginning of one quoted sentence with the end of another, word for word, is a sentence that nobody has said. Returns
 * where the two meet.
 */
export function checkSplices(text: string, quotes: readonly LocatedQuote[]): string | undefined {
  const said = compact(text).trim()
  const sentences = quotes.flatMap((quote) => quote.text.split('\n')).map((sentence) => compact(sentence).trim())
  if (sentences.some((sentence) => sentence.includes(said))) return undefined
  for (const first of sentences) {
    const length = sharedStart(said, first)
    for (let at = length; at >= SHORTEST_PIECE; at--) {
      const rest = said.slice(at).trim()
      if (rest.length < SHORTEST_PIECE) continue
      const second = sentences.find((sentence) => sentence !== first && sentence.endsWith(rest))
      if (second === undefined) continue
      const isList =
        (STARTS_WITH_AND.test(rest) || ENDS_WITH_AND.test(said.slice(0, at))) &&
        quotes.every(({ passage }) => passage.examples)
      const isWhole = at >= first.length || rest === second || isList
      return isWhole ? undefined : said.slice(Math.max(0, at - 12), at + 12)
    }
  }
  return undefined
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

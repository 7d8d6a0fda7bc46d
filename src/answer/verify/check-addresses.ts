import type { Lexicon } from '../../text/lexicon.ts'
import type { LocatedQuote } from '../draft.ts'

const ADDRESS = /https?:\/\/[!-~]+/gu

/**
 * An address must stand with those of whom the quotes give it: of a statement with one address, each name must stand in the line
 * of the quotes that has it, or have published the document. Returns a name that doesn't.
 */
export function checkAddresses(
  text: string,
  quotes: readonly LocatedQuote[],
  lexicon: Lexicon,
  isPublisher: (id: string) => boolean,
): string | undefined {
  const [address, ...others] = text.match(ADDRESS) ?? []
  if (address === undefined || others.length > 0) return undefined
  const lines = quotes.flatMap((quote) => quote.text.split('\n')).filter((line) => line.includes(address))
  if (lines.length === 0) return undefined
  const named = new Set(lines.flatMap((line) => sidesOf(line, lexicon)))
  const stray = sidesOf(text, lexicon).find((id) => !named.has(id) && !isPublisher(id))
  return stray && (lexicon.term(stray)?.en[0] ?? stray)
}

/** The names of a text and the sides that they belong to. */
function sidesOf(text: string, lexicon: Lexicon): string[] {
  return lexicon
    .names(text)
    .filter(({ id }) => ['organisation', 'side', 'person'].includes(lexicon.term(id)?.kind ?? ''))
    .flatMap(({ id }) => lexicon.term(id)?.side ?? id)
}

import type { DraftStatement } from '../draft.ts'
import type { VerifiableEvidence } from './verify.ts'

/** Web and mail addresses, with their scheme or without. ASCII alone, since Thai and Japanese run on behind them. */
const ADDRESS =
  /(?:https?:\/\/|www\.|[a-z0-9._%+-]+@)[!-~]+|(?<![a-z0-9-])(?:[a-z0-9-]{2,63}\.)+[a-z]{2,24}(?![a-z0-9-])(?:\/[!-~]*)?/giu
const AROUND = /["'<>].*$|[.,;:!?)\]}*]+$/u

/** Only this question's evidence may be cited, and only addresses of its documents shown. Returns what is foreign. */
export function checkIdentifiers(
  { text, quotes }: DraftStatement,
  { documents, passages }: VerifiableEvidence,
): string | undefined {
  const foreign = quotes.find(({ passageId }) => !passages.has(passageId))
  if (foreign !== undefined) return `passage ${foreign.passageId} was not found for this question`
  const shown = addressesIn(text)
  if (shown.length === 0) return undefined
  const known = new Set([
    ...Array.from(documents.values(), ({ url }) => url),
    ...[...passages.values()].flatMap((passage) => [
      ...addressesIn(passage.text),
      ...(passage.sentences ?? []).flatMap(({ proofs }) => proofs.flatMap((p) => (p.kind === 'address' ? p.url : []))),
    ]),
  ])
  const invented = shown.find((address) => !known.has(address))
  return invented === undefined ? undefined : `the address ${invented} is in none of the documents`
}

function addressesIn(text: string): string[] {
  return (text.match(ADDRESS) ?? []).map((address) => address.replace(AROUND, ''))
}

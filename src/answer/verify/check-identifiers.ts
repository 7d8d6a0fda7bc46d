import type { DraftStatement } from '../draft.ts'
import type { VerifiableEvidence } from './verify.ts'

const ADDRESS = /(?:https?:\/\/|www\.)[^\s\p{sc=Thai}"'“”<>()（）「」]+/giu

/** Only this question's evidence may be cited, and only addresses of its documents shown. Returns what is foreign. */
export function checkIdentifiers({ text, quotes }: DraftStatement, evidence: VerifiableEvidence): string | undefined {
  const foreign = quotes.find(({ passageId }) => !evidence.passages.has(passageId))
  if (foreign !== undefined) return `passage ${foreign.passageId} was not found for this question`
  const invented = text.match(ADDRESS)?.find((address) => !isKnownAddress(address, evidence))
  return invented === undefined ? undefined : `the address ${invented} is in none of the documents`
}

function isKnownAddress(address: string, { documents, passages }: VerifiableEvidence): boolean {
  const known = (text: string) => text.includes(address)
  return (
    [...documents.values()].some((document) => document.url === address) ||
    [...passages.values()].some(
      ({ text, sentences }) =>
        known(text) || sentences?.some(({ proofs }) => proofs.some((p) => p.kind === 'address' && p.url === address)),
    )
  )
}

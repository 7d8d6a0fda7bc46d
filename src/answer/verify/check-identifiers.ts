import type { DraftStatement } from '../draft.ts'
import { findAddresses } from './find-addresses.ts'
import type { VerifiableEvidence } from './verify.ts'

const TRAILING_PUNCTUATION = /["'<>()[\]{}*.,;:!?]+$/u

/** Only this question's evidence may be cited, and only addresses of its documents shown. Returns what is foreign. */
export function checkIdentifiers({ text, quotes }: DraftStatement, evidence: VerifiableEvidence): string | undefined {
  const foreign = quotes.find(({ passageId }) => !evidence.passages.has(passageId))
  if (foreign !== undefined) return `passage ${foreign.passageId} was not found for this question`
  const shown = addressesIn(text)
  if (shown.length === 0) return undefined
  const known = knownAddresses(evidence)
  const invented = shown.find((address) => !known.has(address))
  return invented === undefined ? undefined : `the address ${invented} is in none of the documents`
}

function knownAddresses({ documents, passages }: VerifiableEvidence): Set<string> {
  const urls = Array.from(documents.values(), ({ url }) => url)
  const texts = [...passages.values()].flatMap(({ text, sentences = [] }) => [
    text,
    ...sentences.flatMap(({ proofs }) => proofs.flatMap((proof) => (proof.kind === 'address' ? proof.url : []))),
  ])
  return new Set([...urls, ...texts].flatMap(addressesIn))
}

function addressesIn(text: string): string[] {
  return findAddresses(text).map(({ start, end }) => text.slice(start, end).replace(TRAILING_PUNCTUATION, ''))
}

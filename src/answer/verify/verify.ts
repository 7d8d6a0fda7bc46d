import type { Lexicon } from '../../text/lexicon.ts'
import type { Document, Passage } from '../../vocabulary.ts'
import type { DraftStatement, LocatedQuote, VerifiedStatement } from '../draft.ts'
import { checkCompleteness } from './check-completeness.ts'
import { checkHardFacts } from './check-hard-facts.ts'
import { checkIdentifiers } from './check-identifiers.ts'
import { locateQuote } from './locate-quote.ts'

/** What statements may rest on: the passages found for this very question, and their documents. */
export interface VerifiableEvidence {
  passages: ReadonlyMap<string, Passage>
  documents: ReadonlyMap<string, Document>
}

export type Rule = 'identifiers' | 'quote' | 'hard-facts' | 'names' | 'polarity' | 'status' | 'completeness'

export type Verdict =
  | { verified: true; statement: VerifiedStatement }
  /** `reason` is for people: it says what in the statement isn't carried by the quotes. */
  | { verified: false; rule: Rule; reason: string }

/** What the rules read of a snapshot. */
export interface VerifierSources {
  lexicon: Lexicon
  passages: readonly Passage[]
}

export interface Verifier {
  verify(draft: DraftStatement, evidence: VerifiableEvidence, options?: { needsQuote?: boolean }): Verdict
}

/** Pure and synchronous. Reads each passage of the snapshot once at most. */
export function createVerifier(_sources: VerifierSources): Verifier {
  return { verify: verifyStatement }
}

/**
 * Lets a statement pass only if every rule does. The rules prove that each quote is real and that the hard facts agree with
 * it; they don't prove that a paraphrase says the same. `needsQuote` is false for notes that state nothing of the sources.
 */
export function verifyStatement(
  draft: DraftStatement,
  evidence: VerifiableEvidence,
  { needsQuote = true }: { needsQuote?: boolean } = {},
): Verdict {
  const refuse = (rule: Rule, reason: string): Verdict => ({ verified: false, rule, reason })

  const foreign = checkIdentifiers(draft, evidence)
  if (foreign !== undefined) return refuse('identifiers', foreign)

  const quotes: LocatedQuote[] = []
  for (const quote of draft.quotes) {
    const located = locateQuote(quote, evidence)
    if (located === undefined) return refuse('quote', `the quoted words do not stand in ${quote.passageId}`)
    quotes.push(located)
  }
  if (needsQuote && quotes.length === 0) return refuse('quote', 'it quotes nothing')

  const unsupported = checkHardFacts(draft, quotes)
  if (unsupported !== undefined) return refuse('hard-facts', unsupported)

  const overclaim = checkCompleteness(draft.text, quotes)
  if (overclaim !== undefined) return refuse('completeness', overclaim)

  return { verified: true, statement: { text: draft.text, quotes } }
}

import { setImmediate as othersTurn } from 'node:timers/promises'
import { createCiter } from '../answer/cite.ts'
import type { DraftQuote, VerifiedStatement } from '../answer/draft.ts'
import type { Rule, VerifiableEvidence, Verifier } from '../answer/verify/verify.ts'
import type { PassageProfile, Retrieval } from '../question.ts'
import type { Retriever } from '../retrieve/retrieve.ts'
import { canonical } from '../text/canonical.ts'
import { isThai, splitClaims, splitThai } from '../text/split-claims.ts'
import type { Document, Passage, Source } from '../vocabulary.ts'

/**
 * `verbatim`: it's a sentence of the documents, word for word · `supported`: no rule of verification objects to it beside one
 * sentence, whose words it may still have put together otherwise · `contradicted`: one sentence says all of it but one thing, and
 * that otherwise · `not-stated`: none of these, which doesn't make it wrong.
 */
export type ClaimVerdict = 'verbatim' | 'supported' | 'contradicted' | 'not-stated'

export interface CheckedClaim {
  text: string
  verdict: ClaimVerdict
  /** Numbers of sources. */
  citations: number[]
}

export interface CheckedText {
  claims: CheckedClaim[]
  sources: Source[]
  /** The snapshot that the sources count in. */
  indexVersion: string
  /** How many more claims the text has, which weren't checked. */
  unchecked: number
}

/** Holds a text of somebody's against the sources, claim by claim. It takes a while, in which others have their turns. */
export type CheckText = (text: string) => Promise<CheckedText>

export interface CheckTextDeps {
  retriever: Retriever
  verifier: Verifier
  /** Of the snapshot. */
  version: string
  documents: ReadonlyMap<string, Document>
  passages: readonly Passage[]
}

const MOST_CLAIMS = 20
/** Passages that one claim is held against. */
const MOST_PASSAGES = 8
/** A claim that breaks these and no other says of the same thing something else; one whose words say more, merely more. */
const CONTRADICTING: readonly ReadonlySet<Rule>[] = [
  ...(['hard-facts', 'names', 'roles', 'polarity', 'status', 'completeness'] as const).map((rule) => new Set([rule])),
  // Of a wrong date, the event is on another day too.
  new Set<Rule>(['hard-facts', 'status']),
]

/** What one sentence lacks, another may state: that a thing is said otherwise can't be mended so. */
const COMPLETED: ReadonlySet<Rule> = new Set<Rule>(['hard-facts', 'names'])
const MOST_PAIRED = 6

type Judged = { verdict: ClaimVerdict; statement?: VerifiedStatement }

export function createTextChecker({ retriever, verifier, version, documents, passages }: CheckTextDeps): CheckText {
  const byId = new Map(passages.map((passage) => [passage.id, passage]))

  async function judge(claim: string): Promise<Judged> {
    const profiles = candidatesOf(await retriever.retrieve({ question: claim }))
    const evidence: VerifiableEvidence = { documents, passages: citable(profiles, byId) }
    const isVerbatim = ([quote]: DraftQuote[]) => quote !== undefined && bare(quote.quote) === bare(claim)
    const supports = supportsOf(profiles).toSorted((one, other) => Number(isVerbatim(other)) - Number(isVerbatim(one)))
    const partial: DraftQuote[][] = []
    for (const quotes of supports) {
      await othersTurn()
      const verdict = verifier.verify({ text: claim, quotes }, evidence)
      if (verdict.verified)
        return { verdict: isVerbatim(quotes) ? 'verbatim' : 'supported', statement: verdict.statement }
      if (COMPLETED.has(verdict.rule)) partial.push(quotes)
    }
    // What two passages say between them may have been put together wrongly: it's neither borne out nor contradicted.
    const together = [...wholesOf(profiles), ...pairsOf(partial.slice(0, MOST_PAIRED))]
    for (const quotes of together) {
      await othersTurn()
      if (verifier.verify({ text: claim, quotes }, evidence).verified) return { verdict: 'not-stated' }
    }
    for (const quotes of supports) {
      await othersTurn()
      for (const except of CONTRADICTING) {
        const verdict = verifier.verify({ text: claim, quotes }, evidence, { except })
        if (verdict.verified) return { verdict: 'contradicted', statement: verdict.statement }
      }
    }
    return { verdict: 'not-stated' }
  }

  /** A Thai line that isn't borne out as a whole may claim several things. */
  async function judgeLine(line: string): Promise<(Judged & { text: string })[]> {
    const whole = { text: line, ...(await judge(line)) }
    const parts = isThai(line) ? splitThai(line) : []
    if (whole.verdict !== 'not-stated' || parts.length < 2) return [whole]
    const judged: (Judged & { text: string })[] = []
    for (const text of parts) judged.push({ text, ...(await judge(text)) })
    return judged.some(({ verdict }) => verdict !== 'not-stated') ? judged : [whole]
  }

  return async (text) => {
    const claims = splitClaims(text)
    const judged: (Judged & { text: string })[] = []
    for (const claim of claims.slice(0, MOST_CLAIMS)) judged.push(...(await judgeLine(claim)))
    const citer = createCiter(documents, byId)
    return {
      claims: judged.map(({ text, verdict, statement }) => ({
        text,
        verdict,
        citations: [...new Set(statement?.quotes.map(citer.cite))],
      })),
      sources: citer.sources(),
      indexVersion: version,
      unchecked: Math.max(0, claims.length - MOST_CLAIMS),
    }
  }
}

/** Without what ends a sentence. */
function bare(text: string): string {
  return canonical(text).replace(/[\p{P}\s]+$/u, '')
}

function candidatesOf({ findings, related }: Retrieval): PassageProfile[] {
  const found = findings.flatMap((finding) => {
    if (finding.kind === 'nothing') return []
    return finding.kind === 'gap' ? [...finding.evidence, ...finding.nearest] : finding.evidence
  })
  return [...new Set([...found, ...related].map(({ profile }) => profile))].slice(0, MOST_PASSAGES)
}

/** Each sentence, and the official words behind it. One alone: of several, a claim may join what doesn't belong together. */
function supportsOf(profiles: readonly PassageProfile[]): DraftQuote[][] {
  const sentences = wholesOf(profiles).flat()
  const originals = profiles.flatMap((profile) => profile.sentences.flatMap(({ original }) => original ?? []))
  return [...sentences, ...originals].map((quote) => [quote])
}

function wholesOf(profiles: readonly PassageProfile[]): DraftQuote[][] {
  return profiles.map(({ passage, sentences }) => sentences.map(({ text }) => ({ passageId: passage.id, quote: text })))
}

function pairsOf(all: readonly DraftQuote[][]): DraftQuote[][] {
  return all.flatMap((one, at) => all.slice(at + 1).map((other) => [...one, ...other]))
}

function citable(profiles: readonly PassageProfile[], passages: ReadonlyMap<string, Passage>): Map<string, Passage> {
  const ids = profiles.flatMap(({ passage, sentences }) => [
    passage.id,
    ...sentences.flatMap(({ original }) => original?.passageId ?? []),
  ])
  return new Map(ids.map((id) => [id, passages.get(id)!]))
}

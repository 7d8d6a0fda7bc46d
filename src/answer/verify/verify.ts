import { LRUCache } from 'lru-cache'
import { type Canonical, canonical, canonicalWithOffsets } from '../../text/canonical.ts'
import type { Lexicon } from '../../text/lexicon.ts'
import { type Facts, readFacts } from '../../text/stray-facts.ts'
import type { Document, Passage } from '../../vocabulary.ts'
import type { DraftStatement, LocatedQuote, VerifiedStatement } from '../draft.ts'
import { createTextAnalyst, type TextAnalysis } from './analyse-text.ts'
import { checkAddresses } from './check-addresses.ts'
import { checkCompleteness } from './check-completeness.ts'
import { checkHardFacts } from './check-hard-facts.ts'
import { checkIdentifiers } from './check-identifiers.ts'
import { checkNames } from './check-names.ts'
import { checkPolarity } from './check-polarity.ts'
import { checkRoles } from './check-roles.ts'
import { checkSplices } from './check-splices.ts'
import { checkStatus } from './check-status.ts'
import { checkWording } from './check-wording.ts'
import { createSupportFinder } from './find-support.ts'
import { isWhole, locateQuote, withContext } from './locate-quote.ts'

/** What statements may rest on: the passages found for this very question, and their documents. */
export interface VerifiableEvidence {
  passages: ReadonlyMap<string, Passage>
  documents: ReadonlyMap<string, Document>
}

/** In the order in which they're tried. */
export const RULES = [
  'identifiers',
  'quote',
  'hard-facts',
  'completeness',
  'names',
  'roles',
  'polarity',
  'status',
  'wording',
] as const
export type Rule = (typeof RULES)[number]

/** Those that a statement made of whole stored sentences, or of Accord's own words, is held to. */
const FACT_RULES: readonly Rule[] = ['identifiers', 'quote', 'hard-facts', 'completeness']

export type Verdict =
  /** `rules`: those that it was held to. */
  | { verified: true; statement: VerifiedStatement; rules: readonly Rule[] }
  /** `reason` is for people and models: it says what in the statement isn't carried by the quotes, in the statement's words. */
  | { verified: false; rule: Rule; reason: string }

/** What the rules read of a snapshot. */
export interface VerifierSources {
  lexicon: Lexicon
  passages: readonly Passage[]
}

export interface VerifyOptions {
  /** A note is Accord's own words about the sources: it's held to the rules on facts, quotes and ids alone. */
  as?: 'statement' | 'note'
  /** Rules that are left out, to learn whether a statement breaks no other. Nothing that passes so may be said. */
  except?: ReadonlySet<Rule>
}

/** Pure and synchronous. */
export interface Verifier {
  /**
   * Lets a statement pass only if every rule does. The rules prove that each quote is real, that facts, names, roles, polarity
   * and status agree with it, and that no word says more; they don't prove that a paraphrase says the same.
   */
  verify(draft: DraftStatement, evidence: VerifiableEvidence, options?: VerifyOptions): Verdict
}

const NONE: ReadonlySet<Rule> = new Set()
/** Quotes that are read once; questions on the same matter quote the same words. */
const MOST_QUOTES = 2000

export function createVerifier({ lexicon, passages }: VerifierSources): Verifier {
  const analyse = createTextAnalyst(lexicon)
  const supportFor = createSupportFinder(passages)
  const known = new LRUCache<string, ReadText>({ max: MOST_QUOTES })
  const canonicals = new WeakMap<Passage, Canonical>()
  const canonicalOf = (passage: Passage): Canonical => {
    const canonical = canonicals.get(passage) ?? canonicalWithOffsets(passage.text)
    canonicals.set(passage, canonical)
    return canonical
  }
  const read = (text: string): ReadText => {
    const facts = readFacts(text)
    let analysis: TextAnalysis | undefined
    return {
      facts,
      analysis() {
        analysis ??= analyse(facts)
        return analysis
      },
    }
  }
  const readStored = (text: string): ReadText => {
    const stored = known.get(text) ?? read(text)
    known.set(text, stored)
    return stored
  }
  /** One statement is held against many quotes, one after another. */
  let latest: { text: string; statement: ReadText } | undefined
  const readStatement = (text: string): ReadText => {
    if (latest?.text !== text) latest = { text, statement: read(text) }
    return latest.statement
  }
  const publishes = (id: string, { documentId }: Passage, documents: ReadonlyMap<string, Document>): boolean => {
    const document = documents.get(documentId)
    if (document === undefined) return false
    return lexicon.names(`${document.title}\n${document.publisher}`).some((name) => name.id === id)
  }
  /**
   * What only sources can say wrong: who and what, how and in which state. Only the shown words prove names and wording; what
   * stands round them can still turn what they say.
   */
  const checkMeaning = (
    text: string,
    statement: TextAnalysis,
    quotes: readonly LocatedQuote[],
    documents: ReadonlyMap<string, Document>,
    except: ReadonlySet<Rule>,
  ) => {
    const asides = quotes.flatMap(supportFor).map((text) => readStored(text).analysis())
    const shown = [...quotes.map(({ text }) => readStored(text).analysis()), ...asides]
    const quoted = quotes.map((quote) => readStored(withContext(quote)).analysis())
    const supports = [...quoted, ...asides]
    const stray = checkNames(statement, shown, lexicon)
    if (stray !== undefined && !except.has('names'))
      return { rule: 'names', reason: `“${stray}” is not named in the quotes` } as const
    const isPublisher = (id: string) => quotes.some(({ passage }) => publishes(id, passage, documents))
    const swapped = checkRoles(
      statement,
      {
        quotes: quoted,
        supports,
        isPublisher,
      },
      lexicon,
    )
    if (swapped !== undefined && !except.has('roles'))
      return { rule: 'roles', reason: `“${swapped}” has another role in the quotes` } as const
    const misplaced = checkAddresses(text, quotes, lexicon, isPublisher)
    if (misplaced !== undefined)
      return { rule: 'roles', reason: `the address is not given for “${misplaced}”` } as const
    const differs = checkPolarity(statement, quoted, supports)
    if (differs !== undefined && !except.has('polarity')) return { rule: 'polarity', reason: `it ${differs}` } as const
    const status = checkStatus(statement, quoted, lexicon)
    if (status !== undefined && !except.has('status'))
      return { rule: 'status', reason: `the quotes have another status: ${status}` } as const
    const spliced = checkSplices(text, quotes)
    if (spliced !== undefined) return { rule: 'roles', reason: `“${spliced}” joins two sentences` } as const
    const word = checkWording(statement, shown, lexicon)
    return word === undefined || except.has('wording')
      ? undefined
      : ({ rule: 'wording', reason: `“${word}” says more than the quotes` } as const)
  }

  return {
    verify(draft, evidence, { as = 'statement', except = NONE } = {}) {
      const refuse = (rule: Rule, reason: string): Verdict => ({ verified: false, rule, reason })

      const foreign = checkIdentifiers(draft, evidence)
      if (foreign !== undefined) return refuse('identifiers', foreign)

      const quotes: LocatedQuote[] = []
      for (const quote of draft.quotes) {
        const located = locateQuote(quote, evidence, canonicalOf)
        if (located === undefined) return refuse('quote', `the quoted words do not stand in ${quote.passageId}`)
        quotes.push(located)
      }
      if (as === 'statement' && quotes.length === 0) return refuse('quote', 'it quotes nothing')

      const statement = readStatement(draft.text)
      const quoted = quotes.map((quote) => readStored(quote.text))
      const unsupported = checkHardFacts(
        statement.facts,
        quoted.map(({ facts }) => facts),
        draft.computed,
      )
      if (unsupported !== undefined && !except.has('hard-facts')) return refuse('hard-facts', unsupported)

      const overclaim = checkCompleteness(draft.text, quotes, as)
      if (overclaim !== undefined && !except.has('completeness')) return refuse('completeness', overclaim)

      const isOwnWords = as === 'note' || draft.framed || draft.computed !== undefined
      const rules = isOwnWords || isVerbatim(draft.text, quotes) ? FACT_RULES : RULES
      if (rules === RULES) {
        const wrong = checkMeaning(draft.text, statement.analysis(), quotes, evidence.documents, except)
        if (wrong !== undefined) return refuse(wrong.rule, wrong.reason)
      }
      return { verified: true, statement: { text: draft.text, quotes }, rules }
    },
  }
}

/** What the rules on facts read of a text, and what the others do when those have let it pass. */
interface ReadText {
  facts: Facts
  analysis(): TextAnalysis
}

/** Nothing but stored sentences, one after another. */
function isVerbatim(text: string, quotes: readonly LocatedQuote[]): boolean {
  if (!quotes.every(isWhole)) return false
  const said = canonical(text).trim()
  return said === canonical(quotes.map((quote) => quote.text).join(' ')).trim()
}

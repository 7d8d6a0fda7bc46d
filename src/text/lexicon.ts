import type { Gap, GlossaryTerm, Vocabulary } from '../vocabulary.ts'
import { type DateMention, readDates } from './calendar.ts'
import { compact, createTermMatcher, type TermMatch } from './term-matcher.ts'

/** What a text speaks of, as far as the glossary knows. */
export interface Reading {
  compact: string
  /** Ids of glossary terms. */
  terms: Set<string>
  /** Ids of gaps. */
  gaps: Set<string>
  dates: DateMention[]
  /** Where terms and gaps stand in the compact text, in order. */
  matches: TermMatch[]
}

export interface Lexicon {
  term(id: string): GlossaryTerm | undefined
  gap(id: string): Gap | undefined
  /** `forgiving` also finds wordings with a typing error: for what people type, not for what is stored. */
  read(text: string, options?: { forgiving?: boolean }): Reading
}

export function createLexicon({ terms, gaps }: Vocabulary): Lexicon {
  const termsById = new Map(terms.map((term) => [term.id, term]))
  const gapsById = new Map(gaps.map((gap) => [gap.id, gap]))
  const termMatcher = createTermMatcher(terms.map(withWordings))
  const gapMatcher = createTermMatcher(gaps.map(withWordings))

  return {
    term: (id) => termsById.get(id),
    gap: (id) => gapsById.get(id),
    read(text, { forgiving = false } = {}) {
      const compactText = compact(text)
      const ofTerms = termMatcher.exact(text)
      const ofGaps = gapMatcher.exact(text)
      if (forgiving) ofTerms.push(...termMatcher.fuzzy(compactText, inOrder([...ofTerms, ...ofGaps])))
      return {
        compact: compactText,
        terms: new Set(ofTerms.map((match) => match.id)),
        gaps: new Set(ofGaps.map((match) => match.id)),
        dates: readDates(text),
        matches: inOrder([...ofTerms, ...ofGaps]),
      }
    },
  }
}

function withWordings({ id, th, en, ja }: GlossaryTerm | Gap) {
  return { id, wordings: [...th, ...en, ...ja] }
}

function inOrder(matches: TermMatch[]): TermMatch[] {
  return matches.sort((a, b) => a.start - b.start || b.end - a.end)
}

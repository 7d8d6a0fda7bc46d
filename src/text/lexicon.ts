import type { Gap, GlossaryTerm, TermKind, Vocabulary } from '../vocabulary.ts'
import { type DateMention, readDates } from './calendar.ts'
import { type CompactText, compact, writtenBorders } from './compact.ts'
import { createTermMatcher, type TermMatch, type Wordings } from './term-matcher.ts'

/** What a text speaks of, as far as the glossary knows. */
export interface Reading {
  compact: string
  /** Where the writer left a space that the compact text lacks. */
  borders: ReadonlySet<number>
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
  /** Gaps that one of these terms speaks of. */
  gapsOf(terms: ReadonlySet<string>): Set<string>
  /** Where the text names someone or something, whatever else the words around it may mean, in order. */
  names(text: string | CompactText): TermMatch[]
  /** `forgiving` also finds wordings with a typing error: for what people type, not for what is stored. */
  read(text: string, options?: { forgiving?: boolean }): Reading
}

export function createLexicon({ terms, gaps }: Vocabulary): Lexicon {
  const termsById = new Map(terms.map((term) => [term.id, term]))
  const gapsById = new Map(gaps.map((gap) => [gap.id, gap]))
  // A typing error must not make a question one about something else.
  const forgives = (id: string) => FORGIVEN.has(termsById.get(id)!.kind)
  const termMatcher = createTermMatcher(terms.map(withWordings), { forgives })
  const nameMatcher = createTermMatcher(terms.filter(({ kind }) => NAMING.has(kind)).map(withWordings))
  const gapMatcher = createTermMatcher(gaps.map(withWordings))

  return {
    term: (id) => termsById.get(id),
    gap: (id) => gapsById.get(id),
    gapsOf: (ids) => new Set(gaps.filter((gap) => gap.terms?.some((id) => ids.has(id))).map(({ id }) => id)),
    names: (text) => inOrder(nameMatcher.exact(text)),
    read(text, { forgiving = false } = {}) {
      const compactText = compact(text)
      const ofTerms = termMatcher.exact(text)
      const ofGaps = gapMatcher.exact(text).filter((gap) => !ofTerms.some((term) => isPartOf(gap, term)))
      if (forgiving) ofTerms.push(...termMatcher.fuzzy(compactText, inOrder([...ofTerms, ...ofGaps])))
      return {
        compact: compactText,
        borders: writtenBorders(text),
        terms: new Set(ofTerms.map((match) => match.id)),
        gaps: new Set(ofGaps.map((match) => match.id)),
        dates: readDates(text),
        matches: inOrder([...ofTerms, ...ofGaps]),
      }
    },
  }
}

const NAMING: ReadonlySet<TermKind> = new Set<TermKind>([
  'agreement',
  'instrument',
  'side',
  'organisation',
  'person',
  'place',
  'country',
  'other-agreement',
])
const FORGIVEN: ReadonlySet<TermKind> = new Set<TermKind>(['agreement', 'topic', 'organisation', 'person', 'place'])

function isPartOf(match: TermMatch, { start, end }: TermMatch): boolean {
  return start <= match.start && match.end <= end && end - start > match.end - match.start
}

function withWordings({ id, th, en, ja, forms }: GlossaryTerm | Gap): Wordings {
  const wordings = [...th, ...en, ...ja]
  return forms === undefined ? { id, wordings } : { id, wordings, forms }
}

function inOrder(matches: TermMatch[]): TermMatch[] {
  return matches.sort((a, b) => a.start - b.start || b.end - a.end)
}

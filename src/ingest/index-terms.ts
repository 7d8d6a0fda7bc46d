import { createTermMatcher } from '../text/term-matcher.ts'
import { termsOf, type WeightedTerm } from '../text/terms.ts'
import type { GlossaryTerm, Passage, Vocabulary } from '../vocabulary.ts'
import { headedText, type Section } from './passage.ts'

/** A clause's example questions say how people ask, not what the clause says. */
const QUESTION_WEIGHT = 0.3
/** A glossary term counts as much as a word, however often and in whatever wording it stands there. */
const CONCEPT_WEIGHT = 1

/** By this a glossary term is searched, in whatever wording or language it stands. */
export const conceptTerm = (termId: string) => `#${termId}`

export interface IndexTerms {
  /** Of each passage. */
  units: WeightedTerm[][]
  /** Of each section: those of its passages. */
  sections: WeightedTerm[][]
  /** The section of each passage. */
  sectionOf: number[]
}

/** The terms of a passage are those of its headings and text, its example questions and the glossary terms it speaks of. */
export function indexTerms(sections: readonly Section[], { terms, questions }: Vocabulary): IndexTerms {
  const conceptsOf = createConceptFinder(terms)
  const questionsOf = new Map(questions.map((entry) => [entry.clause, entry]))
  const unitOf = (passage: Passage) => {
    const text = headedText(passage)
    const asked = passage.clause === undefined ? [] : (questionsOf.get(passage.clause)?.[passage.language] ?? [])
    return joinTerms([
      ...termsOf(text),
      ...termsOf(asked.join('\n')).map(({ term, weight }) => ({ term, weight: weight * QUESTION_WEIGHT })),
      ...conceptsOf(text),
    ])
  }
  const bySection = sections.map((section) => section.map(unitOf))
  return {
    units: bySection.flat(),
    sections: bySection.map((units) => joinTerms(units.flat())),
    sectionOf: bySection.flatMap((units, number) => units.map(() => number)),
  }
}

/** The glossary terms that a text speaks of, each once. */
export function createConceptFinder(terms: readonly GlossaryTerm[]): (text: string) => WeightedTerm[] {
  const matcher = createTermMatcher(terms.map(({ id, th, en, ja }) => ({ id, wordings: [...th, ...en, ...ja] })))
  return (text) => {
    const ids = new Set(matcher.exact(text).map(({ id }) => id))
    return Array.from(ids, (id) => ({ term: conceptTerm(id), weight: CONCEPT_WEIGHT }))
  }
}

function joinTerms(terms: readonly WeightedTerm[]): WeightedTerm[] {
  const weights = new Map<string, number>()
  for (const { term, weight } of terms) weights.set(term, (weights.get(term) ?? 0) + weight)
  return Array.from(weights, ([term, weight]) => ({ term, weight }))
}

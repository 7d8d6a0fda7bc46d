import { createPostingsBuilder, type Postings } from '../search-index/postings.ts'
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
  units: Postings
  /** Of each section: the terms of its passages. */
  sections: Postings
  /** The section of each passage. */
  sectionOf: number[]
}

/** Indexes the passages one after another, so that the terms of one section at most are in memory. */
export function indexTerms(
  sections: readonly Section[],
  vocabulary: Vocabulary,
  onProgress: (done: number, total: number) => void = () => {},
): IndexTerms {
  const termsOfPassage = createPassageTerms(vocabulary)
  const total = sections.reduce((sum, { length }) => sum + length, 0)
  const [units, wholes] = [createPostingsBuilder(), createPostingsBuilder()]
  const sectionOf: number[] = []
  for (const [number, section] of sections.entries()) {
    const terms = section.map(termsOfPassage)
    for (const unit of terms) units.add(unit)
    wholes.add(terms.flat())
    sectionOf.push(...section.map(() => number))
    onProgress(sectionOf.length, total)
  }
  return { units: units.build(), sections: wholes.build(), sectionOf }
}

/** The terms of a passage: those of its headings and text, its example questions and the glossary terms it speaks of. A term may come twice. */
export function createPassageTerms({ terms, questions }: Vocabulary): (passage: Passage) => WeightedTerm[] {
  const conceptsOf = createConceptFinder(terms)
  const questionsOf = new Map(questions.map((entry) => [entry.clause, entry]))
  return (passage) => {
    const text = headedText(passage)
    const asked = passage.clause === undefined ? [] : (questionsOf.get(passage.clause)?.[passage.language] ?? [])
    return [
      ...termsOf(text),
      ...termsOf(asked.join('\n')).map(({ term, weight }) => ({ term, weight: weight * QUESTION_WEIGHT })),
      ...conceptsOf(text),
    ]
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

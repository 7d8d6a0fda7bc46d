import { groupPostings, mergePostings } from '../search-index/join-postings.ts'
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

/** What an earlier index has of passages that haven't changed. It must be one of the same recipe. */
export interface EarlierTerms {
  passages: readonly Passage[]
  lexical: Postings
}

/** Indexes the passages one after another, so that the terms of one at most are in memory; those that `earlier` has are taken from there. */
export function indexTerms(
  sections: readonly Section[],
  vocabulary: Vocabulary,
  onProgress: (done: number, total: number) => void = () => {},
  earlier?: EarlierTerms,
): IndexTerms {
  const termsOfPassage = createPassageTerms(vocabulary)
  const takeEarlier = createTaker(earlier?.passages ?? [])
  const total = sections.reduce((sum, { length }) => sum + length, 0)
  const fresh = createPostingsBuilder()
  const sources = new Int32Array(total)
  const sectionOf: number[] = []
  let freshUnits = 0
  for (const [number, section] of sections.entries()) {
    for (const passage of section) {
      const known = takeEarlier(passage)
      if (known === undefined) fresh.add(termsOfPassage(passage))
      sources[sectionOf.length] = known ?? -1 - freshUnits++
      sectionOf.push(number)
    }
    onProgress(sectionOf.length, total)
  }
  const units = earlier ? mergePostings(earlier.lexical, fresh.build(), sources) : fresh.build()
  return { units, sections: groupPostings(units, sectionOf, sections.length), sectionOf }
}

/** Gives the number of a passage with the same terms, each only once. */
function createTaker(passages: readonly Passage[]): (passage: Passage) => number | undefined {
  const numbers = Map.groupBy(passages.keys(), (number) => passages[number]!.hash)
  return ({ hash, language, clause }) => {
    const left = numbers.get(hash) ?? []
    // A clause has the terms of its questions, too, which are those of its language.
    const place = left.findIndex((number) => {
      return passages[number]!.clause === clause && passages[number]!.language === language
    })
    return place === -1 ? undefined : left.splice(place, 1)[0]
  }
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

import { compact } from '../../text/compact.ts'
import type { Language, Passage, Vocabulary } from '../../vocabulary.ts'
import { limits } from './limits.ts'

/** What an option offers while somebody types. Names and values as Discord takes them. */
export interface Choice {
  name: string
  value: string
}

export interface ClauseIndex {
  version: string
  passages: readonly Passage[]
  vocabulary: Vocabulary
}

/** A clause's title in a language. */
export function titleOf({ headings, clause }: Passage): string {
  return headings.at(-1) ?? clause ?? ''
}

/** Questions that can be answered, and titles of clauses, in the order in which they fit what was typed. */
export function suggestQuestions(typed: string, index: ClauseIndex, language: Language): Choice[] {
  const candidates = [...languagesFrom(language)].flatMap((each) => [
    ...index.vocabulary.questions.flatMap((entry) => entry[each].slice(0, typed === '' ? 1 : undefined)),
    ...(typed === '' ? [] : clausesIn(index, each).map(titleOf)),
  ])
  return rank(typed, candidates, (text) => text)
    .filter((text) => text.length <= limits.choiceName)
    .slice(0, limits.choices)
    .map((text) => ({ name: text, value: text }))
}

/** Clauses by their titles; the value is the clause's id. */
export function suggestClauses(typed: string, index: ClauseIndex, language: Language): Choice[] {
  const candidates = [...languagesFrom(language)].flatMap((each) => clausesIn(index, each))
  const seen = new Set<string>()
  return rank(typed, candidates, titleOf)
    .filter(({ clause }) => !seen.has(clause!) && seen.add(clause!))
    .filter((passage) => titleOf(passage).length <= limits.choiceName && passage.clause!.length <= limits.choiceName)
    .slice(0, limits.choices)
    .map((passage) => ({ name: titleOf(passage), value: passage.clause! }))
}

/** The clause that was chosen or typed, by its id or any of its titles. */
export function findClause(given: string, { passages }: ClauseIndex): string | undefined {
  const sought = compact(given.trim())
  const clauses = passages.filter(({ clause }) => clause !== undefined)
  const found =
    clauses.find(({ clause }) => clause === given.trim()) ??
    clauses.find((passage) => compact(titleOf(passage)) === sought) ??
    (sought === '' ? undefined : rank(given, clauses, titleOf)[0])
  return found?.clause
}

function clausesIn({ passages }: ClauseIndex, language: Language): Passage[] {
  return passages.filter((passage) => passage.clause !== undefined && passage.language === language)
}

function* languagesFrom(language: Language): Generator<Language> {
  yield language
  for (const other of ['th', 'en', 'ja'] as const) if (other !== language) yield other
}

/** Those that begin with it, then those that have it within, then those that have all its words. */
function rank<Item>(typed: string, items: readonly Item[], textOf: (item: Item) => string): Item[] {
  const sought = compact(typed.toWellFormed().trim())
  if (sought === '') return [...items]
  const words = sought.split(' ')
  const gradeOf = (item: Item) => {
    const text = compact(textOf(item))
    if (text.startsWith(sought)) return 0
    if (text.includes(sought)) return 1
    return words.every((word) => text.includes(word)) ? 2 : undefined
  }
  return items
    .flatMap((item) => {
      const grade = gradeOf(item)
      return grade === undefined ? [] : [{ item, grade }]
    })
    .toSorted((one, other) => one.grade - other.grade)
    .map(({ item }) => item)
}

import type { Language, Passage, Vocabulary } from '../vocabulary.ts'

const MOST_SUGGESTIONS = 3

/** Questions to ask next, each answerable: of the cited clauses' own groups first, then of any other. */
export function suggestQuestions(
  { questions }: Pick<Vocabulary, 'questions'>,
  passages: Iterable<Passage>,
  cited: ReadonlySet<string>,
  language: Language,
): string[] {
  const groupOf = new Map<string, string | undefined>()
  for (const { clause, group } of passages) if (clause !== undefined) groupOf.set(clause, group)
  const citedGroups = new Set([...cited].map((clause) => groupOf.get(clause)))
  const fresh = questions.filter(({ clause }) => groupOf.has(clause) && !cited.has(clause))
  const near = fresh.filter(({ clause }) => citedGroups.has(groupOf.get(clause)))
  const far = fresh.filter((entry) => !near.includes(entry))
  const ordered = [...near.slice(0, MOST_SUGGESTIONS - 1), ...far, ...near.slice(MOST_SUGGESTIONS - 1)]
  return ordered.slice(0, MOST_SUGGESTIONS).flatMap((entry) => entry[language].slice(0, 1))
}

import type { ClauseQuestions, Gap, GlossaryTerm, Vocabulary } from '../vocabulary.ts'
import type { Loss } from './find-losses.ts'

type Entry = GlossaryTerm | Gap | ClauseQuestions

/** What a term says of itself, beside its wordings: by it false premises are told. */
const TERM_FIELDS = ['kind', 'slot', 'default', 'side', 'various', 'broader'] as const
const LANGUAGES = ['th', 'en', 'ja'] as const

/** Terms, gaps and questions that are gone, wholly or by a wording, and terms that are now something else. */
export function lostVocabulary(before: Vocabulary, after: Vocabulary): Loss[] {
  return [
    ...lostEntries('glossary', before.terms, after.terms, ({ id }) => id),
    ...lostEntries('gaps', before.gaps, after.gaps, ({ id }) => id),
    ...lostEntries('questions', before.questions, after.questions, ({ clause }) => clause),
    ...pairs(before.terms, after.terms).flatMap(([old, now]) => {
      const fields = TERM_FIELDS.filter((field) => old[field] !== now[field])
      return fields.map((field) => loss(`glossary ${old.id}`, `${field} was ${old[field]} and is ${now[field]}`))
    }),
    ...pairs(before.terms, after.terms).flatMap(([old, now]) => lostMembers('contradicts', old, now)),
    ...pairs(before.gaps, after.gaps).flatMap(([old, now]) => lostMembers('terms', old, now)),
    ...pairs(before.gaps, after.gaps).flatMap(([old, now]) => lostMembers('unless', now, old, 'is new')),
  ]
}

function lostEntries<T extends Entry>(
  file: string,
  before: readonly T[],
  after: readonly T[],
  idOf: (entry: T) => string,
) {
  const fresh = new Map(after.map((entry) => [idOf(entry), entry]))
  return before.flatMap((old): Loss[] => {
    const where = `${file} ${idOf(old)}`
    const now = fresh.get(idOf(old))
    if (now === undefined) return [loss(where, `the entry is gone: ${old.en[0] ?? old.th[0] ?? old.ja[0] ?? ''}`)]
    const gone = LANGUAGES.flatMap((language) => old[language].filter((wording) => !now[language].includes(wording)))
    return gone.length === 0 ? [] : [loss(where, `wordings are gone: ${gone.join(', ')}`)]
  })
}

function lostMembers<Field extends string, T extends { id: string } & { [name in Field]?: string[] }>(
  field: Field,
  old: T,
  now: T,
  what = 'is gone',
): Loss[] {
  const gone = (old[field] ?? []).filter((member) => !now[field]?.includes(member))
  return gone.map((member) => loss(`vocabulary ${old.id}`, `${field}: ${member} ${what}`))
}

function pairs<T extends { id: string }>(before: readonly T[], after: readonly T[]): [old: T, now: T][] {
  const fresh = new Map(after.map((entry) => [entry.id, entry]))
  return before.flatMap((old) => {
    const now = fresh.get(old.id)
    return now === undefined ? [] : [[old, now]]
  })
}

const loss = (where: string, what: string): Loss => ({ kind: 'vocabulary', where, what })

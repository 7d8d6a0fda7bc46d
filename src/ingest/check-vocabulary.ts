import { compact } from '../text/compact.ts'
import type { GlossaryTerm, Language } from '../vocabulary.ts'
import { GAPS, GLOSSARY, type ParsedVocabulary, QUESTIONS } from './parse-vocabulary.ts'
import type { Problems } from './problems.ts'

const LANGUAGES: readonly Language[] = ['th', 'en', 'ja']

/** Ids that are used twice, references to what isn't there, and wordings that mean two things that exclude each other. */
export function checkVocabulary(vocabulary: ParsedVocabulary, clauses: ReadonlySet<string>, problems: Problems): void {
  checkTerms(vocabulary, problems)
  checkGapReferences(vocabulary, clauses, problems)
  checkQuestions(vocabulary, clauses, problems)
}

function checkTerms({ terms, lineOf }: ParsedVocabulary, problems: Problems): void {
  const termIds = new Set(terms.map(({ id }) => id))
  const sides = new Set(terms.filter(({ kind }) => kind === 'side').map(({ id }) => id))
  const refuse = (index: number, what: string, ...path: PropertyKey[]) =>
    problems.add(GLOSSARY, lineOf.terms(['terms', index, ...path]), what)

  for (const index of repeated(terms.map(({ id }) => id))) refuse(index, twice('term', terms[index]?.id), 'id')
  for (const index of repeated(terms.map((term, i) => (term.default ? `slot ${term.slot}` : `${i}`)))) {
    refuse(index, `the slot ${terms[index]?.slot} has a default above already; keep one`, 'default')
  }
  for (const [index, { id, kind, slot, side, contradicts = [], broader, ...term }] of terms.entries()) {
    if (term.default && slot === undefined) refuse(index, `${id} is a default of no slot; remove it`, 'default')
    if (side !== undefined && !sides.has(side)) {
      refuse(index, `the side ${side} of ${id} is no term of kind side; correct it`, 'side')
    }
    if (kind === 'contrary' && contradicts.length === 0) {
      refuse(index, `${id}: a term of kind contrary needs contradicts; name the terms whose opposite it is`)
    }
    for (const opposite of contradicts.filter((opposite) => !termIds.has(opposite))) {
      refuse(index, `${id} contradicts ${opposite}, which is no term; correct it`, 'contradicts')
    }
    if (broader !== undefined && (broader === id || !termIds.has(broader))) {
      refuse(index, `broader of ${id} names ${broader}, which is no other term; correct it`, 'broader')
    }
  }
  for (const { wording, language, index, other } of sharedWordings(terms)) {
    const owners = `${terms[index]?.id} and of ${other}`
    refuse(index, `"${wording}" is a wording of ${owners}, which exclude each other; keep one`, language)
  }
}

function checkGapReferences(
  { terms, gaps, lineOf }: ParsedVocabulary,
  clauses: ReadonlySet<string>,
  problems: Problems,
): void {
  const termIds = new Set(terms.map(({ id }) => id))
  const refuse = (index: number, what: string, key: string) =>
    problems.add(GAPS, lineOf.gaps(['gaps', index, key]), what)

  for (const index of repeated(gaps.map(({ id }) => id))) refuse(index, twice('gap', gaps[index]?.id), 'id')
  for (const [index, { id, nearest, terms: spokenOfBy = [], unless = [] }] of gaps.entries()) {
    for (const clause of nearest.filter((clause) => !clauses.has(clause))) {
      refuse(index, `nearest of ${id} names ${clause}, which is no clause; correct it`, 'nearest')
    }
    for (const [field, named] of Object.entries({ terms: spokenOfBy, unless })) {
      for (const term of named.filter((term) => !termIds.has(term))) {
        refuse(index, `${field} of ${id} names ${term}, which is no term of the glossary; correct it`, field)
      }
    }
  }
}

function checkQuestions(
  { questions, lineOf }: ParsedVocabulary,
  clauses: ReadonlySet<string>,
  problems: Problems,
): void {
  const refuse = (index: number, what: string) =>
    problems.add(QUESTIONS, lineOf.questions(['questions', index, 'clause']), what)

  for (const index of repeated(questions.map(({ clause }) => clause))) {
    refuse(index, `the clause ${questions[index]?.clause} has questions above already; join them`)
  }
  for (const [index, { clause }] of questions.entries()) {
    if (!clauses.has(clause)) refuse(index, `questions for ${clause}, which is no clause; correct or remove them`)
  }
}

const twice = (what: string, id: string | undefined) => `the ${what} ${id} is there already; give this one another id`

/** Places of what stood before. */
function repeated(ids: readonly string[]): number[] {
  return ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []))
}

interface SharedWording {
  wording: string
  language: Language
  index: number
  other: string
}

/** Wordings, in the form in which they are matched, of two terms with slots: a text with such a wording would contradict itself. */
function sharedWordings(terms: readonly GlossaryTerm[]): SharedWording[] {
  const shared: SharedWording[] = []
  for (const language of LANGUAGES) {
    const owners = new Map<string, string>()
    for (const [index, term] of terms.entries()) {
      if (term.slot === undefined) continue
      for (const wording of term[language]) {
        const form = compact(wording)
        const other = owners.get(form) ?? term.id
        if (other !== term.id) shared.push({ wording, language, index, other })
        owners.set(form, other)
      }
    }
  }
  return shared
}

import type { Language } from '../vocabulary.ts'
import type { WrittenClause } from './parse-clauses.ts'
import type { ParsedDocument } from './parse-document.ts'
import type { Problems } from './problems.ts'

export interface ClausesDocument {
  parsed: ParsedDocument
  clauses: WrittenClause[]
}

/** Each clause must stand in every language that has clauses, in the same group, which is a list of examples in all or in none. */
export function checkLanguages(documents: readonly ClausesDocument[], problems: Problems): void {
  const languages = [...new Set(documents.map(({ parsed }) => parsed.document.language))]
  const versions = documents.flatMap(({ parsed, clauses }) => clauses.map((clause) => ({ ...parsed.document, clause })))
  for (const [id, [first, ...others]] of Map.groupBy(versions, ({ clause }) => clause.id)) {
    if (first === undefined || id === '') continue
    const { file, clause } = first
    const present = new Set<Language>([first.language, ...others.map(({ language }) => language)])
    for (const language of languages.filter((language) => !present.has(language))) {
      problems.add(file, clause.line, `the clause ${id} has no version in ${language}; add it there or remove it here`)
    }
    for (const other of others) {
      const { group, line } = other.clause
      if (group.id !== clause.group.id) {
        problems.add(
          other.file,
          line,
          `the clause ${id} is in the group ${group.id}, in ${file} in ${clause.group.id}; choose one`,
        )
      } else if (group.examples !== clause.group.examples) {
        problems.add(
          other.file,
          line,
          `the group ${group.id} of ${id} is .examples here or in ${file}, not in both; choose`,
        )
      }
    }
  }
}

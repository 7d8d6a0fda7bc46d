import type { Document, Vocabulary } from '../vocabulary.ts'
import { checkThai } from './broken-thai.ts'
import { checkGaps } from './check-gaps.ts'
import { checkLanguages } from './check-languages.ts'
import { checkVocabulary } from './check-vocabulary.ts'
import { parseClauses } from './parse-clauses.ts'
import { checkDocuments, parseDocument } from './parse-document.ts'
import { readOffTopic, readVocabulary } from './parse-vocabulary.ts'
import type { Section } from './passage.ts'
import { createProblems } from './problems.ts'
import { createQuoteFinder, proveClauses } from './prove-clauses.ts'
import { readDocumentFiles } from './read-files.ts'
import { splitDocument } from './split-document.ts'

export interface Knowledge {
  documents: Document[]
  /** Their passages, in the order of the documents. */
  sections: Section[]
  vocabulary: Vocabulary
  offTopic: string[]
}

/** Reads and checks the knowledge folder. Throws an AccordError that lists everything that is wrong, a line each. */
export function readKnowledge(knowledgeDir: string): Knowledge {
  const problems = createProblems(knowledgeDir)
  const files = readDocumentFiles(knowledgeDir, problems)
  for (const file of files) checkThai(file, problems)
  const parsed = files.map((file) => parseDocument(file, problems)).filter((document) => document !== undefined)
  checkDocuments(parsed, problems)

  const isProse = ({ document }: (typeof parsed)[number]) => document.kind !== 'clauses'
  const prose = parsed.filter(isProse).map(({ document }) => document)
  const proseSections = new Map(prose.map((document) => [document, splitDocument(document)]))
  const clausesDocuments = parsed
    .filter((document) => !isProse(document))
    .map((document) => ({ parsed: document, clauses: parseClauses(document, problems) }))
  checkLanguages(clausesDocuments, problems)

  const findQuoted = createQuoteFinder(prose, [...proseSections.values()].flat(2))
  const clauseSections = new Map(
    clausesDocuments.map(({ parsed, clauses }) => [
      parsed.document,
      proveClauses(parsed, clauses, findQuoted, problems),
    ]),
  )
  const documents = parsed.map(({ document }) => document)
  const sections = documents.flatMap((document) => proseSections.get(document) ?? clauseSections.get(document) ?? [])

  const vocabulary = readVocabulary(knowledgeDir, problems)
  const offTopic = readOffTopic(knowledgeDir, problems)
  const clauseIds = new Set(clausesDocuments.flatMap(({ clauses }) => clauses.map(({ id }) => id)))
  if (vocabulary) {
    checkVocabulary(vocabulary, clauseIds, problems)
    checkGaps(vocabulary, parsed, sections.flat(), problems)
  }
  problems.throwIfAny()
  const { terms, gaps, questions } = vocabulary!
  return { documents, sections, vocabulary: { terms, gaps, questions }, offTopic }
}

import { compactForms } from '../text/term-matcher.ts'
import type { Document, Gap, GlossaryTerm, Vocabulary } from '../vocabulary.ts'
import { checkThai } from './broken-thai.ts'
import { checkFacts } from './check-facts.ts'
import { checkGaps } from './check-gaps.ts'
import { checkLanguages } from './check-languages.ts'
import { checkVocabulary } from './check-vocabulary.ts'
import { type Conversions, convertFiles, isConverted } from './convert/convert.ts'
import { parseClauses } from './parse-clauses.ts'
import { checkDocuments, parseDocument } from './parse-document.ts'
import { readOffTopic, readVocabulary } from './parse-vocabulary.ts'
import type { Section } from './passage.ts'
import { createProblems } from './problems.ts'
import { createQuoteFinder, proveClauses } from './prove-clauses.ts'
import { listDocumentFiles, readDocumentFiles } from './read-files.ts'
import { splitDocument } from './split-document.ts'

export interface Knowledge {
  documents: Document[]
  /** Their passages, in the order of the documents. */
  sections: Section[]
  vocabulary: Vocabulary
  offTopic: string[]
}

/** Turns what isn't Markdown into text, which takes its time. Throws an AccordError when there is no document. */
export function convertKnowledge(knowledgeDir: string): Promise<Conversions> {
  return convertFiles(knowledgeDir, listDocumentFiles(knowledgeDir).filter(isConverted))
}

/**
 * Reads and checks the knowledge folder; `conversions` has the text of each document that isn't Markdown. Throws an AccordError
 * that lists everything that is wrong, a line each.
 */
export function readKnowledge(knowledgeDir: string, conversions: Conversions = new Map()): Knowledge {
  const problems = createProblems(knowledgeDir)
  const files = readDocumentFiles(knowledgeDir, conversions, problems)
  const parsed = files.flatMap((file) => (file && parseDocument(file, problems)) ?? [])
  for (const file of files) if (file) checkThai(file, problems)
  checkDocuments(parsed, problems)
  const clausesDocuments = parsed
    .filter(({ document }) => document.kind === 'clauses')
    .map((document) => ({ parsed: document, clauses: parseClauses(document, problems) }))
  checkLanguages(clausesDocuments, problems)
  const vocabulary = readVocabulary(knowledgeDir, problems)
  const offTopic = readOffTopic(knowledgeDir, problems)
  // What refers to a document that couldn't be parsed would be refused without fault.
  if (parsed.length < files.length) problems.throwIfAny()

  const documents = parsed.map(({ document }) => document)
  const prose = documents.filter(({ kind }) => kind !== 'clauses')
  const sectionsOf = new Map(prose.map((document) => [document, splitDocument(document)]))
  const findQuoted = createQuoteFinder(prose, [...sectionsOf.values()].flat(2))
  for (const { parsed, clauses } of clausesDocuments) {
    checkFacts(parsed, clauses, problems)
    sectionsOf.set(parsed.document, proveClauses(parsed, clauses, findQuoted, problems))
  }
  const sections = documents.flatMap((document) => sectionsOf.get(document) ?? [])
  if (vocabulary) {
    const clauseIds = new Set(clausesDocuments.flatMap(({ clauses }) => clauses.map(({ id }) => id)))
    checkVocabulary(vocabulary, clauseIds, problems)
    checkGaps(vocabulary, parsed, sections.flat(), problems)
  }
  problems.throwIfAny()
  const { terms, gaps, questions } = vocabulary!
  return {
    documents,
    sections,
    vocabulary: { terms: terms.map(withForms), gaps: gaps.map(withForms), questions },
    offTopic,
  }
}

function withForms<T extends GlossaryTerm | Gap>(entry: T): T {
  return { ...entry, forms: compactForms([...entry.th, ...entry.en, ...entry.ja]) }
}

import { compactForms } from '../text/term-matcher.ts'
import type { Document, Gap, GlossaryTerm, Vocabulary } from '../vocabulary.ts'
import { checkThai } from './broken-thai.ts'
import { checkFacts } from './check-facts.ts'
import { checkGaps } from './check-gaps.ts'
import { checkLanguages } from './check-languages.ts'
import { checkVocabulary } from './check-vocabulary.ts'
import { type Conversions, convertFiles, isConverted } from './convert/convert.ts'
import type { EarlierKnowledge } from './earlier-knowledge.ts'
import { parseClauses } from './parse-clauses.ts'
import { checkDocuments, parseDocument } from './parse-document.ts'
import { readOffTopic, readVocabulary } from './parse-vocabulary.ts'
import type { Section } from './passage.ts'
import { createProblems } from './problems.ts'
import { createProofFinder, proveClauses } from './prove-clauses.ts'
import { listDocumentFiles, readDocumentFile } from './read-files.ts'
import { splitDocument } from './split-document.ts'

export interface Knowledge {
  documents: Document[]
  /** Their passages, in the order of the documents. */
  sections: Section[]
  vocabulary: Vocabulary
  offTopic: string[]
}

/**
 * Turns what isn't Markdown into text, which takes its time; not what hasn't changed. Throws an AccordError when there is no
 * document.
 */
export function convertKnowledge(knowledgeDir: string, earlier?: EarlierKnowledge): Promise<Conversions> {
  const files = listDocumentFiles(knowledgeDir).filter((file) => isConverted(file) && !earlier?.unchanged(file))
  return convertFiles(knowledgeDir, files)
}

/**
 * Reads and checks the knowledge folder; `conversions` has the text of each document that isn't Markdown. Throws an AccordError
 * that lists everything that is wrong, a line each. With `earlier`, unchanged documents are taken from there and checked only
 * against what has changed; that list names then neither all nor the right lines.
 */
export function readKnowledge(
  knowledgeDir: string,
  conversions: Conversions = new Map(),
  earlier?: EarlierKnowledge,
): Knowledge {
  const problems = createProblems(knowledgeDir)
  const unchanged = new Set<Document>()
  const readDocument = (file: string) => {
    const known = earlier?.unchanged(file)
    if (known) {
      unchanged.add(known)
      return { document: known, hosts: [], lineAt: () => 1, lineOfKey: () => 1 }
    }
    const source = readDocumentFile(knowledgeDir, file, conversions, problems)
    if (source) checkThai(source, problems)
    return source && parseDocument(source, problems)
  }
  const files = listDocumentFiles(knowledgeDir).map(readDocument)
  const parsed = files.filter((document) => document !== undefined)
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
  const isUnchanged = (document: Document) => unchanged.has(document)
  const sectionsOf = new Map(
    prose.map((document) => [
      document,
      isUnchanged(document) ? earlier!.sectionsOf(document) : splitDocument(document),
    ]),
  )
  // Of the sources alone: what clauses say proves nothing.
  const findQuoted = createProofFinder(new Map(sectionsOf), isUnchanged)
  for (const { parsed, clauses } of clausesDocuments) {
    const { document } = parsed
    const before = isUnchanged(document) ? earlier?.sentencesOf(document) : undefined
    if (before === undefined) checkFacts(parsed, clauses, problems)
    sectionsOf.set(document, proveClauses(parsed, clauses, { findQuoted, before }, problems))
  }
  const sections = documents.flatMap((document) => sectionsOf.get(document) ?? [])
  if (vocabulary) {
    const clauseIds = new Set(clausesDocuments.flatMap(({ clauses }) => clauses.map(({ id }) => id)))
    checkVocabulary(vocabulary, clauseIds, problems)
    const changed = documents.filter((document) => !isUnchanged(document))
    const passages = changed.flatMap((document) => (sectionsOf.get(document) ?? []).flat())
    checkGaps(vocabulary, parsed, passages, problems)
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

import type { Retrieval } from '../question.ts'
import type { Lexicon } from '../text/lexicon.ts'
import type { Answer, Document, Note, Passage, Statement, Vocabulary } from '../vocabulary.ts'
import { createCiter } from './cite.ts'
import { compose } from './compose.ts'
import type { DraftStatement } from './draft.ts'
import { suggestQuestions } from './suggest-questions.ts'
import { createVerifier, type VerifiableEvidence } from './verify/verify.ts'

/** What the answer stage reads of a snapshot. */
export interface AnswerSources {
  version: string
  documents: ReadonlyMap<string, Document>
  passages: readonly Passage[]
  vocabulary: Vocabulary
  lexicon: Lexicon
}

export interface Answerer {
  /** `question` is what the person wrote. Only what was verified comes back. */
  answer(question: string, retrieval: Retrieval): Answer
}

/** `newId` makes a receipt: short enough to be read out, unlike any other. */
export function createAnswerer(sources: AnswerSources, newId: () => string): Answerer {
  const { version, documents, vocabulary, lexicon } = sources
  const verifier = createVerifier(sources)
  const passages = new Map(sources.passages.map((passage) => [passage.id, passage]))

  return {
    answer(question, retrieval) {
      const draft = compose(retrieval, lexicon)
      const evidence: VerifiableEvidence = { documents, passages: citable(retrieval, passages) }
      const citer = createCiter(documents, passages)
      const pass = (statement: DraftStatement, as: 'statement' | 'note'): Statement[] => {
        const verdict = verifier.verify(statement, evidence, { as })
        if (!verdict.verified) return []
        return [{ text: verdict.statement.text, citations: citeOnce(verdict.statement.quotes.map(citer.cite)) }]
      }
      const statements = draft.statements.flatMap((statement) => pass(statement, 'statement'))
      const notes = draft.notes.flatMap((note): Note[] =>
        pass(note, 'note').map((passed) => ({ kind: note.kind, ...passed })),
      )
      const cited = new Set(citer.sources().flatMap(({ clause }) => clause ?? []))
      return {
        id: newId(),
        question,
        language: retrieval.question.language,
        status: statements.length === 0 && draft.statements.length > 0 ? 'not-stated' : draft.status,
        mode: 'extractive',
        statements,
        notes,
        sources: citer.sources(),
        suggestions: suggestQuestions(vocabulary, passages.values(), cited, retrieval.question.language),
        indexVersion: version,
      }
    },
  }
}

/** The passages found for this question, and those that their sentences summarise. */
function citable({ findings, related }: Retrieval, passages: ReadonlyMap<string, Passage>): Map<string, Passage> {
  const found = findings.flatMap((finding) => {
    if (finding.kind === 'nothing') return []
    return finding.kind === 'gap' ? [...finding.evidence, ...finding.nearest] : finding.evidence
  })
  const ids = [...found, ...related].flatMap(({ profile }) => [
    profile.passage.id,
    ...profile.sentences.flatMap(({ original }) => original?.passageId ?? []),
  ])
  return new Map(ids.map((id) => [id, passages.get(id)!]))
}

function citeOnce(citations: readonly number[]): number[] {
  return [...new Set(citations)]
}

import type { CallbackManagerForRetrieverRun } from '@langchain/core/callbacks/manager'
import { BaseRetriever } from '@langchain/core/retrievers'
import { Document } from 'langchain'
import type { Evidence, Finding } from '../question.ts'
import type { Language } from '../vocabulary.ts'
import type { Retriever } from './retrieve.ts'

/** What stands beside a passage's text in a LangChain chain: enough to cite it. Offsets are the stored document's. */
export interface PassageMetadata extends Record<string, unknown> {
  passageId: string
  documentId: string
  language: Language
  clause?: string
  headings: string[]
  /** Ids of the same clause's passages in the other languages. */
  aligned: string[]
  start: number
  end: number
  score: number
}

/**
 * Accord's retrieval as a LangChain retriever, so that it plugs into any chain, with callbacks and tracing. Gives the passages
 * that an answer may rest on, best first; none when the sources don't say. Loading LangChain is slow, so serving imports this only with a model or a tracer.
 */
export class AccordRetriever extends BaseRetriever<PassageMetadata> {
  lc_namespace = ['accord', 'retrieve']
  readonly #retriever: Retriever

  constructor(retriever: Retriever) {
    super()
    this.#retriever = retriever
  }

  override async _getRelevantDocuments(
    question: string,
    _callbacks?: CallbackManagerForRetrieverRun,
  ): Promise<Document<PassageMetadata>[]> {
    const { onTopic, findings } = await this.#retriever.retrieve({ question })
    return onTopic ? distinct(findings.flatMap(statedEvidence)).map(toDocument) : []
  }
}

/** The same retriever, of which LangChain's callbacks and tracers see each retrieval. */
export function traceRetriever(retriever: Retriever): Retriever {
  return {
    lexicon: retriever.lexicon,
    async retrieve(request, config) {
      const retrieval = retriever.retrieve(request)
      const seen = new AccordRetriever({ ...retriever, retrieve: () => retrieval })
      await seen.invoke(request.question, config)
      return retrieval
    },
  }
}

function statedEvidence(finding: Finding): Evidence[] {
  return finding.kind === 'stated' ? finding.evidence : []
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((found) => [found.profile.passage.id, found])).values()]
}

function toDocument({ profile: { passage, aligned }, score }: Evidence): Document<PassageMetadata> {
  const { id, documentId, language, clause, headings, start, end } = passage
  const metadata = { passageId: id, documentId, language, headings, aligned, start, end, score }
  return new Document({
    id,
    pageContent: passage.text,
    metadata: clause === undefined ? metadata : { ...metadata, clause },
  })
}

import { createAnswerer } from '../../src/answer/answer.ts'
import { createConversations } from '../../src/conversation/conversations.ts'
import { createTurnTaker, type Stages } from '../../src/conversation/take-turn.ts'
import { createEmbedding } from '../../src/embedding.ts'
import { indexTerms } from '../../src/ingest/index-terms.ts'
import { readKnowledge } from '../../src/ingest/read-knowledge.ts'
import { calibrateRefusal } from '../../src/ingest/refusal-ratio.ts'
import { createRetriever } from '../../src/retrieve/retrieve.ts'
import { createIndexInMemory, type SearchIndex } from '../../src/search-index/search-index.ts'

/** The project's own knowledge, indexed in memory as `npm run ingest` would. */
export async function realIndex(knowledgeDir = 'knowledge'): Promise<SearchIndex> {
  const { documents, sections, vocabulary, offTopic } = readKnowledge(knowledgeDir)
  const passages = sections.flat()
  const terms = indexTerms(sections, vocabulary)
  const { embedder } = createEmbedding(undefined, 'documents')
  const vectors = await embedder.embed(passages.map(({ text }) => text))
  return createIndexInMemory({
    documents,
    passages,
    vocabulary,
    ...terms,
    vectors: Float32Array.from(vectors.flatMap((vector) => [...vector])),
    embedding: embedder,
    refusalRatio: calibrateRefusal(terms.units, vocabulary.terms, offTopic),
  })
}

export async function realStages(knowledgeDir?: string): Promise<Stages & { index: SearchIndex }> {
  const index = await realIndex(knowledgeDir)
  const retriever = createRetriever(index, createEmbedding(undefined, 'questions'))
  let receipts = 0
  const answerer = createAnswerer({ ...index, lexicon: retriever.lexicon }, () => `R${++receipts}`)
  return { index, retriever, answerer }
}

/** Asks the project's own knowledge, without a disk, a server or a model. */
export async function realAsk(knowledgeDir?: string) {
  const stages = await realStages(knowledgeDir)
  return createTurnTaker({ stages: () => stages, conversations: createConversations({ now: () => 0 }) })
}

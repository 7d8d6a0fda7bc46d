import { createAnswerStages } from '../../src/answer/answer.ts'
import type { ModelDrafter } from '../../src/answer/draft-by-model.ts'
import { type ChainStages, createAnswerChain, createRetrieveStage } from '../../src/conversation/answer-chain.ts'
import { createConversations } from '../../src/conversation/conversations.ts'
import { createTurnTaker, type TakeTurn } from '../../src/conversation/take-turn.ts'
import { createEmbedding } from '../../src/embedding.ts'
import { indexTerms } from '../../src/ingest/index-terms.ts'
import { readKnowledge } from '../../src/ingest/read-knowledge.ts'
import { calibrateRefusal } from '../../src/ingest/refusal-ratio.ts'
import { createRetriever, type Retriever } from '../../src/retrieve/retrieve.ts'
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
    recipe: '',
  })
}

export interface RealStages extends ChainStages {
  index: SearchIndex
  retriever: Retriever
}

export async function realStages(knowledgeDir?: string, drafter?: ModelDrafter): Promise<RealStages> {
  const index = await realIndex(knowledgeDir)
  const retriever = createRetriever(index, createEmbedding(undefined, 'questions'))
  let receipts = 0
  const newId = () => `R${++receipts}`
  const stages = createAnswerStages({ ...index, lexicon: retriever.lexicon }, { newId, ...(drafter && { drafter }) })
  return { index, retriever, retrieve: createRetrieveStage({ retriever, now: Date.now }), ...stages }
}

/** Asks the project's own knowledge, without a disk, a server or a model. */
export async function realAsk(knowledgeDir?: string): Promise<TakeTurn> {
  return askOver(await realStages(knowledgeDir))
}

export function askOver(stages: ChainStages): TakeTurn {
  const chain = createAnswerChain(stages)
  return createTurnTaker({
    chain: () => chain,
    conversations: createConversations({ now: () => 0 }),
    now: Date.now,
    deadline: 10_000,
  })
}

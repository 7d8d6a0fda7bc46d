import { randomBytes } from 'node:crypto'
import { createAnswerer } from './answer/answer.ts'
import type { Config } from './config.ts'
import { createConversations } from './conversation/conversations.ts'
import { createTurnTaker, type Stages, type TakeTurn } from './conversation/take-turn.ts'
import { createEmbedding } from './embedding.ts'
import { createRetriever } from './retrieve/retrieve.ts'
import type { SearchIndex } from './search-index/search-index.ts'
import { currentVersion } from './search-index/snapshot.ts'
import { createIndexHolder } from './search-index/watch.ts'

/** All that lies between a question and its answer, on the snapshot in use. */
export interface Answering extends AsyncDisposable {
  ask: TakeTurn
  /** The snapshot in use. */
  index(): SearchIndex
  /** Does now what the first questions would wait for. */
  warm(): Promise<void>
}

export interface AnsweringOptions {
  /** Milliseconds. */
  now: () => number
  onFirstIngest?: () => void
  onSwap?: (index: SearchIndex) => void
  /** A new snapshot was refused, or a service failed; the answer goes out all the same. */
  onProblem?: (error: unknown) => void
}

/** Opens the snapshot in use, having made it first if there is none. Throws an AccordError when there is none to be had. */
export async function openAnswering(config: Config, options: AnsweringOptions): Promise<Answering> {
  const { now, onFirstIngest, onSwap, onProblem = () => {} } = options
  const { embedder, vectorWeight } = createEmbedding(config.models, 'questions')
  if (currentVersion(config.dataDir) === undefined) {
    onFirstIngest?.()
    await ingestFirst(config)
  }
  const holder = createIndexHolder(config.dataDir, {
    embeddingModel: embedder.model,
    onRefused: onProblem,
    ...(onSwap !== undefined && { onSwap }),
  })
  await holder.start()

  const made = new WeakMap<SearchIndex, Stages>()
  const stages = () => {
    const index = holder.current()
    const known = made.get(index)
    if (known !== undefined) return known
    const retriever = createRetriever(index, { embedder, vectorWeight, onEmbeddingFailure: onProblem })
    const answerer = createAnswerer({ ...index, lexicon: retriever.lexicon }, newReceipt)
    made.set(index, { retriever, answerer })
    return { retriever, answerer }
  }
  const ask = createTurnTaker({ stages, conversations: createConversations({ now }) })
  return {
    ask,
    index: () => holder.current(),
    async warm() {
      for (const question of exampleQuestions(holder.current())) await ask({ question })
    },
    [Symbol.asyncDispose]: () => holder[Symbol.asyncDispose](),
  }
}

/** One of each clause in each language. */
function exampleQuestions({ vocabulary }: SearchIndex): string[] {
  return vocabulary.questions.flatMap(({ th, en, ja }) => [th, en, ja].flatMap((questions) => questions.slice(0, 1)))
}

/** Serving never loads the code of ingestion but here, before there is anything to serve. */
async function ingestFirst(config: Config): Promise<void> {
  const { ingest } = await import('./ingest/ingest.ts')
  const { embedder } = createEmbedding(config.models, 'documents')
  await ingest({ ...config, embedder, now: () => new Date() })
}

/** Letters and digits that can't be taken for one another when read out. */
const RECEIPT_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function newReceipt(): string {
  return Array.from(randomBytes(8), (byte) => RECEIPT_ALPHABET[byte % RECEIPT_ALPHABET.length]).join('')
}

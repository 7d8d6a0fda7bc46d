import { randomBytes } from 'node:crypto'
import type { RunnableConfig } from '@langchain/core/runnables'
import { createAnswerStages } from './answer/answer.ts'
import { createModelDrafter } from './answer/draft-by-model.ts'
import { createVerifier } from './answer/verify/verify.ts'
import type { Config } from './config.ts'
import {
  type AnswerChain,
  type ChainStages,
  createAnswerChain,
  createRetrieveStage,
} from './conversation/answer-chain.ts'
import { type CheckText, createTextChecker } from './conversation/check-text.ts'
import { createConversations } from './conversation/conversations.ts'
import { createTurnTaker, type ReceiptKeeping, type TakeTurn } from './conversation/take-turn.ts'
import { tellChanges } from './conversation/tell-changes.ts'
import { createEmbedding } from './embedding.ts'
import { createLanguageModel } from './language-model.ts'
import type { LanguageModel } from './models/language-model.ts'
import { createRetriever, type Retriever } from './retrieve/retrieve.ts'
import { createQuestionRewriter } from './retrieve/rewrite-question.ts'
import type { SearchIndex } from './search-index/search-index.ts'
import { currentVersion } from './search-index/snapshot.ts'
import { createIndexHolder } from './search-index/watch.ts'
import { type Database, openDatabase } from './storage/database.ts'
import { createKeyedHash, loadHashKey } from './storage/hash-key.ts'
import { createReceipts } from './storage/receipts.ts'
import { createTokenUsage } from './storage/token-usage.ts'
import type { Lexicon } from './text/lexicon.ts'

/** All that lies between a question and its answer, on the snapshot in use. */
export interface Answering extends AsyncDisposable {
  ask: TakeTurn
  /** The snapshot in use. */
  index(): SearchIndex
  /** Does now what the first questions would wait for. */
  warm(): Promise<void>
  /** Holds a text of somebody's against the snapshot in use. */
  check: CheckText
  /** The words of the snapshot in use. */
  lexicon(): Lexicon
  /** Undefined when it couldn't be opened: answers go out all the same. */
  database: Database | undefined
}

export interface AnsweringOptions {
  /** Milliseconds. */
  now: () => number
  onFirstIngest?: () => void
  onSwap?: (index: SearchIndex, before: SearchIndex | undefined) => void
  /** A new snapshot was refused, or a service failed; the answer goes out all the same. */
  onProblem?: (error: unknown) => void
  /** Milliseconds between two looks for a new snapshot. */
  lookInterval?: number
  /** LangChain's, told of every stage of every answer. */
  callbacks?: RunnableConfig['callbacks']
  /** False for answers that nobody is given: no receipts are kept of them. */
  keepsReceipts?: boolean
}

/** Opens the snapshot in use, having made it first if there is none. Throws an AccordError when there is none to be had. */
export async function openAnswering(config: Config, options: AnsweringOptions): Promise<Answering> {
  const { now, onFirstIngest, onSwap, onProblem = () => {}, lookInterval, callbacks, keepsReceipts = true } = options
  await using parts = new AsyncDisposableStack()
  const { embedder, vectorWeight } = createEmbedding(config.models, 'questions')
  if (currentVersion(config.dataDir) === undefined) {
    onFirstIngest?.()
    await ingestFirst(config)
  }
  const holder = parts.use(
    createIndexHolder(config.dataDir, {
      embeddingModel: embedder.model,
      onRefused: onProblem,
      ...(onSwap !== undefined && { onSwap }),
      ...(lookInterval !== undefined && { intervalMilliseconds: lookInterval }),
    }),
  )
  await holder.start()

  const database = await openState(config.dataDir, onProblem)
  if (database !== undefined) parts.use(database)
  const receipts = keepsReceipts && database ? openReceipts(database, config, { now, onProblem }) : undefined
  const model = createLanguageModel(config.models, {
    now,
    ...(database && { usage: createTokenUsage(database, onProblem) }),
  })
  const isTraced = callbacks !== undefined || config.tracing
  const langChain = model !== undefined || isTraced ? await loadLangChain(callbacks) : undefined

  const made = new WeakMap<SearchIndex, SnapshotParts>()
  const chains = (): SnapshotParts => {
    const index = holder.current()
    const known = made.get(index)
    if (known !== undefined) return known
    const retriever = createRetriever(index, { embedder, vectorWeight, onEmbeddingFailure: onProblem })
    const stages = { now, onFailure: onProblem }
    const { lexicon } = retriever
    const verifier = createVerifier({ lexicon, passages: index.passages })
    const { version, documents, passages } = index
    const check = createTextChecker({ retriever, verifier, version, documents, passages })
    const extractive = createAnswerChain(createStages(index, retriever, stages))
    const full = langChain?.(index, retriever, { ...stages, ...(model && { model }) }) ?? extractive
    const parts = { full, extractive, check, lexicon }
    made.set(index, parts)
    return parts
  }
  const turns = { conversations: createConversations({ now }), now, deadline: config.answerDeadline }
  const takeTurn = createTurnTaker({ ...turns, chain: () => chains().full, ...(receipts && { receipts }) })
  const ask = tellChanges(takeTurn, { snapshot: () => holder.current() })
  const warmUp = createTurnTaker({ ...turns, chain: () => chains().extractive })
  const opened = parts.move()
  return {
    ask,
    index: () => holder.current(),
    check: (text) => chains().check(text),
    lexicon: () => chains().lexicon,
    database,
    async warm() {
      for (const question of exampleQuestions(holder.current())) await warmUp({ question })
    },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  }
}

/** What answers from one snapshot. */
interface SnapshotParts {
  full: AnswerChain
  /** Asks no model, and is seen by no tracer. */
  extractive: AnswerChain
  check: CheckText
  lexicon: Lexicon
}

interface StageOptions {
  now: () => number
  model?: LanguageModel
  /** Told of a model that failed. */
  onFailure: (error: unknown) => void
}

function createStages(index: SearchIndex, retriever: Retriever, { now, model, onFailure }: StageOptions): ChainStages {
  const { lexicon } = retriever
  const drafter = model && createModelDrafter(model, { newFence, onFailure })
  const rewrite = model && createQuestionRewriter(model, { lexicon, newFence, onFailure })
  return {
    retrieve: createRetrieveStage({ retriever, now, ...(rewrite && { rewrite }) }),
    ...createAnswerStages({ ...index, lexicon }, { newId: newReceipt, ...(drafter && { drafter }) }),
  }
}

/** Loaded only for a model or a tracer: it takes longer than all the rest. */
async function loadLangChain(callbacks: RunnableConfig['callbacks']) {
  const [{ createLangChainChain }, { traceRetriever }] = await Promise.all([
    import('./conversation/langchain-chain.ts'),
    import('./retrieve/langchain-retriever.ts'),
  ])
  return (index: SearchIndex, retriever: Retriever, options: StageOptions): AnswerChain => {
    const chain = createLangChainChain(createStages(index, traceRetriever(retriever), options))
    return (request, config) => chain(request, callbacks === undefined ? config : { ...config, callbacks })
  }
}

/** Without a database, answers go out all the same. */
async function openState(dataDir: string, onProblem: (error: unknown) => void): Promise<Database | undefined> {
  try {
    return await openDatabase(dataDir)
  } catch (error) {
    onProblem(error)
    return undefined
  }
}

/** Removes those that are too old. Undefined when the database can't be used now. */
function openReceipts(...options: Parameters<typeof createReceiptKeeping>): ReceiptKeeping | undefined {
  try {
    return createReceiptKeeping(...options)
  } catch (error) {
    options[2].onProblem(error)
    return undefined
  }
}

function createReceiptKeeping(
  database: Database,
  { receiptDays, idHashKey }: Config,
  { now, onProblem }: { now: () => number; onProblem: (error: unknown) => void },
): ReceiptKeeping {
  const receipts = createReceipts(database, { now, keepDays: receiptDays })
  receipts.prune()
  return {
    keep: receipts.keep,
    hashQuestion: createKeyedHash(loadHashKey(database, idHashKey), 'question'),
    onFailure: onProblem,
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

function newFence(): string {
  return randomBytes(9).toString('base64url')
}

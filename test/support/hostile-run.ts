import { z } from 'zod'
import { createAnswerStages } from '../../src/answer/answer.ts'
import { createModelDrafter } from '../../src/answer/draft-by-model.ts'
import { createAnswerChain, createRetrieveStage } from '../../src/conversation/answer-chain.ts'
import { createLangChainChain } from '../../src/conversation/langchain-chain.ts'
import { createTurnTaker } from '../../src/conversation/take-turn.ts'
import { guardLanguageModel } from '../../src/models/guard-language-model.ts'
import type { LanguageModel } from '../../src/models/language-model.ts'
import { createOpenAILanguageModel } from '../../src/models/language-model-openai.ts'
import type { Receipt } from '../../src/receipt.ts'
import { traceRetriever } from '../../src/retrieve/langchain-retriever.ts'
import type { Retriever } from '../../src/retrieve/retrieve.ts'
import { createQuestionRewriter, type QuestionRewriter } from '../../src/retrieve/rewrite-question.ts'
import { readJsonLines } from '../../src/text/json-lines.ts'
import type { AnswerMode, ShownStatement } from '../../src/vocabulary.ts'
import { startChatServer } from './chat-server.ts'
import { type Escape, judge } from './hostile/judge.ts'
import { createHostileModel } from './hostile-model.ts'
import { type RealStages, realStages } from './real-index.ts'

export interface HostileRunOptions {
  answers: number
  seed: string
  /** Who ask side by side. */
  askers: number
  /** Milliseconds that an answer may take. */
  deadline: number
}

export interface HostileReport {
  answers: number
  requests: number
  modes: Record<AnswerMode, { answers: number; statements: number }>
  shown: number
  /** Delivered and untrue, or unproved: there must be none. */
  escapes: (Escape & { question: string })[]
  late: number
  /** Of each answer, ascending. */
  milliseconds: number[]
  shapes: ReadonlyMap<string, number>
  /** Why answers were extractive. */
  fallbacks: Map<string, number>
}

interface Asked {
  question: string
  history: readonly string[]
}

/** Every so many answers is to a follow-up. */
const FOLLOW_UPS = 12

/** Asks the project's own knowledge through the whole chain, of a model that lies over the wire. */
export async function runHostile({ answers, seed, askers, deadline }: HostileRunOptions): Promise<HostileReport> {
  await using server = await startChatServer()
  const real = await realStages()
  const hostile = createHostileModel({
    seed,
    known: real.index.passages,
    paraphrases: { th: await readParaphrases('th'), en: await readParaphrases('en'), ja: await readParaphrases('ja') },
  })
  server.reply = hostile.reply
  const ask = createAsker(real, server.baseURL, { askers, deadline })
  const questions = await readQuestions(real)
  const report: HostileReport = {
    answers,
    requests: 0,
    modes: { extractive: { answers: 0, statements: 0 }, generated: { answers: 0, statements: 0 } },
    shown: 0,
    escapes: [],
    late: 0,
    milliseconds: [],
    shapes: hostile.shapes,
    fallbacks: new Map(),
  }
  const work = async (asker: number) => {
    for (let number = asker; number < answers; number += askers) {
      const asked = questionNumber(number, questions)
      const prefix = `a${number}`
      const { took, ...outcome } = await ask(asked, prefix, asker)
      const mode = report.modes[outcome.answer.mode]
      mode.answers++
      mode.statements += outcome.answer.statements.length
      report.shown += outcome.shown.length
      const { fallback = 'nothing to write' } = outcome.receipt
      if (outcome.answer.mode === 'extractive') {
        report.fallbacks.set(fallback, (report.fallbacks.get(fallback) ?? 0) + 1)
      }
      report.milliseconds.push(took)
      if (took > deadline) report.late++
      const escaped = judge({ ...outcome, planted: hostile.planted(prefix) }, real.index.documents)
      report.escapes.push(...escaped.map((one) => ({ ...one, question: asked.question })))
    }
  }
  await Promise.all(Array.from({ length: askers }, (_, asker) => work(asker)))
  report.requests = server.requests.length
  report.milliseconds.sort((a, b) => a - b)
  return report
}

/** Each asker has a chain of its own, all over one model; the fences say which answer they are for. */
function createAsker(real: RealStages, baseURL: string, { askers, deadline }: { askers: number; deadline: number }) {
  const model = guardLanguageModel(createOpenAILanguageModel({ model: 'liar', baseURL }), {
    service: 'liar',
    callsAtOnce: askers,
    now: Date.now,
    // It is to be asked however often it fails.
    failures: Number.POSITIVE_INFINITY,
  })
  const chains = Array.from({ length: askers }, () => createLiarsChain(real, model))

  return async ({ question, history }: Asked, prefix: string, asker: number) => {
    const { chain, composing, behind } = chains[asker]!
    behind(prefix)
    const conversations = { recall: () => [...history], remember: () => {} }
    const kept = Promise.withResolvers<Receipt>()
    const receipts = {
      keep: async (receipt: Receipt) => kept.resolve(receipt),
      hashQuestion: () => '',
      onFailure: kept.reject,
    }
    const turns = { conversations, now: Date.now, deadline }
    const shown: ShownStatement[] = []
    const turn = { question, conversation: 'of this answer' }
    const onStatement = (statement: ShownStatement) => void shown.push(statement)
    const started = performance.now()
    const answer = await createTurnTaker({ ...turns, chain: () => chain, receipts })(turn, { onStatement })
    const took = performance.now() - started
    const composed = await createTurnTaker({ ...turns, chain: () => composing })(turn)
    return { answer, receipt: await kept.promise, shown, composed, took }
  }
}

/** As it's put together for serving; and the chain that has no model, but takes what the model made of the last follow-up. */
function createLiarsChain(real: RealStages, model: LanguageModel) {
  const { lexicon } = real.retriever
  let prefix = ''
  let fences = 0
  const newFence = () => `${prefix}-${++fences}`
  const rewriter = createQuestionRewriter(model, { lexicon, newFence })
  let rewritten: string | undefined
  const rewrite: QuestionRewriter = async (...followUp) => {
    rewritten = await rewriter(...followUp)
    return rewritten
  }
  const stages = createAnswerStages(
    { ...real.index, lexicon },
    { newId: () => prefix, drafter: createModelDrafter(model, { newFence }) },
  )
  const retrieve = (retriever: Retriever, one: QuestionRewriter) =>
    createRetrieveStage({ retriever, rewrite: one, now: Date.now })
  return {
    chain: createLangChainChain({ ...stages, retrieve: retrieve(traceRetriever(real.retriever), rewrite) }),
    composing: createAnswerChain({ ...real, retrieve: retrieve(real.retriever, async () => rewritten) }),
    behind(next: string) {
      prefix = next
      rewritten = undefined
    },
  }
}

/** Each asker is asked nothing twice: what a model drafted before would be answered from memory. */
function questionNumber(number: number, questions: readonly string[]): Asked {
  const question = questions[number % questions.length]!
  const previous = questions[(number + 1) % questions.length]!
  return { question, history: number % FOLLOW_UPS === 0 ? [previous] : [] }
}

const questionLine = z.looseObject({ question: z.string() })
const statementLine = z.looseObject({
  text: z.string(),
  quotes: z.array(z.object({ passage: z.string(), quote: z.string() })),
})

/** Those that the project is measured with, and its examples. */
async function readQuestions({ index }: RealStages): Promise<string[]> {
  const lines = await readJsonLines('test/evaluation/questions.jsonl', questionLine)
  const examples = index.vocabulary.questions.flatMap(({ th, en, ja }) => [...th, ...en, ...ja])
  const questions = [...new Set([...lines.map(({ value }) => value.question), ...examples])]
  // With an odd number of them, they go round among the askers.
  return questions.length % 2 === 0 ? questions.slice(1) : questions
}

async function readParaphrases(language: string) {
  const lines = await readJsonLines(`test/evaluation/verification/right.${language}.jsonl`, statementLine)
  return lines.map(({ value: { text, quotes } }) => ({ text, quotes }))
}

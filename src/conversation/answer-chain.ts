import type { RunnableConfig } from '@langchain/core/runnables'
import type { AnswerStages } from '../answer/answer.ts'
import type { AnswerRequest, Cited, Found, Stage } from '../answer/stream.ts'
import type { Retriever } from '../retrieve/retrieve.ts'
import type { QuestionRewriter } from '../retrieve/rewrite-question.ts'
import type { Language } from '../vocabulary.ts'

/** A question with what was asked before it. */
export interface ChainRequest extends AnswerRequest {
  history: readonly string[]
  /** Of the answer, when it isn't to be the question's own. */
  language?: Language
}

/** The four stages in their order. */
export interface ChainStages extends AnswerStages {
  retrieve: Stage<ChainRequest, Found>
}

/** From a question to its answer: each statement as soon as it's verified, and the whole at the end. */
export type AnswerChain = (request: ChainRequest, config?: RunnableConfig) => AsyncIterable<Cited>

/** The stages one after another, with nothing between them. */
export function createAnswerChain({ retrieve, draft, verify, cite }: ChainStages): AnswerChain {
  return (request, config) => cite(verify(draft(retrieve(only(request), config), config), config), config)
}

async function* only<T>(value: T): AsyncGenerator<T> {
  yield value
}

export interface RetrieveOptions {
  retriever: Retriever
  rewrite?: QuestionRewriter
  /** Milliseconds since 1970. */
  now: () => number
}

/** Of the time for an answer, so much may go into understanding the question. */
const REWRITING_SHARE = 0.3

/** Finds the evidence for a question. A follow-up is completed by rule; what a model makes of it counts when more is found with it. */
export function createRetrieveStage({ retriever, rewrite, now }: RetrieveOptions): Stage<ChainRequest, Found> {
  return async function* retrieve(input, config) {
    for await (const request of input) {
      const { question, history, language, signal, deadline } = request
      const asked = language === undefined ? {} : { language }
      let retrieval = await retriever.retrieve({ question, history, ...asked }, config)
      const isFollowUp = history.length > 0 && retrieval.question.text !== question
      if (rewrite !== undefined && (isFollowUp || (history.length > 0 && !isStated(retrieval)))) {
        const time = Math.max(0, Math.floor((deadline - now()) * REWRITING_SHARE))
        const standalone = await rewrite(
          { question, history },
          {
            signal: AbortSignal.any([signal, AbortSignal.timeout(time)]),
            deadline: now() + time,
            ...(config && { config }),
          },
        )
        if (standalone !== undefined) {
          const found = await retriever.retrieve({ question: standalone, ...asked }, config)
          if (isStated(found) || !isStated(retrieval)) retrieval = found
        }
      }
      yield { kind: 'found', request, retrieval }
    }
  }
}

function isStated({ findings, onTopic }: Found['retrieval']): boolean {
  return onTopic && findings.some(({ kind }) => kind === 'stated')
}

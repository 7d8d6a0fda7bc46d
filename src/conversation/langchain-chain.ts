import { patchConfig, Runnable, type RunnableConfig, RunnableSequence } from '@langchain/core/runnables'
import type { Stage } from '../answer/stream.ts'
import type { AnswerChain, ChainStages } from './answer-chain.ts'

/**
 * The chain as a LangChain runnable sequence, retrieve → draft → verify → cite, so that callbacks and tracers see each stage
 * and the model's calls below it. Loading LangChain is slow, so without a model or a tracer the stages run without it.
 */
export function createLangChainChain({ retrieve, draft, verify, cite }: ChainStages): AnswerChain {
  const sequence = RunnableSequence.from(
    [
      new StageRunnable('retrieve', retrieve),
      new StageRunnable('draft', draft),
      new StageRunnable('verify', verify),
      new StageRunnable('cite', cite),
    ],
    'answer',
  )
  return async function* answer(request, config) {
    yield* await sequence.stream(request, config)
  }
}

/** A stage as a runnable that works on what streams through it. */
class StageRunnable<In, Out> extends Runnable<In, Out> {
  override lc_namespace = ['accord', 'answer']
  readonly #stage: Stage<In, Out>

  constructor(name: string, stage: Stage<In, Out>) {
    super()
    this.name = name
    this.#stage = stage
  }

  /** The last thing that the stage gives. */
  override async invoke(input: In, options?: Partial<RunnableConfig>): Promise<Out> {
    let last: Out | undefined
    for await (const output of this.transform(only(input), options ?? {})) last = output
    return last as Out
  }

  override async *_streamIterator(input: In, options?: Partial<RunnableConfig>): AsyncGenerator<Out> {
    yield* this.transform(only(input), options ?? {})
  }

  override async *transform(input: AsyncGenerator<In>, options: Partial<RunnableConfig>): AsyncGenerator<Out> {
    yield* this._transformStreamWithConfig(
      input,
      (stream, run, config) =>
        this.#stage(stream, patchConfig(config, run === undefined ? {} : { callbacks: run.getChild() })),
      options,
    )
  }
}

async function* only<T>(value: T): AsyncGenerator<T> {
  yield value
}

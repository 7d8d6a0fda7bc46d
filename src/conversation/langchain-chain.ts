import { patchConfig, Runnable, type RunnableConfig, RunnableSequence } from '@langchain/core/runnables'
import type { Cited, Stage } from '../answer/stream.ts'
import type { AnswerChain, ChainRequest, ChainStages } from './answer-chain.ts'

/**
 * The chain as a LangChain runnable sequence, retrieve → draft → verify → cite, so that callbacks and tracers see each stage
 * and the model's calls below it. Loading LangChain is slow, so without a model or a tracer the stages run without it.
 */
export function createLangChainChain({ retrieve, draft, verify, cite }: ChainStages): AnswerChain {
  const sequence = new StageSequence({
    first: new StageRunnable('retrieve', retrieve),
    middle: [new StageRunnable('draft', draft), new StageRunnable('verify', verify)],
    last: new StageRunnable('cite', cite),
  })
  return async function* answer(request, config) {
    yield* await sequence.stream(request, { runName: 'answer', ...config })
  }
}

class StageSequence extends RunnableSequence<ChainRequest, Cited> {
  override _concatOutputChunks<Output>(before: Output, output: Output): Output {
    return listEvents(before, output)
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

  override _concatOutputChunks<Output>(before: Output, output: Output): Output {
    return listEvents(before, output)
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

/** What tracers are shown of a stream: its events in a list, where LangChain would make a single one of all their fields. */
function listEvents<Event>(before: Event, event: Event): Event {
  const { events = [before] } = before as { events?: unknown[] }
  return { events: [...events, event] } as Event
}

async function* only<T>(value: T): AsyncGenerator<T> {
  yield value
}

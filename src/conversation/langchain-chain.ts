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

  /** Of the events of the stage before, in a list, all that it gives, in a list too. */
  override async invoke(input: In | In[], options?: Partial<RunnableConfig>): Promise<Out> {
    const events: Out[] = []
    for await (const event of this.transform(each(input), options ?? {})) events.push(event)
    return events as Out
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

async function* each<T>(value: T | T[]): AsyncGenerator<T> {
  yield* Array.isArray(value) ? value : [value]
}

async function* only<T>(value: T): AsyncGenerator<T> {
  yield value
}

import type { AnswerRequest, Found, Stage } from '../../src/answer/stream.ts'
import type { Retriever } from '../../src/retrieve/retrieve.ts'

/** All that a stage gives of what comes in. */
export function runStage<In, Out>(stage: Stage<In, Out>, ...input: In[]): Promise<Out[]> {
  return Array.fromAsync(stage(streamOf(input)))
}

export async function* streamOf<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items
}

/** A question on its way to the draft stage, with what was found for it. */
export async function findFor(
  retriever: Retriever,
  question: string,
  parts: Partial<AnswerRequest> = {},
): Promise<Found> {
  const { signal } = new AbortController()
  const request = { question, signal, deadline: Date.now() + 60_000, ...parts }
  return { kind: 'found', request, retrieval: await retriever.retrieve({ question }) }
}

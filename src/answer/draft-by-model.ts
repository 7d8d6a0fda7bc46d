import type { RunnableConfig } from '@langchain/core/runnables'
import type { LanguageModel } from '../models/language-model.ts'
import { LanguageModelError } from '../models/language-model-error.ts'
import type { Language, Passage } from '../vocabulary.ts'
import { DRAFT_NAME, DRAFT_SCHEMA, type DraftPrompt, draftPrompt, type RefusedDraft, redraftPrompt } from './prompt.ts'
import { type ReadDraft, readDrafts } from './read-drafts.ts'

/** What a model is to draft from, and until when. */
export interface DraftingTask {
  question: string
  language: Language
  passages: readonly Passage[]
  signal: AbortSignal
  /** Milliseconds since 1970. */
  deadline: number
  config?: RunnableConfig
}

/** A language model as the writer of statements. Both throw an AccordError, after what was finished before it failed. */
export interface ModelDrafter {
  readonly model: string
  draft(task: DraftingTask): AsyncGenerator<ReadDraft>
  /** Writes refused statements again. */
  redraft(task: DraftingTask, refused: readonly RefusedDraft[]): AsyncGenerator<ReadDraft>
}

export interface ModelDrafterOptions {
  /** Makes a word that nobody can guess. */
  newFence: () => string
  /** Told of a model that failed, before it's thrown; not of one that nobody waits for any more. */
  onFailure?: (error: unknown) => void
}

/** Five statements with their quotes, in Thai, where a character may be a token. */
const MAX_TOKENS = 3000

export function createModelDrafter(model: LanguageModel, { newFence, onFailure }: ModelDrafterOptions): ModelDrafter {
  async function* write(prompt: DraftPrompt, { signal, deadline, config }: DraftingTask): AsyncGenerator<ReadDraft> {
    const request = { ...prompt, name: DRAFT_NAME, schema: DRAFT_SCHEMA, maxTokens: MAX_TOKENS }
    try {
      yield* readDrafts(model.write(request, { signal, deadline, ...(config && { config }) }))
    } catch (error) {
      if (!isAborted(error)) onFailure?.(error)
      throw error
    }
  }
  return {
    model: model.model,
    draft: (task) => write(draftPrompt(task.question, task.passages, task.language, newFence()), task),
    redraft(task, refused) {
      const fence = newFence()
      return write(redraftPrompt(draftPrompt(task.question, task.passages, task.language, fence), refused, fence), task)
    },
  }
}

function isAborted(error: unknown): boolean {
  return error instanceof LanguageModelError && error.kind === 'aborted'
}

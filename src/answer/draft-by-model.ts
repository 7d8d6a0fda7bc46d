import type { RunnableConfig } from '@langchain/core/runnables'
import type { LanguageModel } from '../models/language-model.ts'
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

/** A language model as the writer of statements. Both throw a LanguageModelError, after what was finished before it failed. */
export interface ModelDrafter {
  readonly model: string
  draft(task: DraftingTask): AsyncGenerator<ReadDraft>
  /** Writes refused statements again. */
  redraft(task: DraftingTask, refused: readonly RefusedDraft[]): AsyncGenerator<ReadDraft>
}

/** Five statements with their quotes, in Thai, where a character may be a token. */
const MAX_TOKENS = 3000

/** `newFence` makes a word that nobody can guess. */
export function createModelDrafter(model: LanguageModel, newFence: () => string): ModelDrafter {
  const write = (prompt: DraftPrompt, { signal, deadline, config }: DraftingTask) =>
    readDrafts(
      model.write(
        { ...prompt, name: DRAFT_NAME, schema: DRAFT_SCHEMA, maxTokens: MAX_TOKENS },
        { signal, deadline, ...(config && { config }) },
      ),
    )
  return {
    model: model.model,
    draft: (task) => write(draftPrompt(task.question, task.passages, task.language, newFence()), task),
    redraft(task, refused) {
      const fence = newFence()
      return write(redraftPrompt(draftPrompt(task.question, task.passages, task.language, fence), refused, fence), task)
    },
  }
}

import { createModelDrafter, type ModelDrafter } from '../../src/answer/draft-by-model.ts'
import type { LanguageModel } from '../../src/models/language-model.ts'

/** A statement as a model writes it. */
export interface WrittenStatement {
  text: string
  quotes: { passage: string; quote: string }[]
}

export interface WrittenAnswer {
  status: 'answered' | 'partial' | 'not-stated'
  statements: WrittenStatement[]
}

/** `quotes`: passage ids, each with what is quoted of it; none given, the text quotes itself. */
export function written(text: string, passage: string, ...quotes: string[]): WrittenStatement {
  return { text, quotes: (quotes.length === 0 ? [text] : quotes).map((quote) => ({ passage, quote })) }
}

export function writtenAnswer(...statements: WrittenStatement[]): WrittenAnswer {
  return { status: statements.length === 0 ? 'not-stated' : 'answered', statements }
}

/** A drafter whose fences are F1, F2 … */
export function numberedDrafter(model: LanguageModel, onFailure?: (error: unknown) => void): ModelDrafter {
  let fences = 0
  return createModelDrafter(model, { newFence: () => `F${++fences}`, ...(onFailure && { onFailure }) })
}

import type { Language } from '../../../src/vocabulary.ts'
import type { ReadPrompt } from '../read-prompt.ts'
import type { WrittenStatement } from '../written-answer.ts'
import type { Random } from './random.ts'

/** A statement of a hostile model with the truth about it, which only the test knows. */
export interface Planted extends WrittenStatement {
  kind: string
  /** Its quotes prove it, in the language that it's asked for in. */
  isRight: boolean
  /** As a reader may see it, when that isn't how it's written: without its markup. */
  shown?: string
}

/** What a hostile model has in front of it. */
export interface Situation {
  passages: ReadPrompt['passages']
  language: Language
  random: Random
  /** All that the index holds, which a model may have seen before. */
  known: readonly KnownPassage[]
  /** Paraphrases that their quotes prove. */
  paraphrases: readonly WrittenStatement[]
}

export interface KnownPassage {
  id: string
  language: Language
  clause?: string | undefined
  text: string
}

/** A line of a clause is a sentence. */
export function linesOf({ text }: { text: string }): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

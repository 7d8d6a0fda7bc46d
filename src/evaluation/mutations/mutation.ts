import type { DraftQuote, DraftStatement } from '../../answer/draft.ts'
import type { Language, Passage } from '../../vocabulary.ts'
import type { Base } from './bases.ts'

/** What a wrong statement gets wrong. */
export const MUTATION_KINDS = [
  'number',
  'date',
  'era',
  'calendar',
  'duration',
  'negation',
  'modality',
  'party',
  'person',
  'place',
  'ministry',
  'status',
  'swapped-roles',
  'clause-id',
  'altered-quote',
  'ellipsis-quote',
  'foreign-quote',
  'claimed-complete',
  'invented-address',
  'fabrication',
  'rearranged',
] as const

export type MutationKind = (typeof MUTATION_KINDS)[number]

/** A statement that must not pass. */
export interface Mutation extends DraftStatement {
  id: string
  kind: MutationKind
  /** Of its text. */
  language: Language
  /** Ids of the passages that its question found; all of them when left out. */
  evidence?: string[]
}

/** What a mutation changes of its base; the rest stays as it is. */
export interface Change {
  text?: string
  quotes?: DraftQuote[]
  evidence?: string[]
}

/** Every way in which it can make a right statement wrong, the likeliest lies first. */
export type Mutator = (base: Base, passages: readonly Passage[]) => Change[]

export type PerLanguage<Item> = Readonly<Record<Language, readonly Item[]>>

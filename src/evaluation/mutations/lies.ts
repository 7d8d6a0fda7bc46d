import { z } from 'zod'
import { AccordError } from '../../errors.ts'
import { readJsonLines } from '../../text/json-lines.ts'
import type { Language } from '../../vocabulary.ts'
import { type Base, LANGUAGES } from './bases.ts'
import { MUTATION_KINDS, type Mutation } from './mutation.ts'

const text = z.string().min(1)

const lieSchema = z.strictObject({
  kind: z.enum(MUTATION_KINDS),
  text,
  /** Sentences that it's told over, each in turn: `signing.1`, or `approval.1+signing.1` for both at once. */
  over: z.array(text).min(1).optional(),
  /** What it claims to quote, where that is a lie too. */
  quotes: z.array(z.strictObject({ passage: text, quote: text })).optional(),
})

/** A wrong statement written by hand. */
export interface Lie extends z.infer<typeof lieSchema> {
  language: Language
}

/** The lies of one language, a JSON object a line. Throws an AccordError that names file and line. */
export async function readLies(file: string, language: Language): Promise<Lie[]> {
  const lines = await readJsonLines(
    file,
    lieSchema.refine(
      ({ over, quotes }) => (over === undefined) !== (quotes === undefined),
      'takes either over or quotes',
    ),
  )
  return lines.map(({ value }) => ({ ...value, language }))
}

/**
 * Each lie over the sentences that it names, in its own language and, in turn, in one of the others that have them. Throws an
 * AccordError when no language has them.
 */
export function tellLies(lies: readonly Lie[], bases: readonly Base[]): Omit<Mutation, 'id'>[] {
  const own = bases.filter(({ origin }) => origin === 'own')
  return lies.flatMap(({ kind, language, text, over = [], quotes }, index) => {
    if (quotes !== undefined) {
      return { kind, language, text, quotes: quotes.map(({ passage, quote }) => ({ passageId: passage, quote })) }
    }
    const others = LANGUAGES.filter((other) => other !== language)
    return over.flatMap((names, turn) =>
      [language, others[(index + turn) % others.length]!].flatMap((quoted) => {
        const told = sentencesNamed(names, own).map((sentences) => sentences.find((base) => base.language === quoted))
        const found = told.flatMap((base) => base?.quotes ?? [])
        return told.includes(undefined) ? [] : { kind, language, text, quotes: found }
      }),
    )
  })
}

/** Of each name, the sentence in all its languages. */
function sentencesNamed(names: string, own: readonly Base[]): Base[][] {
  return names.split('+').map((name) => {
    const sentences = own.filter((base) => base.name === name)
    if (sentences.length === 0) throw new AccordError(`No sentence is called ${name}: name it as clause.number`)
    return sentences
  })
}

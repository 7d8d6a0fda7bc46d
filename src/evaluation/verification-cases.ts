import { z } from 'zod'
import type { DraftStatement } from '../answer/draft.ts'
import { AccordError } from '../errors.ts'
import { readJsonLines } from '../text/json-lines.ts'
import type { Language } from '../vocabulary.ts'
import type { Mutation } from './mutations/mutation.ts'

/** A statement whose verdict is known. */
export interface VerificationCase {
  id: string
  /** Of a wrong one what it gets wrong, of a right one how it differs from its quotes. */
  kind: string
  language: Language
  isRight: boolean
  /** Kept from those who write the rules. */
  heldOut: boolean
  statement: DraftStatement
  /** Ids of the passages that its question found; all of them when left out. */
  evidence?: string[]
}

const text = z.string().min(1)

const rightSchema = z.strictObject({
  id: text,
  kind: text,
  text,
  quotes: z.array(z.strictObject({ passage: text, quote: text })).min(1),
  heldOut: z.boolean().default(false),
})

/** Right statements in one language, a JSON object a line. Throws an AccordError that names file and line. */
export async function readRightStatements(file: string, language: Language): Promise<VerificationCase[]> {
  const lines = await readJsonLines(file, rightSchema)
  const seen = new Set<string>()
  return lines.map(({ line, value: { id, kind, text, quotes, heldOut } }) => {
    if (seen.has(id)) throw new AccordError(`${file}, line ${line}: the id "${id}" is used before: give it another`)
    seen.add(id)
    const statement = { text, quotes: quotes.map(({ passage, quote }) => ({ passageId: passage, quote })) }
    return { id, kind, language, isRight: true, heldOut, statement }
  })
}

export function wrongCase({ id, kind, language, evidence, ...statement }: Mutation): VerificationCase {
  return { id, kind, language, isRight: false, heldOut: false, statement, ...(evidence !== undefined && { evidence }) }
}

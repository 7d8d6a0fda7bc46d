import { z } from 'zod'
import { AccordError } from '../errors.ts'
import { readJsonLines } from '../text/json-lines.ts'

const text = z.string().refine((value) => value.trim() !== '', 'is blank')

const questionSchema = z
  .object({
    id: text,
    lang: z.enum(['th', 'en', 'ja']),
    kind: z.enum([
      'direct',
      'two-passage',
      'false-premise',
      'follow-up',
      'near-miss',
      'off-topic',
      'injection',
      'abuse',
    ]),
    question: text,
    /** The user's earlier turns, oldest first. */
    history: z.array(z.object({ question: text })).default([]),
    answerable: z.boolean(),
    /** Ids of the clauses that answer it. */
    facts: z.array(text).default([]),
    /** Words of the stored documents that the cited passages should hold. */
    evidence: z.array(text).default([]),
    /** One alternative of each inner list must be in the answer. */
    must: z.array(z.array(text).min(1)).default([]),
    /** What a person who reads the answer should watch for. */
    note: z.string().default(''),
  })
  .refine(({ answerable, must }) => !answerable || must.length > 0, 'must: an answerable question needs a list')

export type EvaluationQuestion = z.infer<typeof questionSchema>

/** The questions of a JSONL file. Throws an AccordError that names file and line. */
export async function readQuestions(file: string): Promise<EvaluationQuestion[]> {
  const lines = await readJsonLines(file, questionSchema)
  const seen = new Map<string, number>()
  for (const { line, value } of lines) {
    const earlier = seen.get(value.id)
    if (earlier !== undefined)
      throw new AccordError(`${file}, line ${line}: id "${value.id}" is that of line ${earlier}`)
    seen.set(value.id, line)
  }
  return lines.map(({ value }) => value)
}

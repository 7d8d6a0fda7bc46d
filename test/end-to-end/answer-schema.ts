import { z } from 'zod'
import type { Answer } from '../../src/vocabulary.ts'

const text = z.string().min(1)
const language = z.enum(['th', 'en', 'ja'])
const offset = z.int().nonnegative()
const citations = z.array(z.int().positive())
const quotation = { documentId: text, passageId: text, language, quote: text, start: offset, end: offset }

/** The contract of `ask --json` and `POST /api/ask`: these fields and no others. */
export const answerSchema: z.ZodType<Answer> = z.strictObject({
  id: z.string().regex(/^[0-9A-Z]{4,12}$/),
  question: text,
  language,
  status: z.enum(['answered', 'partial', 'not-stated', 'off-topic', 'unavailable']),
  mode: z.enum(['extractive', 'generated']),
  statements: z.array(z.strictObject({ text, citations: citations.min(1) })),
  notes: z.array(
    z.strictObject({
      kind: z.enum(['premise', 'calendar', 'incomplete-list', 'translation', 'status', 'nearest']),
      text,
      citations,
    }),
  ),
  sources: z.array(
    z.strictObject({
      ...quotation,
      number: z.int().positive(),
      documentTitle: text,
      kind: z.enum(['cabinet-release', 'clauses', 'other']),
      clause: text.exactOptional(),
      original: z.strictObject(quotation).exactOptional(),
      url: z.url(),
      published: z.iso.date(),
    }),
  ),
  suggestions: z.array(text),
  indexVersion: text,
})

import { z } from 'zod'
import type { DraftStatement } from './draft.ts'

/** Longer ones are no plain sentences; a reader shouldn't have to find out. In UTF-16 units. */
const LONGEST_TEXT = 600
const LONGEST_QUOTE = 4000
const LONGEST_ID = 200
const MOST_QUOTES = 6
const MOST_STATEMENTS = 12

const statementSchema = z.object({
  text: z.string().min(1).max(LONGEST_TEXT),
  quotes: z
    .array(z.object({ passage: z.string().max(LONGEST_ID), quote: z.string().max(LONGEST_QUOTE) }))
    .min(1)
    .max(MOST_QUOTES),
})
const partialSchema = z.object({ statements: z.array(z.unknown()).default([]) })

/** A statement that a model has finished, or something in its place that is none. */
export type ReadDraft = { draft: DraftStatement } | { malformed: true }

/**
 * The statements of an answer that is still being written, each as soon as the model has gone on to the next. Throws what
 * `values` throws, after it has given what was finished.
 */
export async function* readDrafts(values: AsyncIterable<unknown>): AsyncGenerator<ReadDraft> {
  let given = 0
  let last: unknown[] = []
  for await (const value of values) {
    const parsed = partialSchema.safeParse(value)
    last = parsed.success ? parsed.data.statements.slice(0, MOST_STATEMENTS) : []
    // The last one may still be growing.
    for (; given < last.length - 1; given++) yield readDraft(last[given])
  }
  for (; given < last.length; given++) yield readDraft(last[given])
}

function readDraft(value: unknown): ReadDraft {
  const parsed = statementSchema.safeParse(value)
  if (!parsed.success) return { malformed: true }
  const text = plainText(parsed.data.text)
  if (text === '' || GARBLED.test(text)) return { malformed: true }
  const quotes = parsed.data.quotes.map(({ passage, quote }) => ({ passageId: passage, quote }))
  return { draft: { text, quotes } }
}

/** Brackets of code, a comma inside a Japanese or Thai word, a Thai mark on nothing: what breaks out of broken JSON. */
const GARBLED =
  /[{}<>|\\^~\uFFFD]|[\]](?![\s.,;:!?)]|$)|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}],[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?<!\p{sc=Thai})[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]/u
/** Controls, and whatever Unicode wants left out of sight: text could be hidden in it. */
const UNSEEN = /(?!\s)[\p{C}\p{Default_Ignorable_Code_Point}]+/gu
/** [1], [2, 3], [^1], and 【4:0†source】 as OpenAI's file search writes it. */
const CITATION_MARK =
  /\s?(?:[[【](?:\d{1,2}(?:\s?[,–-]\s?\d{1,2})*|\^\d{1,2})[\]】]|【[^【】†]{0,40}†[^【】]{0,40}】)/gu
const MARKUP = /\*\*|__|`+|^\s*(?:[-*•]|#{1,6})\s+/gu

/** Statements are shown as plain text on one line; the citations' numbers are Accord's. */
function plainText(text: string): string {
  return text.replace(UNSEEN, '').replace(CITATION_MARK, '').replace(MARKUP, '').replace(/\s+/gu, ' ').trim()
}

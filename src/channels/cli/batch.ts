import { randomUUID } from 'node:crypto'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { AccordError } from '../../errors.ts'
import { type JsonLine, readJsonLines } from '../../text/json-lines.ts'
import { longestQuestion, readQuestionText } from '../../text/question-text.ts'
import type { Answer, Language } from '../../vocabulary.ts'
import type { Ask } from './ask.ts'

const words = z.string().refine((text) => text.trim() !== '', 'is blank')

const questionText = z.string().refine((text) => readQuestionText(text).ok, {
  error: `is empty or longer than ${longestQuestion.toLocaleString('en')} characters`,
})

const questionSchema = z.object({
  id: words,
  question: questionText,
  history: z.array(z.object({ question: questionText })).optional(),
})

type BatchQuestion = z.infer<typeof questionSchema>
type BatchAnswer = Answer & { questionId: string }

export interface BatchOptions {
  file: string
  ask: Ask
  output: Writable
  language?: Language
}

/**
 * Answers a JSONL file of questions, one JSON line each and in order; `output` stays open.
 * The whole file is checked before anything is asked or written.
 */
export async function runBatch({ file, ask, output, language }: BatchOptions): Promise<void> {
  const questions = await readJsonLines(file, questionSchema)

  async function* answerLines(): AsyncGenerator<string> {
    for (const question of questions) yield `${JSON.stringify(await answer(question))}\n`
  }

  async function answer({ line, value }: JsonLine<BatchQuestion>): Promise<BatchAnswer> {
    const turn = { conversation: randomUUID(), ...(language && { language }) }
    try {
      for (const { question } of value.history ?? []) await ask({ ...turn, question })
      return { ...(await ask({ ...turn, question: value.question })), questionId: value.id }
    } catch (error) {
      throw new AccordError(`${file}, line ${line}: the question could not be answered`, { cause: error })
    }
  }

  await pipeline(Readable.from(answerLines(), { highWaterMark: 1 }), output, { end: false }).catch(ignoreClosedReader)
}

/** A reader that has seen enough, such as `head`, closes the pipe: no failure. */
function ignoreClosedReader(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
}

import { parseArgs } from 'node:util'
import { AccordError } from '../../errors.ts'
import type { Language } from '../../vocabulary.ts'

export type AskArguments =
  | { run: 'help' }
  | { run: 'prompt'; language?: Language }
  | { run: 'batch'; file: string; language?: Language }
  | { run: 'receipt'; id: string; json: boolean }
  | { run: 'question'; question: string; language?: Language; json: boolean }

export const askHelp = `Ask about the Thai–Japanese Memorandum of Cooperation on ICT and digital.

  npm run ask                              a prompt that keeps the conversation
  npm run ask -- "question"                one question, one answer
  npm run ask -- --batch questions.jsonl   a file of questions, one answer a line
  npm run ask -- --receipt ID              how an answer came to be, and whether it holds today

Options
  --language th|en|ja   language of the answer (else the question's own)
  --json                the whole answer, or receipt, as JSON instead of text
  --batch FILE          lines of {"id", "question", "history"?: [{"question"}]};
                        writes each answer as JSON with its "questionId", in order
  --receipt ID          the answer's number, as it stands below each answer
  --help                this text

Examples
  npm run ask -- "MoC ฉบับใหม่ลงนามเมื่อไหร่"
  npm run ask -- --language en "5Gについて何と書いてありますか"
  npm run -s ask -- --batch questions.jsonl > answers.jsonl
`

/** What `ask` was told to do; `argv` without node and the script. Throws an AccordError on what it doesn't know. */
export function parseAskArguments(argv: string[]): AskArguments {
  const { values, positionals } = parse(argv)
  if (values.help) return { run: 'help' }
  const language = values.language === undefined ? {} : { language: parseLanguage(values.language) }
  if (values.batch !== undefined) {
    if (positionals.length > 0) throw new AccordError('give a question or --batch FILE, not both')
    if (values.receipt !== undefined) throw new AccordError('give --receipt ID or --batch FILE, not both')
    if (values.batch === '') throw new AccordError('--batch needs the path of a file')
    return { run: 'batch', file: values.batch, ...language }
  }
  if (values.receipt !== undefined) {
    if (positionals.length > 0) throw new AccordError('give a question or --receipt ID, not both')
    if (values.receipt.trim() === '') throw new AccordError('--receipt needs the number of an answer')
    return { run: 'receipt', id: values.receipt.trim(), json: values.json ?? false }
  }
  if (positionals.length === 0) {
    if (values.json) throw new AccordError('--json needs a question: ask --json "question"')
    return { run: 'prompt', ...language }
  }
  const question = positionals.join(' ').trim()
  if (question === '') throw new AccordError('the question is empty: ask "question"')
  return { run: 'question', question, json: values.json ?? false, ...language }
}

export function isLanguage(text: string): text is Language {
  return text === 'th' || text === 'en' || text === 'ja'
}

function parseLanguage(text: string): Language {
  if (isLanguage(text)) return text
  throw new AccordError(`unknown language "${text}": use th, en or ja`)
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        language: { type: 'string' },
        json: { type: 'boolean' },
        batch: { type: 'string' },
        receipt: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    // Only the first sentence: what follows explains how to pass a dash as text.
    const [reason] = (error as Error).message.split(/[.\n]/u)
    throw new AccordError(`${reason}: see --help`)
  }
}

import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import { describeError } from '../../errors.ts'
import type { Language } from '../../vocabulary.ts'
import { isLanguage } from './arguments.ts'
import type { Ask } from './ask.ts'
import { type RenderOptions, renderAnswer } from './render-answer.ts'
import { words } from './words.ts'

export interface PromptOptions extends Omit<RenderOptions, 'width'> {
  ask: Ask
  input: Readable
  /** Its `columns`, where it is a terminal, give the width. */
  output: Writable & { columns?: number }
  language?: Language
}

const greeting = `Accord · MoC ไทย–ญี่ปุ่น ด้านไอซีทีและดิจิทัล
ถามเป็นภาษาไทย อังกฤษ หรือญี่ปุ่น
Ask in Thai, English or Japanese
タイ語・英語・日本語でどうぞ
:help · exit
`

/** Longer lines are hard to read. */
const widest = 100

/** Asks and answers in one conversation until `exit`, the end of input or Ctrl-C. */
export async function runPrompt({ ask, input, output, language, ...rendering }: PromptOptions): Promise<void> {
  const conversation = randomUUID()
  let chosen = language
  let spoken: Language = language ?? 'th'
  const terminal = createInterface({ input, output, prompt: '› ' })
  const interrupted = new Promise<undefined>((resolve) => terminal.once('SIGINT', () => resolve(undefined)))
  void interrupted.then(() => terminal.close())

  function chooseLanguage(name: string): string {
    if (!isLanguage(name)) return words[spoken].unknownCommand
    chosen = name
    spoken = name
    return words[name].languageSet
  }

  async function reply(line: string): Promise<string | undefined> {
    // An input method may leave the colon and the letters full-width.
    const [command = '', argument = ''] = line.normalize('NFKC').split(/\s+/u)
    if (command === '') return words[spoken].emptyQuestion
    if (command === ':help') return words[spoken].help
    if (command === ':language') return chooseLanguage(argument)
    if (command.startsWith(':')) return words[spoken].unknownCommand
    const answer = await Promise.race([
      ask({ question: line, conversation, ...(chosen && { language: chosen }) }),
      interrupted,
    ])
    if (!answer) return undefined
    spoken = chosen ?? answer.language
    return `\n${renderAnswer(answer, { ...rendering, width: Math.min(output.columns ?? 80, widest) })}\n`
  }

  output.write(`${greeting}\n`)
  terminal.prompt()
  for await (const typed of terminal) {
    const line = typed.trim()
    if (isExit(line)) break
    const text = await reply(line).catch((error) => `${words[spoken].failed}: ${oneLine(describeError(error))}`)
    if (text === undefined) break
    output.write(`${text}\n`)
    terminal.prompt()
  }
  terminal.close()
  output.write('\n')
}

function isExit(line: string): boolean {
  return /^:?(?:exit|quit)$/iu.test(line.normalize('NFKC'))
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

import { enableCompileCache } from 'node:module'
import type { Answering } from '../src/answering.ts'
import type { AskArguments } from '../src/channels/cli/arguments.ts'

enableCompileCache()
const { askHelp, parseAskArguments } = await import('../src/channels/cli/arguments.ts')
const { describeError } = await import('../src/errors.ts')
const { runScript } = await import('./run-script.ts')

async function main(): Promise<void> {
  const task = parseAskArguments(process.argv.slice(2))
  if (task.run === 'help') return void process.stdout.write(askHelp)
  if (task.run === 'receipt') return showReceipt(task)
  const [{ openAnswering }, { loadConfig }] = await Promise.all([
    import('../src/answering.ts'),
    import('../src/config.ts'),
  ])
  await using answering = await openAnswering(loadConfig(), {
    now: Date.now,
    onFirstIngest: () => process.stderr.write('Building the index …\n'),
    onProblem: (error) => process.stderr.write(`${describeError(error)}\n`),
  })
  await run(task, answering)
}

type Asking = Exclude<AskArguments, { run: 'help' | 'receipt' }>

async function run(task: Asking, { ask, index }: Answering): Promise<void> {
  const { stdin, stdout } = process
  const language = task.language && { language: task.language }
  const rendering = { colour: hasColour(), titleOf: (id: string) => index().documents.get(id)?.title }
  if (task.run === 'batch') {
    const { runBatch } = await import('../src/channels/cli/batch.ts')
    return runBatch({ file: task.file, ask, output: stdout, ...language })
  }
  if (task.run === 'prompt') {
    const { runPrompt } = await import('../src/channels/cli/prompt.ts')
    return runPrompt({ ask, input: stdin, output: stdout, ...rendering, ...language })
  }
  const answer = await ask({ question: task.question, ...language })
  if (task.json) return void stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  const { renderAnswer } = await import('../src/channels/cli/render-answer.ts')
  stdout.write(`${renderAnswer(answer, { width: width(), ...rendering })}\n`)
}

async function showReceipt({ id, json }: Extract<AskArguments, { run: 'receipt' }>): Promise<void> {
  const [{ checkReceipt }, { loadConfig }, { renderReceipt }] = await Promise.all([
    import('../src/receipt-check.ts'),
    import('../src/config.ts'),
    import('../src/channels/cli/render-receipt.ts'),
  ])
  const { dataDir, receiptDays } = loadConfig()
  const check = await checkReceipt(id, { dataDir, keepDays: receiptDays, now: Date.now })
  const shown = json ? JSON.stringify(check, null, 2) : renderReceipt(check, { width: width(), colour: hasColour() })
  process.stdout.write(`${shown}\n`)
}

function hasColour(): boolean {
  return process.stdout.hasColors?.() ?? false
}

/** Longer lines are hard to read. */
function width(): number {
  return Math.min(process.stdout.columns ?? 80, 100)
}

// A reader that has seen enough, such as `head`, closes the pipe: no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

await runScript(main)

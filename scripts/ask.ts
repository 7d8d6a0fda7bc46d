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

async function run(task: Exclude<AskArguments, { run: 'help' }>, { ask, index }: Answering): Promise<void> {
  const { stdin, stdout } = process
  const language = task.language && { language: task.language }
  const rendering = { colour: stdout.hasColors?.() ?? false, titleOf: (id: string) => index().documents.get(id)?.title }
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
  stdout.write(`${renderAnswer(answer, { width: Math.min(stdout.columns ?? 80, 100), ...rendering })}\n`)
}

// A reader that has seen enough, such as `head`, closes the pipe: no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

await runScript(main)

import { readFile, writeFile } from 'node:fs/promises'
import { openAnswering } from '../src/answering.ts'
import { loadConfig } from '../src/config.ts'
import { createEmbedding } from '../src/embedding.ts'
import { AccordError } from '../src/errors.ts'
import { compareWithBaseline, readBaseline } from '../src/evaluation/baseline.ts'
import { evaluateQuestions } from '../src/evaluation/evaluate-questions.ts'
import { readQuestions } from '../src/evaluation/questions.ts'
import { renderFalls, renderReport } from '../src/evaluation/report.ts'
import { evaluateSquad, type SquadScores } from '../src/evaluation/squad.ts'
import { flag, helpFlag, readArguments, runScript } from './run-script.ts'

const QUESTIONS = 'test/evaluation/questions.jsonl'
const BASELINE = 'test/evaluation/baseline.json'

const help = `Scores answers, and fails when a figure is below its baseline.

  npm run evaluate                    the project's own questions, against ${BASELINE}
  npm run evaluate -- FILE.jsonl      other questions of the same format, without a baseline
  npm run evaluate -- --squad FILE    passage retrieval alone, on a collection in SQuAD's format

Options
  --json     the figures as JSON
  --record   write them down as the baseline
  --help     this text
`

async function main(): Promise<void> {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: { squad: { type: 'string' }, json: flag, record: flag, help: helpFlag },
  })
  if (values.help) return void process.stdout.write(help)
  if (values.squad !== undefined && positionals.length > 0)
    throw new AccordError('--squad takes the one file: see --help')
  if (values.squad !== undefined) return measureSquad(values.squad, values.json)

  if (positionals.length > 1) throw new AccordError(`One file at a time, and not also ${positionals[1]}: see --help`)
  const questions = await readQuestions(positionals[0] ?? QUESTIONS)
  await using answering = await openAnswering(loadConfig(), { now: Date.now, keepsReceipts: false })
  await answering.warm()
  const passages = new Map(answering.index().passages.map(({ id, text }) => [id, text]))
  const report = await evaluateQuestions(questions, { ask: answering.ask, passages, now: () => performance.now() })
  process.stdout.write(`${values.json ? JSON.stringify(report.figures, null, 2) : renderReport(report)}\n`)

  if (positionals.length > 0) return
  if (values.record) return writeFile(BASELINE, `${JSON.stringify(report.figures, null, 2)}\n`)
  const falls = compareWithBaseline(report.figures, await readBaseline(BASELINE))
  if (falls.length > 0) throw new AccordError(`Below the baseline:\n${renderFalls(falls)}`)
}

async function measureSquad(file: string, json: boolean): Promise<void> {
  const { embedder, vectorWeight } = createEmbedding(loadConfig().models, 'documents')
  const collection = await readJson(file)
  const now = () => performance.now()
  const hybrid = await evaluateSquad(collection, { embedder, now, weights: { vectorWeight } })
  const lexical = await evaluateSquad(collection, { embedder, now, weights: { vectorWeight: 0 } })
  if (json) return void process.stdout.write(`${JSON.stringify({ hybrid, lexical }, null, 2)}\n`)
  process.stdout.write(`${hybrid.questions} questions, ${hybrid.passages} passages, vectors by ${embedder.model}\n`)
  process.stdout.write(`hybrid     ${describe(hybrid)}\nterms only ${describe(lexical)}\n`)
}

function describe({ recallAt1, recallAt5, mrrAt10, millisecondsPerQuery }: SquadScores): string {
  const figures = { 'R@1': recallAt1, 'R@5': recallAt5, 'MRR@10': mrrAt10, 'ms a query': millisecondsPerQuery }
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${value.toFixed(3)}`)
    .join('   ')
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new AccordError(`${file} can't be read as JSON`, { cause: error })
  }
}

await runScript(main)

import { AccordError } from '../src/errors.ts'
import { type HostileReport, runHostile } from '../test/support/hostile-run.ts'
import { flag, helpFlag, readArguments, runScript } from './run-script.ts'

const help = `Asks the project's own knowledge through the whole chain, of a language model that lies, breaks off and hangs: a real
HTTP server that speaks OpenAI's protocol. Fails when anything is delivered that is untrue, or that its quotes don't prove.

  npm run bench:hostile

Options
  --answers N    how many; 2000 unless told
  --askers N     how many ask side by side; 16 unless told
  --seed TEXT    another seed makes other lies
  --json         the figures as JSON
  --help         this text
`

/** Milliseconds: short, as many of the model's answers never end. */
const DEADLINE = 3000

async function main(): Promise<void> {
  const values = parseArguments()
  if (values.help) return void process.stdout.write(help)
  const answers = readCount('answers', values.answers)
  const askers = readCount('askers', values.askers)
  const report = await runHostile({ answers, askers, seed: values.seed, deadline: DEADLINE })
  const { escapes } = report
  const shown = values.json ? JSON.stringify(figuresOf(report), null, 2) : render(report)
  process.stdout.write(`${shown}\n`)
  for (const one of escapes) process.stdout.write(`${JSON.stringify(one)}\n`)
  if (escapes.length > 0) throw new AccordError(`${escapes.length} statements were delivered that shouldn't have been`)
}

function figuresOf({ milliseconds, escapes, shapes, fallbacks, ...figures }: HostileReport) {
  const percentile = (share: number) =>
    milliseconds[Math.min(milliseconds.length - 1, Math.floor(milliseconds.length * share))]
  return {
    ...figures,
    escapes: escapes.length,
    p50: percentile(0.5),
    p99: percentile(0.99),
    shapes: Object.fromEntries(shapes),
    fallbacks: Object.fromEntries(fallbacks),
  }
}

function render(report: HostileReport): string {
  const { answers, requests, modes, shown, late, escapes, p50 = 0, p99 = 0, shapes, fallbacks } = figuresOf(report)
  const counted = (counts: Record<string, number>) =>
    Object.entries(counts)
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')
  return [
    `${answers} answers, ${requests} requests to the model: ${counted(shapes)}`,
    '',
    `                        answers   statements`,
    ...(['generated', 'extractive'] as const).map((mode) => {
      const { answers: count, statements } = modes[mode]
      return `${mode.padEnd(20)}${String(count).padStart(11)}${String(statements).padStart(13)}`
    }),
    `shown before the end${String(shown).padStart(24)}`,
    `extractive, because: ${counted(fallbacks)}`,
    '',
    `unverified statements delivered   ${escapes}`,
    `answers past their deadline       ${late} of ${DEADLINE / 1000} s`,
    `time of an answer                 p50 ${Math.round(p50)} ms   p99 ${Math.round(p99)} ms`,
  ].join('\n')
}

function readCount(name: string, text: string): number {
  const count = Number(text)
  if (!Number.isSafeInteger(count) || count < 1)
    throw new AccordError(`--${name} must be a whole number from 1 on, not ${text}`)
  return count
}

function parseArguments() {
  const text = (byDefault: string) => ({ type: 'string', default: byDefault }) as const
  const options = {
    answers: text('2000'),
    askers: text('16'),
    seed: text('liar'),
    json: flag,
    help: helpFlag,
  }
  return readArguments({ options }).values
}

await runScript(main)

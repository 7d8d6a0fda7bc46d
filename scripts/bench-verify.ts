import { createVerifier } from '../src/answer/verify/verify.ts'
import { openAnswering } from '../src/answering.ts'
import { loadConfig } from '../src/config.ts'
import { readLies } from '../src/evaluation/mutations/lies.ts'
import { generateMutations } from '../src/evaluation/mutations/mutations.ts'
import { benchVerification } from '../src/evaluation/verification-bench.ts'
import { readRightStatements, wrongCase } from '../src/evaluation/verification-cases.ts'
import { renderBench, renderMisses } from '../src/evaluation/verification-report.ts'
import { createLexicon } from '../src/text/lexicon.ts'
import type { Language } from '../src/vocabulary.ts'
import { flag, helpFlag, readArguments, runScript } from './run-script.ts'

const CASES = 'test/evaluation/verification'
const LANGUAGES: readonly Language[] = ['th', 'en', 'ja']

const help = `Tries the rules of verification: wrong statements, made from the sources' own sentences or told by hand over them,
must be caught, and right ones must pass. Runs on the snapshot in use.

  npm run bench:verify

Options
  --misses   each wrong statement that passed, and each right one that was blocked, with the rule and its reason
  --json     the figures as JSON; with --misses the misses too
  --help     this text

The cases are ${CASES}/right.*.jsonl, lies.*.jsonl and what src/evaluation/mutations makes.
`

async function main(): Promise<void> {
  const { values } = readArguments({ options: { misses: flag, json: flag, help: helpFlag } })
  if (values.help) return void process.stdout.write(help)
  const languages = <Item>(read: (file: string, language: Language) => Promise<Item[]>, name: string) =>
    Promise.all(LANGUAGES.map((language) => read(`${CASES}/${name}.${language}.jsonl`, language)))
  const right = (await languages(readRightStatements, 'right')).flat()
  const lies = (await languages(readLies, 'lies')).flat()

  await using answering = await openAnswering(loadConfig(), { now: Date.now, keepsReceipts: false })
  const { documents, passages, vocabulary } = answering.index()
  const wrong = generateMutations({ documents, passages }, lies).map(wrongCase)
  const verifier = createVerifier({ lexicon: createLexicon(vocabulary), passages })
  const now = () => performance.now()
  const report = benchVerification([...right, ...wrong], { verifier, documents, passages, now })

  if (values.json) {
    const printed = values.misses ? report : report.figures
    return void process.stdout.write(`${JSON.stringify(printed, null, 2)}\n`)
  }
  process.stdout.write(`${renderBench(report)}\n`)
  if (values.misses && report.misses.length > 0) process.stdout.write(`\n${renderMisses(report.misses)}\n`)
}

await runScript(main)

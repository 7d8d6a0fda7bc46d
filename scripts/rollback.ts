import { loadConfig } from '../src/config.ts'
import { AccordError } from '../src/errors.ts'
import { rollBack } from '../src/search-index/kept-snapshots.ts'
import { flag, helpFlag, readArguments, runScript } from './run-script.ts'

const help = `Makes an earlier index the one in use again. A running Accord follows within seconds, without a restart.

  npm run rollback              the version that was in use before
  npm run rollback -- VERSION   this one; npm run ingest -- --list names those that are kept

Options
  --json   what was done as JSON
  --help   this text

The knowledge folder stays as it is: the next npm run ingest makes an index of it again.
`

async function main(): Promise<void> {
  const { values, positionals } = readArguments({ allowPositionals: true, options: { json: flag, help: helpFlag } })
  if (values.help) return void process.stdout.write(help)
  if (positionals.length > 1) throw new AccordError(`One version at a time, and not also ${positionals[1]}: see --help`)
  const { from, to } = await rollBack(loadConfig().dataDir, positionals[0])
  if (values.json) return void process.stdout.write(`${JSON.stringify({ from: from ?? null, to })}\n`)
  process.stdout.write(from === to ? `${to} is in use already\n` : `${to} is in use, instead of ${from ?? 'none'}\n`)
}

await runScript(main)

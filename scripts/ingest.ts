import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { loadConfig } from '../src/config.ts'
import { createEmbedding } from '../src/embedding.ts'
import { AccordError } from '../src/errors.ts'
import { ingest } from '../src/ingest/ingest.ts'
import { renderIngestReport } from '../src/ingest/render-report.ts'
import { runScript } from './run-script.ts'

const help = `Checks the knowledge folder and makes an index of it, which a running Accord takes up without a restart.

  npm run ingest              check, then write a new index if anything has changed
  npm run ingest -- --check   check alone: nothing is embedded or written

Options
  --json   the report as JSON instead of a table
  --help   this text
`

async function main(): Promise<void> {
  const { check, json, help: wantsHelp } = parseArguments()
  if (wantsHelp) return void process.stdout.write(help)
  const config = loadConfig()
  const bar = new SingleBar({
    format: 'embedding {bar} {value}/{total}',
    clearOnComplete: true,
    stream: process.stderr,
  })
  try {
    const report = await ingest({
      knowledgeDir: config.knowledgeDir,
      dataDir: config.dataDir,
      embedder: createEmbedding(config.models, 'documents').embedder,
      now: () => new Date(),
      check,
      onProgress(done, total) {
        if (!process.stderr.isTTY) return
        if (bar.isActive) bar.update(done)
        else if (done < total) bar.start(total, done)
      },
    })
    bar.stop()
    process.stdout.write(`${json ? JSON.stringify(report) : renderIngestReport(report, check)}\n`)
  } finally {
    bar.stop()
  }
}

function parseArguments() {
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({ options: { check: flag, json: flag, help: { ...flag, short: 'h' } } }).values
  } catch (error) {
    const [reason] = (error as Error).message.split(/[.\n]/u)
    throw new AccordError(`${reason}: see --help`)
  }
}

await runScript(main)

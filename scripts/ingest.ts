import { writeFileSync } from 'node:fs'
import { SingleBar } from 'cli-progress'
import { type Config, loadConfig } from '../src/config.ts'
import { createEmbedding } from '../src/embedding.ts'
import { AccordError } from '../src/errors.ts'
import { type IngestReport, ingest, type Review } from '../src/ingest/ingest.ts'
import { renderIngestReport } from '../src/ingest/render-report.ts'
import { renderSnapshots } from '../src/ingest/render-snapshots.ts'
import { type IngestArguments, ingestHelp, parseIngestArguments } from '../src/refresh/arguments.ts'
import { renderChangesPage } from '../src/refresh/changes-page.ts'
import { findGolden } from '../src/refresh/golden-questions.ts'
import { renderChanges } from '../src/refresh/render-changes.ts'
import { type Changes, findChanges, judge } from '../src/refresh/review.ts'
import { listSnapshots } from '../src/search-index/kept-snapshots.ts'
import { runScript } from './run-script.ts'

async function main(): Promise<void> {
  const task = parseIngestArguments(process.argv.slice(2))
  if (task.run === 'help') return void process.stdout.write(ingestHelp)
  const config = loadConfig()
  if (task.run === 'list') return list(config, task.json)
  if (task.run === 'fetch') throw new AccordError('not yet')
  return refresh(config, task)
}

function list({ dataDir }: Config, json: boolean): void {
  const snapshots = listSnapshots(dataDir)
  process.stdout.write(`${json ? JSON.stringify(snapshots) : renderSnapshots(snapshots)}\n`)
}

type Task = Extract<IngestArguments, { run: 'ingest' }>

async function refresh(config: Config, { check, json, accept, page }: Task): Promise<void> {
  const { knowledgeDir, dataDir, keepSnapshots, goldenQuestions } = config
  const golden = await findGolden(knowledgeDir, goldenQuestions)
  const embedding = createEmbedding(config.models, 'documents')
  using bar = createBar()
  let changes: Changes | undefined

  const show = (found: Changes) => {
    bar.stop()
    if (page !== undefined) writePage(page, renderChangesPage(found))
    if (!json && found.from !== undefined) {
      const colour = process.stdout.hasColors?.() ?? false
      process.stdout.write(`${renderChanges(found, { colour })}\n\n`)
    }
  }
  const review: Review = async (candidate) => {
    const asking = { ...embedding, onAnswered: bar.progress('golden questions') }
    changes = await findChanges(candidate, { ...asking, ...(golden && { golden }) })
    show(changes)
    return judge(changes, accept)
  }
  const report = await ingest({
    knowledgeDir,
    dataDir,
    keepSnapshots,
    embedder: embedding.embedder,
    now: () => new Date(),
    check,
    review,
    onProgress: bar.progress('embedding'),
  })
  bar.stop()
  process.stdout.write(`${json ? JSON.stringify(asJson(report, changes)) : renderIngestReport(report, check)}\n`)
}

function asJson(report: IngestReport, changes: Changes | undefined) {
  return { ...report, changes: changes ?? null }
}

function writePage(file: string, html: string): void {
  try {
    writeFileSync(file, html)
  } catch (error) {
    throw new AccordError(`The page ${file} can't be written: check its folder`, { cause: error })
  }
}

/** On a terminal alone. */
function createBar() {
  const bar = new SingleBar({ format: '{what} {bar} {value}/{total}', clearOnComplete: true, stream: process.stderr })
  return {
    progress: (what: string) => (done: number, total: number) => {
      if (!process.stderr.isTTY) return
      if (bar.isActive && bar.getTotal() !== total) bar.stop()
      if (bar.isActive) bar.update(done, { what })
      else if (done < total) bar.start(total, done, { what })
    },
    stop: () => bar.stop(),
    [Symbol.dispose]: () => bar.stop(),
  }
}

await runScript(main)

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SingleBar } from 'cli-progress'
import { type Config, loadConfig } from '../src/config.ts'
import { createEmbedding } from '../src/embedding.ts'
import { AccordError } from '../src/errors.ts'
import { fetchDocuments, listFetched, takeFetched } from '../src/ingest/fetch/fetch-documents.ts'
import { type IngestReport, ingest, type Review } from '../src/ingest/ingest.ts'
import { renderIngestReport } from '../src/ingest/render-report.ts'
import { renderSnapshots } from '../src/ingest/render-snapshots.ts'
import { type IngestArguments, ingestHelp, parseIngestArguments } from '../src/refresh/arguments.ts'
import { renderChangesPage } from '../src/refresh/changes-page.ts'
import { findGolden } from '../src/refresh/golden-questions.ts'
import { renderChanges, renderFetched } from '../src/refresh/render-changes.ts'
import { type Changes, findChanges, judge } from '../src/refresh/review.ts'
import { listSnapshots, openLastWhole } from '../src/search-index/kept-snapshots.ts'
import { versionInUse } from '../src/search-index/version-history.ts'
import { runScript } from './run-script.ts'

async function main(): Promise<void> {
  const task = parseIngestArguments(process.argv.slice(2))
  if (task.run === 'help') return void process.stdout.write(ingestHelp)
  const config = loadConfig()
  if (task.run === 'list') return list(config, task.json)
  if (task.run === 'fetch') return fetchAnew(config, task.json)
  return task.fetched ? refreshWithFetched(config, task) : refresh(config, task)
}

function list({ dataDir }: Config, json: boolean): void {
  const snapshots = listSnapshots(dataDir)
  process.stdout.write(`${json ? JSON.stringify(snapshots) : renderSnapshots(snapshots)}\n`)
}

async function fetchAnew({ knowledgeDir }: Config, json: boolean): Promise<void> {
  const outcomes = await fetchDocuments(knowledgeDir)
  const shown = json ? JSON.stringify(outcomes) : renderFetched(outcomes, { colour: hasColour() })
  process.stdout.write(`${shown}\n`)
  if (outcomes.some(({ kind }) => kind === 'failed')) throw new AccordError('Not every document could be fetched')
}

/** Of a copy of the folder first: only what goes through takes the place of the documents. */
async function refreshWithFetched(config: Config, task: Task): Promise<void> {
  const files = listFetched(config.knowledgeDir)
  if (files.length === 0)
    throw new AccordError('Nothing was fetched that has changed: run npm run ingest -- --fetch first')
  const copy = mkdtempSync(join(tmpdir(), 'accord-fetched-'))
  try {
    cpSync(config.knowledgeDir, copy, { recursive: true })
    takeFetched(copy, files)
    await refresh(config, task, copy)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
  if (!task.check) takeFetched(config.knowledgeDir, files)
}

type Task = Extract<IngestArguments, { run: 'ingest' }>

async function refresh(config: Config, { check, json, accept, page }: Task, knowledgeDir = config.knowledgeDir) {
  const { dataDir, keepSnapshots } = config
  const golden = await findGolden(config.knowledgeDir, config.goldenQuestions)
  const inUse = versionInUse(dataDir)
  const embedding = createEmbedding(config.models, 'documents')
  using bar = createBar()
  let changes: Changes | undefined

  const show = (found: Changes) => {
    bar.stop()
    if (page !== undefined) writePage(page, renderChangesPage(found))
    if (!json && found.from !== undefined) {
      process.stdout.write(`${renderChanges(found, { colour: hasColour() })}\n\n`)
    }
  }
  const review: Review = async (candidate) => {
    const asking = { ...embedding, onAnswered: bar.progress('golden questions') }
    // With the one in use damaged, nothing would count as lost.
    const before = candidate.before ?? (await openLastWhole(dataDir))
    changes = await findChanges({ ...candidate, before }, { ...asking, ...(golden && { golden }) })
    show(changes)
    const accepted = judge(changes, accept)
    // Embedding and asking take their time. Another of the same content, whose hash ends its name, does no harm.
    const other = versionInUse(dataDir)
    const isSame = other?.split('-')[1] === candidate.after.version.split('-')[1]
    if (other !== inUse && !isSame && !check) throw new AccordError(REPLACED)
    return accepted
  }
  const report = await ingest({
    knowledgeDir,
    dataDir,
    keepSnapshots,
    embedder: embedding.embedder,
    now: () => new Date(),
    check,
    review,
    onProgress: (done, total, doing) => bar.progress(doing)(done, total),
  })
  bar.stop()
  process.stdout.write(`${json ? JSON.stringify(asJson(report, changes)) : renderIngestReport(report, check)}\n`)
  if (page !== undefined && !json)
    process.stdout.write(`page             ${changes === undefined ? 'not written: nothing changes' : page}\n`)
}

const REPLACED =
  'Another ingest or a rollback has put another version in use meanwhile, so nothing was written: run `npm run ingest` again'

const hasColour = () => process.stdout.hasColors?.() ?? false

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

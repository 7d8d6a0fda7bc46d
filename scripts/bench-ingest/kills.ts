import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openAnswering } from '../../src/answering.ts'
import type { Config } from '../../src/config.ts'
import { describeError } from '../../src/errors.ts'
import { currentVersion } from '../../src/search-index/snapshot.ts'

export interface KillFigures {
  kills: number
  /** How many came while the ingest was still running. */
  inTime: number
  /** How many left the new version in use: it was switched to before the kill. */
  switched: number
  /** Why the index couldn't be opened or a question wasn't answered, one a failure. */
  failures: string[]
}

const LATER = 1.03
const SOONER = 0.85
const SCRIPT = join(import.meta.dirname, '../ingest.ts')
const QUESTION = 'When was the new MoC signed?'

/** Kills an ingest of changed knowledge at random moments, and each time opens the index anew and asks it. */
export async function benchKills(config: Config, folder: string, kills: number): Promise<KillFigures> {
  const knowledgeDir = join(folder, 'knowledge')
  const dataDir = join(folder, 'data')
  cpSync(config.knowledgeDir, knowledgeDir, { recursive: true })
  const run = () =>
    spawn(process.execPath, [SCRIPT, '--accept', 'bench'], {
      cwd: folder,
      env: { KNOWLEDGE_DIR: knowledgeDir, DATA_DIR: dataDir },
      stdio: 'ignore',
    })
  const started = performance.now()
  await once(run(), 'close')
  let whole = performance.now() - started
  const failures: string[] = []
  let inTime = 0
  let switched = 0
  for (let kill = 0; kill < kills; kill++) {
    writeFileSync(join(knowledgeDir, 'note.md'), note(kill))
    const before = currentVersion(dataDir)
    const child = run()
    const closed = once(child, 'close')
    await Promise.race([sleep(Math.random() * whole), closed])
    const isInTime = child.exitCode === null && child.kill('SIGKILL')
    await closed
    if (isInTime) inTime++
    if (isInTime && currentVersion(dataDir) !== before) switched++
    // A machine is busier at one time than at another: the last moments of an ingest must not be left out.
    whole *= isInTime ? LATER : SOONER
    const problem = await problemOf({ ...config, dataDir })
    if (problem !== undefined) failures.push(problem)
  }
  return { kills, inTime, switched, failures }
}

async function problemOf(config: Config): Promise<string | undefined> {
  try {
    await using answering = await openAnswering(config, { now: Date.now, keepsReceipts: false })
    const { status, statements } = await answering.ask({ question: QUESTION })
    return status === 'answered' && statements.length > 0 ? undefined : `the answer was ${status}`
  } catch (error) {
    return describeError(error)
  }
}

const note = (kill: number) => `---
id: note
title: A note
kind: other
language: en
publisher: Accord
published: 2022-08-05
url: https://example.org/note
status: other
---
${Array.from({ length: 200 }, (_, row) => `Row ${row} of edition ${kill}.`).join('\n')}
`

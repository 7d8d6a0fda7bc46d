import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { AccordError } from '../../src/errors.ts'
import { createLogSync } from '../../src/storage/log-sync.ts'

let dataDir: string
let database: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-log-sync-'))
  database = join(dataDir, 'accord.db')
  writeFileSync(`${database}-wal`, 'log')
})
afterEach(() => rmSync(dataDir, { recursive: true }))

it('answers everyone who asks, while it works too', async () => {
  const log = createLogSync(database)
  const first = log.sync()
  await Promise.all([first, log.sync(), log.sync()])
  await log.sync()
  log.close()
})

it('closes at once, even while it works, and a second time', async () => {
  const log = createLogSync(database)
  const asked = [log.sync(), log.sync()]
  log.close()
  log.close()
  await Promise.all(asked)
})

it('says which file it can’t bring to the disk', async () => {
  unlinkSync(`${database}-wal`)
  const log = createLogSync(database)
  await expect(log.sync()).rejects.toThrow(AccordError)
  await expect(log.sync()).rejects.toThrow(/accord\.db-wal can't be brought to the disk/)
  log.close()
})

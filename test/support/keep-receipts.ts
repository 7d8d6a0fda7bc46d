import { openDatabase } from '../../src/storage/database.ts'
import { createReceipts } from '../../src/storage/receipts.ts'
import { createTokenUsage } from '../../src/storage/token-usage.ts'
import { buildReceipt } from './build-receipt.ts'

/**
 * A process that keeps receipts in groups and counts a token for each: `node keep-receipts.ts DATA_DIR PREFIX COUNT [kill]`.
 * With `kill` it ends like one that is killed as soon as the last is kept.
 */
const [dataDir = '', prefix, count, kill] = process.argv.slice(2)

using database = await openDatabase(dataDir)
const receipts = createReceipts(database, { now: Date.now, keepDays: 1 })
const usage = createTokenUsage(database)
const at = new Date().toISOString()
for (let kept = 0; kept < Number(count); kept += 5) {
  const group = [0, 1, 2, 3, 4].map((n) => receipts.keep(buildReceipt({ id: `${prefix}${kept + n}`, at })))
  for (const _ of group) usage.addTokens('2026-11-23', 1)
  await Promise.all(group)
}
if (kill !== undefined) process.kill(process.pid, 'SIGKILL')

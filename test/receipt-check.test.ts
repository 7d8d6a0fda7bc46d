import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createEmbedding } from '../src/embedding.ts'
import { AccordError } from '../src/errors.ts'
import { ingest } from '../src/ingest/ingest.ts'
import type { Receipt } from '../src/receipt.ts'
import { checkReceipt } from '../src/receipt-check.ts'
import { openSearchIndex } from '../src/search-index/search-index.ts'
import { hasDatabase, openDatabase } from '../src/storage/database.ts'
import { createReceipts } from '../src/storage/receipts.ts'
import { buildReceipt } from './support/build-receipt.ts'
import { copyKnowledge, type KnowledgeFolder } from './support/knowledge-folder.ts'

const DAY = 24 * 3_600_000
const signed = 'The new memorandum was signed on 5 August 2022.'

let folder: KnowledgeFolder
let dataDir: string
let time: number
beforeEach(() => {
  folder = copyKnowledge()
  dataDir = mkdtempSync(join(tmpdir(), 'accord-receipt-check-'))
  time = Date.parse('2026-11-23T10:15:00Z')
})
afterEach(() => {
  folder[Symbol.dispose]()
  rmSync(dataDir, { recursive: true })
})

const check = (id: string) => checkReceipt(id, { dataDir, keepDays: 30, now: () => time })

async function ingestFolder() {
  const { embedder } = createEmbedding(undefined, 'documents')
  await ingest({ knowledgeDir: folder.path, dataDir, embedder, now: () => new Date(time) })
  return openSearchIndex(dataDir)
}

/** That of an answer which says when it was signed. */
async function keepOne(): Promise<Receipt> {
  const { version, manifest } = await ingestFolder()
  const passageId = 'clauses-en#signing'
  const receipt = buildReceipt({
    at: new Date(time).toISOString(),
    indexVersion: version,
    passages: [{ id: passageId, hash: manifest.passages[passageId]! }],
    statements: [{ text: signed, quotes: [{ passageId, quote: signed }] }],
  })
  using database = await openDatabase(dataDir)
  await createReceipts(database, { now: () => time, keepDays: 30 }).keep(receipt)
  return receipt
}

it('holds a stored receipt against the index in use', async () => {
  const receipt = await keepOne()
  const found = await check('a7f3-k2b9')
  expect(found).toMatchObject({ receipt, indexVersion: receipt.indexVersion, holds: true })
  expect(found.passages).toEqual([{ ...receipt.passages[0], today: 'same' }])
})

it('says so when the next index has other words', async () => {
  const receipt = await keepOne()
  folder.edit('clauses.en.md', 'signed on 5 August 2022', 'signed on 6 August 2022')
  time += DAY
  const { version } = await ingestFolder()
  expect(version).not.toBe(receipt.indexVersion)
  expect(await check(receipt.id)).toMatchObject({
    receipt,
    indexVersion: version,
    passages: [{ today: 'changed' }],
    statements: [{ text: signed, today: { holds: false, rule: 'quote' } }],
    holds: false,
  })
})

it.each([
  ['unknown', 'B7F3K2B9', 0],
  ['expired', 'A7F3K2B9', 30 * DAY],
  ['no id at all', 'when was it\nsigned?', 0],
])('says in one line that there is none: %s', async (_, id, later) => {
  await keepOne()
  time += later
  const checking = check(id)
  await expect(checking).rejects.toThrow(/^There is no receipt ".+": check its letters and digits; .* 30 days$/u)
  await expect(checking).rejects.toThrow(AccordError)
})

it('makes no database to find none in', async () => {
  const checking = check('A7F3K2B9')
  await expect(checking).rejects.toThrow(`No receipts have been kept in ${dataDir} yet: check DATA_DIR`)
  await expect(checking).rejects.toThrow(AccordError)
  expect(hasDatabase(dataDir)).toBe(false)
})

it('asks for an index where there is none any more', async () => {
  const { id } = await keepOne()
  rmSync(join(dataDir, 'index'), { recursive: true })
  await expect(check(id)).rejects.toThrow(/There is no index in .*npm run ingest/)
})

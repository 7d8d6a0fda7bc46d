import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Receipt } from '../../src/receipt.ts'
import { openSearchIndex } from '../../src/search-index/search-index.ts'
import { databaseFile, openDatabase } from '../../src/storage/database.ts'
import { createReceipts } from '../../src/storage/receipts.ts'
import { buildReceipt } from '../support/build-receipt.ts'
import { runNode } from '../support/run-node.ts'
import { expectRefusal } from './expect-refusal.ts'

const KNOWLEDGE_DIR = join(import.meta.dirname, '../fixtures/knowledge')
const passageId = 'clauses-en#signing'
const signed = 'The new memorandum was signed on 5 August 2022.'

let home: string
let receipt: Receipt
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'accord-receipt-'))
  await runNode('scripts/ingest.ts', [], settings('data'))
  const { version, manifest } = await openSearchIndex(join(home, 'data'))
  receipt = buildReceipt({
    at: new Date().toISOString(),
    indexVersion: version,
    passages: [{ id: passageId, hash: manifest.passages[passageId]! }],
    statements: [{ text: signed, quotes: [{ passageId, quote: signed }] }],
    rules: ['identifiers', 'quote'],
  })
  using database = await openDatabase(join(home, 'data'))
  await createReceipts(database, { now: Date.now, keepDays: 1 }).keep(receipt)
})
afterAll(() => rmSync(home, { recursive: true }))

const settings = (folder: string) => ({ cwd: home, env: { KNOWLEDGE_DIR, DATA_DIR: join(home, folder) } })
const askReceipt = (folder: string, ...args: string[]) =>
  runNode('scripts/ask.ts', ['--receipt', ...args], settings(folder))

it('shows how an answer came to be, and that it holds', async () => {
  const { code, stdout, stderr } = await askReceipt('data', 'a7f3k2b9')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('✓ The same answer would hold on the index in use.')
  const { indexVersion, questionHash, passages } = receipt
  for (const words of [indexVersion, questionHash, passageId, passages[0]!.hash, signed, 'identifiers · quote']) {
    expect(stdout).toContain(words)
  }
})

it('gives it as JSON', async () => {
  const { code, stdout, stderr } = await askReceipt('data', 'A7F3K2B9', '--json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({ receipt, indexVersion: receipt.indexVersion, holds: true })
})

it.each([
  ['MoC ฉบับใหม่ลงนามเมื่อไหร่', 'answered'],
  ['What is the budget, asks Somying of 081-234-5678?', 'not-stated'],
])('is kept of every answer, with nothing of the question: %s', async (question, status) => {
  const asked = await runNode('scripts/ask.ts', ['--json', question], settings('data'))
  const { id } = JSON.parse(asked.stdout)
  const { stdout } = await askReceipt('data', id, '--json')
  expect(JSON.parse(stdout)).toMatchObject({ receipt: { id, status, mode: 'extractive' }, holds: true })
  const files = readdirSync(join(home, 'data'), { withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = files.map(({ name }) => readFileSync(join(home, 'data', name), 'utf8')).join('\n')
  expect(bytes).toContain(id)
  for (const words of [question, 'Somying', '081-234', 'เมื่อไหร่']) expect(bytes).not.toContain(words)
})

it('refuses an unknown one in one line', async () => {
  const { stdout, ...ended } = await askReceipt('data', 'B7F3K2B9')
  expectRefusal({ stdout, ...ended }, /^There is no receipt "B7F3K2B9": .*\n$/)
  expect(stdout).toBe('')
})

it('says in one line where none have been kept, or what to do about a damaged database', async () => {
  expectRefusal(await askReceipt('nowhere', 'A7F3K2B9'), /^No receipts have been kept in .*: check DATA_DIR\n$/)
  const damaged = join(home, 'damaged')
  mkdirSync(damaged)
  writeFileSync(databaseFile(damaged), 'no database at all')
  expectRefusal(await askReceipt('damaged', 'A7F3K2B9'), /accord\.db is damaged: stop Accord, move accord\.db/)
})

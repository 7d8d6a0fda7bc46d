import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readDocuments } from '../../src/search-index/read-documents.ts'
import { FILES, versionFolder } from '../../src/search-index/snapshot.ts'
import { writeSnapshot } from '../../src/search-index/snapshot-write.ts'
import { buildSnapshotContent } from '../support/snapshot-content.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-documents-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const write = (lines?: string[]) => writeSnapshot(dataDir, buildSnapshotContent(lines), { now: () => new Date(0) })

test('the documents of an earlier version are there as they were', async () => {
  const { version } = await write(['ลงนามวันที่ 4', 'สอง'])
  await write(['ลงนามวันที่ 5', 'สอง'])
  const documents = await readDocuments(dataDir, version)
  expect(documents?.get('release')?.text).toBe('ลงนามวันที่ 4\nสอง')
})

test.each(['20200101T000000Z-00000000', '../current', '..', '', 'v1', '__proto__', '20200101T000000Z-00000000/..'])(
  'there are none of a version that is not kept, nor of what is none: %j',
  async (version) => {
    await write()
    expect(await readDocuments(dataDir, version)).toBeUndefined()
  },
)

test('what is damaged is refused', async () => {
  const { version } = await write()
  writeFileSync(join(versionFolder(dataDir, version), FILES.documents), '[]')
  await expect(readDocuments(dataDir, version)).rejects.toThrow('documents.json is damaged')
})

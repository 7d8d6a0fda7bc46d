import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccordError } from '../../src/errors.ts'
import { createIndexInMemory, openSearchIndex } from '../../src/search-index/search-index.ts'
import { versionFolder } from '../../src/search-index/snapshot.ts'
import { writeSnapshot } from '../../src/search-index/snapshot-write.ts'
import { termsOf } from '../../src/text/terms.ts'
import { buildSnapshotContent } from '../support/snapshot-content.ts'

let dataDir: string
let version: string
let folder: string
let names: string[]
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-open-'))
  ;({ version } = await writeSnapshot(dataDir, buildSnapshotContent(), { now: () => new Date('2026-11-23T10:15:00Z') }))
  folder = versionFolder(dataDir, version)
  names = readdirSync(folder)
})
afterAll(() => rmSync(dataDir, { recursive: true }))

/** Opens with one file changed, and puts the file back. */
async function openWith(name: string, change: (file: string, bytes: Buffer) => void) {
  const file = join(folder, name)
  const bytes = readFileSync(file)
  try {
    change(file, Buffer.from(bytes))
    return await openSearchIndex(dataDir).catch((error: unknown) => error)
  } finally {
    writeFileSync(file, bytes)
  }
}

function expectRefusal(result: unknown, ...parts: string[]) {
  expect(result).toBeInstanceOf(AccordError)
  const { message } = result as AccordError
  for (const part of [...parts, 'npm run ingest']) expect(message).toContain(part)
  expect(message).not.toContain('\n')
}

describe('openSearchIndex', () => {
  it('refuses any file with any one bit flipped, and names it', async () => {
    const place = fc.record({
      name: fc.constantFrom(...names),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bit: fc.nat(7),
    })
    await fc.assert(
      fc.asyncProperty(place, async ({ name, at, bit }) => {
        const result = await openWith(name, (file, bytes) => {
          const i = Math.min(bytes.length - 1, Math.floor(at * bytes.length))
          bytes[i]! ^= 1 << bit
          writeFileSync(file, bytes)
        })
        expectRefusal(result, folder)
        if (name !== 'manifest.json') expectRefusal(result, name, 'is damaged')
      }),
      { numRuns: 300 },
    )
  })

  it('refuses any file that was cut off, and names it', async () => {
    for (const name of names) {
      const result = await openWith(name, (file, bytes) => truncateSync(file, bytes.length - 1))
      expectRefusal(result, name, 'is damaged')
      expectRefusal(await openWith(name, (file) => truncateSync(file, 0)), name, 'is damaged')
    }
  })

  it('refuses a snapshot with a file missing, and names it', async () => {
    for (const name of names) expectRefusal(await openWith(name, (file) => rmSync(file)), name, 'is missing')
  })

  it('refuses another format and says which', async () => {
    const result = await openWith('manifest.json', (file, bytes) => {
      writeFileSync(file, JSON.stringify({ ...JSON.parse(bytes.toString()), formatVersion: 3 }))
    })
    expectRefusal(result, 'manifest.json', 'of format 3', 'reads 2')
  })

  it('refuses another embedding model and names both', async () => {
    const opening = openSearchIndex(dataDir, { embeddingModel: 'text-embedding-3-small' })
    expectRefusal(await opening.catch((error: unknown) => error), 'test-model', 'text-embedding-3-small')
    expect((await openSearchIndex(dataDir, { embeddingModel: 'test-model' })).version).toBe(version)
  })

  it('refuses a snapshot whose folder bears the name of another', async () => {
    const other = '20270101T000000Z-00000000'
    cpSync(folder, versionFolder(dataDir, other), { recursive: true })
    expectRefusal(
      await openSearchIndex(dataDir, { version: other }).catch((error: unknown) => error),
      other,
      'is damaged',
    )
  })

  it('says what to run when there is no index, or no such version', async () => {
    const empty = join(dataDir, 'empty')
    expectRefusal(await openSearchIndex(empty).catch((error: unknown) => error), `no index in ${empty}`)
    const missing = openSearchIndex(dataDir, { version: '20200101T000000Z-00000000' })
    expectRefusal(await missing.catch((error: unknown) => error), '20200101T000000Z-00000000', 'is missing')
  })

  it('refuses a file of the version in use that names none', async () => {
    const result = await openWith('../current', (file) => writeFileSync(file, '../../etc\n'))
    expectRefusal(result, 'current', 'names no version')
  })
})

describe('createIndexInMemory', () => {
  it('finds what the same index on disk finds', async () => {
    const memory = createIndexInMemory(buildSnapshotContent())
    const disk = await openSearchIndex(dataDir)
    const terms = termsOf('ไทยและญี่ปุ่นลงนามเมื่อใด')
    expect(memory.lexical.score(terms)).toEqual(disk.lexical.score(terms))
    expect(memory.sections.score(terms)).toEqual(disk.sections.score(terms))
    expect(memory.lexical.relevance(terms)).toBe(disk.lexical.relevance(terms))
    expect(memory.vectors.nearest(memory.vectors.vector(0), 3)).toEqual(disk.vectors.nearest(disk.vectors.vector(0), 3))
    expect(memory.manifest.passages).toEqual(disk.manifest.passages)
    expect(memory.ordinalOf('release#p3')).toBe(2)
  })
})

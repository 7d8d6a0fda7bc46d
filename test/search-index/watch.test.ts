import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AccordError, describeError } from '../../src/errors.ts'
import { currentFile, versionFolder } from '../../src/search-index/snapshot.ts'
import { writeSnapshot } from '../../src/search-index/snapshot-write.ts'
import { setCurrentVersion } from '../../src/search-index/version-history.ts'
import { createIndexHolder } from '../../src/search-index/watch.ts'
import { buildSnapshotContent } from '../support/snapshot-content.ts'

let dataDir: string
let seconds = 0
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-watch-'))
})
afterEach(() => {
  rmSync(dataDir, { recursive: true })
})
async function write(...lines: string[]) {
  const now = () => new Date(Date.UTC(2026, 10, 23, 10, 15, seconds++))
  return (await writeSnapshot(dataDir, buildSnapshotContent(lines), { now })).version
}

describe('index holder', () => {
  it('swaps to a new version by itself, and tells', async () => {
    const first = await write('ข้อเดิม')
    const swapped: string[] = []
    await using holder = createIndexHolder(dataDir, {
      intervalMilliseconds: 5,
      onSwap: (index) => swapped.push(index.version),
    })
    await holder.start()
    const held = holder.current()
    expect(held.version).toBe(first)
    const second = await write('ข้อใหม่')
    await vi.waitFor(() => expect(holder.current().version).toBe(second))
    expect(swapped).toEqual([second])
    expect(held.passages[0]?.text).toBe('ข้อเดิม')
  })

  it('keeps what it has when the new version is damaged, tells once, and takes the next whole one', async () => {
    const first = await write('ข้อเดิม')
    const refusals: unknown[] = []
    await using holder = createIndexHolder(dataDir, { onRefused: (error) => refusals.push(error) })
    await holder.start()
    const damaged = await write('ข้อใหม่')
    writeFileSync(join(versionFolder(dataDir, damaged), 'vectors.f32'), 'damaged')
    await holder.look()
    await holder.look()
    expect(holder.current().version).toBe(first)
    expect(refusals).toHaveLength(1)
    expect(describeError(refusals[0])).toMatch(/vectors\.f32 is damaged.*npm run ingest/)

    const whole = await write('ข้อใหม่')
    await holder.look()
    expect(holder.current().version).toBe(whole)
  })

  it('keeps what it has when the new version was made with another embedding model', async () => {
    const first = await write('ข้อเดิม')
    const refusals: unknown[] = []
    await using holder = createIndexHolder(dataDir, {
      embeddingModel: 'test-model',
      onRefused: (error) => refusals.push(error),
    })
    await holder.start()
    const content = { ...buildSnapshotContent(), embedding: { model: 'other-model', dimension: 8 } }
    await writeSnapshot(dataDir, content, { now: () => new Date('2026-12-01T00:00:00Z') })
    await holder.look()
    expect(holder.current().version).toBe(first)
    expect(describeError(refusals[0])).toContain('other-model')
  })

  it('keeps what it has while the file that names the version is damaged or gone', async () => {
    const version = await write('ข้อเดิม')
    const refusals: unknown[] = []
    await using holder = createIndexHolder(dataDir, { onRefused: (error) => refusals.push(error) })
    await holder.start()
    writeFileSync(currentFile(dataDir), 'damaged')
    await holder.look()
    await holder.look()
    rmSync(currentFile(dataDir))
    await holder.look()
    expect(holder.current().version).toBe(version)
    expect(refusals).toHaveLength(1)
  })

  it('tries a refused one again after it was left for the one that is held', async () => {
    const first = await write('ข้อเดิม')
    await using holder = createIndexHolder(dataDir)
    await holder.start()
    const second = await write('ข้อใหม่')
    const file = join(versionFolder(dataDir, second), 'vectors.f32')
    const whole = readFileSync(file)
    writeFileSync(file, 'damaged')
    await holder.look()
    setCurrentVersion(dataDir, first)
    await holder.look()
    writeFileSync(file, whole)
    setCurrentVersion(dataDir, second)
    await holder.look()
    expect(holder.current().version).toBe(second)
  })

  it('follows back to an older version', async () => {
    const first = await write('ข้อเดิม')
    await write('ข้อใหม่')
    await using holder = createIndexHolder(dataDir)
    await holder.start()
    setCurrentVersion(dataDir, first)
    await holder.look()
    expect(holder.current().version).toBe(first)
  })

  it('does not start without a snapshot, and has none before it starts', async () => {
    await using holder = createIndexHolder(dataDir)
    await expect(holder.start()).rejects.toThrow(AccordError)
    expect(() => holder.current()).toThrow(/not been started/)
  })
})

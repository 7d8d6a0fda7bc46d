import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listSnapshots, openLastWhole, rollBack } from '../../src/search-index/kept-snapshots.ts'
import { openSearchIndex } from '../../src/search-index/search-index.ts'
import { currentFile, currentVersion, versionFolder } from '../../src/search-index/snapshot.ts'
import { writeSnapshot } from '../../src/search-index/snapshot-write.ts'
import { buildSnapshotContent } from '../support/snapshot-content.ts'

let dataDir: string
let seconds = 0
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-kept-'))
})
afterEach(() => {
  rmSync(dataDir, { recursive: true })
})
async function write(line: string, accepted?: { reason: string; losses: string[] }) {
  const now = () => new Date(Date.UTC(2026, 10, 23, 10, 15, seconds++))
  const { version } = await writeSnapshot(dataDir, buildSnapshotContent([line]), { now, review: async () => accepted })
  return version
}

describe('listSnapshots', () => {
  it('lists the newest first, says which is in use and why a loss was accepted', async () => {
    const accepted = { reason: 'ถอนตามหนังสือเวียน', losses: ['document note is gone'] }
    const first = await write('ข้อ 1', accepted)
    const second = await write('ข้อ 2')
    expect(listSnapshots(dataDir)).toEqual([
      { version: second, inUse: true, created: expect.stringMatching(/^2026-11-23T/), documents: 1, passages: 1 },
      { version: first, inUse: false, created: expect.any(String), documents: 1, passages: 1, accepted },
    ])
  })

  it('names what is wrong with a damaged one, and lists nothing where nothing is', async () => {
    expect(listSnapshots(dataDir)).toEqual([])
    const version = await write('ข้อ 1')
    writeFileSync(join(versionFolder(dataDir, version), 'manifest.json'), '{}')
    writeFileSync(currentFile(dataDir), 'nonsense')
    expect(listSnapshots(dataDir)).toEqual([
      { version, inUse: false, damage: expect.stringContaining('manifest.json is damaged') },
    ])
  })
})

describe('rollBack', () => {
  it('goes back one version at a time, and to any that is named, forwards too', async () => {
    const [first, second, third] = [await write('ข้อ 1'), await write('ข้อ 2'), await write('ข้อ 3')]
    expect(await rollBack(dataDir)).toEqual({ from: third, to: second })
    expect((await openSearchIndex(dataDir)).passages[0]?.text).toBe('ข้อ 2')
    expect(await rollBack(dataDir)).toEqual({ from: second, to: first })
    await expect(rollBack(dataDir)).rejects.toThrow(`none that is kept was in use before ${first}`)
    expect(await rollBack(dataDir, third)).toEqual({ from: first, to: third })
    expect(await rollBack(dataDir, third)).toEqual({ from: third, to: third })
  })

  it('lists a version of an earlier format as one that is not read, and refuses to return to it', async () => {
    const [old, present] = [await write('ข้อ 1'), await write('ข้อ 2')]
    const file = join(versionFolder(dataDir, old), 'manifest.json')
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), formatVersion: 1 }))
    expect(listSnapshots(dataDir)).toMatchObject([
      { version: present, inUse: true, passages: 1 },
      { version: old, damage: expect.stringContaining('is of format 1, this Accord reads 2') },
    ])
    await expect(rollBack(dataDir)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('is of format 1') },
    })
    expect(currentVersion(dataDir)).toBe(present)
  })

  it('goes back to what was in use before, not to what was given up for it, though the clock was put back', async () => {
    const [first, second] = [await write('ข้อ 1'), await write('ข้อ 2')]
    expect(await rollBack(dataDir)).toEqual({ from: second, to: first })
    seconds -= 100
    const third = await write('ข้อ 3')
    seconds += 100
    expect(third > second).toBe(true)
    expect(await rollBack(dataDir)).toEqual({ from: third, to: first })
  })

  it('of an index from before there was a history goes by the names', async () => {
    const [first, second] = [await write('ข้อ 1'), await write('ข้อ 2')]
    rmSync(join(dataDir, 'index', 'history'))
    expect(await rollBack(dataDir)).toEqual({ from: second, to: first })
  })

  it('refuses a version that is damaged or not there, and changes nothing', async () => {
    const first = await write('ข้อ 1')
    const second = await write('ข้อ 2')
    writeFileSync(join(versionFolder(dataDir, first), 'lexical.bin'), 'damaged')
    await expect(rollBack(dataDir)).rejects.toThrow(`${first} can't be used, nothing was changed: choose another`)
    await expect(rollBack(dataDir, '20200101T000000Z-00000000')).rejects.toThrow('npm run ingest -- --list')
    await expect(rollBack(dataDir, '../elsewhere')).rejects.toThrow('There is no version ../elsewhere')
    expect(currentVersion(dataDir)).toBe(second)
  })

  it('helps when the file that names the version in use is damaged or no index is there', async () => {
    await expect(rollBack(dataDir)).rejects.toThrow('no version is kept')
    const version = await write('ข้อ 1')
    writeFileSync(currentFile(dataDir), 'nonsense')
    expect(await rollBack(dataDir)).toEqual({ from: undefined, to: version })
    expect(currentVersion(dataDir)).toBe(version)
  })
})

describe('openLastWhole', () => {
  it('opens the newest version that is not damaged, if there is one', async () => {
    expect(await openLastWhole(dataDir)).toBeUndefined()
    const [first, second] = [await write('ข้อ 1'), await write('ข้อ 2')]
    writeFileSync(join(versionFolder(dataDir, second), 'lexical.bin'), 'damaged')
    expect((await openLastWhole(dataDir))?.version).toBe(first)
    writeFileSync(join(versionFolder(dataDir, first), 'lexical.bin'), 'damaged')
    expect(await openLastWhole(dataDir)).toBeUndefined()
  })
})

describe('writeSnapshot with a review', () => {
  it('reviews what was read back, and leaves the version in use alone when it is refused', async () => {
    const first = await write('ข้อ 1')
    const refused = writeSnapshot(dataDir, buildSnapshotContent(['ข้อ 2']), {
      now: () => new Date(),
      review: async ({ passages }) => {
        throw new Error(`refused: ${passages[0]?.text}`)
      },
    })
    await expect(refused).rejects.toThrow('refused: ข้อ 2')
    expect(listSnapshots(dataDir).map(({ version }) => version)).toEqual([first])
    expect(readdirSync(join(dataDir, 'index')).toSorted()).toEqual([first, 'current', 'history'].toSorted())
    const { written } = await writeSnapshot(dataDir, buildSnapshotContent(['ข้อ 2']), { now: () => new Date() })
    expect(written).toBe(true)
  })

  it('writes nothing when another version was put in use meanwhile, unless it says the same', async () => {
    const [first, second] = [await write('ข้อ 1'), await write('ข้อ 2')]
    const now = () => new Date(Date.UTC(2026, 10, 25))
    const whileRolledBack = async () => {
      await rollBack(dataDir, first)
      return undefined
    }
    const writing = writeSnapshot(dataDir, buildSnapshotContent(['ข้อ 3']), { now, review: whileRolledBack })
    await expect(writing).rejects.toThrow(`has put ${first} in use meanwhile`)
    expect(currentVersion(dataDir)).toBe(first)
    await rollBack(dataDir, second)
    const same = await writeSnapshot(dataDir, buildSnapshotContent(['ข้อ 1']), { now, review: whileRolledBack })
    expect(same).toEqual({ version: first, written: false })
  })

  it('keeps as many versions as it is told', async () => {
    const now = () => new Date(Date.UTC(2026, 10, 24, 0, 0, seconds++))
    for (const line of ['ก', 'ข', 'ค', 'ง'])
      await writeSnapshot(dataDir, buildSnapshotContent([line]), { now, keep: 2 })
    expect(listSnapshots(dataDir)).toHaveLength(2)
    await writeSnapshot(dataDir, buildSnapshotContent(['จ']), { now, keep: 7 })
    expect(listSnapshots(dataDir)).toHaveLength(3)
  })
})

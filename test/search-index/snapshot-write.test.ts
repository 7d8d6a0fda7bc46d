import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AccordError } from '../../src/errors.ts'
import { openSearchIndex } from '../../src/search-index/search-index.ts'
import { currentVersion, listVersions, versionFolder } from '../../src/search-index/snapshot.ts'
import { writeSnapshot } from '../../src/search-index/snapshot-write.ts'
import { HNSW_FROM } from '../../src/search-index/vectors-hnsw.ts'
import { setCurrentVersion } from '../../src/search-index/version-history.ts'
import { termsOf } from '../../src/text/terms.ts'
import { buildSnapshotContent } from '../support/snapshot-content.ts'

const at = (seconds: number) => ({ now: () => new Date(Date.UTC(2026, 10, 23, 10, 15, seconds)) })
const OLD = ['ร่างบันทึกความร่วมมือเดิม']
const NEW = ['ร่างบันทึกความร่วมมือใหม่', 'เพิ่มอีกหนึ่งข้อ']

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-snapshot-'))
})
afterEach(() => {
  rmSync(dataDir, { recursive: true })
})
const hiddenEntries = () => readdirSync(join(dataDir, 'index')).filter((name) => name.startsWith('.'))

describe('writeSnapshot', () => {
  it('writes a version named by time and content and makes it the one in use', async () => {
    const { version, written } = await writeSnapshot(dataDir, buildSnapshotContent(), at(0))
    expect(version).toMatch(/^20261123T101500Z-[0-9a-f]{8}$/)
    expect(written).toBe(true)
    expect(readFileSync(join(dataDir, 'index', 'current'), 'utf8').trim()).toBe(version)
    expect(readdirSync(versionFolder(dataDir, version)).toSorted()).toEqual([
      'documents.json',
      'lexical.bin',
      'manifest.json',
      'passages.json',
      'sections.bin',
      'vectors.f32',
      'vocabulary.json',
    ])
    expect(hiddenEntries()).toEqual([])
  })

  it('is opened as it was written', async () => {
    const content = buildSnapshotContent()
    const { version } = await writeSnapshot(dataDir, content, at(0))
    const index = await openSearchIndex(dataDir)
    expect(index.version).toBe(version)
    expect(index.passages).toEqual(content.passages)
    expect([...index.documents.values()]).toEqual(content.documents)
    expect(index.vocabulary).toEqual(content.vocabulary)
    expect(index.refusalRatio).toBe(0.3)
    expect(Array.from(index.sectionOf)).toEqual(content.sectionOf)
    expect(index.ordinalOf('release#p2')).toBe(1)
    expect(index.ordinalOf('release#p9')).toBeUndefined()
    const scores = index.lexical.score(termsOf('คลื่นความถี่'))
    expect(scores.indexOf(Math.max(...scores))).toBe(2)
    expect(index.vectors.vector(1)).toEqual(content.vectors.slice(8, 16))
    expect(index.manifest.sources).toEqual({ 'release.th.md': content.documents[0]?.hash })
    expect(index.manifest.passages['release#p1']).toBe(content.passages[0]?.hash)
  })

  it('keeps the version in use when nothing has changed', async () => {
    const { version } = await writeSnapshot(dataDir, buildSnapshotContent(), at(0))
    const second = await writeSnapshot(dataDir, buildSnapshotContent(), at(1))
    expect(second).toEqual({ version, written: false })
    expect(listVersions(dataDir)).toEqual([version])
  })

  it.each([
    ['a text', () => buildSnapshotContent(NEW)],
    ['the refusal ratio', () => ({ ...buildSnapshotContent(), refusalRatio: 0.4 })],
    ['the embedding model', () => ({ ...buildSnapshotContent(), embedding: { model: 'other', dimension: 8 } })],
    ['a vector', () => ({ ...buildSnapshotContent(), vectors: buildSnapshotContent().vectors.toReversed() })],
  ])('writes a new version when %s has changed', async (_, change) => {
    const first = await writeSnapshot(dataDir, buildSnapshotContent(), at(0))
    const second = await writeSnapshot(dataDir, change(), at(1))
    expect(second.written).toBe(true)
    expect(listVersions(dataDir)).toEqual([first.version, second.version])
    expect(currentVersion(dataDir)).toBe(second.version)
  })

  it('writes anew what is damaged, though nothing has changed and the clock stands still', async () => {
    const first = await writeSnapshot(dataDir, buildSnapshotContent(), at(0))
    writeFileSync(join(versionFolder(dataDir, first.version), 'lexical.bin'), 'damaged')
    const second = await writeSnapshot(dataDir, buildSnapshotContent(), at(0))
    expect(second.written).toBe(true)
    expect(second.version).not.toBe(first.version)
    expect((await openSearchIndex(dataDir)).version).toBe(second.version)
  })

  it('writes anew when the file that names the version in use is damaged', async () => {
    await writeSnapshot(dataDir, buildSnapshotContent(), at(0))
    writeFileSync(join(dataDir, 'index', 'current'), '../../etc')
    const { version } = await writeSnapshot(dataDir, buildSnapshotContent(), at(1))
    expect(currentVersion(dataDir)).toBe(version)
  })

  it('keeps the last five versions, and the one in use', async () => {
    const versions: string[] = []
    for (let i = 0; i < 8; i++) {
      versions.push((await writeSnapshot(dataDir, buildSnapshotContent([`ข้อ ${i}`]), at(i))).version)
    }
    expect(listVersions(dataDir)).toEqual(versions.slice(-5))
    setCurrentVersion(dataDir, versions[4]!)
    const clockGoneBack = await writeSnapshot(dataDir, buildSnapshotContent(['ข้อ 8']), at(0))
    expect(currentVersion(dataDir)).toBe(clockGoneBack.version)
    // What was given up for an older one goes first.
    const [third, fourth, , ...later] = versions.slice(3)
    expect(listVersions(dataDir)).toEqual([third, fourth, ...later, clockGoneBack.version])
    expect(hiddenEntries()).toEqual([])
  })

  it('gives large collections a graph, finds with it, and refuses it damaged', async () => {
    const lines = Array.from({ length: HNSW_FROM }, (_, i) => `ข้อ ${i}`)
    const content = buildSnapshotContent(lines)
    const { version } = await writeSnapshot(dataDir, content, at(0))
    expect(readdirSync(versionFolder(dataDir, version))).toContain('vectors.hnsw')
    const { vectors } = await openSearchIndex(dataDir)
    expect(vectors.nearest(vectors.vector(1234), 1)[0]?.ordinal).toBe(1234)
    expect(await writeSnapshot(dataDir, content, at(1))).toEqual({ version, written: false })
    const graph = join(versionFolder(dataDir, version), 'vectors.hnsw')
    writeFileSync(graph, readFileSync(graph).fill(0xff, 100, 108))
    await expect(openSearchIndex(dataDir)).rejects.toThrow(/vectors\.hnsw is damaged/)
  })

  it.each([
    ['without a passage', () => buildSnapshotContent([]), /nothing to index/],
    [
      'with too few lists of terms',
      () => ({ ...buildSnapshotContent(), units: [] }),
      /Expected 3 lists of terms, got 0/,
    ],
    ['with vectors of another dimension', () => ({ ...buildSnapshotContent(), vectors: new Float32Array(9) }), /got 9/],
    ['with a vector that is no number', () => withNaN(), /no finite number/],
    ['with a passage that is not in its document', () => withPassage({ text: 'อื่น' }), /release#p1.*0–/],
    ['with two passages of one id', () => withPassage({ id: 'release#p2' }), /different passage ids, got 2/],
    ['with an unknown section', () => ({ ...buildSnapshotContent(), sectionOf: [0, 0, 7] }), /Section 7/],
  ])('refuses content %s before it writes anything', async (_, build, message) => {
    const writing = writeSnapshot(dataDir, build(), at(0))
    await expect(writing).rejects.toThrow(AccordError)
    await expect(writing).rejects.toThrow(message)
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('leaves alone what another process that is alive is building', async () => {
    const theirs = join(dataDir, 'index', `.building-${process.ppid}`)
    mkdirSync(theirs, { recursive: true })
    await writeSnapshot(dataDir, buildSnapshotContent(), at(0))
    expect(hiddenEntries()).toEqual([`.building-${process.ppid}`])
  })
})

describe('writeSnapshot, killed at any stage', () => {
  const STAGES = [
    'prepare',
    'documents.json',
    'passages.json',
    'vocabulary.json',
    'lexical.bin',
    'sections.bin',
    'vectors.f32',
    'manifest.json',
    'verify',
    'publish',
    'switch',
    'prune',
  ]

  it('has no stages but these', async () => {
    const stages: string[] = []
    await writeSnapshot(dataDir, buildSnapshotContent(NEW), { ...at(0), onStage: (stage) => stages.push(stage) })
    expect(stages).toEqual(STAGES)
  })

  it.each(STAGES)('leaves a whole snapshot in use at %s, and no rubbish after the next write', async (stage) => {
    const { version: old } = await writeSnapshot(dataDir, buildSnapshotContent(OLD), at(0))
    const child = writeAndDie(stage, NEW)
    expect(child.signal, child.stderr.toString()).toBe('SIGKILL')

    const survivor = await openSearchIndex(dataDir)
    expect(survivor.version === old).toBe(stage !== 'prune')
    expect(survivor.passages.map(({ text }) => text)).toEqual(stage === 'prune' ? NEW : OLD)

    const { version } = await writeSnapshot(dataDir, buildSnapshotContent(NEW), at(9))
    expect((await openSearchIndex(dataDir)).version).toBe(version)
    expect(hiddenEntries()).toEqual([])
  })
})

describe('writeSnapshot, run by Node itself', () => {
  it('writes and reads back a graph', () => {
    const lines = Array.from({ length: HNSW_FROM }, (_, i) => `ข้อ ${i}`)
    const child = writeAndDie('publish', lines)
    expect(child.signal, child.stderr.toString()).toBe('SIGKILL')
  })
})

function writeAndDie(stage: string, lines: readonly string[]) {
  const script = join(import.meta.dirname, '../support/write-and-die.ts')
  return spawnSync(process.execPath, [script, dataDir, stage, ...lines])
}

function withNaN() {
  const content = buildSnapshotContent()
  content.vectors[5] = Number.NaN
  return content
}

function withPassage(change: { id?: string; text?: string }) {
  const content = buildSnapshotContent()
  content.passages[0] = { ...content.passages[0]!, ...change }
  return content
}

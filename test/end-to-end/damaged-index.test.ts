import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentVersion } from '../../src/search-index/snapshot.ts'
import { runNode } from '../support/run-node.ts'
import { expectRefusal } from './expect-refusal.ts'

let home: string
/** The data folder with an index that nothing is wrong with. */
let whole: string

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'accord-damaged-'))
  whole = join(home, 'whole')
  await runNode('scripts/ingest.ts', [], settings(whole))
})
afterAll(() => rmSync(home, { recursive: true }))

function settings(dataDir: string) {
  const KNOWLEDGE_DIR = join(import.meta.dirname, '../../knowledge')
  return { cwd: home, env: { PORT: '0', KNOWLEDGE_DIR, DATA_DIR: dataDir } }
}

describe('a start with a damaged index', () => {
  const files = ['documents', 'lexical', 'manifest', 'passages', 'sections', 'vectors', 'vocabulary']
  const damages: [string, (file: string) => void][] = [
    ['cut in half', cutInHalf],
    ['empty', (file) => truncateSync(file)],
    ['with a bit flipped', flipBit],
  ]

  it.concurrent.each(['current', ...files].flatMap((file) => damages.map(([how, damage]) => ({ file, how, damage }))))(
    'refuses $file $how and says what to run',
    async ({ file, damage }) => {
      const dataDir = mkdtempSync(join(home, 'damaged-'))
      cpSync(whole, dataDir, { recursive: true })
      damage(pathOf(file, dataDir))
      const ended = await runNode('src/main.ts', [], settings(dataDir))
      expectRefusal(ended, /index\/\S+ is (damaged|missing).* run `npm run ingest`/)
    },
  )

  it('refuses one of an earlier format and says what to run', async () => {
    const dataDir = mkdtempSync(join(home, 'earlier-'))
    cpSync(whole, dataDir, { recursive: true })
    const file = pathOf('manifest', dataDir)
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), formatVersion: 1 }))
    const ended = await runNode('src/main.ts', [], settings(dataDir))
    expectRefusal(ended, /manifest\.json is of format 1, this Accord reads 2: run `npm run ingest`/)
  })

  it('knows every file of it', () => {
    const folder = join(whole, 'index', currentVersion(whole)!)
    expect(readdirSync(folder).map((name) => parse(name).name)).toEqual(files)
  })
})

function pathOf(name: string, dataDir: string): string {
  if (name === 'current') return join(dataDir, 'index/current')
  const folder = join(dataDir, 'index', currentVersion(dataDir)!)
  return join(folder, readdirSync(folder).find((file) => parse(file).name === name)!)
}

function cutInHalf(file: string): void {
  truncateSync(file, statSync(file).size >> 1)
}

function flipBit(file: string): void {
  const bytes = readFileSync(file)
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(file, bytes)
}

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSearchIndex } from '../../src/search-index/search-index.ts'
import { copyKnowledge, type KnowledgeFolder } from '../support/knowledge-folder.ts'

const SCRIPT = join(import.meta.dirname, '../../scripts/ingest.ts')

let folder: KnowledgeFolder
let home: string
let dataDir: string
beforeEach(() => {
  folder = copyKnowledge()
  home = mkdtempSync(join(tmpdir(), 'accord-home-'))
  dataDir = join(home, 'data')
})
afterEach(() => {
  folder[Symbol.dispose]()
  rmSync(home, { recursive: true })
})

/** In a folder without `.env`, with no key. */
function run(...args: string[]) {
  const env = { PATH: process.env.PATH, KNOWLEDGE_DIR: folder.path, DATA_DIR: dataDir }
  return spawnSync(process.execPath, [SCRIPT, ...args], { cwd: home, env, encoding: 'utf8' })
}

describe('npm run ingest', () => {
  it('writes an index and prints a table', async () => {
    const { status, stdout, stderr } = run()
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^documents +3$/m)
    expect(stdout).toMatch(/^snapshot +\S+ \(written, in use\)$/m)
    expect((await openSearchIndex(dataDir)).passages).toHaveLength(9)
  })

  it('prints the report as JSON', () => {
    const { status, stdout } = run('--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ documents: 3, passages: 9, written: true, unchanged: [] })
  })

  it('only checks with --check', () => {
    const { status, stdout } = run('--check')
    expect(status).toBe(0)
    expect(stdout).toContain('checked, nothing written')
    expect(existsSync(dataDir)).toBe(false)
  })

  it('lists every problem in plain lines on stderr and exits with 1', () => {
    folder.edit('clauses.en.md', '> 1: การปรับใช้', '> 1: ไม่มีคำนี้')
    folder.edit('questions.yaml', 'clause: signing', 'clause: sining')
    const { status, stdout, stderr } = run()
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr.split('\n')).toEqual([
      `2 problems in ${folder.path}, nothing was written:`,
      expect.stringMatching(/^clauses\.en\.md:36: /),
      expect.stringMatching(/^questions\.yaml:2: /),
      '',
    ])
  })

  it('says in one line that the data folder cannot be written', () => {
    writeFileSync(dataDir, 'a file in its place')
    const { status, stderr } = run()
    expect(status).toBe(1)
    expect(stderr).toMatch(/^Writing to .*data failed: check DATA_DIR[^\n]*\n$/)
  })

  it('explains itself with --help and refuses what it does not know', () => {
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--check') })
    expect(run('--chek')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^Unknown option '--chek': see --help\n$/),
    })
  })
})

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSearchIndex } from '../../src/search-index/search-index.ts'
import { copyKnowledge, type KnowledgeFolder } from '../support/knowledge-folder.ts'

const SCRIPT = join(import.meta.dirname, '../../scripts/ingest.ts')
const ROLLBACK = join(import.meta.dirname, '../../scripts/rollback.ts')

/** A Node of its own for each command, on a busy machine. */
const LONG = { timeout: 120_000 }

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
  return script(SCRIPT, ...args)
}

function script(file: string, ...args: string[]) {
  const env = { PATH: process.env.PATH, KNOWLEDGE_DIR: folder.path, DATA_DIR: dataDir }
  return spawnSync(process.execPath, [file, ...args], { cwd: home, env, encoding: 'utf8' })
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

  it('refuses what loses a date, lets it through with a reason, lists both versions and rolls back', LONG, () => {
    run()
    folder.edit('clauses.en.md', 'signed on 5 August 2022', 'signed on 6 August 2022')
    const page = join(home, 'changes.html')
    const refused = run('--check', '--page', page)
    expect(refused.status).toBe(1)
    expect(refused.stdout).toContain('signed on [-5-]{+6+} August 2022')
    expect(refused.stderr).toMatch(
      /^Refused for 1 loss, .*--accept "the reason"\nclauses-en#signing: "5 August 2022" no longer/,
    )
    expect(readFileSync(page, 'utf8')).toContain('<del>5</del><ins>6</ins>')
    expect(run().status).toBe(1)

    const accepted = run('--accept', 'corrected by the ministry')
    expect(accepted).toMatchObject({ status: 0, stdout: expect.stringContaining('(written, in use)') })
    const list = run('--list').stdout
    expect(list).toMatch(/^\* \S+ .*in use\n {4}accepted: corrected by the ministry\n {6}lost: clauses-en#signing/)
    const versions = JSON.parse(run('--list', '--json').stdout) as { version: string }[]
    expect(versions).toHaveLength(2)

    expect(script(ROLLBACK).stdout).toBe(`${versions[1]?.version} is in use, instead of ${versions[0]?.version}\n`)
    expect(script(ROLLBACK)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('none that is kept was in use before'),
    })
    expect(script(ROLLBACK, '--json', versions[0]!.version)).toMatchObject({ status: 0 })
    expect(script(ROLLBACK, 'a', 'b')).toMatchObject({ status: 1, stderr: expect.stringContaining('see --help') })
    expect(script(ROLLBACK, '--help').stdout).toContain('npm run rollback')
  })

  it('refreshes with what was fetched, which takes the place of the document only when that goes through', LONG, () => {
    run()
    expect(run('--fetched')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('npm run ingest -- --fetch first'),
    })
    const old = readFileSync(join(folder.path, 'release.th.md'), 'utf8')
    const fetched = join(folder.path, 'release.th.md.fetched')
    writeFileSync(fetched, `${old.trimEnd()}\nข่าวนี้ปรับปรุงแล้ว\n`)
    expect(run('--fetched', '--check')).toMatchObject({ status: 0, stdout: expect.stringContaining('ข่าวนี้ปรับปรุงแล้ว') })
    expect(existsSync(fetched)).toBe(true)

    writeFileSync(fetched, old.replace('2 ส.ค.', '3 ส.ค.'))
    expect(run('--fetched', '--accept', 'no reason helps')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('these words stand in no stored document'),
    })
    expect(readFileSync(join(folder.path, 'release.th.md'), 'utf8')).toBe(old)

    writeFileSync(fetched, `${old.trimEnd()}\nข่าวนี้ปรับปรุงแล้ว\n`)
    expect(run('--fetched').status).toBe(0)
    expect(existsSync(fetched)).toBe(false)
    expect(readFileSync(join(folder.path, 'release.th.md'), 'utf8')).toContain('ข่าวนี้ปรับปรุงแล้ว')
    expect(run('--json').stdout).toContain('"written":false')
  })

  it('fetches nothing from a machine inside, names each document and fails', () => {
    const [, url = ''] = /^url: (.*)$/m.exec(readFileSync(join(folder.path, 'release.th.md'), 'utf8'))!
    folder.edit('release.th.md', url, 'http://127.0.0.1:9/release')
    const { status, stdout, stderr } = run('--fetch')
    expect(status).toBe(1)
    expect(stdout).toMatch(/^! release\.th\.md {2}127\.0\.0\.1 is 127\.0\.0\.1, which is not on the public internet$/m)
    expect(stderr).toBe('Not every document could be fetched\n')
  })

  it('explains itself with --help and refuses what it does not know', () => {
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--check') })
    expect(run('--chek')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^Unknown option '--chek': see --help\n$/),
    })
  })
})

import { afterEach, beforeEach, expect, it } from 'vitest'
import { summariseChanges } from '../../src/refresh/summarise-changes.ts'
import { openSearchIndex } from '../../src/search-index/search-index.ts'
import { createRefreshBench, type RefreshBench } from '../support/refresh-bench.ts'

let bench: RefreshBench
beforeEach(async () => {
  bench = createRefreshBench()
  await bench.refresh()
})
afterEach(() => bench[Symbol.dispose]())

it('tells in a few lines what a swap changed, and nothing when no text has changed', async () => {
  const before = await openSearchIndex(bench.dataDir)
  expect(summariseChanges(before, before)).toBeUndefined()
  bench.folder.edit('clauses.en.md', 'signed on 5 August', 'signed on 6 August')
  bench.folder.edit('clauses.en.md', 'status: summary', 'status: review')
  bench.folder.write(
    'note.md',
    `---\nid: note\ntitle: Note\nkind: other\nlanguage: th\npublisher: P\npublished: 2022-01-01\nurl: https://example.org/a\nstatus: signed\n---\n${'ที่ประชุมเห็นชอบร่างบันทึก '.repeat(60)}\n`,
  )
  await bench.refresh({ accept: 'a test' })
  const after = await openSearchIndex(bench.dataDir)
  const lines = summariseChanges(before, after)!.split('\n')
  expect(lines[0]).toBe(`Index ${after.version} is in use, instead of ${before.version}.`)
  expect(lines[1]).toMatch(/^Passages: \d+ new, 1 changed, 0 removed\.$/)
  expect(lines).toContain('clauses-en status: summary → review')
  expect(lines.some((line) => line.startsWith('+ note#p1: Note ที่ประชุม') && line.endsWith('…'))).toBe(true)
  expect(lines.length).toBeLessThan(12)
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Snapshot, summariseChanges } from '../../src/refresh/summarise-changes.ts'
import { openSearchIndex } from '../../src/search-index/search-index.ts'
import type { Document, Passage } from '../../src/vocabulary.ts'
import { createRefreshBench, type RefreshBench } from '../support/refresh-bench.ts'

const NOTE = `---\nid: note\ntitle: Note\nkind: other\nlanguage: th\npublisher: P\npublished: 2022-01-01\nurl: https://example.org/a\nstatus: signed\n---\n`

describe('a summary of a swap', () => {
  let bench: RefreshBench
  beforeEach(async () => {
    bench = createRefreshBench()
    await bench.refresh()
  })
  afterEach(() => bench[Symbol.dispose]())

  it('has both wordings, the front matter, and whole documents as one; there is none when no text has changed', async () => {
    const before = await openSearchIndex(bench.dataDir)
    expect(await summariseChanges(before, before)).toBeUndefined()
    bench.folder.edit('clauses.en.md', 'signed on 5 August', 'signed on 6 August')
    bench.folder.edit('clauses.en.md', 'status: summary', 'status: review')
    bench.folder.write('note.md', `${NOTE}${'ที่ประชุมเห็นชอบร่างบันทึก '.repeat(60)}\n`)
    await bench.refresh({ accept: 'a test' })
    const after = await openSearchIndex(bench.dataDir)
    const summary = (await summariseChanges(before, after))!
    const passages = after.passages.filter(({ documentId }) => documentId === 'note').length
    expect(summary).toMatchObject({
      version: after.version,
      versionBefore: before.version,
      counts: { changed: 1, removed: 0, added: passages },
      more: 0,
    })
    const [status, signed, note] = summary.shown
    expect(status).toMatchObject({ kind: 'changed', place: 'status', before: 'summary', after: 'review' })
    expect(signed).toMatchObject({ kind: 'changed', language: 'en' })
    expect(signed?.before).toContain('signed on 5 August')
    expect(signed?.after).toContain('signed on 6 August')
    expect(note).toEqual({ kind: 'added', documentTitle: 'Note', language: 'th', passages })
    const back = (await summariseChanges(after, before))!
    expect(back.counts).toEqual({ changed: 1, removed: passages, added: 0 })
    expect(back.shown.at(-1)).toMatchObject({ kind: 'removed', documentTitle: 'Note', passages })
  })
})

describe('of long texts', () => {
  it('both wordings begin shortly before they differ, at the same character', async () => {
    const same = 'ที่ประชุมคณะรัฐมนตรีมีมติเห็นชอบ '.repeat(20)
    const { shown } = (await summariseChanges(
      snapshot('v1', [`${same}วันที่ 5 สิงหาคม`]),
      snapshot('v2', [`${same}วันที่ 6 สิงหาคม`]),
    ))!
    const { before = '', after = '' } = shown[0]!
    expect(before).toMatch(/^….{20,60}5 สิงหาคม$/u)
    expect(after).toBe(before.replace('5', '6'))
    // Not within a letter and its marks.
    expect(before[1]).not.toMatch(/\p{M}/u)
  })

  it('keeps few of each kind, the most changed first, and counts the rest', async () => {
    const texts = (word: string) =>
      Array.from({ length: 40 }, (_, at) => `${at} ${word.repeat(at)} ที่ประชุมเห็นชอบร่างบันทึก`)
    const summary = (await summariseChanges(snapshot('v1', texts('')), snapshot('v2', texts('ใหม่'))))!
    const { changed, removed, added } = summary.counts
    expect(changed + removed).toBe(39)
    expect(removed).toBe(added)
    expect(summary.shown.filter(({ kind }) => kind === 'changed')).toHaveLength(8)
    expect(summary.shown.length + summary.more).toBe(changed + removed + added)
  })

  it('takes a document that was written anew as a whole for what it is, without comparing for ever', async () => {
    const texts = (word: string) => Array.from({ length: 2500 }, (_, at) => `${word} ${at}`)
    const summary = (await summariseChanges(snapshot('v1', texts('ก')), snapshot('v2', texts('ข'))))!
    const { changed, removed, added } = summary.counts
    expect([changed + removed, changed + added]).toEqual([2500, 2500])
  })
})

/** One document of prose. */
function snapshot(version: string, texts: readonly string[]): Snapshot {
  const document = { id: 'd', title: 'เอกสาร', kind: 'other', language: 'th' } as Document
  const passages = texts.map(
    (text, at): Passage => ({
      id: `d#p${at}`,
      documentId: 'd',
      headings: [],
      language: 'th',
      text,
      start: 0,
      end: text.length,
      hash: text,
    }),
  )
  return { version, documents: new Map([['d', document]]), passages }
}

import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmbedding } from '../../src/embedding.ts'
import { renderChangesPage } from '../../src/refresh/changes-page.ts'
import { askGolden, findGolden, type Golden, readGolden } from '../../src/refresh/golden-questions.ts'
import { renderChanges } from '../../src/refresh/render-changes.ts'
import type { Changes } from '../../src/refresh/review.ts'
import { listSnapshots } from '../../src/search-index/kept-snapshots.ts'
import { openSearchIndex } from '../../src/search-index/search-index.ts'
import type { Passage } from '../../src/vocabulary.ts'
import { createRefreshBench, type RefreshBench } from '../support/refresh-bench.ts'

const DATE = ['signed on 5 August 2022', 'signed on 6 August 2022'] as const

let bench: RefreshBench
beforeEach(async () => {
  bench = createRefreshBench()
  await bench.refresh()
})
afterEach(() => bench[Symbol.dispose]())

/** A question about the signing, with the figures that the index in use reaches. */
async function golden(): Promise<Golden> {
  const question = {
    id: 'g1',
    lang: 'en' as const,
    kind: 'direct' as const,
    question: 'When was the new memorandum signed?',
    history: [],
    answerable: true,
    facts: ['signing'],
    evidence: ['signed on 5 August 2022'],
    must: [['5 August 2022']],
    note: '',
  }
  const { figures } = await askGolden(
    [question],
    await openSearchIndex(bench.dataDir),
    createEmbedding(undefined, 'questions'),
  )
  expect(figures.all.mustHitRate).toBe(1)
  const file = join(bench.folder.path, 'golden.jsonl')
  bench.folder.write('golden.jsonl', JSON.stringify(question))
  bench.folder.write('baseline.json', JSON.stringify(figures))
  return readGolden(file)
}

describe('a refresh', () => {
  it('goes through when nothing is lost, and says nothing of acceptance', async () => {
    bench.folder.edit('clauses.en.md', 'open and secure', 'secure and open')
    const { report, changes } = await bench.refresh({ accept: 'of no need', golden: await golden() })
    expect(report.written).toBe(true)
    expect(changes).toMatchObject({ losses: [], answers: [], frontMatter: [] })
    expect(changes?.passages).toMatchObject([{ kind: 'changed', after: { id: 'clauses-en#scope-radio' } }])
    expect(listSnapshots(bench.dataDir)[0]?.accepted).toBeUndefined()
  })

  it('that falls below the baseline is refused, with the answers before and after', async () => {
    bench.folder.edit('clauses.en.md', ...DATE)
    let seen: Changes | undefined
    const refused = bench.refresh({ golden: await golden(), onChanges: (changes) => (seen = changes) })
    await expect(refused).rejects.toThrow(
      /^Refused for \d losses.*--accept "the reason"\n[\s\S]*mustHitRate is 0, 1 in the baseline/,
    )
    expect(seen?.answers).toHaveLength(1)
    expect(seen?.answers?.[0]?.before.statements[0]?.text).toContain('5 August')
    expect(seen?.answers?.[0]?.after.statements[0]?.text).toContain('6 August')
    expect(listSnapshots(bench.dataDir)).toHaveLength(1)
  })

  it('that falls below the index in use is refused though the baseline was lowered', async () => {
    bench.folder.edit('clauses.en.md', ...DATE)
    const asked = await golden()
    const { all, byLanguage } = asked.baseline
    for (const figures of [all, ...Object.values(byLanguage)]) Object.assign(figures, { mustHitRate: 0 })
    await expect(bench.refresh({ golden: asked })).rejects.toThrow('mustHitRate is 0, 1 in the index in use')
  })

  it('is let through with a reason, which is kept with what was lost', async () => {
    bench.folder.edit('clauses.en.md', ...DATE)
    await bench.refresh({ accept: 'The ministry corrected its release' })
    expect(listSnapshots(bench.dataDir)[0]?.accepted).toEqual({
      reason: 'The ministry corrected its release',
      losses: ['clauses-en#signing: "5 August 2022" no longer stands there'],
    })
    expect((await openSearchIndex(bench.dataDir)).version).toBe(listSnapshots(bench.dataDir)[0]?.version)
  })

  it('that is only checked shows the same, judges the same and writes nothing', async () => {
    bench.folder.edit('clauses.en.md', ...DATE)
    let seen: Changes | undefined
    await expect(bench.refresh({ check: true, onChanges: (changes) => (seen = changes) })).rejects.toThrow('1 loss')
    expect(seen?.passages).toHaveLength(1)
    expect((await bench.refresh({ check: true, accept: 'so it is' })).report.written).toBe(false)
    expect(listSnapshots(bench.dataDir)).toHaveLength(1)
  })

  it('without a change is reviewed by nobody', async () => {
    expect((await bench.refresh()).changes).toBeUndefined()
    expect((await bench.refresh({ check: true })).changes).toBeUndefined()
  })
})

describe('golden questions', () => {
  it("are the project's own for its own knowledge, else those that are named, else none", async () => {
    for (const folder of ['knowledge', 'knowledge/', join(process.cwd(), 'knowledge')]) {
      expect((await findGolden(folder, undefined))?.questions.length).toBeGreaterThan(100)
    }
    expect(await findGolden(bench.folder.path, undefined)).toBeUndefined()
    await golden()
    expect((await findGolden(bench.folder.path, join(bench.folder.path, 'golden.jsonl')))?.questions).toHaveLength(1)
    await expect(findGolden('knowledge', 'nowhere/golden.jsonl')).rejects.toThrow('nowhere/golden.jsonl')
  })
})

describe('what changed', () => {
  async function changed(): Promise<Changes> {
    bench.folder.edit('clauses.en.md', ...DATE)
    bench.folder.edit('clauses.en.md', 'published: 2022-08-05', 'published: 2022-08-09')
    bench.folder.write(
      'note.md',
      '---\nid: note\ntitle: <Note>\nkind: other\nlanguage: en\npublisher: P\npublished: 2022-01-01\nurl: https://example.org/a\nstatus: signed\n---\nA <new> note.\n',
    )
    return (await bench.refresh({ accept: 'a test', golden: await golden() })).changes!
  }

  it('is shown in a terminal word by word', async () => {
    const changes = await changed()
    const shown = renderChanges(changes, { colour: false })
    expect(shown).toContain('Lost: ')
    expect(shown).toContain('~ clauses-en published\n  2022-08-05 → 2022-08-09')
    expect(shown).toContain(
      '~ clauses-en#signing\n  Signing\n  The new memorandum was signed on [-5-]{+6+} August 2022.',
    )
    expect(shown).toContain('+ note#p1\n  {+<Note>\n  A <new> note.+}')
    expect(shown).toContain('~ g1 When was the new memorandum signed?')
    expect(renderChanges(changes, { colour: true })).toContain('\x1b[31m5\x1b[0m\x1b[32m6\x1b[0m August')
  })

  it('is shown on a page, marked and escaped, the answers side by side', async () => {
    const page = renderChangesPage(await changed())
    expect(page).toContain('signed on <del>5</del><ins>6</ins> August 2022.')
    expect(page).toContain('<ins>&lt;Note&gt;\nA &lt;new&gt; note.</ins>')
    expect(page).not.toContain('<new>')
    expect(page).toMatch(
      /<h3>Before <small>answered<\/small><\/h3><p class="text" lang="en">[^<]*signed on <del>5<\/del> August/,
    )
    expect(page).toMatch(
      /<h3>After <small>answered<\/small><\/h3><p class="text" lang="en">[^<]*signed on <ins>6<\/ins> August/,
    )
  })

  it('shows signs that would steer the terminal or turn the letters, on both', () => {
    const after = { id: 'a#p1', headings: [], text: 'ก\x1b[2J\r\u202eข\nค', language: 'th' } as unknown as Passage
    const added: Changes = {
      from: 'v',
      passages: [{ kind: 'added', after }],
      frontMatter: [],
      answers: [],
      losses: [],
    }
    expect(renderChanges(added, { colour: false })).toContain('{+ก\\u{1b}[2J\\u{d}\\u{202e}ข\n  ค+}')
    expect(renderChangesPage(added)).toContain('ก\\u{1b}[2J\\u{d}\\u{202e}ข\nค')
  })

  it('says so when it is nothing, and when no golden questions were asked', () => {
    const none: Changes = { from: 'v', passages: [], frontMatter: [], answers: [], losses: [] }
    expect(renderChanges(none, { colour: false })).toBe('No text and no answer has changed.')
    expect(renderChanges({ ...none, answers: undefined }, { colour: false })).toContain('GOLDEN_QUESTIONS')
    expect(renderChangesPage({ ...none, answers: undefined, from: undefined })).toContain('There is no index yet.')
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAnswering } from '../../src/answering.ts'
import { parseConfig } from '../../src/config.ts'
import { tellChanges } from '../../src/conversation/tell-changes.ts'
import { listSnapshots } from '../../src/search-index/kept-snapshots.ts'
import { openSearchIndex } from '../../src/search-index/search-index.ts'
import { setCurrentVersion } from '../../src/search-index/version-history.ts'
import type { Answer } from '../../src/vocabulary.ts'
import { createRefreshBench, type RefreshBench } from '../support/refresh-bench.ts'

const WHEN = { question: 'When was the new memorandum signed?', conversation: 'c' }
const SCOPE = { question: 'What is the scope about 5G?', conversation: 'c' }

let bench: RefreshBench
beforeEach(async () => {
  bench = createRefreshBench()
  await bench.refresh()
})
afterEach(() => bench[Symbol.dispose]())

async function swap() {
  await bench.refresh({ accept: 'a test' })
}
const told = ({ notes }: Answer) => notes.filter(({ kind }) => kind === 'status')

describe('a conversation', () => {
  it('is told once, with both wordings and the new source, that what it was shown has changed', async () => {
    await using answering = await open()
    expect((await answering.ask(WHEN)).statements[0]?.text).toContain('5 August 2022')
    bench.folder.edit('clauses.en.md', 'signed on 5 August', 'signed on 6 August')
    await swap()
    await answering.follow()
    const answer = await answering.ask(SCOPE)
    const [note, ...others] = told(answer)
    expect(others).toEqual([])
    expect(note?.text).toBe(
      'Words cited earlier in this conversation have changed. Before: “The new memorandum was signed on 5 August 2022.” Now: “The new memorandum was signed on 6 August 2022.”',
    )
    const source = answer.sources.find(({ number }) => number === note?.citations[0])!
    expect(source).toMatchObject({ passageId: 'clauses-en#signing', quote: expect.stringContaining('6 August') })
    // The address of what was published, not of our own summary of it.
    expect(source.url).toBe('https://example.org/news/2')
    const { documents } = await openSearchIndex(bench.dataDir)
    expect(documents.get(source.documentId)?.text.slice(source.start, source.end)).toBe(source.quote)
    expect(new Set(answer.sources.map(({ number }) => number)).size).toBe(answer.sources.length)
    expect(told(await answering.ask(SCOPE))).toEqual([])
  })

  it.each([
    ['en', 'no longer in the sources'],
    ['th', 'ไม่มีในแหล่งข้อมูลแล้ว'],
    ['ja', 'なくなりました'],
  ] as const)('is told in %s when it is gone', async (language, words) => {
    await using answering = await open()
    await answering.ask(WHEN)
    bench.folder.remove('clauses.en.md')
    await swap()
    await answering.follow()
    const [note] = told(await answering.ask({ ...SCOPE, language }))
    expect(note).toMatchObject({ text: expect.stringContaining(words), citations: [] })
    expect(note?.text).toContain('The new memorandum was signed on 5 August 2022.')
  })

  it('that the channel keeps is told too, and not once the channel recalls nothing', async () => {
    await using answering = await open()
    const asked = (question: string, history: string[], audience = 'line a') =>
      answering.ask({ question, history, audience })
    await asked(WHEN.question, [])
    await asked(WHEN.question, [], 'line b')
    bench.folder.edit('clauses.en.md', 'signed on 5 August', 'signed on 6 August')
    await swap()
    await answering.follow()
    expect(told(await asked(SCOPE.question, [], 'line b'))).toEqual([])
    expect(told(await asked(SCOPE.question, [WHEN.question]))).toHaveLength(1)
    expect(told(await asked(SCOPE.question, [WHEN.question]))).toEqual([])
  })

  it('is told when only the official words behind a sentence have changed, and when the words of a note have', async () => {
    await using answering = await open()
    const source = (await answering.ask(SCOPE)).sources.find(({ original }) => original !== undefined)!
    expect(source.original?.quote).toBe('การปรับใช้และใช้งาน 5G แบบเปิดกว้างและปลอดภัย')
    for (const file of ['release.th.md', 'clauses.en.md', 'clauses.th.md']) {
      bench.folder.edit(file, 'ปรับใช้และใช้งาน 5G แบบเปิดกว้างและปลอดภัย', 'ปรับใช้และใช้งาน 5G แบบปลอดภัยและเปิดกว้าง')
    }
    await swap()
    await answering.follow()
    const [note] = told(await answering.ask(WHEN))
    expect(note?.text).toContain('5G แบบเปิดกว้างและปลอดภัย')
    expect(note?.text).toContain('5G แบบปลอดภัยและเปิดกว้าง')
    const [, old] = listSnapshots(bench.dataDir)
    setCurrentVersion(bench.dataDir, old!.version)
    await answering.follow()
    expect(told(await answering.ask(WHEN))).toHaveLength(1)
  })

  it('is told nothing when the words merely stand elsewhere, or others have changed, or it is another', async () => {
    await using answering = await open()
    await answering.ask(WHEN)
    bench.folder.edit('clauses.en.md', 'This summarises', 'As a reminder: this summarises')
    bench.folder.edit('clauses.en.md', 'open and secure 5G', 'secure and open 5G')
    await swap()
    await answering.follow()
    expect(told(await answering.ask(SCOPE))).toEqual([])
    bench.folder.edit('clauses.en.md', 'signed on 5 August', 'signed on 6 August')
    await swap()
    await answering.follow()
    expect(told(await answering.ask({ ...SCOPE, conversation: 'another' }))).toEqual([])
    expect(told(await answering.ask({ question: SCOPE.question }))).toEqual([])
    expect(told(await answering.ask(SCOPE))).toHaveLength(1)
  })

  it('is told at the next question when the swap came during this one', async () => {
    const before = await openSearchIndex(bench.dataDir)
    await using answering = await open()
    const shown = await answering.ask(WHEN)
    bench.folder.edit('clauses.en.md', 'signed on 5 August', 'signed on 6 August')
    await swap()
    let snapshot = before
    const answers = [shown, { ...shown, sources: [] }, { ...shown, sources: [] }]
    const ask = tellChanges(async () => answers.shift()!, { snapshot: () => snapshot })
    await ask(WHEN)
    snapshot = await openSearchIndex(bench.dataDir)
    expect(told(await ask(SCOPE))).toEqual([])
    answers[0] = { ...answers[0]!, indexVersion: snapshot.version }
    expect(told(await ask(SCOPE))).toHaveLength(1)
  })
})

async function open() {
  const answering = await openAnswering(parseConfig({ DATA_DIR: bench.dataDir }), { now: Date.now, lookInterval: 5 })
  return {
    ask: answering.ask,
    /** Resolves when the newest index is in use. */
    async follow() {
      const { version } = await openSearchIndex(bench.dataDir)
      while (answering.index().version !== version) await new Promise((resolve) => setTimeout(resolve, 2))
    },
    [Symbol.asyncDispose]: () => answering[Symbol.asyncDispose](),
  }
}

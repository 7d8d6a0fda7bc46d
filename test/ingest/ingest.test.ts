import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AccordError } from '../../src/errors.ts'
import { type IngestOptions, ingest } from '../../src/ingest/ingest.ts'
import { openSearchIndex } from '../../src/search-index/search-index.ts'
import { currentVersion, versionFolder } from '../../src/search-index/snapshot.ts'
import { termsOf } from '../../src/text/terms.ts'
import { type CountingEmbedder, createCountingEmbedder } from '../support/counting-embedder.ts'
import { copyKnowledge, type KnowledgeFolder } from '../support/knowledge-folder.ts'

const PASSAGES = 9

let folder: KnowledgeFolder
let dataDir: string
let embedder: CountingEmbedder
beforeEach(() => {
  folder = copyKnowledge()
  dataDir = mkdtempSync(join(tmpdir(), 'accord-data-'))
  embedder = createCountingEmbedder()
})
afterEach(() => {
  folder[Symbol.dispose]()
  rmSync(dataDir, { recursive: true, force: true })
})

const run = (options: Partial<IngestOptions> = {}) => {
  return ingest({ knowledgeDir: folder.path, dataDir, embedder, now: () => new Date(), ...options })
}

/** One hash over every path and every byte. */
function treeHash(path: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).toSorted()) {
    hash.update(name)
    if (statSync(join(path, name)).isFile()) hash.update(readFileSync(join(path, name)))
  }
  return hash.digest('hex')
}

describe('ingest', () => {
  it('makes the knowledge folder the version in use', async () => {
    const stages: string[] = []
    const report = await run({ onStage: (stage) => stages.push(stage) })
    expect(report).toMatchObject({
      documents: 3,
      passages: PASSAGES,
      written: true,
      embeddedPassages: PASSAGES,
      embeddingCalls: 1,
    })
    expect(report.added).toHaveLength(PASSAGES)
    expect(stages.slice(0, 4)).toEqual(['read', 'compare', 'embed', 'index'])

    const index = await openSearchIndex(dataDir, { embeddingModel: embedder.model })
    expect(index.version).toBe(report.version)
    expect([...index.documents.keys()]).toEqual(['clauses-en', 'clauses-th', 'release'])
    expect(index.passages).toHaveLength(PASSAGES)
    expect(index.vocabulary.questions[0]?.clause).toBe('signing')
    expect(index.refusalRatio).toBeGreaterThanOrEqual(0.25)
    const ordinal = index.ordinalOf('clauses-en#scope-radio')!
    const [vector] = await embedder.embed([
      'The memorandum in points\nScope (examples)\nRadio and 5G\nThe scope includes the use of open and secure 5G.',
    ])
    expect(index.vectors.vector(ordinal)).toEqual(vector)
    expect(index.sectionOf[index.ordinalOf('release#p1')!]).toBe(index.sectionOf[index.ordinalOf('release#p3')!])
    expect(index.sectionOf[ordinal]).not.toBe(index.sectionOf[index.ordinalOf('clauses-en#signing')!])
  })

  it('writes nothing when nothing has changed', async () => {
    const { version } = await run()
    const before = treeHash(dataDir)
    const again = await run()
    expect(again).toMatchObject({
      version,
      written: false,
      embeddedPassages: 0,
      embeddingCalls: 0,
      added: [],
      changed: [],
      removed: [],
    })
    expect(again.unchanged).toHaveLength(PASSAGES)
    expect(treeHash(dataDir)).toBe(before)
  })

  it('embeds only what is new or changed, and says what that is', async () => {
    await run()
    embedder.calls.length = 0
    folder.edit('clauses.en.md', 'open and secure 5G.', 'secure and open 5G.')
    folder.write(
      'note.md',
      '---\nid: note\ntitle: Note\nkind: other\nlanguage: en\npublisher: P\npublished: 2022-01-01\nurl: https://example.org/a\nstatus: signed\n---\nA note.\n',
    )
    const report = await run()
    expect(report).toMatchObject({
      added: ['note#p1'],
      changed: ['clauses-en#scope-radio'],
      removed: [],
      embeddingCalls: 1,
      embeddedPassages: 2,
    })
    expect(embedder.calls.flat().map((text) => text.split('\n').at(-1))).toEqual([
      'The scope includes the use of secure and open 5G.',
      'A note.',
    ])
    const fresh = await openSearchIndex(dataDir)
    const vectors = await createCountingEmbedder().embed(
      fresh.passages.map(({ headings, text }) => [...headings, text].join('\n')),
    )
    expect(vectors).toEqual(fresh.passages.map((_, ordinal) => fresh.vectors.vector(ordinal)))
    folder.remove('note.md')
    expect(await run()).toMatchObject({ removed: ['note#p1'], embeddingCalls: 0 })
  })

  it('embeds everything again for another model', async () => {
    await run()
    const other = createCountingEmbedder('another-model')
    expect(await run({ embedder: other })).toMatchObject({ embeddedPassages: PASSAGES, written: true, changed: [] })
    expect((await openSearchIndex(dataDir)).manifest.embedding.model).toBe('another-model')
  })

  it('tells how far it is', async () => {
    const progress: string[] = []
    await run({ onProgress: (done, total, doing) => progress.push(`${doing} ${done} of ${total}`) })
    expect(progress[0]).toBe(`embedding ${PASSAGES} of ${PASSAGES}`)
    expect(progress.at(-1)).toBe(`indexing ${PASSAGES} of ${PASSAGES}`)
  })

  it('makes everything anew when the version in use is damaged, and says so', async () => {
    const { version } = await run()
    writeFileSync(join(versionFolder(dataDir, version!), 'vectors.f32'), 'damaged')
    const report = await run()
    expect(report).toMatchObject({ written: true, embeddedPassages: PASSAGES })
    expect(report.discarded).toContain('vectors.f32 is damaged')
    expect((await openSearchIndex(dataDir)).passages).toHaveLength(PASSAGES)
    writeFileSync(join(dataDir, 'index', 'current'), 'nonsense')
    expect((await run()).discarded).toContain('is damaged')
  })

  it('measures on the questions about other things when to refuse', async () => {
    folder.write('off-topic.txt', 'The cabinet approved the draft on 2 August 2022\n')
    await run()
    const index = await openSearchIndex(dataDir)
    expect(index.refusalRatio).toBeCloseTo(
      index.lexical.relevance(termsOf('The cabinet approved the draft on 2 August 2022')),
      5,
    )
  })
})

describe('ingest that was killed while embedding', () => {
  const LINES = 300

  it('embeds only what it had not embedded yet, and leaves nothing behind', async () => {
    const lines = Array.from({ length: LINES }, (_, line) => `${line} ${'word '.repeat(60)}`)
    const front =
      '---\nid: long\ntitle: L\nkind: other\nlanguage: en\npublisher: P\npublished: 2022-01-01\nurl: https://example.org/a\nstatus: signed\n---\n'
    folder.write('long.md', `${front}${lines.join('\n')}\n`)
    let calls = 0
    const dying = {
      ...embedder,
      embed(texts: readonly string[]) {
        if (++calls === 3) throw new AccordError('no credit')
        return embedder.embed(texts)
      },
    }
    await expect(run({ embedder: dying })).rejects.toThrow('no credit')
    const paid = embedder.calls.flat().length
    expect(paid).toBe(256)
    const journal = join(dataDir, 'embeddings.partial')
    // Killed in the middle of a record.
    writeFileSync(journal, readFileSync(journal).subarray(0, -10))
    const report = await run()
    expect(report.embeddedPassages).toBe(report.passages - paid + 1)
    expect(existsSync(journal)).toBe(false)
    const { vectors, passages } = await openSearchIndex(dataDir)
    const fresh = await createCountingEmbedder().embed(
      passages.map(({ headings, text }) => [...headings, text].join('\n')),
    )
    expect(passages.map((_, ordinal) => vectors.vector(ordinal))).toEqual(fresh)
  })

  it('embeds all again for another model, or when the journal is damaged', async () => {
    const journal = join(dataDir, 'embeddings.partial')
    await run()
    for (const left of ['{"model":"another","dimension":512}\n', 'nonsense', '', '{"model":1}\n']) {
      writeFileSync(journal, left)
      rmSync(join(dataDir, 'index'), { recursive: true })
      expect((await run()).embeddedPassages).toBe(PASSAGES)
      expect(existsSync(journal)).toBe(false)
    }
  })
})

describe('ingest with check', () => {
  it('reports the same and neither embeds nor writes', async () => {
    const first = await run({ check: true })
    expect(first).toMatchObject({
      version: undefined,
      written: false,
      passages: PASSAGES,
      embeddedPassages: PASSAGES,
      embeddingCalls: 0,
    })
    expect(readdirSync(dataDir)).toEqual([])
    const { version } = await run()
    folder.edit('clauses.en.md', 'open and secure 5G.', 'secure and open 5G.')
    const before = treeHash(dataDir)
    embedder.calls.length = 0
    expect(await run({ check: true })).toMatchObject({
      version,
      written: false,
      changed: ['clauses-en#scope-radio'],
      embeddedPassages: 1,
    })
    expect(treeHash(dataDir)).toBe(before)
    expect(embedder.calls).toEqual([])
  })
})

describe('ingest that fails', () => {
  it('writes nothing unless every check passes', async () => {
    await run()
    const before = treeHash(dataDir)
    folder.edit('clauses.en.md', '> 1: การปรับใช้', '> 1: ไม่มีคำนี้')
    await expect(run()).rejects.toThrow(AccordError)
    await expect(run({ check: true })).rejects.toThrow(/clauses\.en\.md:36/)
    expect(treeHash(dataDir)).toBe(before)
  })

  it('writes nothing when embedding fails', async () => {
    const failing = { ...embedder, embed: () => Promise.reject(new AccordError('Embedding failed: no credit')) }
    await expect(run({ embedder: failing })).rejects.toThrow('no credit')
    expect(existsSync(join(dataDir, 'index'))).toBe(false)
  })

  it('says in one line that the data folder cannot be written', async () => {
    const file = join(dataDir, 'file')
    writeFileSync(file, '')
    await expect(run({ dataDir: join(file, 'data') })).rejects.toThrow(
      /^Writing to .*file\/data failed: check DATA_DIR[^\n]*$/,
    )
  })

  it('leaves the old version in use and whole when it is killed at any stage', { timeout: 120_000 }, async () => {
    const stages: string[] = []
    const { version } = await run({ onStage: (stage) => stages.push(stage) })
    expect(stages).toContain('switch')
    const old = await openSearchIndex(dataDir)
    for (const [round, stage] of stages.entries()) {
      folder.edit(
        'clauses.en.md',
        /open(?: and secure)* 5G/.exec(read('clauses.en.md'))![0],
        `open${' and secure'.repeat(round + 2)} 5G`,
      )
      const killed = spawnSync(process.execPath, [
        join(import.meta.dirname, '../support/killed-ingest.ts'),
        folder.path,
        dataDir,
        stage,
      ])
      expect(killed.signal, stage).toBe('SIGKILL')
      const index = await openSearchIndex(dataDir)
      if (stage === 'prune') expect(index.version).not.toBe(version)
      else expect(index.version, stage).toBe(version)
      expect(index.passages).toHaveLength(old.passages.length)
      expect(index.lexical.relevance(termsOf('open and secure 5G'))).toBeGreaterThan(0)
    }
    expect(await run()).toMatchObject({ passages: PASSAGES })
    expect(readdirSync(join(dataDir, 'index')).filter((name) => name.startsWith('.'))).toEqual([])
    expect(currentVersion(dataDir)).toBe((await openSearchIndex(dataDir)).version)
  })
})

const read = (file: string) => readFileSync(join(folder.path, file), 'utf8')

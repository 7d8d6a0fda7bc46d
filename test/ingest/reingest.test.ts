import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AccordError } from '../../src/errors.ts'
import { type IngestOptions, ingest } from '../../src/ingest/ingest.ts'
import { createPassage } from '../../src/ingest/passage.ts'
import { currentVersion, versionFolder } from '../../src/search-index/snapshot.ts'
import { readSnapshot } from '../../src/search-index/snapshot-read.ts'
import { writeSnapshot } from '../../src/search-index/snapshot-write.ts'
import { createCountingEmbedder } from '../support/counting-embedder.ts'
import { copyKnowledge, type KnowledgeFolder } from '../support/knowledge-folder.ts'

let folder: KnowledgeFolder
let dataDir: string
beforeEach(() => {
  folder = copyKnowledge()
  dataDir = mkdtempSync(join(tmpdir(), 'accord-reingest-'))
})
afterEach(() => {
  folder[Symbol.dispose]()
  rmSync(dataDir, { recursive: true, force: true })
})

const run = (options: Partial<IngestOptions> = {}) => {
  const embedder = createCountingEmbedder()
  return ingest({ knowledgeDir: folder.path, dataDir, embedder, now: () => new Date(), code: 'code', ...options })
}

const current = async (dir = dataDir) => {
  const version = currentVersion(dir)!
  return readSnapshot(versionFolder(dir, version), version)
}

/** The checksum of every byte of the snapshot, or why there is none. */
async function outcomeOf(options: Partial<IngestOptions> = {}): Promise<unknown> {
  try {
    await run(options)
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
    return error.message
  }
  const { created: _, ...manifest } = (await current(options.dataDir)).manifest
  return manifest
}

async function outcomeOfAll(): Promise<unknown> {
  const fresh = mkdtempSync(join(tmpdir(), 'accord-anew-'))
  try {
    return await outcomeOf({ dataDir: fresh })
  } finally {
    rmSync(fresh, { recursive: true })
  }
}

const original = (file: string) => readFileSync(join(import.meta.dirname, '../fixtures/knowledge', file), 'utf8')
const QUOTE = 'ซึ่งรวมถึงการปรับใช้และใช้งาน 5G แบบเปิดกว้างและปลอดภัย'
const edited = (file: string, from: string, to: string) => {
  const source = original(file)
  if (!source.includes(from)) throw new Error(`${file} doesn't hold ${from}`)
  return { [file]: source.replace(from, to) }
}
const frontMatter = (id: string, language = 'en') =>
  `id: ${id}\ntitle: ${id}\nkind: other\nlanguage: ${language}\npublisher: P\npublished: 2022-01-01\nurl: https://example.org/a\nstatus: signed\n`
const prose = (id: string, text: string, language?: string) => `---\n${frontMatter(id, language)}---\n${text}\n`
const LONG = Array.from({ length: 6 }, (_, line) => `${line} ${'The memorandum is read. '.repeat(9)}`).join('\n')

/** What may stand in the folder beside each other, a file or two of each. */
const PARTS: Record<string, Record<string, string>[]> = {
  release: [
    { 'release.th.md': original('release.th.md') },
    {},
    { 'a/release.md': original('release.th.md') },
    edited('release.th.md', QUOTE, 'ซึ่งรวมถึง 5G'),
    edited('release.th.md', QUOTE, `${QUOTE}\nและ`),
    edited('release.th.md', 'แบบเปิดกว้าง', '\n\n# ใหม่\n\nแบบเปิดกว้าง'),
    edited('release.th.md', 'วันอังคารที่ 2 สิงหาคม 2565', `${QUOTE}\n${'ข่าว '.repeat(60)}`),
    edited('release.th.md', 'published: 2022-08-02', 'published: soon'),
    edited('release.th.md', 'id: release', 'id: announcement'),
  ],
  clauses: [
    { 'clauses.en.md': original('clauses.en.md') },
    {},
    { 'z-clauses.md': original('clauses.en.md') },
    edited('clauses.en.md', 'open and secure 5G.', 'secure and open 5G.'),
    edited('clauses.en.md', 'signed in 2017', 'signed in 2016'),
    edited('clauses.en.md', '> 1: การปรับใช้', '> 1: ไม่มีคำนี้'),
    edited('clauses.en.md', '### Signing {#signing}', '### Signing {#signature}'),
    edited('clauses.en.md', 'translation-of: clauses-th', 'translation-of: absent'),
  ],
  note: [
    {},
    { 'a-note.md': prose('note', 'A note on the memorandum.') },
    { 'm-note.md': prose('note', 'A note on the memorandum.') },
    { 'z/note.md': prose('note', `# Part\n${LONG}`) },
    { 'z/note.md': prose('note', `${LONG}\nA note on the memorandum.`) },
    { 'a-note.md': prose('note', `${QUOTE}\nText.`, 'th') },
    { 'z-note.md': prose('note', `${LONG}\n${QUOTE}`, 'th') },
    { 'a-note.md': prose('note', 'The budget is set.') },
    { 'a-note.md': prose('release', 'The id of another.') },
    { 'a-note.md': prose('one', LONG), 'b-note.md': prose('two', LONG) },
  ],
  text: [
    {},
    { 'b.txt': `ข้อ 1\n${QUOTE}\nข้อ 2\nข`, 'b.txt.yaml': frontMatter('b', 'th') },
    { 'b.txt': 'ข้อ 1\nก\nข้อ 2\nข', 'b.txt.yaml': frontMatter('b', 'th') },
    { 'b.txt': 'ข้อ 1\nก\nข้อ 2\nข', 'b.txt.yaml': frontMatter('b', 'ja') },
    { 'b.txt': 'ข้อ 1\nก\nข้อ 2\nข' },
  ],
  glossary: [
    { 'glossary.yaml': original('glossary.yaml') },
    edited('glossary.yaml', 'fifth generation', 'memorandum'),
    edited('glossary.yaml', 'id: 5g', 'id: sign'),
  ],
  gaps: [{ 'gaps.yaml': original('gaps.yaml') }, edited('gaps.yaml', 'budget, cost', 'budget, the memorandum is read')],
  questions: [
    { 'questions.yaml': original('questions.yaml') },
    edited('questions.yaml', 'On which day', 'On what day'),
    {},
  ],
  offTopic: [
    { 'off-topic.txt': original('off-topic.txt') },
    { 'off-topic.txt': 'A note on the memorandum\nWhat is 5G?\n' },
  ],
}

const change = fc.oneof(
  ...Object.entries(PARTS).map(([part, states]) => ({
    weight: states.length,
    arbitrary: fc.record({ part: fc.constant(part), files: fc.constantFrom(...states) }),
  })),
)

function put(part: string, files: Record<string, string>): void {
  for (const name of new Set(PARTS[part]!.flatMap(Object.keys))) rmSync(join(folder.path, name), { force: true })
  for (const [name, content] of Object.entries(files)) folder.write(name, content)
}

describe('ingest after a change', () => {
  it('makes what ingesting everything anew makes, or refuses it for the same reasons', {
    timeout: 180_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        rmSync(dataDir, { recursive: true })
        for (const [part, [first]] of Object.entries(PARTS)) put(part, first!)
        await run()
        for (const { part, files } of changes) {
          put(part, files)
          expect(await outcomeOf()).toEqual(await outcomeOfAll())
        }
      }),
      { numRuns: 12 },
    )
  })

  it('refuses the clauses, unchanged, of which a release has lost a proof, and names file and line', async () => {
    await run()
    put('release', edited('release.th.md', QUOTE, 'ซึ่งรวมถึง 5G'))
    await expect(run()).rejects.toThrow(
      /clauses\.en\.md:36: these words stand in no stored.*\n.*clauses\.th\.md:35: these words stand in no stored/,
    )
    put('release', PARTS.release![0]!)
    expect(await run()).toMatchObject({ written: false })
  })

  it('takes an unchanged document from the snapshot in use, unless vocabulary or code have changed', async () => {
    folder.write('note.md', prose('note', 'A note.'))
    await run()
    const mark = await markNote()
    expect(await headingsOfNote()).toContain(mark)
    expect(await run()).toMatchObject({ written: false })
    folder.edit('clauses.en.md', 'open and secure 5G.', 'secure and open 5G.')
    expect(await run()).toMatchObject({ written: true })
    expect(await headingsOfNote()).toContain(mark)
    for (const anew of [
      () => run({ code: 'another' }),
      () => {
        folder.edit('glossary.yaml', 'fifth generation', 'fifth-generation')
        return run()
      },
    ]) {
      const { version } = await run()
      await markNote()
      expect(await headingsOfNote()).toContain(mark)
      expect((await anew()).version).not.toBe(version)
      expect(await headingsOfNote()).not.toContain(mark)
    }
  })

  it('reads a document anew that has changed', async () => {
    folder.write('note.md', prose('note', 'A note.'))
    await run()
    const mark = await markNote()
    folder.write('note.md', prose('note', 'A note.\n\n'))
    await run()
    expect(await headingsOfNote()).not.toContain(mark)
  })

  it('makes everything anew for another embedding model, and when the snapshot in use is damaged', async () => {
    await run()
    const other = createCountingEmbedder('another-model')
    expect(await run({ embedder: other })).toMatchObject({ embeddedPassages: 9 })
    await run()
    const version = currentVersion(dataDir)!
    for (const file of ['documents.json', 'passages.json', 'lexical.bin', 'vectors.f32', 'manifest.json']) {
      const inUse = join(versionFolder(dataDir, currentVersion(dataDir)!), file)
      writeFileSync(inUse, readFileSync(inUse).fill(0x20, 100, 120))
      const report = await run()
      expect(report).toMatchObject({ written: true, embeddedPassages: 9 })
      expect(report.discarded).toContain(`${file} is damaged`)
      expect(await outcomeOf()).toEqual(await outcomeOfAll())
    }
    expect(currentVersion(dataDir)).not.toBe(version)
  })

  it('makes everything anew after a snapshot of format 1, and says why', async () => {
    await run()
    const file = join(versionFolder(dataDir, currentVersion(dataDir)!), 'manifest.json')
    const { recipe: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...manifest, formatVersion: 1 }))
    const report = await run()
    expect(report).toMatchObject({ written: true, embeddedPassages: 9 })
    expect(report.discarded).toMatch(/manifest\.json is of format 1, this Accord reads 2/)
    expect(await outcomeOf()).toEqual(await outcomeOfAll())
  })
})

/** Puts a heading into the snapshot that reading the note would never give. */
async function markNote(): Promise<string> {
  const { documents, passages, vocabulary, lexical, sections, sectionOf, vectors, manifest } = await current()
  const { embedding, refusalRatio, recipe } = manifest
  const note = documents.find(({ id }) => id === 'note')!
  const marked = passages.map((passage) =>
    passage.documentId === 'note' ? createPassage(note, 'p1', ['Mark'], passage) : passage,
  )
  const rows = Float32Array.from(passages.flatMap((_, ordinal) => [...vectors.vector(ordinal)]))
  const parts = { units: lexical, sections, sectionOf: [...sectionOf], vectors: rows }
  const content = { documents, passages: marked, vocabulary, ...parts, embedding, refusalRatio, recipe }
  await writeSnapshot(dataDir, content, { now: () => new Date() })
  return 'Mark'
}

async function headingsOfNote(): Promise<string[]> {
  return (await current()).passages
    .filter(({ documentId }) => documentId === 'note')
    .flatMap(({ headings }) => headings)
}

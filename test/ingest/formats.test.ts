import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmbedding } from '../../src/embedding.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { openSearchIndex } from '../../src/search-index/search-index.ts'
import { buildDocx } from '../support/build-docx.ts'
import { buildPdf } from '../support/build-pdf.ts'
import { copyKnowledge, type KnowledgeFolder } from '../support/knowledge-folder.ts'

const sidecar = (id: string, language = 'th') =>
  `id: ${id}\ntitle: ${id}\nkind: other\nlanguage: ${language}\npublisher: P\npublished: 2022-08-05\nurl: https://example.org/${id}\nstatus: signed\n`

let folder: KnowledgeFolder
let dataDir: string
beforeEach(() => {
  folder = copyKnowledge()
  dataDir = mkdtempSync(join(tmpdir(), 'accord-formats-'))
})
afterEach(() => {
  folder[Symbol.dispose]()
  rmSync(dataDir, { recursive: true })
})
const run = () =>
  ingest({
    knowledgeDir: folder.path,
    dataDir,
    embedder: createEmbedding(undefined, 'documents').embedder,
    now: () => new Date(),
  })

describe('ingest of other formats', () => {
  it('indexes each with the front matter beside it, its clauses by their numbers', async () => {
    folder.write('a.pdf', buildPdf([['ข้อ ๑ ขอบเขตของความร่วมมือ', 'ข้อ ๒ ไม่มีการจัดตั้งกองทุน']]))
    folder.write(
      'b.docx',
      await buildDocx([{ heading: 'Article 1 Scope', level: 1 }, 'Digital.', 'Article 2 No fund.']),
    )
    folder.write('c.html', '<meta charset=utf-8><nav>x</nav><h2>第1条 範囲</h2><p>電気通信</p><p>第2条 基金はない</p>')
    folder.write('d.txt', 'ข้อ 1\nก\nข้อ 2\nข')
    for (const [file, language] of [
      ['a.pdf', 'th'],
      ['b.docx', 'en'],
      ['c.html', 'ja'],
      ['d.txt', 'th'],
    ] as const) {
      folder.write(`${file}.yaml`, sidecar(file[0]!, language))
    }
    await run()
    const { documents, passages } = await openSearchIndex(dataDir)
    for (const id of ['a', 'b', 'c', 'd']) {
      expect(passages.filter(({ documentId }) => documentId === id).map((passage) => passage.id)).toEqual([
        `${id}#article-1`,
        `${id}#article-2`,
      ])
    }
    for (const { documentId, start, end, text } of passages) {
      expect(documents.get(documentId)?.text.slice(start, end)).toBe(text)
    }
    expect(documents.get('a')).toMatchObject({
      file: 'a.pdf',
      status: 'signed',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it('gives the rows of a table ids, whatever the format, and clauses that Word numbers', async () => {
    const rows = [
      ['Year', 'Meetings'],
      ['2022', 'two in turn'],
    ]
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const item = (numbered: string) => ({ numbered, list: 1, level: 0 })
    folder.write('a.docx', await buildDocx([item('Scope'), item('Meetings'), { rows }], { numbering }))
    const lines = rows.map((row) => row.join('\t'))
    folder.write('b.pdf', buildPdf([['Article 1 Scope', 'Article 2 Meetings', ...lines]]))
    const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
    folder.write('c.html', `<p>Article 1 Scope</p><p>Article 2 Meetings</p><table><tbody>${cells}</tbody></table>`)
    for (const file of ['a.docx', 'b.pdf', 'c.html']) folder.write(`${file}.yaml`, sidecar(file[0]!, 'en'))
    await run()
    const { passages } = await openSearchIndex(dataDir)
    for (const id of ['a', 'b', 'c']) {
      const found = passages.filter(({ documentId }) => documentId === id)
      expect(found.map((passage) => passage.id.split('#')[1])).toEqual(['article-1', 'article-2', 'article-2.row-1'])
      expect(found[2]).toMatchObject({
        headings: [id, 'Article 2 Meetings', 'Year | Meetings'],
        text: '2022 | two in turn',
      })
    }
  })

  it('asks for front matter that is missing or incomplete, and names pages that cannot be read', async () => {
    folder.write('a.pdf', buildPdf([['whole'], 'picture']))
    folder.write('a.pdf.yaml', sidecar('a'))
    folder.write('b.txt', 'text')
    folder.write('c.txt', 'text')
    folder.write('c.txt.yaml', sidecar('c').replace('language: th\n', '').replace('kind: other', 'kind: clauses'))
    folder.write('d.docx', 'no zip')
    folder.write('d.docx.yaml', sidecar('d'))
    const error = await run().catch((reason: Error) => reason)
    const lines = (error as Error).message.split('\n').slice(1)
    expect(lines).toEqual([
      expect.stringMatching(/^a\.pdf: page 2: is a picture without text/),
      expect.stringMatching(/^b\.txt: has no front matter; put b\.txt\.yaml beside it with id, title/),
      expect.stringMatching(/^c\.txt\.yaml:1: language is missing; add it/),
      expect.stringMatching(/^d\.docx: can't be read as \.docx: .*; save it anew/),
    ])
  })

  it('takes a change of the front matter alone for a change', async () => {
    folder.write('d.txt', 'ข้อ 1\nก')
    folder.write('d.txt.yaml', sidecar('d'))
    await run()
    folder.write('d.txt.yaml', sidecar('d').replace('signed', 'ended'))
    expect((await run()).written).toBe(true)
    expect((await openSearchIndex(dataDir)).documents.get('d')?.status).toBe('ended')
  })
})

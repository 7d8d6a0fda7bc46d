import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fetchDocuments, listFetched, takeFetched } from '../../../src/ingest/fetch/fetch-documents.ts'
import { readKnowledge } from '../../../src/ingest/read-knowledge.ts'
import { copyKnowledge, type KnowledgeFolder } from '../../support/knowledge-folder.ts'
import { startWebServer, type WebServer } from '../../support/web-server.ts'

const RELEASE = 'release.th.md'

let folder: KnowledgeFolder
let server: WebServer
let page: { type: string; body: Uint8Array; status?: number }
beforeEach(async () => {
  folder = copyKnowledge()
  server = await startWebServer((_, response) => {
    response.writeHead(page.status ?? 200, { 'content-type': page.type }).end(page.body)
  })
  const [, url = ''] = /^url: (.*)$/m.exec(read(RELEASE))!
  folder.edit(RELEASE, url, `${server.url}/release`)
})
afterEach(async () => {
  folder[Symbol.dispose]()
  await server[Symbol.asyncDispose]()
})
const read = (file: string) => readFileSync(join(folder.path, file), 'utf8')
const text = () => read(RELEASE).split('---\n').at(-1)!
const fetched = () => fetchDocuments(folder.path, { mayConnect: () => true })
const html = (words: string) => `<html><body><nav>x</nav><article>${words.replaceAll('\n', '<br>')}</article>`

describe('fetchDocuments', () => {
  it('stores a changed page beside the document, in its format, and leaves the document alone', async () => {
    const before = read(RELEASE)
    page = { type: 'text/html; charset=utf-8', body: Buffer.from(html(text().replace('2 ส.ค.', '3 ส.ค.'))) }
    const outcomes = await fetched()
    expect(outcomes).toMatchObject([{ kind: 'stored', file: RELEASE, language: 'th' }])
    expect(read(RELEASE)).toBe(before)
    expect(listFetched(folder.path)).toEqual([RELEASE])
    expect(read(`${RELEASE}.fetched`)).toContain('3 ส.ค.')

    takeFetched(folder.path, listFetched(folder.path))
    expect(read(RELEASE).split('---\n')[1]).toBe(before.split('---\n')[1])
    expect(() => readKnowledge(folder.path)).toThrow('these words stand in no stored document')
    expect(existsSync(join(folder.path, `${RELEASE}.fetched`))).toBe(false)
  })

  it.each(['windows-874', 'tis-620'])('knows the same text in %s', async (charset) => {
    page = { type: `text/html; charset=${charset}`, body: inWindows874(html(text())) }
    expect(await fetched()).toEqual([{ kind: 'unchanged', file: RELEASE, url: `${server.url}/release` }])
    page = { type: 'text/html', body: inWindows874(`<meta charset="${charset}">${html(text())}`) }
    expect(await fetched()).toMatchObject([{ kind: 'unchanged' }])
    expect(listFetched(folder.path)).toEqual([])
  })

  it.each([
    [
      'an encoding that it is not in',
      'text/html; charset=utf-8',
      () => inWindows874(html(text())),
      'no encoding that could be told',
    ],
    ['another kind', 'application/zip', () => Buffer.from('PK'), "is application/zip, which can't take the place of"],
    ['a kind that only seems known', 'constructor', () => Buffer.from('x'), 'is constructor'],
    ['no text', 'text/html', () => Buffer.from('<nav>only</nav>'), 'holds no text'],
    ['broken Thai', 'text/plain', () => Buffer.from('ป\ue123า'), 'U+E123'],
  ])('says what is wrong with a page of %s', async (_, type, body, problem) => {
    page = { type, body: body() }
    expect(await fetched()).toEqual([
      { kind: 'failed', file: RELEASE, url: `${server.url}/release`, problem: expect.stringContaining(problem) },
    ])
    expect(listFetched(folder.path)).toEqual([])
  })

  it('forgets what it stored when the page is again as the document has it', async () => {
    page = { type: 'text/html', body: Buffer.from(html(`${text()} และเพิ่ม`)) }
    expect(await fetched()).toMatchObject([{ kind: 'stored' }])
    page = { type: 'text/html', body: Buffer.from(html(text())) }
    expect(await fetched()).toMatchObject([{ kind: 'unchanged' }])
    expect(listFetched(folder.path)).toEqual([])
  })

  it('goes on to the next document when one cannot be had', async () => {
    const front = (id: string) =>
      `---\nid: ${id}\ntitle: N\nkind: other\nlanguage: en\npublisher: P\npublished: 2022-01-01\nurl: http://intranet.invalid/\nstatus: signed\n---\nA note.\n`
    folder.write('a-note.md', front('note'))
    page = { type: 'text/html', body: Buffer.from(''), status: 404 }
    expect((await fetched()).map(({ kind, file }) => [kind, file])).toEqual([
      ['failed', 'a-note.md'],
      ['failed', RELEASE],
    ])
  })
})

function inWindows874(source: string): Uint8Array {
  return Uint8Array.from(source, (character) => {
    const code = character.charCodeAt(0)
    return code >= 0x0e01 && code <= 0x0e5b ? code - 0x0e01 + 0xa1 : code
  })
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDocument, parseSpan } from '../../../src/channels/web/documents.ts'
import type { Document } from '../../../src/vocabulary.ts'
import { clausesDocument, documents, releaseDocument, spanOf } from './answer-fixture.ts'
import { serveWeb } from './support.ts'

test('the list names each document with its kind, status, dates, publisher and address', async () => {
  await using server = await serveWeb()
  const html = await (await fetch(`${server.url}/sources?lang=en`)).text()
  for (const words of [
    releaseDocument.title,
    'Cabinet press release · Draft approved by the cabinet',
    'Summary, clause by clause · Summary, not the signed text',
    'รัฐบาลไทย',
    '<time datetime="2022-08-02">2 August 2022</time>',
    'href="https://www.example.go.th/news/57536"',
    'href="/sources/clauses-en?lang=en"',
    'Translation of',
  ])
    expect(html).toContain(words)
})

test('the reader marks the quoted words and shows the rest of the text around them', async () => {
  await using server = await serveWeb()
  const { start, end, quote } = spanOf(releaseDocument, 'วันที่ 2 ส.ค. 2565')
  const html = await (await fetch(`${server.url}/sources/cabinet-release?start=${start}&end=${end}`)).text()
  expect(html).toContain(`<p>ครม. เห็นชอบร่างบันทึกความร่วมมือ <mark id="quote" tabindex="-1">${quote}</mark></p>`)
  expect(html).toContain('<p>กระทรวงดิจิทัลฯ</p>')
})

test('a quote over several lines is marked on each, and named once', async () => {
  const html = await read(releaseDocument, { start: 3, end: releaseDocument.text.length })
  expect(html.match(/<mark/gu)).toHaveLength(3)
  expect(html.match(/id="quote"/gu)).toHaveLength(1)
})

test('headings and proofs of a clause are shown without their signs', async () => {
  const html = await read(clausesDocument, spanOf(clausesDocument, 'The new MoC was to be signed'))
  expect(html).toContain('<h2>Timeline</h2>')
  expect(html).toContain('<h3>Signing</h3>')
  expect(html).toContain('<blockquote>1: จะลงนามในวันที่ 5 ส.ค. 2565</blockquote>')
  expect(html).toContain('<mark id="quote" tabindex="-1">The new MoC was to be signed</mark> on 5 August 2022.')
})

test.each([
  '',
  '?start=5',
  '?start=5&end=5',
  '?start=9&end=3',
  '?start=-1&end=4',
  '?start=0&end=99999',
  '?start=1e1&end=20',
  '?start=a&end=b',
])('offsets that name no span are ignored: %s', async (query) => {
  await using server = await serveWeb()
  const response = await fetch(`${server.url}/sources/cabinet-release${query}`)
  expect(response.status).toBe(200)
  expect(await response.text()).not.toContain('<mark')
})

test('a span never cuts a character in two', () => {
  expect(parseSpan('0', '1', '😀')).toBeUndefined()
  expect(parseSpan('0', '2', '😀')).toEqual({ start: 0, end: 2 })
})

test.each(['nope', '..%2f..%2fetc%2fpasswd', '__proto__', '%E0%A4%A', '%3Cscript%3Ealert(1)%3C%2Fscript%3E'])(
  'an unknown document is refused in words: %s',
  async (id) => {
    await using server = await serveWeb()
    const response = await fetch(`${server.url}/sources/${id}?lang=en`)
    expect(response.status).toBe(404)
    const html = await response.text()
    expect(html).toContain('There is no such document.')
    expect(html).not.toContain('<script>alert')
  },
)

test('hostile text of a document stays text', async () => {
  const evil = '"><script>alert(1)</script>'
  const document: Document = {
    ...releaseDocument,
    id: evil,
    title: evil,
    publisher: evil,
    status: evil,
    url: evil,
    text: evil,
  }
  const html = await read(document, { start: 0, end: 5 })
  expect(html).not.toContain('<script>')
})

test('for any text and span, what is marked is the span, line breaks aside', async () => {
  const text = fc.string({ unit: fc.constantFrom('ก', '日', 'a', ' ', '\n', '😀') })
  await fc.assert(
    fc.asyncProperty(text, fc.nat(20), fc.nat(20), async (text, start, end) => {
      const span = parseSpan(String(start), String(end), text)
      if (!span) return
      const html = await read({ ...releaseDocument, text }, span)
      const marked = Array.from(html.matchAll(/<mark[^>]*>([^<]*)<\/mark>/gu), (match) => match[1]).join('')
      expect(marked).toBe(text.slice(span.start, span.end).replaceAll('\n', ''))
    }),
  )
})

async function read(document: Document, quote: { start: number; end: number }): Promise<string> {
  return String(await formatDocument(document, documents, 'en', quote))
}

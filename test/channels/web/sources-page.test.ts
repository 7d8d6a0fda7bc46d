import { expect, test } from 'vitest'
import { releaseDocument } from './answer-fixture.ts'
import { serveWeb } from './support.ts'

test('the list names each document with its kind, status, dates, publisher, address and snapshot', async () => {
  await using server = await serveWeb()
  const html = await (await fetch(`${server.url}/sources?lang=en`)).text()
  for (const words of [
    releaseDocument.title,
    'Cabinet press release · Draft approved by the cabinet',
    'Summary, clause by clause · Summary, not the signed text',
    'รัฐบาลไทย',
    '<time datetime="2022-08-02">2 August 2022</time>',
    '2 August B.E. 2565 · 2 August Reiwa 4',
    'href="https://www.example.go.th/news/57536"',
    'href="/sources/clauses-en?lang=en"',
    'Translation of',
    '<dt>Snapshot</dt><dd><code>v1</code></dd>',
  ])
    expect(html).toContain(words)
})

test('the clauses are the table of contents, and their dates the timeline', async () => {
  await using server = await serveWeb()
  const html = await (await fetch(`${server.url}/sources?lang=th`)).text()
  expect(html).toContain('<p class="group-name">Timeline</p>')
  expect(html.match(/<a href="\/sources\/clauses-en\?lang=th#clause-signing">Signing<\/a>/gu)).toHaveLength(2)
  expect(html).toContain('<b>5 สิงหาคม 2565</b>')
  expect(html).toContain('<svg class="timeline"')
})

test('without an index the list says that there are none', async () => {
  await using server = await serveWeb({ index: () => undefined })
  const html = await (await fetch(`${server.url}/sources?lang=en`)).text()
  expect(html).toContain('There are no documents to show right now.')
})

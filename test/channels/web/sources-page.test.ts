import { expect, test } from 'vitest'
import { clausesDocument, documents, openIndex, releaseDocument } from './answer-fixture.ts'
import { serveWeb } from './support.ts'

test('the list names each document with its kind, status, dates, publisher, address and snapshot', async () => {
  await using server = await serveWeb()
  const html = await (await fetch(`${server.url}/sources?lang=en`)).text()
  for (const words of [
    releaseDocument.title,
    '<dt>Kind</dt><dd>Cabinet press release</dd>',
    '<dt>Status</dt><dd>Draft approved by the cabinet</dd>',
    '<dt>Kind</dt><dd>Summary, clause by clause</dd>',
    '<dt>Status</dt><dd>Summary, not the signed text</dd>',
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
  expect(html).toContain('<a href="/sources/clauses-en?lang=th#clause-signing">Signing</a>')
  expect(html).toContain('<b>5 สิงหาคม 2565</b>')
  expect(html).toContain('<p class="stated" lang="en">The new MoC was to be signed on 5 August 2022.</p>')
  expect(html).toContain('<svg class="timeline"')
})

test('what is translated comes before its translations', async () => {
  await using server = await serveWeb({ index: () => ({ ...openIndex, documents: new Map([...documents].reverse()) }) })
  const html = await (await fetch(`${server.url}/sources?lang=en`)).text()
  expect(html.indexOf(releaseDocument.title)).toBeLessThan(html.indexOf(clausesDocument.title))
})

test('without an index the list says that there are none', async () => {
  await using server = await serveWeb({ index: () => undefined })
  const html = await (await fetch(`${server.url}/sources?lang=en`)).text()
  expect(html).toContain('There are no documents to show right now.')
})

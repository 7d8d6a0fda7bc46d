import { expect, test } from 'vitest'
import type { Document } from '../../../src/vocabulary.ts'
import { clausesDocument, documents, openIndex, releaseDocument, signingPassage, spanOf } from './answer-fixture.ts'
import { serveWeb } from './support.ts'

const approval = spanOf(releaseDocument, 'วันที่ 2 ส.ค. 2565')

test('the reader marks the quoted words and shows the rest of the text around them', async () => {
  await using server = await serveWeb()
  const html = await page(server.url, '/sources/cabinet-release', approval)
  expect(html).toContain(`<p>ครม. เห็นชอบร่างบันทึกความร่วมมือ <mark id="quote" tabindex="-1">${approval.quote}</mark></p>`)
  expect(html).toContain('<p>กระทรวงดิจิทัลฯ</p>')
})

test('a clause is shown with the release’s words that prove it, linked to where they are', async () => {
  await using server = await serveWeb()
  const quote = spanOf(clausesDocument, 'on 5 August 2022')
  const html = await page(server.url, '/sources/clauses-en', quote)
  const proof = spanOf(releaseDocument, 'จะลงนามในวันที่ 5 ส.ค. 2565')
  expect(html).toContain('<section class="clause quoted" id="clause-signing">')
  expect(html).toContain('<mark id="quote" tabindex="-1">on 5 August 2022</mark>')
  expect(html).toContain(
    `<a href="/sources/cabinet-release?lang=en&amp;start=${proof.start}&amp;end=${proof.end}&amp;v=v1#quote" lang="th">${proof.quote}</a>`,
  )
  expect(html).toContain('href="https://www.example.go.jp/release"')
  expect(html).toContain('A summary, not the signed text.')
  expect(html).toContain('<p class="standing">Summary, not the signed text</p>')
})

test('each language of the clauses is there, and can be chosen without script', async () => {
  const thai: Document = { ...clausesDocument, id: 'clauses-th', language: 'th', text: 'ลงนาม' }
  const passage = { ...signingPassage, id: 'clauses-th#signing', documentId: 'clauses-th', text: 'ลงนาม' }
  const sentences = [{ start: 0, end: 5, proofs: [] }]
  const index = {
    ...openIndex,
    documents: new Map([...documents, ['clauses-th', thai]]),
    passages: [signingPassage, { ...passage, start: 0, end: 5, sentences }],
  }
  await using server = await serveWeb({ index: () => index })
  const html = await page(server.url, '/sources/clauses-en')
  expect(html).toMatch(/id="shown-th" autocomplete="off">\s*<input[^>]*id="shown-en" autocomplete="off" checked>/u)
  expect(html).toContain('<label for="shown-th" lang="th">ไทย</label>')
  expect(html).toMatch(/<div class="version th" lang="th"><h3>Signing<\/h3>\s*<p>ลงนาม<\/p>/u)
})

test('a quote that is no part of a clause is marked in the text as it is stored', async () => {
  await using server = await serveWeb()
  const html = await page(server.url, '/sources/clauses-en', spanOf(clausesDocument, 'A summary'))
  expect(html).toContain('<p><mark id="quote" tabindex="-1">A summary</mark>, not the signed text.</p>')
})

test('when the document has changed since, both wordings are shown, and the document as it was', async () => {
  const earlier = { ...releaseDocument, text: releaseDocument.text.replace('2 ส.ค.', '1 ส.ค.') }
  await using server = await serveWeb({ documentsOf: async () => new Map([[earlier.id, earlier]]) })
  const html = await page(server.url, '/sources/cabinet-release', { ...approval, v: 'v0' })
  expect(html).toContain('This document has changed since it was quoted')
  expect(html).toContain('<blockquote class="then" lang="th"><mark>วันที่ 1 ส.ค. 2565</mark></blockquote>')
  expect(html).toContain('<a href="#present">ครม. เห็นชอบร่างบันทึกความร่วมมือ วันที่ 2 ส.ค. 2565</a>')
  expect(html).toContain('<mark id="present" tabindex="-1">ครม. เห็นชอบร่างบันทึกความร่วมมือ วันที่ 2 ส.ค. 2565</mark>')
  expect(html.match(/id="quote"/gu)).toHaveLength(1)

  const [, link = ''] = /href="([^"]+as=then#quote)"/u.exec(html) ?? []
  const then = await (await fetch(server.url + link.replaceAll('&amp;', '&'))).text()
  expect(then).toContain('not as it is now')
  expect(then).toContain('<mark id="quote" tabindex="-1">วันที่ 1 ส.ค. 2565</mark>')
})

test('when its version is no longer kept, the page says that it can’t be checked', async () => {
  await using server = await serveWeb()
  const html = await page(server.url, '/sources/cabinet-release', { ...approval, v: '20200101T000000Z-00000000' })
  expect(html).toContain('is no longer kept')
  expect(html).toContain(`<mark id="quote" tabindex="-1">${approval.quote}</mark>`)
})

test('what is shared leads to the same words, and switching the language keeps them', async () => {
  await using server = await serveWeb({ publicUrl: 'https://accord.example.org' })
  const html = await page(server.url, '/sources/cabinet-release', approval)
  const { start, end } = approval
  expect(html).toContain(
    `https://accord.example.org/sources/cabinet-release?lang=en&amp;start=${start}&amp;end=${end}&amp;v=v1#quote`,
  )
  expect(html).toContain(`<a href="?lang=ja&amp;start=${start}&amp;end=${end}&amp;v=v1#quote" lang="ja" hreflang="ja">`)
})

test('beside an answer, the passage is shown alone, and leads to the rest where the answer is', async () => {
  await using server = await serveWeb({ publicUrl: 'https://accord.example.org' })
  const html = await page(server.url, '/sources/cabinet-release', { ...approval, part: 'passage' })
  expect(html).toMatch(/<a href="\/sources\/cabinet-release\?lang=en&amp;start=\d+&amp;end=\d+&amp;v=v1#quote">/u)
  expect(html).toMatch(/^<section class="passage">/u)
  expect(html).toContain(`<mark id="quote" tabindex="-1">${approval.quote}</mark>`)
  const clause = spanOf(clausesDocument, 'on 5 August 2022')
  expect(await page(server.url, '/sources/clauses-en', { ...clause, part: 'passage' })).toContain('id="clause-signing"')
})

test.each([
  '?start=5',
  '?start=5&end=5',
  '?start=9&end=3',
  '?start=-1&end=4',
  '?start=0&end=99999',
  '?start=1e1&end=20',
  '?start=a&end=b',
])('offsets that name no words mark none, and the page says so: %s', async (query) => {
  await using server = await serveWeb()
  const response = await fetch(`${server.url}/sources/cabinet-release${query}&lang=en`)
  expect(response.status).toBe(200)
  const html = await response.text()
  expect(html).not.toContain('<mark')
  expect(html).toContain('The words that this link points to are not in this document.')
})

test('a link to the whole document has nothing to say of words', async () => {
  await using server = await serveWeb()
  expect(await page(server.url, '/sources/cabinet-release')).not.toMatch(/<mark|class="notice changed"/u)
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

async function page(url: string, path: string, { quote: _, ...query }: Record<string, string | number> = {}) {
  const fields = new URLSearchParams({ lang: 'en' })
  for (const [name, value] of Object.entries(query)) fields.set(name, String(value))
  const response = await fetch(`${url}${path}?${fields}`)
  expect(response.status).toBe(200)
  return response.text()
}

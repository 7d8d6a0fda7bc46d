import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDate, formatPendingTurn, formatTurn, formatWebLink } from '../../../src/channels/web/format.ts'
import type { Answer, AnswerMode, AnswerStatus, Language } from '../../../src/vocabulary.ts'
import { fullAnswer, signingSource } from './answer-fixture.ts'

const hostile = `"><img src=x onerror=alert(1)><script>alert('1')</script>&amp;`

async function render(answer: Answer): Promise<string> {
  return String(await formatTurn(answer, 'en'))
}

test.each([
  ['ใครลงนาม', 'th'],
  ['Who signed it?', 'en'],
  ['Wer hat es unterzeichnet?', ''],
])('a question has its own language, whatever its answer’s: %s', async (question, language) => {
  expect(await render({ ...fullAnswer, question })).toContain(`<h2 class="question" lang="${language}">`)
})

test('each citation links to a source that is there, and each source shows the words', async () => {
  const html = await render(fullAnswer)
  const targets = Array.from(html.matchAll(/class="citation" href="#([^"]+)"/gu), (match) => match[1])
  expect(targets).toHaveLength(8)
  for (const target of targets) expect(html).toContain(`<li id="${target}"`)
  expect(html).toContain('<blockquote lang="en">The new MoC was to be signed on 5 August 2022.</blockquote>')
  expect(html).toContain('<blockquote lang="th">จะลงนามในวันที่ 5 ส.ค. 2565</blockquote>')
  expect(html).toContain('The official words behind it (Thai)')
  expect(html).toContain('<code>signing</code>')
})

test('a source leads into the reader at its very words, and so do the official words behind it', async () => {
  const html = await render(fullAnswer)
  const { start, end, original } = signingSource
  expect(html).toContain(`href="/sources/clauses-en?lang=en&amp;start=${start}&amp;end=${end}&amp;v=v1#quote"`)
  expect(html).toContain(
    `href="/sources/cabinet-release?lang=en&amp;start=${original?.start}&amp;end=${original?.end}&amp;v=v1#quote"`,
  )
})

test('a correction of the question comes before the statements, other notes after, each under its own heading', async () => {
  const html = await render(fullAnswer)
  const at = (text: string) => html.indexOf(text)
  expect(at('Correction to the question')).toBeLessThan(at('class="statement"'))
  for (const heading of [
    'About dates',
    'Examples, not the whole',
    'About the translation',
    'Status of',
    'Not in the documents',
  ])
    expect(at(heading)).toBeGreaterThan(at('class="statement"'))
})

test.each<[AnswerStatus, string]>([
  ['partial', 'The documents state only part of this'],
  ['not-stated', 'The documents do not state this'],
  ['off-topic', 'This question is not about the memorandum'],
  ['unavailable', 'No answer can be given right now.'],
])('%s is said plainly', async (status, words) => {
  const html = await render({ ...fullAnswer, status, statements: [], notes: [], sources: [], suggestions: [] })
  expect(html).toContain(words)
  expect(html).not.toContain('Sources')
  expect(html).not.toContain('class="suggestions"')
})

test.each<[Language, AnswerMode, string]>([
  ['th', 'extractive', 'ถ้อยคำนำมาจากเอกสาร'],
  ['th', 'generated', 'เรียบเรียงด้วยแบบจำลองภาษา และตรวจทุกประโยคกับเอกสารแล้ว'],
  ['en', 'extractive', 'In the words of the documents'],
  ['en', 'generated', 'Worded by a language model, each sentence checked against the documents'],
  ['ja', 'extractive', '文書の文言による回答'],
  ['ja', 'generated', '言語モデルが作成し、一文ごとに文書と照合した回答'],
])('in %s, the small print of an %s answer says who worded it', async (language, mode, words) => {
  const html = String(await formatTurn({ ...fullAnswer, mode }, language))
  expect(html).toContain(`<p>${words} · `)
})

test('what is off topic is called so, and not the documents’ words', async () => {
  const notes: Answer['notes'] = [{ kind: 'nearest', text: 'Accord only answers questions about it.', citations: [] }]
  const html = await render({ ...fullAnswer, status: 'off-topic', statements: [], notes, sources: [] })
  expect(html).toContain('<p class="label">This question is not about the memorandum</p>')
  expect(html).not.toMatch(/Not in the documents|In the words of the documents/u)
})

test('what comes bit by bit is not announced', async () => {
  expect(String(await formatPendingTurn('en'))).toContain('<div class="written" aria-live="off" hidden>')
})

test('an answer says its language and receipt, and offers the other languages', async () => {
  const html = await render(fullAnswer)
  expect(html).toContain('A1B2-C3')
  expect(html).toContain('<button name="language" value="th" lang="th">ไทย</button>')
  expect(html).not.toContain('name="language" value="en"')
})

test('hostile text anywhere in an answer stays text', async () => {
  const html = await render(withText(hostile))
  expect(html).not.toMatch(/<img|<script|href="javascript:/iu)
})

test('no text changes the markup around it', async () => {
  const skeleton = (html: string) => html.replaceAll(/[^<>"]/gu, '')
  const plain = skeleton(await render(withText('x')))
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '`', '/', 'ก', '日') }),
      async (text) => {
        expect(skeleton(await render(withText(`x${text}`)))).toBe(plain)
      },
    ),
  )
})

test('only addresses of the web become links', async () => {
  expect(String(await formatWebLink('https://example.org/?a=1&b=2', 'Here'))).toContain('href="https://example.org/')
  for (const url of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '//example.org', ''])
    expect(String(await formatWebLink(url, 'Here'))).not.toContain('href')
})

test('dates are in the calendar of the reader', async () => {
  expect(String(await formatDate('2022-08-02', 'th'))).toContain('2 สิงหาคม 2565')
  expect(String(await formatDate('2022-08-02', 'en'))).toContain('2 August 2022')
  expect(String(await formatDate('2022-08-02', 'ja'))).toContain('2022年8月2日')
  expect(String(await formatDate('soon', 'en'))).toContain('>soon<')
})

function withText(text: string): Answer {
  return {
    ...fullAnswer,
    id: text,
    question: text,
    statements: [{ text, citations: [1] }],
    notes: [{ kind: 'premise', text, citations: [1] }],
    sources: [
      {
        ...signingSource,
        documentId: text,
        documentTitle: text,
        clause: text,
        quote: text,
        url: text,
        published: text,
      },
    ],
    suggestions: [text],
  }
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatText, linesAround } from '../../../src/channels/web/document-text.ts'
import { parseSpan } from '../../../src/channels/web/locate-quote.ts'
import type { Span } from '../../../src/vocabulary.ts'
import { clausesDocument, releaseDocument, spanOf } from './answer-fixture.ts'

test('a quote over several lines is marked on each, and named once', () => {
  const html = read(releaseDocument.text, { start: 3, end: releaseDocument.text.length })
  expect(html.match(/<mark/gu)).toHaveLength(3)
  expect(html.match(/id="quote"/gu)).toHaveLength(1)
})

test('headings and proofs of a clause are shown without their signs', () => {
  const html = read(clausesDocument.text, spanOf(clausesDocument, 'The new MoC was to be signed'))
  expect(html).toContain('<h2>Timeline</h2>')
  expect(html).toContain('<h3>Signing</h3>')
  expect(html).toContain('<blockquote>1: จะลงนามในวันที่ 5 ส.ค. 2565</blockquote>')
  expect(html).toContain('<mark id="quote" tabindex="-1">The new MoC was to be signed</mark> on 5 August 2022.')
})

test('around a quote stand its own lines and one on either side', () => {
  const text = 'a\n\nb\nc\nd\ne'
  const shown = linesAround(text, { start: text.indexOf('c'), end: text.indexOf('c') + 1 })
  expect(shown.map(({ start, end }) => text.slice(start, end))).toEqual(['b', 'c', 'd'])
  expect(linesAround(text, { start: 0, end: 1 })).toHaveLength(2)
})

test('for any text and span, what is marked is the span, line breaks aside', () => {
  const text = fc.string({ unit: fc.constantFrom('ก', '日', 'a', ' ', '\n', '😀') })
  fc.assert(
    fc.property(text, fc.nat(20), fc.nat(20), (text, start, end) => {
      const span = parseSpan(String(start), String(end), text)
      if (!span) return
      const marked = Array.from(read(text, span).matchAll(/<mark[^>]*>([^<]*)<\/mark>/gu), ([, words]) => words).join(
        '',
      )
      expect(marked).toBe(text.slice(span.start, span.end).replaceAll('\n', ''))
    }),
  )
})

function read(text: string, span: Span): string {
  return formatText(text, { span, id: 'quote' }).join('')
}

import type { messagingApi } from '@line/bot-sdk'
import { expect, test } from 'vitest'
import { renderText } from '../../../src/channels/line/render-text.ts'
import { buildAnswer, buildSource } from '../../support/build-answer.ts'
import { fullAnswer, signingSource } from '../web/answer-fixture.ts'

const textsOf = (messages: readonly messagingApi.Message[]) =>
  messages.map((message) => (message.type === 'text' ? message.text : ''))
const signed = { text: 'It was signed on 5 August 2022.', citations: [1] }

test('says what the flex message would, sources with their addresses', () => {
  const answer = buildAnswer({ statements: [signed], sources: [signingSource] })
  expect(textsOf(renderText(answer, { chat: 'person' }))).toEqual([
    [
      'It was signed on 5 August 2022.\u00a0[1]',
      'Sources',
      [
        '[1] The memorandum: its points',
        'Summary, clause by clause · Clause signing · 5 August 2022',
        '“The new MoC was to be signed on 5 August 2022.”',
        'The official words behind it',
        '“จะลงนามในวันที่ 5 ส.ค. 2565”',
        'https://www.example.go.th/news/57536',
      ].join('\n'),
      'In the words of the documents · Receipt\u00a0A7F3K2',
    ].join('\n\n'),
  ])
})

test('gives the address of the reader when there is one', () => {
  const answer = buildAnswer({ statements: [signed], sources: [buildSource()] })
  const [text] = textsOf(renderText(answer, { chat: 'person', publicUrl: 'https://accord.example.go.th' }))
  expect(text).toContain('https://accord.example.go.th/sources/clauses-en?lang=en&start=0&end=31&v=2026-01-05#quote')
})

test('keeps corrections first and labels at their notes', () => {
  const [text = ''] = textsOf(renderText(fullAnswer, { chat: 'person' }))
  const at = (part: string) => text.indexOf(part)
  expect(at('Correction to the question: Not 2023: the sources say 2022.\u00a0[1]')).toBeGreaterThan(-1)
  expect(at('Correction to the question')).toBeLessThan(at('The new MoC was to be signed'))
  expect(at('About the translation: Translated from Thai.')).toBeGreaterThan(at('The cabinet approved the draft'))
})

test('quotes the question with its first text, and offers quick replies at its last', () => {
  const statements = Array.from({ length: 40 }, () => ({ text: 'บันทึกความร่วมมือ '.repeat(20).trim(), citations: [] }))
  const messages = renderText(buildAnswer({ statements }), { chat: 'group', quoteToken: 'q' })
  expect(messages.length).toBeGreaterThan(1)
  expect(messages.map((message) => 'quoteToken' in message)).toEqual(messages.map((_, index) => index === 0))
  expect(messages.map(({ quickReply }) => quickReply !== undefined)).toEqual(
    messages.map((_, index) => index === messages.length - 1),
  )
  const shown = textsOf(messages).flatMap((text) => text.split('\n\n'))
  expect(shown.slice(0, -1)).toEqual(statements.map(({ text }) => text))
})

test('divides no statement that fits one text', () => {
  const statements = Array.from({ length: 4 }, (_, i) => ({ text: `${i}`.repeat(4_000), citations: [] }))
  const texts = textsOf(renderText(buildAnswer({ statements }), { chat: 'person' }))
  expect(texts).toHaveLength(4)
  for (const [index, { text }] of statements.entries()) expect(texts[index]).toContain(text)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { receiveJson, receiveRequest } from '../../../src/channels/web/receive.ts'

test('takes a question with its language and conversation', () => {
  const request = { question: 'ใครลงนาม', language: 'th', conversation: 'a1' }
  expect(receiveRequest(request)).toEqual({ ok: true, request })
})

test('leaves out what it does not know', () => {
  expect(receiveRequest({ question: 'Who?', admin: true })).toEqual({ ok: true, request: { question: 'Who?' } })
})

test.each([
  ['', 'malformed', 'The body must be JSON, such as {"question": "…"}.'],
  ['question=Who', 'malformed', 'The body must be JSON, such as {"question": "…"}.'],
  ['[]', 'malformed', 'The body must be a JSON object such as {"question": "…"}.'],
  ['null', 'malformed', 'The body must be a JSON object such as {"question": "…"}.'],
  ['{}', 'malformed', 'question must be a string.'],
  ['{"question": 7}', 'malformed', 'question must be a string.'],
  ['{"question": ""}', 'empty', 'question is empty.'],
  ['{"question": " \\u00a0\\u200b\\u3000\\n"}', 'empty', 'question is empty.'],
  ['{"question": "Who?", "language": "fr"}', 'malformed', 'language must be "th", "en" or "ja".'],
  ['{"question": "Who?", "language": null}', 'malformed', 'language must be "th", "en" or "ja".'],
  ['{"question": "Who?", "conversation": 1}', 'malformed', 'conversation must be a string.'],
  [
    `{"question": "Who?", "conversation": "${'a'.repeat(101)}"}`,
    'malformed',
    'conversation is longer than 100 characters.',
  ],
])('refuses %j in words', (body, problem, message) => {
  expect(receiveJson(body)).toEqual({ ok: false, problem, message })
})

test('counts characters as people do', () => {
  const family = '👩‍👩‍👧‍👦'
  expect(receiveRequest({ question: family.repeat(2000) }).ok).toBe(true)
  expect(receiveRequest({ question: 'ที่'.repeat(2000) }).ok).toBe(true)
  expect(receiveRequest({ question: 'か\u3099'.repeat(2001) })).toEqual({
    ok: false,
    problem: 'too-long',
    message: 'question is longer than 2,000 characters.',
  })
})

test('replaces lone surrogates', () => {
  const received = receiveJson('{"question": "who \\ud800 signed"}')
  expect(received).toEqual({ ok: true, request: { question: 'who \ufffd signed' } })
})

test('whatever the body, the outcome is a value and an accepted question is well-formed and short enough', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), fc.string({ unit: 'binary' }), (body, question) => {
      receiveJson(body)
      const received = receiveRequest({ question })
      if (received.ok) expect(received.request.question.isWellFormed()).toBe(true)
    }),
  )
})

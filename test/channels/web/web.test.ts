import { expect, test } from 'vitest'
import type { AskRequest } from '../../../src/channels/web/receive.ts'
import { fullAnswer } from './answer-fixture.ts'
import { postJson, serveWeb } from './support.ts'

test('POST /api/ask hands the request on and returns the answer as it is', async () => {
  const asked: AskRequest[] = []
  await using server = await serveWeb({
    ask: async (request) => {
      asked.push(request)
      return fullAnswer
    },
  })
  const request = { question: 'ใครลงนาม', language: 'en', conversation: 'c1' }
  const response = await postJson(`${server.url}/api/ask`, request)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual(fullAnswer)
  expect(asked).toEqual([request])
})

test('POST /api/ask refuses in words what is no question', async () => {
  await using server = await serveWeb()
  const empty = await postJson(`${server.url}/api/ask`, { question: ' ' })
  expect(empty.status).toBe(400)
  expect(await empty.json()).toEqual({ error: 'question is empty.' })
  const noJson = await fetch(`${server.url}/api/ask`, { method: 'POST', body: 'Who?' })
  expect(noJson.status).toBe(400)
  expect(await noJson.json()).toEqual({ error: 'The body must be JSON, such as {"question": "…"}.' })
})

test('a failure to answer is told without its cause, as JSON and on the page', async () => {
  const logged: unknown[] = []
  await using server = await serveWeb({
    ask: () => Promise.reject(new Error('key sk-123 was refused')),
    log: { error: (...entry) => logged.push(entry) },
  })
  const json = await postJson(`${server.url}/api/ask`, { question: 'Who?' })
  expect(json.status).toBe(500)
  expect(await json.json()).toEqual({ error: 'Something went wrong on our side. Please try again later.' })
  const page = await fetch(`${server.url}/?lang=en&question=Who`)
  expect(page.status).toBe(500)
  const html = await page.text()
  expect(html).toContain('Something went wrong, so this question could not be answered. Please try again.')
  expect(html).not.toContain('sk-123')
  expect(logged).toEqual([[{ path: '/', error: 'key sk-123 was refused' }, 'A question could not be answered']])
})

test.each([
  ['?lang=ja', 'en', 'ja'],
  ['', 'ja-JP,en;q=0.5', 'ja'],
  ['', 'fr,en-GB;q=0.8', 'en'],
  ['?lang=xx', 'de', 'th'],
  ['?lang=%22%3E%3Cscript%3E', 'de', 'th'],
])('the page at /%s for a browser that prefers %s is in %s', async (query, accepted, language) => {
  await using server = await serveWeb()
  const response = await fetch(`${server.url}/${query}`, { headers: { 'accept-language': accepted } })
  expect(response.status).toBe(200)
  expect(await response.text()).toContain(`<html lang="${language}">`)
})

test('the page offers its suggestions as buttons of a plain form', async () => {
  await using server = await serveWeb()
  const html = await (await fetch(`${server.url}/?lang=th`)).text()
  expect(html).toMatch(/<form class="suggestions" action="\/" method="get"[^>]*>[\s\S]*?value="ใครเป็นคู่ภาคี"/u)
})

test('a question of 2,000 Thai characters passes through the address', async () => {
  await using server = await serveWeb()
  const response = await fetch(`${server.url}/?${new URLSearchParams({ question: 'ที่'.repeat(2000) })}`)
  expect(response.status).toBe(200)
})

test.each([
  ['', 'Please type a question first.'],
  ['x'.repeat(2001), 'The question is longer than 2,000 characters. Please ask a shorter one.'],
])('the page says what is wrong with a question', async (question, message) => {
  await using server = await serveWeb()
  const response = await fetch(`${server.url}/?${new URLSearchParams({ lang: 'en', question })}`)
  expect(response.status).toBe(400)
  expect(await response.text()).toContain(message)
})

test('health, readiness and metrics', async () => {
  await using server = await serveWeb()
  const health = await fetch(`${server.url}/healthz`)
  expect([health.status, await health.text()]).toEqual([200, 'ok\n'])
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  const metrics = await fetch(`${server.url}/metrics`)
  expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  expect(await metrics.text()).toBe('accord_answer_seconds_count 0\n')
})

test('without an index it is alive but not ready, and the list of documents says that there are none', async () => {
  await using server = await serveWeb({ index: () => undefined })
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
  const documents = await fetch(`${server.url}/sources?lang=en`)
  expect(await documents.text()).toContain('There are no documents to show right now.')
})

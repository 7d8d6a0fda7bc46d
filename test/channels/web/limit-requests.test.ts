import { expect, test } from 'vitest'
import { createRateLimit } from '../../../src/http/rate-limit.ts'
import { postJson, serveWeb } from './support.ts'

/** Two questions, or twenty pages, a minute. */
function twoQuestions(now: () => number) {
  return { limit: { rateLimit: createRateLimit({ perMinute: 20, now }), trustedProxies: 1 } }
}

const from = (address: string) => ({ headers: { 'x-forwarded-for': address, 'accept-language': 'en' } })

test('questions beyond the share are refused in words, as JSON and as a page, until time has passed', async () => {
  let now = 0
  await using server = await serveWeb(twoQuestions(() => now))
  for (const expected of [200, 200, 429]) {
    const response = await postJson(`${server.url}/api/ask`, { question: 'Who?' })
    expect(response.status).toBe(expected)
    if (expected === 429) {
      expect(response.headers.get('retry-after')).toBe('30')
      expect(await response.json()).toEqual({ error: 'Too many questions from this address; ask again in 30 s.' })
    }
  }
  const page = await fetch(`${server.url}/?question=Who&lang=en`)
  expect([page.status, page.headers.get('retry-after')]).toEqual([429, '30'])
  expect(await page.text()).toContain('Too many questions at once. Please wait a moment and ask again.')
  now = 30_000
  expect((await postJson(`${server.url}/api/ask`, { question: 'Who?' })).status).toBe(200)
})

test('each address has its own share, and pages cost a tenth', async () => {
  await using server = await serveWeb(twoQuestions(() => 0))
  const statusOf = async (path: string, address: string) => (await fetch(server.url + path, from(address))).status
  for (let page = 0; page < 20; page++) expect(await statusOf('/sources', '203.0.113.1')).toBe(200)
  expect(await statusOf('/sources/clauses-en', '203.0.113.1')).toBe(429)
  expect(await statusOf('/sources/clauses-en', '203.0.113.2')).toBe(200)
})

test('what watches over Accord is never refused', async () => {
  await using server = await serveWeb(twoQuestions(() => 0))
  for (let time = 0; time < 30; time++) expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
})

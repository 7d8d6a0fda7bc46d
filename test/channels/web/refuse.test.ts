import { expect, test } from 'vitest'
import { serveWeb } from './support.ts'

/** What browsers send when somebody follows a link. */
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'

test.each([
  ['th', 'ไม่พบหน้าเว็บตามลิงก์นี้'],
  ['en', 'There is no page at this address.'],
  ['ja', 'お探しのページは見つかりませんでした。'],
])('who browses to an unknown address in %s is told so by a page', async (language, words) => {
  await using server = await serveWeb()
  for (const path of ['/nope', '/sources/', '/sources/a/b', '/assets/x/y.css', '//example.org/', '/nope?lang=xx']) {
    const response = await fetch(server.url + path, { headers: { accept: browser, 'accept-language': language } })
    expect([path, response.status]).toEqual([path, 404])
    const html = await response.text()
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain(`<h1>${words}</h1>`)
    expect(html).not.toMatch(/nope|example\.org/u)
  }
})

test.each(['*/*', 'application/json', 'application/json, text/html;q=0.5', ''])(
  'a program that accepts %j is told so by JSON',
  async (accept) => {
    await using server = await serveWeb()
    const response = await fetch(`${server.url}/nope`, { headers: { accept } })
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ error: 'There is nothing at this address.' })
  },
)

test('a page that fails says so without its cause', async () => {
  await using server = await serveWeb({ documentsOf: () => Promise.reject(new Error('/var/secret is damaged')) })
  const path = '/sources/cabinet-release?lang=ja&start=0&end=5&v=v0'
  const response = await fetch(server.url + path, { headers: { accept: browser } })
  expect(response.status).toBe(500)
  const html = await response.text()
  expect(html).toContain('<h1>問題が発生したため、このページを開けませんでした。もう一度お試しください。</h1>')
  expect(html).not.toContain('secret')
})

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../scripts/launch-chromium.ts'
import { createRateLimit } from '../../src/http/rate-limit.ts'
import { type RealWeb, serveRealWeb } from '../support/real-web.ts'

let browser: Browser
let web: RealWeb
beforeAll(async () => {
  ;[browser, web] = await Promise.all([launchChromium(), serveRealWeb()])
})
afterAll(async () => {
  await browser?.close()
  await web?.[Symbol.asyncDispose]()
})

const phone = { viewport: { width: 390, height: 844 } }
const desktop = { viewport: { width: 1280, height: 800 } }
const questions = [
  ['th', 'MoC ฉบับใหม่ลงนามเมื่อไหร่', '5 สิงหาคม 2565'],
  ['en', 'When was the new MoC signed?', '5 August 2022'],
  ['ja', '新しい覚書はいつ署名されましたか', '2022年8月5日'],
] as const

async function open(path: string, options: BrowserContextOptions = desktop): Promise<Page & AsyncDisposable> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(web.url + path)
  return Object.assign(page, { [Symbol.asyncDispose]: () => context.close() })
}

describe.each([
  ['a phone', phone],
  ['a desktop', desktop],
])('on %s', (_, device) => {
  it.each(questions)('in %s, a question is answered and its citation opened', async (language, question, words) => {
    await using page = await open(`/?lang=${language}`, device)
    await page.locator('#question').fill(question)
    await page.keyboard.press('Enter')
    const statement = page.locator('.turn .statement', { hasText: words }).first()
    await statement.waitFor()
    await statement.locator('a.citation').first().click()
    const mark = page.locator('#beside mark').first()
    await mark.waitFor()
    const quote = await page.locator('.sources li blockquote').first().textContent()
    expect(await mark.textContent()).toBe(quote)
    expect(await mark.isVisible()).toBe(true)
  })
})

it('the passage is opened, left and come back from with the keyboard alone', async () => {
  await using page = await open(`/?lang=en&question=${encodeURIComponent('Is 5G part of it?')}`)
  const citation = page.locator('a.citation').first()
  await citation.focus()
  await page.keyboard.press('Enter')
  await page.locator('#beside mark').first().waitFor()
  expect(await page.locator('#beside-title:focus').count()).toBe(1)
  await page.keyboard.press('Escape')
  expect(await page.locator('#beside').isVisible()).toBe(false)
  await page.locator('a.citation:focus').waitFor()
})

it('a passage stays where it can be seen when the device is turned', async () => {
  await using page = await open(`/?lang=en&question=${encodeURIComponent('What fields does it cover?')}`)
  await page.locator('a.citation').last().click()
  await page.locator('#beside mark').first().waitFor()
  await page.setViewportSize({ width: 800, height: 1280 })
  const { y, height } = (await page.locator('#beside').boundingBox())!
  expect(Math.round(y + height)).toBe(1280)
})

it.each(questions)(
  'without script, in %s, a form asks and links open the source',
  async (language, question, words) => {
    await using page = await open(`/?lang=${language}`, { ...phone, javaScriptEnabled: false })
    await page.locator('#question').fill(question)
    await page.locator('.composer button').click()
    await page.locator('.statement', { hasText: words }).first().waitFor()
    await page.locator('a.citation').first().click()
    expect(new URL(page.url()).hash).toMatch(/^#source-/u)
    await page.locator('.sources a.read').first().click()
    await page.locator('mark').first().waitFor({ state: 'visible' })
    expect(new URL(page.url()).hash).toBe('#quote')
  },
)

it('a suggestion is asked by a click, and the conversation stays in its tab', async () => {
  await using page = await open('/?lang=en')
  const suggestion = page.locator('.suggestions button').first()
  const question = await suggestion.textContent()
  await suggestion.click()
  await page.locator('.turn .statement').first().waitFor()
  await page.locator('.answer footer').waitFor()
  await page.reload()
  expect(await page.locator('.turn .question').textContent()).toBe(question)
  const other = await page.context().newPage()
  await other.goto(`${web.url}/?lang=en`)
  expect(await other.locator('.turn').count()).toBe(0)
})

it('the interface changes its language, and the thread stays', async () => {
  await using page = await open('/?lang=en')
  await page.locator('.suggestions button').first().click()
  await page.locator('.answer footer').waitFor()
  await page.getByRole('link', { name: '日本語' }).click()
  await page.waitForURL(/lang=ja/u)
  expect(await page.locator('html').getAttribute('lang')).toBe('ja')
  expect(await page.locator('.turn').count()).toBe(1)
})

it('who asks too much is told so in words, and keeps the question', async () => {
  const limit = { rateLimit: createRateLimit({ perMinute: 5, now: () => 0 }), trustedProxies: 0 }
  await using limited = await serveRealWeb({ limit })
  await using page = await open('/?lang=en')
  await page.goto(`${limited.url}/?lang=en`)
  await page.locator('#question').fill('Who signed it?')
  await page.keyboard.press('Enter')
  await page.getByText('Too many questions at once.').waitFor()
  expect(await page.locator('#question').inputValue()).toBe('Who signed it?')
})

it('what breaks off is told in words', async () => {
  await using page = await open('/?lang=en')
  await page.route('**/api/ask?*', (route) => route.abort())
  await page.locator('#question').fill('Who signed it?')
  await page.keyboard.press('Enter')
  await page.getByText('Something went wrong').waitFor()
})

it('an answer that nothing more comes of is given up, and the question kept', async () => {
  await using page = await open('/?lang=en')
  await page.clock.install()
  await page.route('**/api/ask?*', () => {})
  await page.locator('#question').fill('Who signed it?')
  await page.keyboard.press('Enter')
  await page.getByText('Searching the documents').waitFor()
  await page.clock.fastForward(29_000)
  expect(await page.getByText('Something went wrong').count()).toBe(0)
  await page.clock.fastForward(2_000)
  await page.getByText('Something went wrong').waitFor()
  expect(await page.locator('#question').inputValue()).toBe('Who signed it?')
})

it('2,000 characters of Thai can be typed, and what is longer is told so', async () => {
  await using page = await open('/?lang=en')
  const box = page.locator('#question')
  await box.focus()
  await page.keyboard.insertText('ที่'.repeat(2000))
  expect(await box.inputValue()).toBe('ที่'.repeat(2000))
  await page.keyboard.press('Enter')
  await page.locator('.answer footer').waitFor()
  await page.keyboard.insertText('x'.repeat(2001))
  await page.keyboard.press('Enter')
  await page.getByText('longer than 2,000 characters').waitFor()
  expect(await box.inputValue()).toBe('x'.repeat(2001))
})

it('nothing is asked of any other host, and nothing is stored beside the tab’s own memory', async () => {
  await using page = await open('/?lang=th')
  const origins = new Set<string>()
  page.on('request', (request) => origins.add(new URL(request.url()).origin))
  await page.locator('.suggestions button').first().click()
  await page.locator('.answer footer').waitFor()
  await page.locator('a.citation').first().click()
  await page.locator('#beside mark').first().waitFor()
  expect([...origins]).toEqual([web.url])
  expect(await page.context().cookies()).toEqual([])
  expect(await page.evaluate('localStorage.length')).toBe(0)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../scripts/launch-chromium.ts'
import { readerAddress } from '../../src/channels/web/reader-address.ts'
import type { Language, Quotation } from '../../src/vocabulary.ts'
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

const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 800 }

async function quotedIn(language: Language, question: string): Promise<Quotation> {
  const [source] = (await web.ask({ question, language })).sources
  if (source === undefined) throw new Error(`No source for ${question}`)
  return source
}

function addressOf(quotation: Quotation, language: Language): string {
  return web.url + readerAddress(quotation.documentId, language, { span: quotation, version: web.index.version })
}

describe('a citation, opened', () => {
  it.each([
    ['th', 'ใครลงนาม', phone],
    ['en', 'Who signed the new MoC?', desktop],
    ['ja', '誰が署名しましたか', phone],
  ] as const)('shows the quoted words where they can be seen, in %s', async (language, question, viewport) => {
    const quotation = await quotedIn(language, question)
    const page = await browser.newPage({ viewport })
    await page.goto(addressOf(quotation, language))
    expect(await markedText(page)).toBe(quotation.quote)
    expect(await isInView(page)).toBe(true)
    await page.close()
  })

  it('needs no script, nor do the languages of a clause', async () => {
    const quotation = await quotedIn('en', 'Is 5G part of it?')
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(addressOf(quotation, 'en'))
    expect(await isInView(page)).toBe(true)
    const thai = page.locator('.clause.quoted .version.th')
    expect(await thai.isVisible()).toBe(false)
    await page.locator('label[for=shown-th]').click()
    expect(await thai.isVisible()).toBe(true)
    expect(await isInView(page, thai)).toBe(true)
    expect(await page.locator('.clause.quoted .version.en').isVisible()).toBe(false)
    await context.close()
  })

  it('has the three languages side by side where there is room', async () => {
    const page = await browser.newPage({ viewport: desktop })
    await page.goto(`${web.url}/sources/clauses-th?lang=th#clause-signing`)
    const versions = await page.locator('#clause-signing .version').all()
    const tops = await Promise.all(versions.map(async (version) => (await version.boundingBox())?.y))
    expect(tops).toEqual([tops[0], tops[0], tops[0]])
    await page.close()
  })

  it('leads from a clause to the very words of the release that prove it', async () => {
    const page = await browser.newPage({ viewport: desktop })
    await page.goto(`${web.url}/sources/clauses-en?lang=en`)
    const proof = page.locator('#clause-objective .proofs a').first()
    const words = await proof.textContent()
    await proof.click()
    await page.waitForURL(/#quote$/u)
    expect(await markedText(page)).toBe(words)
    await page.close()
  })

  it('keeps its place when the interface changes its language', async () => {
    const quotation = await quotedIn('en', 'Is 5G part of it?')
    const page = await browser.newPage({ viewport: phone })
    await page.goto(addressOf(quotation, 'en'))
    await page.getByRole('link', { name: '日本語' }).click()
    await page.waitForURL(/lang=ja/u)
    expect(await markedText(page)).toBe(quotation.quote)
    expect(await isInView(page)).toBe(true)
    await page.close()
  })

  it('is copied with one tap', async () => {
    const context = await browser.newContext({ viewport: desktop, permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    const release = [...web.index.documents.values()].find(({ kind }) => kind === 'cabinet-release')
    await page.goto(`${web.url}/sources/${release?.id}?lang=en&start=0&end=9`)
    await page.getByRole('button', { name: 'Copy: APA' }).click()
    await page.getByRole('button', { name: 'Copied: APA' }).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/\(2022, August 2\)\. ครม\./u)
    await context.close()
  })
})

it('the first view takes at most 60 KB in three requests', async () => {
  for (const path of [
    '/sources/clauses-th?lang=th&start=5812&end=5937',
    `/sources/cabinet-release-2022-08-02?lang=th`,
  ]) {
    const page = await browser.newPage({ viewport: phone })
    const asked: Request[] = []
    const keep = (request: Request) => void (request.url().startsWith('data:') || asked.push(request))
    page.on('request', keep)
    await page.goto(web.url + path, { waitUntil: 'networkidle' })
    const sizes = await Promise.all(asked.map((request) => request.sizes()))
    const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0)
    expect(bytes).toBeLessThanOrEqual(60 * 1024)
    expect(asked.length).toBeLessThanOrEqual(3)
    await page.close()
  }
})

it('every citation of every answer to the development questions marks the very words that it quotes', async () => {
  const lines = readFileSync(join(import.meta.dirname, '../evaluation/development.jsonl'), 'utf8')
    .trim()
    .split('\n')
  const quotations = new Map<string, string>()
  for (const line of lines) {
    const { question } = JSON.parse(line) as { question: string }
    const { sources, language } = await web.ask({ question })
    for (const source of sources) {
      for (const quotation of [source, source.original]) {
        if (quotation) quotations.set(addressOf(quotation, language), quotation.quote)
      }
    }
  }
  expect(quotations.size).toBeGreaterThan(60)
  const page = await browser.newPage()
  await page.goto(`${web.url}/healthz`)
  const marked = await page.evaluate(async (addresses) => {
    const found: string[] = []
    for (const address of addresses) {
      const html = await (await fetch(address)).text()
      const marks = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('mark')
      found.push(Array.from(marks, ({ textContent }) => textContent).join('\n'))
    }
    return found
  }, Array.from(quotations.keys()))
  await page.close()
  expect(marked).toEqual(Array.from(quotations.values(), (quote) => quote.replaceAll(/[\r\n]+/gu, '\n')))
}, 120_000)

/** What of the browser's is used above. */
declare const DOMParser: new () => {
  parseFromString(html: string, type: string): { querySelectorAll(selector: string): { textContent: string }[] }
}

async function markedText(page: Page): Promise<string> {
  return (await page.locator('mark').allTextContents()).join('\n')
}

async function isInView(page: Page, element: Locator = page.locator('mark').first()): Promise<boolean> {
  const box = await element.boundingBox()
  const { height } = page.viewportSize()!
  return box !== null && box.y >= 0 && box.y + Math.min(box.height, height) <= height
}

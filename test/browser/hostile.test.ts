import { get } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../../scripts/launch-chromium.ts'
import type { RunningServer } from '../../src/http/server.ts'
import type { Document } from '../../src/vocabulary.ts'
import { fullAnswer, releaseDocument, signingPassage } from '../channels/web/answer-fixture.ts'
import { serveWeb } from '../channels/web/support.ts'
import { type Attempt, hostileAttempts } from '../support/hostile-attempts.ts'

let browser: Browser
let server: RunningServer
/** What every word of the one document is. */
let written = 'x'
beforeAll(async () => {
  const open = () => hostileIndex(written)
  const ask = async ({ question }: { question: string }) => ({ ...fullAnswer, question })
  const hostile = { index: open, documentsOf: async () => open().documents, ask, suggestions: () => [written] }
  ;[browser, server] = await Promise.all([launchChromium(), serveWeb(hostile)])
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

const attempts = hostileAttempts()

it('no attempt changes a page’s elements, attributes or addresses, or is given a file', async () => {
  expect(attempts.length).toBeGreaterThanOrEqual(500)
  const page = await browser.newPage()
  await page.goto(`${server.url}/healthz`)
  const shapes = new Map<string, Shape[]>()
  const shapesOf = async (attempt: Attempt) => shapesOfPages(page, await pagesFor(attempt))
  for (const attempt of attempts) {
    const kind = `${attempt.entry} ${isWebAddress(attempt.text)}`
    if (!shapes.has(kind)) {
      shapes.set(kind, await shapesOf({ ...attempt, text: isWebAddress(attempt.text) ? 'https://example.org/' : 'x' }))
    }
    const found = await shapesOf(attempt)
    expect(
      found.map(({ elements }) => elements),
      JSON.stringify(attempt),
    ).toEqual(shapes.get(kind)?.map(({ elements }) => elements))
    // Only a document may name an address elsewhere, and only one of the web.
    const allowed =
      attempt.entry === 'document'
        ? /^(?:https?:|[/?#]|data:image\/svg\+xml,)/u
        : /^(?:[/?#]|data:image\/svg\+xml,|https:\/\/www\.example\.go\.)/u
    for (const address of found.flatMap(({ addresses }) => addresses)) expect(address, attempt.text).toMatch(allowed)
  }
  await page.close()
}, 120_000)

it('in the browser, no attempt runs, leaves the page or asks anybody else', async () => {
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  for (const attempt of attempts.filter((_, at) => at % 20 === 0)) {
    written = attempt.entry === 'document' ? attempt.text : 'x'
    for (const path of pathsFor(attempt)) {
      await page.goto(server.url + path, { waitUntil: 'domcontentloaded' })
      expect(await page.title(), JSON.stringify(attempt)).not.toBe('pwned')
    }
  }
  expect([...new Set(asked)].filter((origin) => origin !== 'null')).toEqual([server.url])
  await page.close()
}, 120_000)

function hostileIndex(text: string) {
  const words = { id: 'd', title: text, publisher: text, status: text, url: text, published: text, text }
  const document: Document = { ...releaseDocument, ...words }
  const span = { start: 0, end: text.length }
  const proof = { kind: 'address', url: text, published: text } as const
  const passage = {
    ...signingPassage,
    ...span,
    documentId: 'd',
    text,
    headings: [text, text, text],
    clause: text,
    group: text,
    sentences: [{ ...span, proofs: [proof] }],
  }
  return { version: text, documents: new Map([['d', document]]), passages: [passage] }
}

function pathsFor({ entry, text }: Attempt): string[] {
  const query = new URLSearchParams({ lang: 'en' })
  const encoded = encodeURIComponent(text)
  switch (entry) {
    case 'question':
      query.set('question', text)
      return [`/?${query}`]
    case 'document':
      return [`/sources?lang=en`, `/sources/d?lang=en&start=0&end=${text.length}`, `/?lang=en`]
    case 'id':
      return [`/sources/${encoded}?lang=en`, `/assets/${encoded}/${encoded}`]
    case 'query':
      for (const name of ['start', 'end', 'v', 'as', 'part', 'language', 'conversation', text]) query.set(name, text)
      return [`/sources/d?${query}`, `/?${query}`]
  }
}

/** The pages that an attempt brings about; an id also goes unencoded, as no browser would send it. */
async function pagesFor(attempt: Attempt): Promise<string[]> {
  written = attempt.entry === 'document' ? attempt.text : 'x'
  const raw = attempt.text.replaceAll(/[^!-~]/gu, encodeURIComponent)
  const unencoded = attempt.entry === 'id' ? [`/assets/${raw}`, `/sources/../${raw}`, `/sources/${raw}`] : []
  for (const path of unencoded) {
    const { status, body } = await request(path)
    expect(body, path).not.toMatch(/root:|"private"|export |formatVersion/u)
    if (status !== 200) expect([400, 404, 431]).toContain(status)
  }
  const answers = await Promise.all(pathsFor(attempt).map(request))
  if (attempt.entry === 'id') expect(answers.map(({ status }) => status)).toEqual([404, 404])
  return answers.map(({ body }) => body)
}

/** As it is: fetch would tidy the path first. */
async function request(path: string): Promise<{ status: number | undefined; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; body: string }>()
  get(`${server.url}/`, { path, agent: false }, (response) => {
    readText(response).then((body) => resolve({ status: response.statusCode, body }), reject)
  }).on('error', reject)
  return promise
}

interface Shape {
  /** Each element's name with those of its attributes. */
  elements: string[]
  /** Where its links, forms and files lead. */
  addresses: string[]
}

/** What of the browser's is used below. */
declare const DOMParser: new () => {
  parseFromString(html: string, type: string): { querySelectorAll(all: '*'): Element[] }
}
interface Element {
  localName: string
  attributes: { name: string; value: string }[]
}

/** As a browser understands the pages. */
function shapesOfPages(page: Page, pages: string[]): Promise<Shape[]> {
  return page.evaluate(
    (pages) =>
      pages.map((html) => {
        const elements = Array.from(new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*'))
        const attributes = elements.flatMap((element) => Array.from(element.attributes))
        return {
          elements: elements.map((element) =>
            [element.localName, ...Array.from(element.attributes, ({ name }) => name)].join(' '),
          ),
          addresses: attributes
            .filter(({ name }) => /^(?:href|src|action|formaction|srcset|srcdoc|data|poster|xlink:href)$/u.test(name))
            .map(({ value }) => value),
        }
      }),
    pages,
  )
}

function isWebAddress(text: string): boolean {
  return /^https?:/u.test(text)
}

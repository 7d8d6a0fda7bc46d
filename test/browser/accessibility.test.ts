import axe from 'axe-core'
import type { Browser, Page, ViewportSize } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../../scripts/launch-chromium.ts'
import type { Document } from '../../src/vocabulary.ts'
import { type RealWeb, serveRealWeb } from '../support/real-web.ts'

const RELEASE = 'cabinet-release-2022-08-02'
const GONE = 'gone'
/** A version in which the release had other words, and a document more. */
const EARLIER = '20220801T000000Z-00000000'

let browser: Browser
let web: RealWeb
beforeAll(async () => {
  const documentsOf = async (version: string) => (version === EARLIER ? earlierDocuments() : undefined)
  ;[browser, web] = await Promise.all([launchChromium(), serveRealWeb({ documentsOf })])
})
afterAll(async () => {
  await browser?.close()
  await web?.[Symbol.asyncDispose]()
})

function earlierDocuments(): ReadonlyMap<string, Document> {
  const release = web.index.documents.get(RELEASE)!
  const earlier = { ...release, text: release.text.replaceAll('5 ส.ค. 2565', '6 ส.ค. 2565') }
  return new Map([earlier, { ...release, id: GONE }].map((document) => [document.id, document]))
}

function quoted(): string {
  const start = web.index.documents.get(RELEASE)!.text.indexOf('กำหนดการลงนาม')
  return `start=${start}&end=${start + 60}`
}

/** Each page that there is, and what is done on it before it's looked at. */
const pages: [name: string, path: () => string, prepare?: (page: Page) => Promise<unknown>][] = [
  ['the empty chat', () => '/?lang=th'],
  ['an answer', () => `/?lang=en&question=${encodeURIComponent('Who signed the new MoC, and when?')}`],
  ['a corrected premise', () => `/?lang=ja&question=${encodeURIComponent('2023年に署名されましたか')}`],
  ['no answer', () => `/?lang=th&question=${encodeURIComponent('งบประมาณเท่าไร')}`],
  ['a question that is none', () => '/?lang=en&question='],
  [
    'a passage beside its answer',
    () => `/?lang=en&question=${encodeURIComponent('Is 5G part of it?')}`,
    async (page) => {
      await page.locator('a.citation').first().click()
      await page.locator('#beside mark').first().waitFor()
    },
  ],
  ['the documents', () => '/sources?lang=ja'],
  ['the release', () => `/sources/${RELEASE}?lang=th&${quoted()}`],
  ['the clauses', () => '/sources/clauses-en?lang=en&start=2000&end=2040'],
  ['a document that has changed', () => `/sources/${RELEASE}?lang=en&${quoted()}&v=${EARLIER}`],
  ['the document as it was', () => `/sources/${RELEASE}?lang=ja&${quoted()}&v=${EARLIER}&as=then`],
  ['a document that is gone', () => `/sources/${GONE}?lang=th&${quoted()}&v=${EARLIER}`],
  ['a version that is gone', () => `/sources/${RELEASE}?lang=en&${quoted()}&v=20200101T000000Z-00000000`],
  ['words that are not there', () => `/sources/${RELEASE}?lang=en&start=1&end=999999`],
  ['no such document', () => '/sources/nope?lang=ja'],
  ['no such page', () => '/nope?lang=th'],
]
/** All that axe knows, also what it has off and what it tries out, but for the contrast that only AAA asks for. */
const rules = axe
  .getRules()
  .filter(({ tags }) => !tags.includes('wcag2aaa'))
  .map(({ ruleId }) => ruleId)
const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } }

it.each(pages)(
  '%s breaks no rule of axe’s, in either theme and at either width',
  async (_, path, prepare) => {
    const look = async (viewport: ViewportSize) => {
      const page = await browser.newPage({ viewport, reducedMotion: 'reduce' })
      await page.goto(web.url + path())
      await prepare?.(page)
      await page.evaluate(axe.source)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await violationsOn(page), `${viewport.width} px, ${colorScheme}`).toEqual([])
      }
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 'scrolls sideways').toBe(0)
      await page.close()
    }
    await Promise.all(Object.values(widths).map(look))
  },
  120_000,
)

async function violationsOn(page: Page): Promise<string[]> {
  const options = { runOnly: rules, resultTypes: ['violations'] }
  const results = await page.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(options)})`)
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

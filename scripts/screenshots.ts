import { mkdir, writeFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { startApp } from '../src/app.ts'
import { loadConfig } from '../src/config.ts'
import { launchChromium } from './launch-chromium.ts'
import { helpFlag, readArguments, runScript } from './run-script.ts'

const FOLDER = 'docs'
const desktop = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

const help = `Makes the pictures of the README: ${FOLDER}/*.webp. Needs Chromium, and fonts for Thai and Japanese (fonts-noto, fonts-noto-cjk).

  npm run screenshots
`

interface Picture {
  name: string
  path: string
  viewport: { width: number; height: number }
  colorScheme: 'light' | 'dark'
  /** What is done before it's taken. */
  prepare?: (page: Page) => Promise<unknown>
}

const ask = (language: string, question: string) => `/?lang=${language}&question=${encodeURIComponent(question)}`

const pictures: Picture[] = [
  {
    name: 'answer',
    path: ask('th', '5G มีในความร่วมมือไหม'),
    viewport: desktop,
    colorScheme: 'light',
    prepare: async (page) => {
      await page.locator('a.citation').first().click()
      await page.locator('#beside mark').first().waitFor()
    },
  },
  {
    name: 'clause',
    path: ask('en', 'Who signed the new MoC?'),
    viewport: desktop,
    colorScheme: 'light',
    prepare: openFirstSource,
  },
  {
    name: 'clause-phone',
    path: ask('ja', '新しい覚書はいつ署名されましたか'),
    viewport: phone,
    colorScheme: 'dark',
    prepare: openFirstSource,
  },
  {
    name: 'timeline',
    path: '/sources?lang=en',
    viewport: desktop,
    colorScheme: 'light',
    prepare: (page) => page.evaluate("document.querySelector('.events-of').scrollIntoView()"),
  },
]

async function main(): Promise<void> {
  if (readArguments({ options: { help: helpFlag } }).values.help) return void process.stdout.write(help)
  await using app = await startApp({ ...loadConfig(), port: 0, host: '127.0.0.1', logLevel: 'silent' })
  const browser = await launchChromium()
  try {
    await mkdir(FOLDER, { recursive: true })
    for (const picture of pictures) {
      const bytes = await take(browser, app.url, picture)
      await writeFile(`${FOLDER}/${picture.name}.webp`, bytes)
      process.stdout.write(`${FOLDER}/${picture.name}.webp  ${Math.round(bytes.length / 1024)} KB\n`)
    }
  } finally {
    await browser.close()
  }
}

async function openFirstSource(page: Page): Promise<void> {
  await page.locator('.sources a.read').first().click()
  await page.waitForURL(/#quote$/u)
}

async function take(browser: Browser, url: string, { path, prepare, ...look }: Picture): Promise<Buffer> {
  const context = await browser.newContext({ ...look, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(url + path)
  await prepare?.(page)
  const devtools = await context.newCDPSession(page)
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 82 })
  await context.close()
  return Buffer.from(data, 'base64')
}

await runScript(main)

import type { Browser } from 'playwright-core'
import { startApp } from '../src/app.ts'
import { readerAddress } from '../src/channels/web/reader-address.ts'
import { loadConfig } from '../src/config.ts'
import { AccordError } from '../src/errors.ts'
import type { Answer } from '../src/vocabulary.ts'
import { launchChromium } from './launch-chromium.ts'
import { flag, helpFlag, readArguments, runScript } from './run-script.ts'
import { openThrottledLink, type ThrottledLink } from './throttled-link.ts'

/** Lighthouse's slow 4G: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md */
const LINK = { bitsPerSecond: 1_600_000, roundTripMilliseconds: 150 }
const RUNS = 7
const MOST_BYTES = 60 * 1024
const MOST_REQUESTS = 3
const MOST_MILLISECONDS = 1000

const help = `Opens pages in Chromium for the first time over a slow link (1.6 Mbit/s, 150 ms, connecting included), ${RUNS} times each.
Fails when a page of the reader takes more than ${MOST_BYTES / 1024} KB, ${MOST_REQUESTS} requests or ${MOST_MILLISECONDS / 1000} s (median) to its first contentful paint.

  npm run bench:web

Options
  --json   the figures as JSON
  --help   this text
`

interface PageFigures {
  page: string
  kilobytes: number
  requests: number
  /** First contentful paint in ms: median and slowest. */
  paint: number
  slowest: number
}

async function main(): Promise<void> {
  const { values } = readArguments({ options: { json: flag, help: helpFlag } })
  if (values.help) return void process.stdout.write(help)
  await using app = await startApp({
    ...loadConfig(),
    port: 0,
    host: '127.0.0.1',
    logLevel: 'silent',
    webQuestionsPerMinute: 0,
  })
  await using link = await openThrottledLink({ ...LINK, port: Number(new URL(app.url).port) })
  const browser = await launchChromium()
  try {
    const figures: PageFigures[] = []
    for (const [page, path] of await findPages(app.url)) figures.push(await measure(browser, link, page, path))
    process.stdout.write(values.json ? `${JSON.stringify(figures, null, 2)}\n` : render(figures))
    const missed = figures.filter((page) => !holds(page))
    if (missed.length > 0)
      throw new AccordError(`Heavier or slower than they may be: ${missed.map(({ page }) => page).join(', ')}`)
  } finally {
    await browser.close()
  }
}

/** Of the reader, what a citation opens: a clause, and the official words behind it. */
async function findPages(url: string): Promise<[string, string][]> {
  const body = JSON.stringify({ question: 'Is 5G part of it?', language: 'en' })
  const answer = await (await fetch(`${url}/api/ask`, { method: 'POST', body })).json()
  const { sources, indexVersion: version } = answer as Answer
  const quotations = sources.flatMap((source) => [source, ...(source.original ? [source.original] : [])])
  const readers = quotations.map((quotation): [string, string] => [
    `reader: ${quotation.documentId}`,
    readerAddress(quotation.documentId, 'th', { span: quotation, version }),
  ])
  return [...readers, ['documents', '/sources?lang=th'], ['chat', '/?lang=th']]
}

async function measure(browser: Browser, link: ThrottledLink, page: string, path: string): Promise<PageFigures> {
  const paints: number[] = []
  let count = { bytes: 0, requests: 0 }
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const tab = await context.newPage()
    link.takeCount()
    await tab.goto(`http://127.0.0.1:${link.port}${path}`, { waitUntil: 'networkidle' })
    const paint = await tab.evaluate<number>(`performance.getEntriesByName('first-contentful-paint')[0].startTime`)
    paints.push(paint)
    count = link.takeCount()
    await context.close()
  }
  paints.sort((a, b) => a - b)
  return {
    page,
    kilobytes: Math.round((count.bytes / 1024) * 10) / 10,
    requests: count.requests,
    paint: Math.round(paints[Math.floor(RUNS / 2)]!),
    slowest: Math.round(paints.at(-1)!),
  }
}

function holds({ kilobytes, requests, paint, page }: PageFigures): boolean {
  if (!page.startsWith('reader')) return true
  return kilobytes * 1024 <= MOST_BYTES && requests <= MOST_REQUESTS && paint <= MOST_MILLISECONDS
}

function render(figures: readonly PageFigures[]): string {
  const lines = figures.map(
    ({ page, kilobytes, requests, paint, slowest }) =>
      `${page.padEnd(38)}${String(kilobytes).padStart(6)} KB ${requests} requests  first paint ${paint} ms (slowest ${slowest} ms)`,
  )
  return `${lines.join('\n')}\n`
}

await runScript(main)

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { AccordError } from '../src/errors.ts'

const run = promisify(execFile)

const BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const TIMEOUT = 60_000

/** A PNG of a page, by the browser that is there: nothing else sets Thai as it's to be read without more packages and fonts. */
export async function drawPicture(
  page: string,
  { width, height }: { width: number; height: number },
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-picture-'))
  try {
    const [file, picture] = [join(folder, 'page.html'), join(folder, 'page.png')]
    await writeFile(file, page)
    await takeScreenshot([
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--force-device-scale-factor=1',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--window-size=${width},${height}`,
      `--screenshot=${picture}`,
      pathToFileURL(file).href,
    ])
    if (existsSync(picture)) return await readFile(picture)
    // As a snap's, which sees another /tmp.
    throw new AccordError(
      `The browser couldn't write the rich menu's picture into ${folder}: set TMPDIR to a folder in your home, or install Google Chrome`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function takeScreenshot(options: readonly string[]): Promise<void> {
  for (const browser of BROWSERS) {
    try {
      await run(browser, options, { timeout: TIMEOUT })
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue
      throw new AccordError(`${browser} couldn't draw the rich menu's picture: try again`, { cause: error })
    }
  }
  throw new AccordError(
    'The rich menu’s picture is drawn by Chromium, Chrome or Edge: install one, with a Thai and a Japanese font',
  )
}

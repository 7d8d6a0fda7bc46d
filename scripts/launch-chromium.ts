import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { AccordError } from '../src/errors.ts'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Debian's Chromium, without a window. Throws when there's none: what it would have shown must not pass for seen. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = PLACES.find((path) => existsSync(path))
  if (executablePath === undefined) throw new AccordError('There is no Chromium: run `apt-get install chromium`')
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath, args })
}

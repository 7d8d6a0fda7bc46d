import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readAssets } from '../../../src/channels/web/assets.ts'
import { serveWeb } from './support.ts'

const assets = await readAssets()
const names = ['site.css', 'chat.js', 'event-stream.js', 'beside.js', 'reader.js']
const paths = [
  '/?lang=th',
  '/?lang=en&question=Who',
  '/sources?lang=ja',
  '/sources/clauses-en?start=1&end=5',
  '/sources/no',
]

test.each(paths)('%s has no inline script or style and loads nothing from elsewhere', async (path) => {
  await using server = await serveWeb()
  const html = await (await fetch(server.url + path)).text()
  expect(html).not.toMatch(/<style|\sstyle=|\son\p{L}+=/iu)
  for (const [tag] of html.matchAll(/<(?:script|link|img)[^>]*>/gu))
    expect(tag).toMatch(/(?:src|href)="(?:\/assets\/|data:image\/svg\+xml,)/u)
})

test('every style and script is kept by the browser for as long as it stays the same', async () => {
  await using server = await serveWeb()
  for (const name of names) {
    const today = await fetch(server.url + assets.address(name))
    expect(today.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await today.text()).toBe(String(assets.find(name)?.content))
    const another = await fetch(`${server.url}/assets/00000000/${name}`)
    expect([another.status, another.headers.get('cache-control')]).toEqual([200, 'no-store'])
  }
})

test.each(['identity', 'br', 'gzip;q=0', 'deflate, gzip; q=0.0, br'])(
  'who takes no gzip is given none: %s',
  async (accepted) => {
    await using server = await serveWeb()
    const headers = { 'accept-encoding': accepted }
    const response = await fetch(server.url + assets.address('site.css'), { headers })
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(await response.text()).toContain('--accent')
  },
)

test.each([
  '..%2fweb.ts',
  '%2e%2e%2f..%2f..%2f..%2fpackage.json',
  'web.ts',
  '__proto__',
  'page.css',
  'site.css%00',
  '%E0%A4%A',
])('nothing but the assets is served: %s', async (name) => {
  await using server = await serveWeb()
  expect((await fetch(`${server.url}/assets/${assets.version}/${name}`)).status).toBe(404)
})

test('switching the language keeps the question', async () => {
  await using server = await serveWeb()
  const html = await (await fetch(`${server.url}/?lang=en&question=Who%3F`)).text()
  expect(html).toContain('<a href="?question=Who%3F&amp;lang=ja" lang="ja" hreflang="ja">')
})

test('the page has what its script looks for', async () => {
  await using server = await serveWeb()
  const html = await (await fetch(`${server.url}/`)).text()
  for (const id of ['thread', 'ask', 'question', 'pending', 'failed', 'too-long', 'limited', 'beside'])
    expect(html).toContain(`id="${id}"`)
  for (const name of ['restart', 'question', 'pending searching', 'written', 'passages'])
    expect(html).toContain(`class="${name}"`)
  expect(html).toContain('<label for="question">')
})

test('every text colour stands out from every ground it is on by 4.5 to 1, light and dark', async () => {
  const css = await readFile(new URL('../../../src/channels/web/assets/page.css', import.meta.url), 'utf8')
  const [light = '', dark = ''] = Array.from(css.matchAll(/:root \{([^}]*)\}/gu), (match) => match[1] ?? '')
  const pairs = [
    ...['ground', 'surface', 'raised'].flatMap((ground) => [
      ['ink', ground],
      ['quiet', ground],
      ['accent', ground],
    ]),
    ['ink', 'asked'],
    ['ink', 'mark'],
    ['ink', 'warn-ground'],
    ['accent', 'warn-ground'],
    ['warn', 'warn-ground'],
    ['on-accent', 'accent'],
  ]
  for (const theme of [light, dark]) {
    const colours = new Map(Array.from(theme.matchAll(/--([a-z-]+): #([0-9a-f]+)/gu), (match) => [match[1], match[2]]))
    for (const [text, ground] of pairs) {
      const contrast = contrastOf(colours.get(text) ?? '', colours.get(ground) ?? '')
      expect(contrast, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  }
})

/** WCAG 2.2's contrast ratio. */
function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const full = hex.length === 3 ? Array.from(hex, (digit) => digit + digit).join('') : hex
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { serveWeb } from './support.ts'

const assets = ['page.css', 'chat.css', 'documents.css', 'chat.js', 'event-stream.js', 'icon.svg']
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
  for (const [tag] of html.matchAll(/<(?:script|link|img)[^>]*>/gu)) expect(tag).toMatch(/(?:src|href)="\/assets\//u)
})

test('page, styles, script and icon together stay below 30 kB', async () => {
  await using server = await serveWeb()
  let total = 0
  for (const path of ['/?lang=th', ...assets.map((name) => `/assets/${name}`)]) {
    const response = await fetch(server.url + path, { headers: { 'accept-encoding': 'identity' } })
    expect(response.status).toBe(200)
    total += (await response.arrayBuffer()).byteLength
  }
  expect(total).toBeLessThan(30_000)
})

test('an asset that the browser has already is not sent again', async () => {
  await using server = await serveWeb()
  for (const name of assets) {
    const first = await fetch(`${server.url}/assets/${name}`)
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const second = await fetch(`${server.url}/assets/${name}`, { headers: { 'if-none-match': etag } })
    expect(second.status).toBe(304)
  }
})

test.each(['..%2fweb.ts', '%2e%2e%2f..%2f..%2f..%2fpackage.json', 'web.ts', '__proto__', 'page.css%00', '%E0%A4%A'])(
  'nothing but the assets is served: %s',
  async (name) => {
    await using server = await serveWeb()
    expect((await fetch(`${server.url}/assets/${name}`)).status).toBe(404)
  },
)

test('switching the language keeps the question', async () => {
  await using server = await serveWeb()
  const html = await (await fetch(`${server.url}/?lang=en&question=Who%3F`)).text()
  expect(html).toContain('<a href="?question=Who%3F&amp;lang=ja" lang="ja" hreflang="ja">')
})

test('the page has what its script looks for', async () => {
  await using server = await serveWeb()
  const html = await (await fetch(`${server.url}/`)).text()
  for (const id of ['thread', 'ask', 'question', 'pending', 'failed']) expect(html).toContain(`id="${id}"`)
  for (const name of ['restart', 'question', 'pending searching', 'written']) expect(html).toContain(`class="${name}"`)
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

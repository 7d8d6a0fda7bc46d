import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

/** The page's styles and scripts, read once. */
export interface Assets {
  /** Changes with the content, so that a browser may keep what has it in its address. */
  version: string
  /** Of one of them, such as `site.css`. Scripts import each other by relative addresses, and so in the same version. */
  address(name: string): string
  find(name: string): Asset | undefined
  /** An address that is the picture itself: it costs no request. */
  icon: string
}

export interface Asset {
  type: string
  content: Uint8Array<ArrayBuffer>
  gzipped: Uint8Array<ArrayBuffer>
}

/** All pages share one style: one request is faster than six. */
const STYLES = [
  'page.css',
  'chat.css',
  'composer.css',
  'beside.css',
  'sources.css',
  'reader.css',
  'forced-colors.css',
  'print.css',
]
const SCRIPTS = ['chat.js', 'event-stream.js', 'beside.js', 'reader.js']

export async function readAssets(): Promise<Assets> {
  const read = (file: string) => readFile(new URL(`./assets/${file}`, import.meta.url), 'utf8')
  const style = (await Promise.all(STYLES.map(read))).join('\n')
  const assets = new Map([['site.css', createAsset('text/css; charset=utf-8', style)]])
  for (const script of SCRIPTS) assets.set(script, createAsset('text/javascript; charset=utf-8', await read(script)))

  const hash = createHash('sha256')
  for (const [name, { content }] of assets) hash.update(name).update(content)
  const version = hash.digest('hex').slice(0, 8)
  return {
    version,
    address: (name) => `/assets/${version}/${name}`,
    find: (name) => assets.get(name),
    icon: `data:image/svg+xml,${encodeURIComponent(await read('icon.svg'))}`,
  }
}

function createAsset(type: string, text: string): Asset {
  return { type, content: Buffer.from(text), gzipped: gzipSync(text) }
}

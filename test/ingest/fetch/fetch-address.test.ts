import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { AccordError } from '../../../src/errors.ts'
import { type FetchOptions, fetchAddress } from '../../../src/ingest/fetch/fetch-address.ts'
import { isPublicAddress } from '../../../src/ingest/fetch/public-address.ts'
import { startWebServer, type WebServer } from '../../support/web-server.ts'

let server: WebServer | undefined
afterEach(async () => {
  await server?.[Symbol.asyncDispose]()
  server = undefined
})

const LOCAL = { hosts: new Set(['127.0.0.1']), mayConnect: () => true }
async function get(listener: RequestListener, options: Partial<FetchOptions> = {}, path = '/') {
  server = await startWebServer(listener)
  return fetchAddress(server.url + path, { ...LOCAL, ...options })
}
const answer =
  (headers: Record<string, string>, body: string | Uint8Array, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end(body)
  }

describe('fetchAddress', () => {
  it('gives the bytes, their kind and the encoding that the server names', async () => {
    const { bytes, contentType, charset } = await get(
      answer({ 'content-type': 'Text/HTML; Charset="TIS-620"' }, 'page'),
    )
    expect({ text: Buffer.from(bytes).toString(), contentType, charset }).toEqual({
      text: 'page',
      contentType: 'text/html',
      charset: 'TIS-620',
    })
  })

  it('unpacks, and counts what it unpacks', async () => {
    const packed = gzipSync('x'.repeat(100_000))
    const listener = answer({ 'content-type': 'text/plain', 'content-encoding': 'gzip' }, packed)
    expect((await get(listener)).bytes.byteLength).toBe(100_000)
    await expect(fetchAddress(server!.url, { ...LOCAL, mostBytes: 1000 })).rejects.toThrow('longer than 1000 bytes')
    await server![Symbol.asyncDispose]()
    await expect(get(answer({ 'content-encoding': 'compress' }, 'x'))).rejects.toThrow('packed as compress')
    await server![Symbol.asyncDispose]()
    await expect(get(answer({ 'content-encoding': 'gzip' }, 'no gzip'))).rejects.toThrow(AccordError)
  })

  it('follows redirects among its hosts', async () => {
    const { bytes } = await get((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/next' }).end()
      else response.end('there')
    })
    expect(Buffer.from(bytes).toString()).toBe('there')
  })

  it.each([
    ['404', answer({}, 'gone', 404), 'answered 404'],
    [
      'a redirect to another host',
      answer({ location: 'http://example.org/' }, '', 301),
      'leads to example.org: add it',
    ],
    ['a redirect to a file', answer({ location: 'file:///etc/passwd' }, '', 301), 'leads to file:'],
    ['a redirect loop', answer({ location: '/' }, '', 302), 'redirects more than 5 times'],
    ['a redirect to nowhere', answer({}, '', 302), 'answered 302'],
  ])('refuses %s', async (_, listener, message) => {
    const fetching = get(listener)
    await expect(fetching).rejects.toThrow(message)
    await expect(fetching).rejects.toThrow(AccordError)
  })

  it('ends an endless body at its limit, and a slow one at its time', async () => {
    const endless: RequestListener = (_, response) => {
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      }
      response.on('drain', write)
      write()
    }
    await expect(get(endless, { mostBytes: 100_000 })).rejects.toThrow('longer than 100000 bytes')
    await server![Symbol.asyncDispose]()
    const slow: RequestListener = (_, response) => void response.write('x')
    await expect(get(slow, { timeout: 100 })).rejects.toThrow('took longer than 0.1 s')
    await server![Symbol.asyncDispose]()
    const silent: RequestListener = () => {}
    await expect(get(silent, { timeout: 100 })).rejects.toThrow('took longer than 0.1 s')
  })

  it('refuses a body that is cut off', async () => {
    const cut: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('x', () => response.destroy())
    }
    await expect(get(cut)).rejects.toThrow(AccordError)
  })

  it('refuses a certificate that nobody trusts', async () => {
    server = await startWebServer(answer({}, 'page'), { secure: true })
    await expect(fetchAddress(server.url, LOCAL)).rejects.toMatchObject({
      message: `${server.url} can't be fetched`,
      cause: { message: expect.stringContaining('self-signed certificate') },
    })
  })

  it('connects to no machine inside, by address or by name', async () => {
    const hosts = new Set(['127.0.0.1', 'localhost', '[::1]'])
    server = await startWebServer(answer({}, 'secret'))
    const { port } = new URL(server.url)
    for (const host of hosts) {
      await expect(fetchAddress(`http://${host}:${port}/`, { hosts })).rejects.toThrow('not on the public internet')
    }
  })
})

describe('isPublicAddress', () => {
  it.each(['1.1.1.1', '203.150.1.1', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    'fec0::1',
    '::ffff:0:127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    'localhost',
    '',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
})

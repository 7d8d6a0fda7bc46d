import { lookup as lookUp } from 'node:dns'
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { AccordError } from '../../errors.ts'
import { isPublicAddress } from './public-address.ts'

export interface FetchOptions {
  /** Host names that may be asked and redirected to. */
  hosts: ReadonlySet<string>
  /** Milliseconds for all of it, redirects and body too. */
  timeout?: number
  /** Of the body, unpacked. */
  mostBytes?: number
  /** Which IP addresses may be connected to; those of the public internet without it. */
  mayConnect?: (address: string) => boolean
}

export interface Fetched {
  bytes: Uint8Array
  /** Lower case, without parameters. */
  contentType: string
  /** The encoding that the server names. */
  charset?: string
}

const TIMEOUT = 30_000
const MOST_BYTES = 20 * 1024 * 1024
const MOST_REDIRECTS = 5

/**
 * What stands at an address. The address that a name stands for is checked when it's connected to, so a name can't be pointed at
 * a machine inside; redirects stay among the hosts, and never lead from https to http. Throws an AccordError.
 */
export async function fetchAddress(address: string, options: FetchOptions): Promise<Fetched> {
  const { timeout = TIMEOUT, mostBytes = MOST_BYTES } = options
  const signal = AbortSignal.timeout(timeout)
  try {
    const response = await follow(new URL(address), options, signal)
    const bytes = await readBody(response, mostBytes, signal)
    const [type = '', ...parameters] = (response.headers['content-type'] ?? '').split(';')
    const charset = /charset\s*=\s*"?([\w-]+)/i.exec(parameters.join(';'))?.[1]
    return { bytes, contentType: type.trim().toLowerCase(), ...(charset !== undefined && { charset }) }
  } catch (error) {
    if (signal.aborted) throw new AccordError(`${address} took longer than ${timeout / 1000} s: try again later`)
    if (error instanceof AccordError) throw error
    throw new AccordError(`${address} can't be fetched`, { cause: error })
  }
}

async function follow(start: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  let [url, from] = [start, start]
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    checkHost(url, from, start, options.hosts)
    const response = await send(url, options, signal)
    const { statusCode = 0, headers } = response
    if (statusCode === 200) return response
    response.destroy()
    const isRedirect = [301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined
    if (!isRedirect) throw new AccordError(`${url.href} answered ${statusCode}: check the document's url`)
    from = url
    url = new URL(headers.location ?? '', url)
  }
  throw new AccordError(`${start.href} redirects more than ${MOST_REDIRECTS} times: check the document's url`)
}

function checkHost(url: URL, from: URL, start: URL, hosts: ReadonlySet<string>): void {
  if (url.protocol !== 'https:' && (url.protocol !== 'http:' || from.protocol === 'https:')) {
    throw new AccordError(`${start.href} leads to ${url.protocol}, which is less safe: check the document's url`)
  }
  if (!hosts.has(url.hostname)) {
    throw new AccordError(`${start.href} leads to ${url.hostname}: add it to the document's hosts if that is right`)
  }
}

function send(url: URL, { mayConnect = isPublicAddress }: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const inside = (address: string) =>
    new AccordError(`${url.hostname} is ${address}, which is not on the public internet`)
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) > 0 && !mayConnect(literal)) throw inside(literal)
  const lookup: LookupFunction = (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      const refused = error ? undefined : addresses.find(({ address }) => !mayConnect(address))
      if (error || refused) callback(error ?? inside(refused!.address), [])
      else if (options.all) callback(null, addresses)
      else callback(null, addresses[0]!.address, addresses[0]!.family)
    })
  }
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestSecure : requestPlain
    const headers = { 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'Accord' }
    // An agent of its own keeps no connection open, nor takes one that was opened under other rules.
    const sent = request(url, { lookup, signal, headers, agent: false })
    sent.once('response', resolve).once('error', reject).end()
  })
}

async function readBody(response: IncomingMessage, mostBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  const body = unpacked(response)
  response.once('error', (error) => body.destroy(error))
  signal.addEventListener('abort', () => body.destroy(new Error('too slow')), { once: true })
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength
    if (length > mostBytes) {
      response.destroy()
      throw new AccordError(`The answer is longer than ${mostBytes} bytes: check the document's url`)
    }
    chunks.push(chunk)
  }
  if (!response.complete) throw new AccordError('The answer was cut off: try again later')
  return Buffer.concat(chunks)
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.toLowerCase() ?? 'identity'
  const decoders = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress, identity: undefined }
  if (!Object.hasOwn(decoders, encoding))
    throw new AccordError(`The answer is packed as ${encoding}, which nobody asked for`)
  const decoder = decoders[encoding as keyof typeof decoders]
  return decoder === undefined ? response : response.pipe(decoder())
}

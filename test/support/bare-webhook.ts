import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The least that a webhook can do, to measure another against: `node bare-webhook.ts SECRET`. Keeps nothing. */
const [secret = ''] = process.argv.slice(2)

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
    const expected = createHmac('sha256', secret).update(body).digest()
    const given = Buffer.from(String(request.headers['x-line-signature']), 'base64')
    const isSigned = given.length === expected.length && timingSafeEqual(given, expected)
    if (isSigned) JSON.parse(body.toString())
    response.writeHead(isSigned ? 200 : 401, { 'content-length': 0 }).end()
  })
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})

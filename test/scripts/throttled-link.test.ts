import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openThrottledLink } from '../../scripts/throttled-link.ts'

test('what goes over a slow link arrives whole and in order, and is counted', async () => {
  const text = Array.from({ length: 5000 }, (_, number) => `${number}\n`).join('')
  const server = createServer((_, response) => response.end(text)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await using link = await openThrottledLink({ port, bitsPerSecond: 80_000_000, roundTripMilliseconds: 1 })
  for (let request = 0; request < 2; request++) {
    const response = await fetch(`http://127.0.0.1:${link.port}/`, { headers: { connection: 'close' } })
    expect(await response.text()).toBe(text)
  }
  const { bytes, requests } = link.takeCount()
  expect(requests).toBe(2)
  expect(bytes).toBeGreaterThan(2 * text.length)
  expect(link.takeCount()).toEqual({ bytes: 0, requests: 0 })
  server.close()
})
